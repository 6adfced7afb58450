#include "num/pagerank.h"

#include "base/work.h"

#include <math.h>
#include <string.h>

static const double TOLERANCE = 1e-6;
enum {
    MAX_ITERATIONS = 100
};

static double iterate(size_t n, sm_votes votes, const void *graph, const double *out, double damping,
                      const double *teleport, double *z, double *y, double *x) {
    for (size_t j = 0; j < n; j++)
        z[j] = out[j] > 0 ? x[j] / out[j] : 0;
    votes(graph, z, y);
    double moved = 0;
    for (size_t i = 0; i < n; i++) {
        double next = (1 - damping) * (teleport != NULL ? teleport[i] : 1) + damping * y[i];
        moved = fmax(moved, fabs(next - x[i]));
        x[i] = next;
    }
    return moved;
}

static void scale_to_mean_1(size_t n, double *x) {
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i];
    for (size_t i = 0; i < n; i++)
        x[i] *= sum > 0 ? (double)n / sum : 0;
}

bool sm_pagerank_towards(size_t n, sm_votes votes, const void *graph, const double *out, double damping,
                         const double *teleport, sm_arena *tmp, double *x) {
    double *z = sm_arena_get(tmp, n, sizeof *z), *y = sm_arena_get(tmp, n, sizeof *y);
    if (z == NULL || y == NULL)
        return false;
    for (size_t i = 0; i < n; i++)
        x[i] = 1;
    bool going = sm_work_pass(tmp);
    for (int k = 0; going && k < MAX_ITERATIONS; k++, going = sm_work_pass(tmp))
        if (iterate(n, votes, graph, out, damping, teleport, z, y, x) <= TOLERANCE)
            break;
    scale_to_mean_1(n, x);
    return going;
}

bool sm_pagerank(size_t n, sm_votes votes, const void *graph, const double *out, double damping, sm_arena *tmp,
                 double *x) {
    return sm_pagerank_towards(n, votes, graph, out, damping, NULL, tmp, x);
}

/* One row meets the rows walked before it: their sum in the direction of this row, then it joins them. */
static double meet(const sm_csr *a, uint32_t i, double z, double *sum) {
    double y = 0;
    for (uint32_t e = a->start[i]; e < a->start[i + 1]; e++) {
        double v = (double)a->val[e], *s = &sum[a->col[e]];
        y += v * *s;
        *s += v * z;
    }
    return y;
}

void sm_row_graph_votes(const void *row_graph, const double *z, double *y) {
    const sm_row_graph *g = row_graph;
    const sm_csr *a = g->a;
    memset(g->sum, 0, a->n_cols * sizeof *g->sum);
    for (uint32_t i = a->n_rows; i-- > 0;)
        y[i] = g->to_earlier * meet(a, i, z[i], g->sum);
    memset(g->sum, 0, a->n_cols * sizeof *g->sum);
    for (uint32_t i = 0; i < a->n_rows; i++)
        y[i] += g->to_later * meet(a, i, z[i], g->sum);
}

static bool row_pagerank(const sm_csr *a, double to_earlier, double to_later, double damping, const double *teleport,
                         sm_arena *tmp, double *x) {
    double *sum = sm_arena_get(tmp, a->n_cols, sizeof *sum);
    double *out = sm_arena_get(tmp, a->n_rows, sizeof *out);
    if (sum == NULL || out == NULL)
        return false;
    for (uint32_t i = 0; i < a->n_rows; i++)
        x[i] = 1;
    /* What a row gives is what it would receive with the directions turned round. */
    sm_row_graph turned = {a, to_later, to_earlier, sum}, graph = {a, to_earlier, to_later, sum};
    sm_row_graph_votes(&turned, x, out);
    return sm_pagerank_towards(a->n_rows, sm_row_graph_votes, &graph, out, damping, teleport, tmp, x);
}

bool sm_row_pagerank(const sm_csr *a, double to_earlier, double to_later, double damping, sm_arena *tmp, double *x) {
    return row_pagerank(a, to_earlier, to_later, damping, NULL, tmp, x);
}

bool sm_row_pagerank_towards(const sm_csr *a, double damping, const double *teleport, sm_arena *tmp, double *x) {
    return row_pagerank(a, 1, 1, damping, teleport, tmp, x);
}
