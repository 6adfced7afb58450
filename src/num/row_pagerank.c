#include "num/row_pagerank.h"

#include "base/work.h"
#include "num/pagerank.h"

#include <math.h>

static const double TOLERANCE = 1e-6;
static const double MOMENTUM = 0.15; /* m, for eigenvalues up to r = 2 sqrt(m) / (1 + m) = 0.67 */
static const double NO_VOTES = 1e-9; /* less is left of rounding */
enum {
    MAX_ROUNDS = 100,
    AHEAD = 24 /* entries: what they need is on its way from memory meanwhile */
};

#if defined(__GNUC__)
#define PREFETCH(address) __builtin_prefetch(address, 1)
#else
#define PREFETCH(address) ((void)(address))
#endif

/* What the rows give to a column: all of them, those before the row at hand, and all of them in the next round. */
typedef struct column {
    double all, before, next;
} column;

typedef struct walker {
    sm_csr a;
    const sm_row_graph *graph;
    uint32_t last; /* entries up to which AHEAD of them follow */
    column *columns;
    double *share; /* 1 / the sum of a row's votes; 0 without any */
    double *own;   /* what a row would give to itself */
    double *old;   /* the ranks a round ago */
    double *x;
} walker;

/* What row i gets from the others. The rows behind it give what all give less what those before it and itself do. */
static double take(const walker *w, uint32_t i, double z) {
    double all = 0, before = 0;
    for (uint32_t e = w->a.start[i]; e < w->a.start[i + 1]; e++) {
        PREFETCH(&w->columns[w->a.col[e < w->last ? e + AHEAD : e]]);
        double v = (double)w->a.val[e];
        column *c = &w->columns[w->a.col[e]];
        all += v * c->all;
        before += v * c->before;
        c->before += v * z;
    }
    double after = all - before - w->own[i] * z;
    return w->graph->to_later * before + w->graph->to_earlier * after;
}

static void give(const walker *w, uint32_t i, double z) {
    for (uint32_t e = w->a.start[i]; e < w->a.start[i + 1]; e++)
        w->columns[w->a.col[e]].next += (double)w->a.val[e] * z;
}

/* The next round begins. */
static void turn(const walker *w) {
    for (uint32_t c = 0; c < w->a.n_cols; c++)
        w->columns[c] = (column){w->columns[c].next, 0, 0};
}

static double rank(const walker *w, uint32_t i, double y) {
    const sm_row_graph *g = w->graph;
    return (1 - g->damping) * (g->teleport != NULL ? g->teleport[i] : 1) + g->damping * y;
}

/* One round, in which each row's new rank joins the sums of the next; how far the row moved that moved most. */
static double walk(const walker *w, double momentum) {
    double most = 0;
    turn(w);
    for (uint32_t i = 0; i < w->a.n_rows; i++) {
        double x = w->x[i], y = take(w, i, x * w->share[i]);
        double voted = rank(w, i, y), next = voted + momentum * (voted - w->old[i]);
        next = next > 0 ? next : 0;
        double moved = fabs(next - x);
        most = moved > most ? moved : most;
        w->old[i] = x;
        w->x[i] = next;
        give(w, i, next * w->share[i]);
    }
    return most;
}

/* The product of a row with itself. */
static double own_of(const sm_csr *a, uint32_t i) {
    double sum = 0;
    for (uint32_t e = a->start[i]; e < a->start[i + 1]; e++)
        sum += (double)a->val[e] * (double)a->val[e];
    return sum;
}

/* Votes are summed as they are taken, with the directions turned round. */
static void start(const walker *w) {
    const sm_row_graph turned = {.to_earlier = w->graph->to_later, .to_later = w->graph->to_earlier};
    walker sums = *w;
    sums.graph = &turned;
    for (uint32_t i = 0; i < w->a.n_rows; i++) {
        w->own[i] = own_of(&w->a, i);
        give(w, i, 1);
    }
    turn(w);
    for (uint32_t i = 0; i < w->a.n_rows; i++) {
        double out = take(&sums, i, 1);
        w->x[i] = w->old[i] = 1;
        w->share[i] = out > NO_VOTES ? 1 / out : 0;
        give(w, i, w->share[i]);
    }
}

static bool init(walker *w, const sm_csr *a, sm_arena *tmp) {
    w->own = sm_arena_get(tmp, a->n_rows, sizeof *w->own);
    w->old = sm_arena_get(tmp, a->n_rows, sizeof *w->old);
    w->share = sm_arena_get(tmp, a->n_rows, sizeof *w->share);
    if (w->own == NULL || w->old == NULL || w->share == NULL || !sm_csr_shared(a, tmp, &w->a))
        return false;
    uint32_t n = w->a.start[w->a.n_rows];
    w->last = n > AHEAD ? n - AHEAD : 0;
    w->columns = sm_arena_get_zero(tmp, w->a.n_cols, sizeof *w->columns);
    return w->columns != NULL;
}

bool sm_row_pagerank(const sm_csr *a, const sm_row_graph *graph, sm_arena *tmp, double *x) {
    walker w = {.graph = graph, .x = x};
    if (!init(&w, a, tmp))
        return false;
    start(&w);
    bool going = sm_work_pass(tmp);
    for (int k = 0; going && k < MAX_ROUNDS; k++, going = sm_work_pass(tmp))
        if (walk(&w, k == 0 ? 0 : MOMENTUM) <= TOLERANCE)
            break;
    sm_scale_to_mean_1(a->n_rows, x);
    return going;
}
