/* A sparse matrix in compressed rows. Columns within a row are in no particular order and distinct. */
#ifndef SM_NUM_CSR_H
#define SM_NUM_CSR_H

#include "base/arena.h"

#include <stdint.h>

typedef struct sm_csr {
    uint32_t n_rows, n_cols;
    const uint32_t *start; /* n_rows + 1; row i holds the entries start[i] .. start[i + 1] - 1 */
    const uint32_t *col;
    const float *val;
} sm_csr;

/* A matrix under construction: entries row by row, equal columns of one row added up. */
typedef struct sm_csr_builder {
    sm_arena *arena;
    SM_VEC(uint32_t) start;
    SM_VEC(uint32_t) col;
    SM_VEC(float) val;
    SM_VEC(uint32_t) last; /* for each column seen: 1 + its latest entry */
} sm_csr_builder;

/* Begins the first row. False: no memory; likewise below. Everything lives in `arena`. */
bool sm_csr_begin(sm_csr_builder *builder, sm_arena *arena);
/* Adds `val` to column `col` of the row being built. Amortised O(1); the columns seen should be dense. */
bool sm_csr_add(sm_csr_builder *builder, uint32_t col, float val);
bool sm_csr_end_row(sm_csr_builder *builder);
/* The finished matrix with n_cols columns; n_cols is above every column added. */
sm_csr sm_csr_finish(const sm_csr_builder *builder, uint32_t n_cols);

/* The number of rows that hold each column, n_cols entries from `arena`. NULL: no memory. O(nnz). */
uint32_t *sm_csr_column_counts(const sm_csr *m, sm_arena *arena);

/* The sum of each row's entries, likewise. */
double *sm_csr_row_sums(const sm_csr *m, sm_arena *arena);

/* Rows and columns exchanged; the entries of each new row ascend. False: no memory. O(nnz + rows + columns). */
bool sm_csr_transpose(const sm_csr *m, sm_arena *arena, sm_csr *transposed);

/* The matrix without the columns that fewer than two rows hold, in which no two rows meet; the others are numbered anew,
 * those of many rows first. False: no memory. O(nnz + columns). */
bool sm_csr_shared(const sm_csr *m, sm_arena *arena, sm_csr *shared);

/* The matrix with every entry replaced by weight[column] * (binary ? 1 : entry) and then every row that is not zero
 * scaled to length 1. `weight` NULL: all 1. The pattern is shared with `m`. False: no memory. O(nnz). */
bool sm_csr_unit_rows(const sm_csr *m, const double *weight, bool binary, sm_arena *arena, sm_csr *unit);

#endif
