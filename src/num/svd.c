#include "num/svd.h"

#include "base/hash.h"
#include "base/work.h"

#include <math.h>
#include <string.h>

enum {
    STEPS = SM_SVD_STEPS,
    SWEEPS = 30
};
static const double NOTHING = 1e-10; /* of a length or an entry, beside those it is part of */

/* Q^T G Q = T with G = A A^T, columns of Q at right angles and of length 1, T tridiagonal. */
typedef struct lanczos {
    const sm_arena *arena;
    const sm_csr *a;
    size_t n;
    double *column; /* n_cols, scratch */
    double *q;      /* STEPS times n */
    uint32_t k;     /* vectors in Q */
    double t[STEPS][STEPS];
} lanczos;

static double product(const double *x, const double *y, size_t n) {
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}

static void add_times(double *x, double factor, const double *y, size_t n) {
    for (size_t i = 0; i < n; i++)
        x[i] += factor * y[i];
}

/* y = G x; the two may be one. */
static void multiply(const lanczos *l, const double *x, double *y) {
    const sm_csr *a = l->a;
    memset(l->column, 0, a->n_cols * sizeof *l->column);
    for (uint32_t i = 0; i < a->n_rows; i++)
        for (uint32_t e = a->start[i]; e < a->start[i + 1]; e++)
            l->column[a->col[e]] += (double)a->val[e] * x[i];
    for (uint32_t i = 0; i < a->n_rows; i++) {
        y[i] = 0;
        for (uint32_t e = a->start[i]; e < a->start[i + 1]; e++)
            y[i] += (double)a->val[e] * l->column[a->col[e]];
    }
}

/* Takes out of x what lies along Q; twice is enough (Parlett 1980). The length that remains. */
static double straighten(const lanczos *l, double *x) {
    for (int twice = 0; twice < 2; twice++)
        for (uint32_t j = 0; j < l->k; j++)
            add_times(x, -product(&l->q[j * l->n], x, l->n), &l->q[j * l->n], l->n);
    return sqrt(product(x, x, l->n));
}

static void scale(double *x, double factor, size_t n) {
    for (size_t i = 0; i < n; i++)
        x[i] *= factor;
}

/* A new direction within the range of A; false: there is none left. */
static bool begin_anew(const lanczos *l, double *x) {
    for (uint32_t i = 0; i < l->n; i++) {
        uint32_t key[] = {l->k, i};
        x[i] = 0.5 + (double)(sm_hash(0, key, sizeof key) >> 11) / 9007199254740992.0;
    }
    multiply(l, x, x);
    double all = sqrt(product(x, x, l->n)), left = straighten(l, x);
    if (!(left > all * NOTHING))
        return false;
    scale(x, 1 / left, l->n);
    return true;
}

/* False: the work was ended. */
static bool fill(lanczos *l) {
    if (!begin_anew(l, l->q))
        return true;
    for (l->k = 1; sm_work_pass(l->arena); l->k++) {
        const double *last = &l->q[(l->k - 1) * l->n];
        double *next = &l->q[l->k * l->n];
        multiply(l, last, next);
        l->t[l->k - 1][l->k - 1] = product(last, next, l->n);
        if (l->k == STEPS)
            return true;
        double all = sqrt(product(next, next, l->n)), left = straighten(l, next);
        if (left > all * NOTHING) {
            scale(next, 1 / left, l->n);
            l->t[l->k - 1][l->k] = l->t[l->k][l->k - 1] = left;
        } else if (!begin_anew(l, next))
            return true;
    }
    return false;
}

/* Turns the plane of axes p and q so that t[p][q] becomes 0, and the vectors, rows of v, along. */
static void turn(double t[STEPS][STEPS], double v[STEPS][STEPS], uint32_t n, uint32_t p, uint32_t q) {
    double theta = (t[q][q] - t[p][p]) / (2 * t[p][q]);
    double tangent = (theta < 0 ? -1 : 1) / (fabs(theta) + sqrt(theta * theta + 1));
    double c = 1 / sqrt(tangent * tangent + 1), s = tangent * c;
    for (uint32_t k = 0; k < n; k++) {
        double x = t[k][p], y = t[k][q];
        t[k][p] = c * x - s * y;
        t[k][q] = s * x + c * y;
    }
    for (uint32_t k = 0; k < n; k++) {
        double x = t[p][k], y = t[q][k];
        t[p][k] = c * x - s * y;
        t[q][k] = s * x + c * y;
        x = v[p][k];
        y = v[q][k];
        v[p][k] = c * x - s * y;
        v[q][k] = s * x + c * y;
    }
}

/* Eigenvalues of the symmetric t come to its diagonal, eigenvectors to the rows of v (Jacobi 1846). */
static void diagonalise(double t[STEPS][STEPS], double v[STEPS][STEPS], uint32_t n) {
    double size = 0, off = 1;
    for (uint32_t p = 0; p < n; p++) {
        v[p][p] = 1;
        size = fmax(size, t[p][p]);
    }
    for (int sweep = 0; sweep < SWEEPS && off > 0; sweep++) {
        off = 0;
        for (uint32_t p = 0; p < n; p++)
            for (uint32_t q = p + 1; q < n; q++)
                if (fabs(t[p][q]) > size * 1e-16) {
                    off = 1;
                    turn(t, v, n, p, q);
                }
    }
}

/* The number of the largest on the diagonal, which is then crossed out. */
static uint32_t take_largest(double t[STEPS][STEPS], uint32_t n, double *value) {
    uint32_t best = 0;
    for (uint32_t p = 1; p < n; p++)
        if (t[p][p] > t[best][best])
            best = p;
    *value = t[best][best];
    t[best][best] = -1;
    return best;
}

static void combine(const lanczos *l, const double *factor, double *vector) {
    memset(vector, 0, l->n * sizeof *vector);
    for (uint32_t j = 0; j < l->k; j++)
        add_times(vector, factor[j], &l->q[j * l->n], l->n);
}

bool sm_svd_find(const sm_csr *a, uint32_t most, sm_arena *tmp, sm_svd *svd) {
    lanczos *l = sm_arena_get_zero(tmp, 1, sizeof *l);
    double(*v)[STEPS] = sm_arena_get_zero(tmp, STEPS, sizeof *v);
    if (most > STEPS)
        most = STEPS;
    svd->n = 0;
    svd->value = sm_arena_get(tmp, most, sizeof *svd->value);
    svd->vector = sm_arena_get(tmp, a->n_rows, most * sizeof *svd->vector);
    if (l == NULL || v == NULL || svd->value == NULL || svd->vector == NULL)
        return false;
    l->arena = tmp;
    l->a = a;
    l->n = a->n_rows;
    l->column = sm_arena_get(tmp, a->n_cols, sizeof *l->column);
    l->q = sm_arena_get(tmp, l->n, (STEPS + 1) * sizeof *l->q);
    if (l->column == NULL || l->q == NULL || !fill(l))
        return false;
    diagonalise(l->t, v, l->k);
    while (svd->n < most && svd->n < l->k) {
        double square;
        uint32_t best = take_largest(l->t, l->k, &square);
        if (!(square > 0))
            break;
        svd->value[svd->n] = sqrt(square);
        combine(l, v[best], &svd->vector[svd->n * l->n]);
        svd->n++;
    }
    return true;
}
