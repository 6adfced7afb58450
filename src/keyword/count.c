/* How often the phrase occurs, in all its forms: the plainest of the algorithms, and what others are measured against.
 * Equal counts stand in the order of the text. O(candidates). */
#include "keyword/keyword.h"

bool sm_keyword_count(const sm_candidates *c, sm_arena *scratch, double *score);

bool sm_keyword_count(const sm_candidates *c, sm_arena *scratch, double *score) {
    (void)scratch;
    for (size_t i = 0; i < c->list.n; i++)
        score[i] = c->list.at[i].count;
    return true;
}
