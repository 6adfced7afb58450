#include "num/csr.h"

#include "base/work.h"

#include <math.h>

#define NONE UINT32_MAX

bool sm_csr_begin(sm_csr_builder *b, sm_arena *arena) {
    *b = (sm_csr_builder){.arena = arena};
    return sm_vec_push(&b->start, 0u, arena);
}

static bool see_column(sm_csr_builder *b, uint32_t col) {
    if (col < b->last.n)
        return true;
    size_t more = (size_t)col + 1 - b->last.n;
    if (!sm_vec_reserve(&b->last, more, b->arena))
        return false;
    while (b->last.n <= col)
        b->last.at[b->last.n++] = 0;
    return true;
}

bool sm_csr_add(sm_csr_builder *b, uint32_t col, float val) {
    if (!see_column(b, col))
        return false;
    uint32_t row_start = b->start.at[b->start.n - 1], *last = &b->last.at[col];
    if (*last > row_start) {
        b->val.at[*last - 1] += val;
        return true;
    }
    *last = (uint32_t)b->col.n + 1;
    return sm_vec_push(&b->col, col, b->arena) && sm_vec_push(&b->val, val, b->arena);
}

bool sm_csr_end_row(sm_csr_builder *b) {
    return sm_vec_push(&b->start, (uint32_t)b->col.n, b->arena);
}

sm_csr sm_csr_finish(const sm_csr_builder *b, uint32_t n_cols) {
    return (sm_csr){(uint32_t)b->start.n - 1, n_cols, b->start.at, b->col.at, b->val.at};
}

uint32_t *sm_csr_column_counts(const sm_csr *m, sm_arena *arena) {
    uint32_t *count = sm_arena_get_zero(arena, m->n_cols, sizeof *count);
    if (count != NULL)
        for (uint32_t e = 0; e < m->start[m->n_rows]; e++)
            count[m->col[e]]++;
    return count;
}

double *sm_csr_row_sums(const sm_csr *m, sm_arena *arena) {
    double *sum = sm_arena_get_zero(arena, m->n_rows, sizeof *sum);
    for (uint32_t i = 0; sum != NULL && i < m->n_rows; i++)
        for (uint32_t e = m->start[i]; e < m->start[i + 1]; e++)
            sum[i] += (double)m->val[e];
    return sum;
}

bool sm_csr_transpose(const sm_csr *m, sm_arena *arena, sm_csr *transposed) {
    uint32_t nnz = m->start[m->n_rows];
    uint32_t *start = sm_arena_get_zero(arena, (size_t)m->n_cols + 2, sizeof *start);
    uint32_t *col = sm_arena_get(arena, nnz, sizeof *col);
    float *val = sm_arena_get(arena, nnz, sizeof *val);
    if (start == NULL || col == NULL || val == NULL || !sm_work_pass(arena))
        return false;
    /* start[j + 1] is where the next entry of column j goes, and so becomes where column j + 1 begins. */
    for (uint32_t e = 0; e < nnz; e++)
        start[m->col[e] + 2]++;
    for (uint32_t j = 0; j < m->n_cols; j++)
        start[j + 2] += start[j + 1];
    for (uint32_t i = 0; i < m->n_rows; i++)
        for (uint32_t e = m->start[i]; e < m->start[i + 1]; e++) {
            uint32_t to = start[m->col[e] + 1]++;
            col[to] = i;
            val[to] = m->val[e];
        }
    *transposed = (sm_csr){m->n_cols, m->n_rows, start, col, val};
    return true;
}

/* Whole logarithm to the base 2. */
static unsigned magnitude(uint32_t n) {
    unsigned bits = 0;
    for (; n > 1; n >>= 1)
        bits++;
    return bits;
}

/* From the numbers of rows that hold the columns to the new numbers of the columns, NONE for those that go. Those of
 * many rows come first, by powers of two: they stand together in the memory of whoever walks the rows. */
static uint32_t number_columns(uint32_t *column, uint32_t n) {
    uint32_t next[33] = {0}, kept = 0;
    for (uint32_t j = 0; j < n; j++)
        next[32 - magnitude(column[j])] += column[j] > 1;
    for (unsigned k = 0; k <= 32; k++) {
        uint32_t of_magnitude = next[k];
        next[k] = kept;
        kept += of_magnitude;
    }
    for (uint32_t j = 0; j < n; j++)
        column[j] = column[j] > 1 ? next[32 - magnitude(column[j])]++ : NONE;
    return kept;
}

bool sm_csr_shared(const sm_csr *m, sm_arena *arena, sm_csr *shared) {
    uint32_t *column = sm_csr_column_counts(m, arena), nnz = m->start[m->n_rows], n = 0;
    uint32_t *start = sm_arena_get(arena, (size_t)m->n_rows + 1, sizeof *start);
    uint32_t *col = sm_arena_get(arena, nnz, sizeof *col);
    float *val = sm_arena_get(arena, nnz, sizeof *val);
    if (column == NULL || start == NULL || col == NULL || val == NULL || !sm_work_pass(arena))
        return false;
    uint32_t n_cols = number_columns(column, m->n_cols);
    for (uint32_t i = 0; i < m->n_rows; i++) {
        start[i] = n;
        for (uint32_t e = m->start[i]; e < m->start[i + 1]; e++) {
            col[n] = column[m->col[e]];
            val[n] = m->val[e];
            n += col[n] != NONE;
        }
    }
    start[m->n_rows] = n;
    *shared = (sm_csr){m->n_rows, n_cols, start, col, val};
    return true;
}

static double entry(const sm_csr *m, uint32_t e, const double *weight, bool binary) {
    return (weight != NULL ? weight[m->col[e]] : 1) * (binary ? 1 : (double)m->val[e]);
}

bool sm_csr_unit_rows(const sm_csr *m, const double *weight, bool binary, sm_arena *arena, sm_csr *unit) {
    float *val = sm_arena_get(arena, m->start[m->n_rows], sizeof *val);
    if (val == NULL || !sm_work_pass(arena))
        return false;
    for (uint32_t i = 0; i < m->n_rows; i++) {
        double squares = 0;
        for (uint32_t e = m->start[i]; e < m->start[i + 1]; e++)
            squares += entry(m, e, weight, binary) * entry(m, e, weight, binary);
        double scale = squares > 0 ? 1 / sqrt(squares) : 0;
        for (uint32_t e = m->start[i]; e < m->start[i + 1]; e++)
            val[e] = (float)(entry(m, e, weight, binary) * scale);
    }
    *unit = *m;
    unit->val = val;
    return true;
}
