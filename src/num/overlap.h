/* The graph of TextRank (Mihalcea & Tarau 2004): rows are sets of words, and two rows of lengths a and b weigh the
 * words they have in common / (ln a + ln b). A row's own weight to itself does not count. The n x n matrix is never
 * formed: 1 / (ln a + ln b) is the integral of a^-s b^-s over s from 0 to infinity, for which a sum of
 * SM_OVERLAP_TERMS terms w a^-s b^-s stands (sums of exponentials: Braess & Hackbusch 2005, Beylkin & Monzon 2005), and
 * each term is a product of two numbers, one for each row. The sum is off by less than 1e-10 of the value for all
 * lengths from 2 to 2^32; shorter rows count as 2 long, for ln 1 + ln 1 is no divisor. */
#ifndef SM_NUM_OVERLAP_H
#define SM_NUM_OVERLAP_H

#include "num/csr.h"

enum {
    SM_OVERLAP_TERMS = 14
};

typedef struct sm_overlap {
    const sm_csr *a;                   /* which columns a row has; what stands there does not count */
    double (*power)[SM_OVERLAP_TERMS]; /* for each row, sqrt(w) length^-s */
    double (*sum)[SM_OVERLAP_TERMS];   /* for each column, scratch */
} sm_overlap;

/* `length` has one entry for each row and is not kept; `a` has to stay. False: no memory. */
bool sm_overlap_init(sm_overlap *graph, const sm_csr *a, const uint32_t *length, sm_arena *arena);

/* y_i = sum over j of the weight of i and j times z_j, for z >= 0: an sm_votes of num/pagerank.h. Exactly 0 where no
 * other row shares a column. O(nonzeros x terms). */
void sm_overlap_votes(const void *overlap, const double *z, double *y);

/* The sum of weights of each row. False: no memory. O(nonzeros x terms). */
bool sm_overlap_degrees(const sm_overlap *graph, sm_arena *tmp, double *degree);

#endif
