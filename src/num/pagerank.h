/* PageRank (Brin & Page 1998) on weighted graphs that are given as an operator, not as a matrix of edges. */
#ifndef SM_NUM_PAGERANK_H
#define SM_NUM_PAGERANK_H

#include "base/arena.h"

/* y_i = sum over j of w(j -> i) z_j, where w(j -> i) is the weight of j's vote for i. */
typedef void (*sm_votes)(const void *graph, const double *z, double *y);

/* x_i = (1 - damping) + damping sum_j w(j -> i) x_j / out_j, scaled to mean 1, with out_j the sum of j's votes.
 * A node with out_j 0 votes for nobody. Power iteration from x = 1 until no x_i moves by more than 1e-6, at most 100
 * times; the error shrinks by `damping` each time. False: no memory. */
bool sm_pagerank(size_t n, sm_votes votes, const void *graph, const double *out, double damping, sm_arena *tmp,
                 double *x);

/* x times what makes its mean 1, if its sum is not 0. */
void sm_scale_to_mean_1(size_t n, double *x);

#endif
