#include "num/pagerank.h"

#include "base/work.h"

#include <math.h>

static const double TOLERANCE = 1e-6;
enum {
    MAX_ITERATIONS = 100
};

static double iterate(size_t n, sm_votes votes, const void *graph, const double *out, double damping, double *z,
                      double *y, double *x) {
    for (size_t j = 0; j < n; j++)
        z[j] = out[j] > 0 ? x[j] / out[j] : 0;
    votes(graph, z, y);
    double moved = 0;
    for (size_t i = 0; i < n; i++) {
        double next = 1 - damping + damping * y[i];
        moved = fmax(moved, fabs(next - x[i]));
        x[i] = next;
    }
    return moved;
}

void sm_scale_to_mean_1(size_t n, double *x) {
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i];
    for (size_t i = 0; i < n; i++)
        x[i] *= sum > 0 ? (double)n / sum : 0;
}

bool sm_pagerank(size_t n, sm_votes votes, const void *graph, const double *out, double damping, sm_arena *tmp,
                 double *x) {
    double *z = sm_arena_get(tmp, n, sizeof *z), *y = sm_arena_get(tmp, n, sizeof *y);
    if (z == NULL || y == NULL)
        return false;
    for (size_t i = 0; i < n; i++)
        x[i] = 1;
    bool going = sm_work_pass(tmp);
    for (int k = 0; going && k < MAX_ITERATIONS; k++, going = sm_work_pass(tmp))
        if (iterate(n, votes, graph, out, damping, z, y, x) <= TOLERANCE)
            break;
    sm_scale_to_mean_1(n, x);
    return going;
}
