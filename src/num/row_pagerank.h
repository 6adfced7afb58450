/* PageRank of the rows of a matrix by their likeness. Rows i and j are alike by their product s_ij; a vote for an
 * earlier row weighs to_earlier * s_ij, for a later one to_later * s_ij. The n x n matrix is never formed: what a row
 * is given stands in two sums for each of its columns, over all rows and over those before it. */
#ifndef SM_NUM_ROW_PAGERANK_H
#define SM_NUM_ROW_PAGERANK_H

#include "num/csr.h"

typedef struct sm_row_graph {
    double to_earlier, to_later; /* >= 0 */
    double damping;              /* 0 to 1 */
    const double *teleport;      /* of mean 1, where jumps lead: topic-sensitive (Haveliwala 2002); NULL: all alike */
} sm_row_graph;

/* x_i = (1 - damping) teleport_i + damping sum_j w(j -> i) x_j / out_j, scaled to mean 1, with out_j the sum of j's
 * votes; who has none votes for nobody. Rows of length 1 or 0, entries >= 0. Power iteration from x = 1 with momentum
 * (second-order Richardson iteration, Golub & Varga 1961), which takes half as many rounds, until no x_i moves by more
 * than 1e-6, at most 100 times. Columns of one row only are left out before: in them no two rows meet. False: no
 * memory. O(nonzeros) for each round. */
bool sm_row_pagerank(const sm_csr *a, const sm_row_graph *graph, sm_arena *tmp, double *x);

#endif
