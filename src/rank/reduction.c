/* Graph reduction: a sentence's score is the sum of its similarities to all others in the graph of TextRank (Mihalcea &
 * Tarau 2004; doc/features.h), its degree. The method is known from the program sumy, which is 2 points of ROUGE-1
 * behind: there fragments take part, and as the logarithm of one word is 0, short ones weigh most in stories. */
#include "doc/features.h"
#include "rank/rank.h"

bool sm_rank_reduction(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score);

bool sm_rank_reduction(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score) {
    (void)options;
    sm_overlap graph;
    return sm_features_overlap(doc, scratch, &graph) && sm_overlap_degrees(&graph, scratch, score);
}
