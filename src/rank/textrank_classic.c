/* TextRank as published (Mihalcea & Tarau 2004, section 4): PageRank, damping 0.85, in the undirected graph of
 * sentences that weigh the words they share divided by the logarithms of their lengths (doc/features.h). No sentence
 * votes for itself, and labels and fragments do not vote; in sumy, whose TextRank is 1.5 points of ROUGE-1 behind, they
 * do, and votes for oneself favour long sentences. */
#include "doc/features.h"
#include "num/pagerank.h"
#include "rank/rank.h"

bool sm_rank_textrank_classic(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score);

bool sm_rank_textrank_classic(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score) {
    (void)options;
    sm_overlap graph;
    double *degree = sm_arena_get(scratch, doc->sentences.n, sizeof *degree);
    return degree != NULL && sm_features_overlap(doc, scratch, &graph) && sm_overlap_degrees(&graph, scratch, degree) &&
           sm_pagerank(doc->sentences.n, sm_overlap_votes, &graph, degree, 0.85, scratch, score);
}
