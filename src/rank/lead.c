/* LEAD: the first sentences of the text, of merged texts the first of each, the baseline that is hard to beat on
 * news. */
#include "rank/rank.h"

bool sm_rank_lead(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score);

bool sm_rank_lead(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score) {
    (void)options;
    (void)scratch;
    for (size_t i = 0; i < doc->sentences.n; i++)
        score[i] = 1 / (1.0 + doc->sentences.at[i].position);
    return true;
}
