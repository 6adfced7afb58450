/* tf x idf (Sparck Jones 1972) of whole phrases, the sentences being the documents: f ln(1 + N / df). With no other
 * texts to compare with, idf tells common words from rare ones only as far as this text does. */
#include "keyword/keyword.h"

#include <math.h>

bool sm_keyword_tfidf(const sm_candidates *c, sm_arena *scratch, double *score);

bool sm_keyword_tfidf(const sm_candidates *c, sm_arena *scratch, double *score) {
    (void)scratch;
    for (size_t i = 0; i < c->list.n; i++) {
        const sm_candidate *p = &c->list.at[i];
        score[i] = p->count * log(1 + (double)c->doc->sentences.n / p->n_sentences);
    }
    return true;
}
