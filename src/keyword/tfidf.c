/* tf x idf (Sparck Jones 1972) of whole phrases, the sentences being the documents: f ln(1 + N / df). With no other
 * texts to compare with, idf tells common words from rare ones only as far as this text does. */
#include "keyword/keyword.h"

#include <math.h>

bool sm_keyword_tfidf(const sm_candidates *c, sm_arena *scratch, double *score);

/* One more sentence for the candidates in it; `last` has 1 + the sentence in which each was seen last. */
static void count_sentence(const sm_candidates *c, uint32_t sentence, uint32_t *last, uint32_t *df) {
    uint32_t end = sm_doc_end_token(c->doc, sentence);
    for (uint32_t t = c->doc->sentences.at[sentence].first_token; t < end; t++)
        for (uint32_t n = 1; c->at[t] + n <= c->at[t + 1]; n++) {
            uint32_t id = sm_candidate_at(c, t, n);
            if (id != SM_NO_CANDIDATE && last[id] != sentence + 1) {
                last[id] = sentence + 1;
                df[id]++;
            }
        }
}

bool sm_keyword_tfidf(const sm_candidates *c, sm_arena *scratch, double *score) {
    uint32_t *last = sm_arena_get_zero(scratch, c->list.n, sizeof *last);
    uint32_t *df = sm_arena_get_zero(scratch, c->list.n, sizeof *df);
    if (last == NULL || df == NULL)
        return false;
    for (uint32_t i = 0; i < c->doc->sentences.n; i++)
        count_sentence(c, i, last, df);
    for (size_t i = 0; i < c->list.n; i++)
        score[i] = c->list.at[i].count * log(1 + (double)c->doc->sentences.n / df[i]);
    return true;
}
