#include "doc/neighbours.h"

#include "base/work.h"

/* Of finding the neighbours of every row. */
static uint64_t steps_with(const sm_csr *columns, uint32_t reach) {
    uint64_t sum = 0, widest = 2 * (uint64_t)reach + 1;
    for (uint32_t c = 0; c < columns->n_rows; c++) {
        uint64_t n = columns->start[c + 1] - columns->start[c];
        sum += n * (n < widest ? n : widest);
    }
    return sum;
}

static uint32_t find_reach(const sm_csr *columns) {
    uint64_t most = SM_NEIGHBOUR_STEPS * (uint64_t)columns->start[columns->n_rows] + SM_NEIGHBOUR_FREE;
    uint32_t reach = UINT32_C(1) << 31;
    while (reach > 1 && steps_with(columns, reach) > most)
        reach /= 2;
    return reach;
}

/* As rows are walked in order, the entries of each column come up in order. */
static bool find_places(sm_neighbours *nb, sm_arena *arena) {
    const sm_csr *m = &nb->rows;
    uint32_t *next = sm_arena_get(arena, m->n_cols, sizeof *next);
    nb->place = sm_arena_get(arena, m->start[m->n_rows], sizeof *nb->place);
    if (next == NULL || nb->place == NULL || !sm_work_pass(arena))
        return false;
    for (uint32_t c = 0; c < m->n_cols; c++)
        next[c] = nb->columns.start[c];
    for (uint32_t e = 0; e < m->start[m->n_rows]; e++)
        nb->place[e] = next[m->col[e]]++;
    return true;
}

bool sm_neighbours_init(sm_neighbours *nb, const sm_csr *rows, sm_arena *arena) {
    nb->rows = *rows;
    nb->row = sm_arena_get(arena, rows->n_rows, sizeof *nb->row);
    nb->product = sm_arena_get_zero(arena, rows->n_rows, sizeof *nb->product);
    nb->n = 0;
    if (nb->row == NULL || nb->product == NULL || !sm_csr_transpose(rows, arena, &nb->columns) ||
        !find_places(nb, arena))
        return false;
    nb->reach = find_reach(&nb->columns);
    return true;
}

/* A row meets those that stand about its entry in a column. */
static size_t meet(sm_neighbours *nb, uint32_t entry) {
    const sm_csr *c = &nb->columns;
    uint32_t column = nb->rows.col[entry], at = nb->place[entry];
    uint32_t from = c->start[column], to = c->start[column + 1];
    double value = (double)nb->rows.val[entry];
    from = at - from > nb->reach ? at - nb->reach : from;
    to = to - at - 1 > nb->reach ? at + nb->reach + 1 : to;
    for (uint32_t e = from; e < to; e++) {
        double *product = &nb->product[c->col[e]], more = value * (double)c->val[e];
        if (*product == 0 && more > 0)
            nb->row[nb->n++] = c->col[e];
        *product += more;
    }
    return to - from;
}

size_t sm_neighbours_find(sm_neighbours *nb, uint32_t i) {
    const sm_csr *m = &nb->rows;
    size_t steps = 0;
    for (uint32_t k = 0; k < nb->n; k++)
        nb->product[nb->row[k]] = 0;
    nb->n = 0;
    for (uint32_t e = m->start[i]; e < m->start[i + 1]; e++)
        if (m->val[e] > 0)
            steps += meet(nb, e);
    return steps;
}
