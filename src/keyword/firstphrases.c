/* The phrases that a text begins with: 1 / (1 + words before the first occurrence), for candidates that stand somewhere
 * as a whole run between stop words and punctuation; the parts of runs are left out. A baseline that is hard to beat on
 * news and abstracts, which name their subject at once. Of two that first appear at the same word the shorter comes
 * first. O(candidates). */
#include "keyword/keyword.h"

bool sm_keyword_firstphrases(const sm_candidates *c, sm_arena *scratch, double *score);

bool sm_keyword_firstphrases(const sm_candidates *c, sm_arena *scratch, double *score) {
    (void)scratch;
    for (size_t i = 0; i < c->list.n; i++)
        score[i] = c->list.at[i].runs > 0 ? 1 / (1.0 + c->list.at[i].first_token) : 0;
    return true;
}
