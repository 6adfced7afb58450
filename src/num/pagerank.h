/* PageRank (Brin & Page 1998) on weighted graphs that are given as an operator, not as a matrix of edges. */
#ifndef SM_NUM_PAGERANK_H
#define SM_NUM_PAGERANK_H

#include "num/csr.h"

/* y_i = sum over j of w(j -> i) z_j, where w(j -> i) is the weight of j's vote for i. */
typedef void (*sm_votes)(const void *graph, const double *z, double *y);

/* x_i = (1 - damping) + damping sum_j w(j -> i) x_j / out_j, scaled to mean 1, with out_j the sum of j's votes.
 * A node with out_j 0 votes for nobody. Power iteration from x = 1 until no x_i moves by more than 1e-6, at most 100
 * times; the error shrinks by `damping` each time. False: no memory. */
bool sm_pagerank(size_t n, sm_votes votes, const void *graph, const double *out, double damping, sm_arena *tmp,
                 double *x);

/* The same with `teleport`, of mean 1, in place of the 1 in (1 - damping): topic-sensitive (Haveliwala 2002). */
bool sm_pagerank_towards(size_t n, sm_votes votes, const void *graph, const double *out, double damping,
                         const double *teleport, sm_arena *tmp, double *x);

/* The graph of rows i of A whose similarity is the product s_ij of rows i and j, and in which a vote for an earlier
 * row weighs to_earlier * s_ij, for a later one to_later * s_ij. The n x n matrix is never formed: one sum for each
 * column, filled while walking the rows from the last to the first and back, gives all votes in O(nonzeros). */
typedef struct sm_row_graph {
    const sm_csr *a;
    double to_earlier, to_later;
    double *sum; /* n_cols, scratch */
} sm_row_graph;

void sm_row_graph_votes(const void *row_graph, const double *z, double *y);

/* PageRank of the rows of `a` in that graph. False: no memory. O(nonzeros) each iteration. */
bool sm_row_pagerank(const sm_csr *a, double to_earlier, double to_later, double damping, sm_arena *tmp, double *x);

/* The same with votes of equal weight in both directions and a teleport. */
bool sm_row_pagerank_towards(const sm_csr *a, double damping, const double *teleport, sm_arena *tmp, double *x);

#endif
