/* The largest singular values against a dense one-sided Jacobi decomposition (Hestenes 1958). */
#include "num/svd.h"

#include "support/memory.h"
#include "support/random.h"

#include <math.h>
#include <string.h>

enum {
    MOST = 60
};

typedef struct dense {
    size_t n; /* rows and columns, zeros outside the matrix */
    double a[MOST][MOST];
    double value[MOST];        /* falling */
    double vector[MOST][MOST]; /* of the rows */
} dense;

static void make(test_random *r, size_t n_rows, size_t n_cols, size_t density, sm_arena *arena, dense *d, sm_csr *m) {
    sm_csr_builder b;
    *d = (dense){.n = n_rows > n_cols ? n_rows : n_cols};
    assert_true(sm_csr_begin(&b, arena));
    for (size_t i = 0; i < n_rows; i++) {
        for (size_t j = 0; j < n_cols; j++)
            if (test_random_below(r, 10) < density) {
                float val = (float)(1 + test_random_below(r, 3));
                d->a[i][j] = (double)val;
                assert_true(sm_csr_add(&b, (uint32_t)j, val));
            }
        assert_true(sm_csr_end_row(&b));
    }
    *m = sm_csr_finish(&b, (uint32_t)n_cols);
}

/* Turns rows p and q until they are at right angles; true: they were. */
static bool turn(double row[MOST][MOST], double v[MOST][MOST], size_t p, size_t q) {
    double pp = 0, qq = 0, pq = 0;
    for (size_t k = 0; k < MOST; k++) {
        pp += row[p][k] * row[p][k];
        qq += row[q][k] * row[q][k];
        pq += row[p][k] * row[q][k];
    }
    if (fabs(pq) <= 1e-11) /* values are below 200 */
        return true;
    double theta = (qq - pp) / (2 * pq), t = (theta < 0 ? -1 : 1) / (fabs(theta) + sqrt(theta * theta + 1));
    double c = 1 / sqrt(t * t + 1), s = c * t;
    for (size_t k = 0; k < MOST; k++) {
        double x = row[p][k], y = row[q][k];
        row[p][k] = c * x - s * y;
        row[q][k] = s * x + c * y;
        x = v[p][k];
        y = v[q][k];
        v[p][k] = c * x - s * y;
        v[q][k] = s * x + c * y;
    }
    return false;
}

static double length(const double *row) {
    double squares = 0;
    for (size_t k = 0; k < MOST; k++)
        squares += row[k] * row[k];
    return sqrt(squares);
}

/* Q A has rows at right angles, so their lengths are the singular values and the rows of Q the vectors of A's rows. */
static void decompose(dense *d) {
    static double row[MOST][MOST], q[MOST][MOST];
    bool done = false, used[MOST] = {false};
    memcpy(row, d->a, sizeof row);
    memset(q, 0, sizeof q);
    for (size_t i = 0; i < d->n; i++)
        q[i][i] = 1;
    while (!done) {
        done = true;
        for (size_t i = 0; i < d->n; i++)
            for (size_t j = i + 1; j < d->n; j++)
                done = turn(row, q, i, j) && done;
    }
    for (size_t k = 0; k < d->n; k++) {
        size_t best = d->n;
        for (size_t i = 0; i < d->n; i++)
            if (!used[i] && (best == d->n || length(row[i]) > length(row[best])))
                best = i;
        used[best] = true;
        d->value[k] = length(row[best]);
        memcpy(d->vector[k], q[best], sizeof q[best]);
    }
}

static double product(const dense *d, size_t k, const double *vector, size_t n_rows) {
    double sum = 0;
    for (size_t i = 0; i < n_rows; i++)
        sum += d->vector[k][i] * vector[i];
    return sum;
}

/* Vectors agree, signs aside, where the value is well apart from its neighbours. */
static void check(const dense *d, const sm_svd *svd, size_t n_rows, double tolerance) {
    for (size_t k = 0; k < svd->n; k++) {
        double gap = fmin(k > 0 ? d->value[k - 1] - d->value[k] : INFINITY, d->value[k] - d->value[k + 1]);
        assert_true(fabs(svd->value[k] - d->value[k]) <= tolerance * d->value[0]);
        if (gap > 0.02 * d->value[0])
            assert_true(fabs(fabs(product(d, k, &svd->vector[k * n_rows], n_rows)) - 1) <= 10 * tolerance);
    }
}

/* Ranks up to SM_SVD_STEPS: exact. */
static void test_small_matrices(void **state) {
    (void)state;
    static dense d;
    test_random r = {31};
    for (int k = 0; k < 40; k++) {
        sm_csr m;
        sm_svd svd;
        test_arena t;
        size_t n_rows = 1 + test_random_below(&r, MOST - 1), n_cols = 1 + test_random_below(&r, SM_SVD_STEPS);
        test_arena_begin(&t);
        make(&r, n_rows, n_cols, 1 + test_random_below(&r, 5), &t.arena, &d, &m);
        decompose(&d);
        assert_true(sm_svd_find(&m, 10, &t.arena, &svd));
        assert_true(svd.n <= 10);
        assert_true(svd.n == 10 || d.value[svd.n] <= 1e-6 * d.value[0]);
        check(&d, &svd, n_rows, 1e-9);
        test_arena_end(&t);
    }
}

/* Of larger ranks the largest values, as far as they stand apart. */
static void test_larger_matrices(void **state) {
    (void)state;
    static dense d;
    test_random r = {32};
    for (int k = 0; k < 5; k++) {
        sm_csr m;
        sm_svd svd;
        test_arena t;
        test_arena_begin(&t);
        make(&r, MOST - 1, MOST - 1, 2, &t.arena, &d, &m);
        decompose(&d);
        assert_true(sm_svd_find(&m, 4, &t.arena, &svd));
        assert_int_equal(svd.n, 4);
        check(&d, &svd, MOST - 1, 1e-6);
        test_arena_end(&t);
    }
}

/* Rows that share nothing: every value is the length of a row, equal ones come as often as they are there. */
static void test_equal_values(void **state) {
    (void)state;
    static const float VAL[] = {2, 2, 3, 2};
    test_arena t;
    sm_csr_builder b;
    sm_svd svd;
    test_arena_begin(&t);
    assert_true(sm_csr_begin(&b, &t.arena));
    for (uint32_t i = 0; i < 4; i++)
        assert_true(sm_csr_add(&b, i, VAL[i]) && sm_csr_end_row(&b));
    sm_csr m = sm_csr_finish(&b, 4);
    assert_true(sm_svd_find(&m, 10, &t.arena, &svd));
    assert_int_equal(svd.n, 4);
    assert_true(fabs(svd.value[0] - 3) < 1e-12 && fabs(fabs(svd.vector[2]) - 1) < 1e-9);
    for (size_t i = 0; i < 4; i++) {
        double squares = 0;
        for (size_t k = 1; k < 4; k++) {
            assert_true(fabs(svd.value[k] - 2) < 1e-12);
            squares += svd.vector[k * 4 + i] * svd.vector[k * 4 + i];
        }
        assert_true(fabs(squares - (i == 2 ? 0 : 1)) < 1e-9);
    }
    test_arena_end(&t);
}

static void test_nothing(void **state) {
    (void)state;
    test_arena t;
    sm_csr_builder b;
    sm_svd svd;
    test_arena_begin(&t);
    assert_true(sm_csr_begin(&b, &t.arena));
    sm_csr m = sm_csr_finish(&b, 0);
    assert_true(sm_svd_find(&m, 10, &t.arena, &svd));
    assert_int_equal(svd.n, 0);
    assert_true(sm_csr_end_row(&b) && sm_csr_end_row(&b));
    m = sm_csr_finish(&b, 5);
    assert_true(sm_svd_find(&m, 10, &t.arena, &svd));
    assert_int_equal(svd.n, 0);
    test_arena_end(&t);
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    static dense d;
    test_random r = {33};
    test_arena matrix;
    sm_csr m;
    bool done = false;
    test_arena_begin(&matrix);
    make(&r, 40, 40, 3, &matrix.arena, &d, &m);
    for (size_t n = 1; !done; n++) {
        test_arena t;
        sm_svd svd;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, false);
        done = sm_svd_find(&m, 10, &t.arena, &svd);
        assert_int_equal(done, !test_memory_failed(&t.memory));
        assert_true(done || n < 20);
        test_arena_end(&t);
    }
    test_arena_end(&matrix);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small_matrices),
        cmocka_unit_test(test_larger_matrices),
        cmocka_unit_test(test_equal_values),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests_name("num/svd", tests, NULL, NULL);
}
