/* LEAD: the first sentences of the text, the baseline that is hard to beat on news. */
#include "rank/rank.h"

bool sm_rank_lead(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score);

bool sm_rank_lead(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score) {
    (void)options;
    size_t position = 0;
    (void)scratch;
    for (size_t i = 0; i < doc->sentences.n; i++)
        score[i] = doc->sentences.at[i].candidate ? 1 / (double)++position : 0;
    return true;
}
