#include "num/overlap.h"

#include "base/work.h"

#include <math.h>
#include <string.h>

/* 1 / x as a sum of w exp(-s x): equal to it at the 28 Chebyshev points of ln x between 2 ln 2 and 64 ln 2. Found by
 * Newton's method on ln s and ln w, from the Gauss-Jacobi rule, which is equal to it at 28 equidistant points. Fourteen
 * terms are 5e-11 off; twelve are 2e-9. */
static const struct {
    double s, w;
} TERMS[SM_OVERLAP_TERMS] = {
    {0.0066175558244440337, 0.01703134388591504}, {0.035300830673062576, 0.04064135963298212},
    {0.088772020682208255, 0.066894469350993552}, {0.170681446503618, 0.097961327426623557},
    {0.28740517596895765, 0.1372260776045052},    {0.44963237018651125, 0.19008699785454278},
    {0.67485618932737057, 0.26490244401113816},   {0.99071161246460182, 0.37367250730534324},
    {1.4388093647512152, 0.53243308215651375},    {2.0792752059909105, 0.7626004853494468},
    {2.9981840276709524, 1.0960519158921975},     {4.3244422123665798, 1.5909162678529156},
    {6.2779181977536567, 2.3883218388522494},     {9.3649183632552777, 4.0477701945340838},
};

bool sm_overlap_init(sm_overlap *g, const sm_csr *a, const uint32_t *length, sm_arena *arena) {
    *g = (sm_overlap){a, sm_arena_get(arena, a->n_rows, sizeof *g->power),
                      sm_arena_get(arena, a->n_cols, sizeof *g->sum)};
    if (g->power == NULL || g->sum == NULL || !sm_work_pass(arena))
        return false;
    for (uint32_t i = 0; i < a->n_rows; i++) {
        double log_length = log(length[i] > 2 ? length[i] : 2);
        for (size_t k = 0; k < SM_OVERLAP_TERMS; k++)
            g->power[i][k] = sqrt(TERMS[k].w) * exp(-TERMS[k].s * log_length);
    }
    return true;
}

/* What row i adds to each of its columns. */
static void own_share(const sm_overlap *g, uint32_t i, double z, double own[SM_OVERLAP_TERMS]) {
    for (size_t k = 0; k < SM_OVERLAP_TERMS; k++)
        own[k] = g->power[i][k] * z;
}

static void add_row(const sm_overlap *g, uint32_t i, double z) {
    double own[SM_OVERLAP_TERMS];
    own_share(g, i, z, own);
    for (uint32_t e = g->a->start[i]; e < g->a->start[i + 1]; e++)
        for (size_t k = 0; k < SM_OVERLAP_TERMS; k++)
            g->sum[g->a->col[e]][k] += own[k];
}

/* The row's own share is taken away column by column: what is left of a column that no other row has is exactly 0, and
 * never less, as sums of numbers >= 0 do not fall below one of them by rounding. */
static double votes_for(const sm_overlap *g, uint32_t i, double z) {
    double own[SM_OVERLAP_TERMS], others[SM_OVERLAP_TERMS] = {0}, y = 0;
    own_share(g, i, z, own);
    for (uint32_t e = g->a->start[i]; e < g->a->start[i + 1]; e++)
        for (size_t k = 0; k < SM_OVERLAP_TERMS; k++)
            others[k] += g->sum[g->a->col[e]][k] - own[k];
    for (size_t k = 0; k < SM_OVERLAP_TERMS; k++)
        y += g->power[i][k] * others[k];
    return y;
}

void sm_overlap_votes(const void *overlap, const double *z, double *y) {
    const sm_overlap *g = overlap;
    memset(g->sum, 0, g->a->n_cols * sizeof *g->sum);
    for (uint32_t i = 0; i < g->a->n_rows; i++)
        add_row(g, i, z[i]);
    for (uint32_t i = 0; i < g->a->n_rows; i++)
        y[i] = votes_for(g, i, z[i]);
}

bool sm_overlap_degrees(const sm_overlap *g, sm_arena *tmp, double *degree) {
    double *ones = sm_arena_get(tmp, g->a->n_rows, sizeof *ones);
    if (ones == NULL || !sm_work_pass(tmp))
        return false;
    for (uint32_t i = 0; i < g->a->n_rows; i++)
        ones[i] = 1;
    sm_overlap_votes(g, ones, degree);
    return true;
}
