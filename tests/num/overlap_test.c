/* The graph of shared words divided by logarithms of lengths, against the formula with a full matrix. */
#include "num/overlap.h"

#include "support/memory.h"
#include "support/random.h"

#include <math.h>

enum {
    MOST = 50
};

static const double CLOSE = 1e-10;

static double weight(uint32_t a, uint32_t b) {
    return 1 / (log(a > 2 ? a : 2) + log(b > 2 ? b : 2));
}

static void assert_near(double got, double expected) {
    if (!(fabs(got - expected) <= CLOSE * expected))
        fail_msg("got %.17g, expected %.17g", got, expected);
}

/* Two rows that share one column: each gets the other's vote, which weighs 1 / (ln a + ln b). */
static void check_weight(const sm_csr *pair, uint32_t a, uint32_t b, test_arena *t) {
    sm_overlap g;
    double z[] = {3, 5}, y[2];
    assert_true(sm_overlap_init(&g, pair, (uint32_t[]){a, b}, &t->arena));
    sm_overlap_votes(&g, z, y);
    assert_near(y[0], 5 * weight(a, b));
    assert_near(y[1], 3 * weight(a, b));
}

static sm_csr make_pair(sm_arena *arena) {
    sm_csr_builder b;
    assert_true(sm_csr_begin(&b, arena));
    for (int i = 0; i < 2; i++)
        assert_true(sm_csr_add(&b, 0, 7) && sm_csr_end_row(&b)); /* the entry itself does not count */
    return sm_csr_finish(&b, 1);
}

static void test_all_lengths(void **state) {
    (void)state;
    test_arena t;
    test_arena_begin(&t);
    sm_csr pair = make_pair(&t.arena);
    for (uint32_t a = 0; a < 60; a++)
        for (uint32_t b = a; b < 60; b++)
            check_weight(&pair, a, b, &t);
    for (double a = 2; a < 4294967295.0; a *= 1.37)
        for (double b = 2; b <= a; b *= 1.91)
            check_weight(&pair, (uint32_t)a, (uint32_t)b, &t);
    check_weight(&pair, UINT32_MAX, UINT32_MAX, &t);
    check_weight(&pair, 1, UINT32_MAX, &t);
    test_arena_end(&t);
}

/* Each row holds each column with a chance of 1 in `thinness`. */
static sm_csr random_rows(test_random *r, uint32_t rows, uint32_t cols, size_t thinness, sm_arena *arena) {
    sm_csr_builder b;
    assert_true(sm_csr_begin(&b, arena));
    for (uint32_t i = 0; i < rows; i++) {
        for (uint32_t k = 0; k < cols; k++)
            assert_true(test_random_below(r, thinness) != 0 || sm_csr_add(&b, k, (float)(1 + k % 3)));
        assert_true(sm_csr_end_row(&b));
    }
    return sm_csr_finish(&b, cols);
}

static uint32_t common(const sm_csr *m, uint32_t i, uint32_t j) {
    uint32_t n = 0;
    for (uint32_t a = m->start[i]; a < m->start[i + 1]; a++)
        for (uint32_t b = m->start[j]; b < m->start[j + 1]; b++)
            n += m->col[a] == m->col[b];
    return n;
}

static void check_against_dense(const sm_csr *m, const uint32_t *length, const double *z, test_arena *t) {
    sm_overlap g;
    double y[MOST], degree[MOST];
    assert_true(sm_overlap_init(&g, m, length, &t->arena));
    sm_overlap_votes(&g, z, y);
    assert_true(sm_overlap_degrees(&g, &t->arena, degree));
    for (uint32_t i = 0; i < m->n_rows; i++) {
        double votes = 0, sum = 0;
        for (uint32_t j = 0; j < m->n_rows; j++) {
            double w = i != j ? common(m, i, j) * weight(length[i], length[j]) : 0;
            votes += w * z[j];
            sum += w;
        }
        assert_near(y[i], votes); /* 0 where it is 0 */
        assert_near(degree[i], sum);
    }
}

static void test_random_rows(void **state) {
    (void)state;
    test_random r = {21};
    for (uint32_t rows = 0; rows <= MOST; rows++)
        for (size_t thinness = 2; thinness < 200; thinness *= 3) {
            test_arena t;
            uint32_t length[MOST];
            double z[MOST];
            test_arena_begin(&t);
            sm_csr m = random_rows(&r, rows, 1 + rows, thinness, &t.arena);
            for (uint32_t i = 0; i < rows; i++) {
                length[i] = (uint32_t)test_random_below(&r, 40);
                z[i] = test_random_below(&r, 9) == 0 ? 0 : test_random_unit(&r);
            }
            check_against_dense(&m, length, z, &t);
            test_arena_end(&t);
        }
}

/* Alone in its columns, a row has no degree at all, however the sums of the terms are rounded. */
static void test_rows_apart_are_exactly_0(void **state) {
    (void)state;
    test_arena t;
    sm_csr_builder b;
    sm_overlap g;
    uint32_t length[100];
    double degree[100];
    test_arena_begin(&t);
    assert_true(sm_csr_begin(&b, &t.arena));
    for (uint32_t i = 0; i < 100; i++) {
        for (uint32_t k = 0; k < 7; k++)
            assert_true(sm_csr_add(&b, 7 * i + k, 1));
        assert_true(sm_csr_end_row(&b));
        length[i] = i;
    }
    sm_csr m = sm_csr_finish(&b, 700);
    assert_true(sm_overlap_init(&g, &m, length, &t.arena) && sm_overlap_degrees(&g, &t.arena, degree));
    for (size_t i = 0; i < 100; i++)
        assert_true(degree[i] == 0);
    test_arena_end(&t);
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    test_arena matrix;
    test_random r = {22};
    static uint32_t length[2000];
    static double degree[2000];
    test_arena_begin(&matrix);
    sm_csr m = random_rows(&r, 2000, 300, 100, &matrix.arena);
    bool done = false;
    for (size_t n = 1; !done; n++) {
        test_arena t;
        sm_overlap g;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, false);
        done = sm_overlap_init(&g, &m, length, &t.arena) && sm_overlap_degrees(&g, &t.arena, degree);
        assert_int_equal(done, !test_memory_failed(&t.memory));
        assert_true(done || n < 20);
        test_arena_end(&t);
    }
    test_arena_end(&matrix);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_lengths),
        cmocka_unit_test(test_random_rows),
        cmocka_unit_test(test_rows_apart_are_exactly_0),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests_name("num/overlap", tests, NULL, NULL);
}
