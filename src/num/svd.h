/* The largest singular values of a sparse matrix and their left vectors. */
#ifndef SM_NUM_SVD_H
#define SM_NUM_SVD_H

#include "num/csr.h"

/* Values within SM_SVD_STEPS steps of the Lanczos method (below): matrices of no greater rank come out whole. */
enum {
    SM_SVD_STEPS = 32
};

typedef struct sm_svd {
    uint32_t n;     /* how many were found */
    double *value;  /* n, falling, > 0 */
    double *vector; /* n times n_rows: those of the rows, each of length 1; their signs mean nothing */
} sm_svd;

/* At most `most` of the singular values of A, the largest ones, by the Lanczos method on A A^T, which is not formed,
 * with full reorthogonalisation and a fixed start. Where the method ends early, as it does on matrices that fall apart
 * into blocks or have equal singular values, it begins again at right angles to all it has. Values that are apart from
 * the next are exact to about 1e-6; the last of a long row of nearly equal ones is not, but stands for what lies about
 * it. False: no memory. O(SM_SVD_STEPS x (nonzeros + SM_SVD_STEPS x rows)), SM_SVD_STEPS vectors of n_rows. */
bool sm_svd_find(const sm_csr *a, uint32_t most, sm_arena *tmp, sm_svd *svd);

#endif
