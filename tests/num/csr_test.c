#include "num/csr.h"

#include "support/memory.h"
#include "support/random.h"

#include <math.h>

enum {
    ROWS = 30,
    COLS = 25
};

typedef struct dense {
    float val[ROWS][COLS];
    bool set[ROWS][COLS];
} dense;

/* Random entries, several for some places, none in some rows, noted in both. */
static bool build(sm_arena *arena, uint64_t seed, dense *d, sm_csr *m) {
    test_random r = {seed};
    sm_csr_builder b;
    *d = (dense){0};
    if (!sm_csr_begin(&b, arena))
        return false;
    for (size_t i = 0; i < ROWS; i++) {
        for (size_t k = i % 4 == 0 ? 0 : test_random_below(&r, 20); k > 0; k--) {
            uint32_t col = (uint32_t)test_random_below(&r, COLS - 3);
            float val = (float)test_random_unit(&r);
            d->val[i][col] += val;
            d->set[i][col] = true;
            if (!sm_csr_add(&b, col, val))
                return false;
        }
        if (!sm_csr_end_row(&b))
            return false;
    }
    *m = sm_csr_finish(&b, COLS);
    return true;
}

static void assert_equals_dense(const sm_csr *m, const dense *d) {
    bool seen[ROWS][COLS] = {0};
    assert_int_equal(m->n_rows, ROWS);
    assert_int_equal(m->n_cols, COLS);
    assert_int_equal(m->start[0], 0);
    for (size_t i = 0; i < ROWS; i++)
        for (uint32_t e = m->start[i]; e < m->start[i + 1]; e++) {
            assert_false(seen[i][m->col[e]]);
            seen[i][m->col[e]] = true;
            assert_true(m->val[e] == d->val[i][m->col[e]]);
        }
    assert_memory_equal(seen, d->set, sizeof seen);
}

static void test_builder_against_dense(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        test_arena t;
        dense d;
        sm_csr m;
        test_arena_begin(&t);
        assert_true(build(&t.arena, seed, &d, &m));
        assert_equals_dense(&m, &d);
        test_arena_end(&t);
    }
}

static void test_equal_columns_add_up_within_a_row_only(void **state) {
    (void)state;
    test_arena t;
    sm_csr_builder b;
    test_arena_begin(&t);
    assert_true(sm_csr_begin(&b, &t.arena));
    assert_true(sm_csr_add(&b, 4, 1) && sm_csr_add(&b, 2, 3) && sm_csr_add(&b, 4, 2) && sm_csr_end_row(&b));
    assert_true(sm_csr_end_row(&b));
    assert_true(sm_csr_add(&b, 4, 5) && sm_csr_end_row(&b));
    sm_csr m = sm_csr_finish(&b, 7);
    assert_int_equal(m.n_rows, 3);
    assert_int_equal(m.n_cols, 7);
    assert_int_equal(m.start[1], 2);
    assert_int_equal(m.start[2], 2);
    assert_int_equal(m.start[3], 3);
    float in_4 = m.col[0] == 4 ? m.val[0] : m.val[1], in_2 = m.col[0] == 2 ? m.val[0] : m.val[1];
    assert_true(in_4 == 3 && in_2 == 3);
    assert_true(m.col[2] == 4 && m.val[2] == 5);
    test_arena_end(&t);
}

static void test_empty_matrix(void **state) {
    (void)state;
    test_arena t;
    sm_csr_builder b;
    sm_csr unit;
    test_arena_begin(&t);
    assert_true(sm_csr_begin(&b, &t.arena));
    sm_csr m = sm_csr_finish(&b, 0);
    assert_int_equal(m.n_rows, 0);
    assert_int_equal(m.start[0], 0);
    assert_non_null(sm_csr_column_counts(&m, &t.arena));
    assert_non_null(sm_csr_row_sums(&m, &t.arena));
    assert_true(sm_csr_unit_rows(&m, NULL, false, &t.arena, &unit));
    assert_int_equal(unit.n_rows, 0);
    assert_true(sm_csr_transpose(&m, &t.arena, &unit));
    assert_true(unit.n_rows == 0 && unit.start[0] == 0);
    test_arena_end(&t);
}

static void test_column_counts(void **state) {
    (void)state;
    test_arena t;
    dense d;
    sm_csr m;
    test_arena_begin(&t);
    assert_true(build(&t.arena, 77, &d, &m));
    uint32_t *count = sm_csr_column_counts(&m, &t.arena);
    assert_non_null(count);
    for (size_t col = 0; col < COLS; col++) {
        uint32_t rows = 0;
        for (size_t i = 0; i < ROWS; i++)
            rows += d.set[i][col];
        assert_int_equal(count[col], rows);
    }
    assert_int_equal(count[COLS - 1], 0);
    test_arena_end(&t);
}

/* Entries stay in their order, in rows that keep their numbers; columns of one row are gone. */
static void test_shared_columns(void **state) {
    (void)state;
    test_arena t;
    sm_csr_builder b;
    sm_csr m, shared;
    static const uint32_t COLUMNS[] = {4, 1, 3, 0, 3, 4};
    test_arena_begin(&t);
    assert_true(sm_csr_begin(&b, &t.arena));
    for (uint32_t k = 0; k < 6; k++) {
        assert_true(sm_csr_add(&b, COLUMNS[k], (float)(k + 1)));
        assert_true(k % 3 != 2 || sm_csr_end_row(&b));
    }
    assert_true(sm_csr_end_row(&b));
    m = sm_csr_finish(&b, 6);
    assert_true(sm_csr_shared(&m, &t.arena, &shared));
    static const uint32_t START[] = {0, 2, 4, 4}, COL[] = {1, 0, 0, 1};
    static const float VAL[] = {1, 3, 5, 6};
    assert_int_equal(shared.n_rows, 3);
    assert_int_equal(shared.n_cols, 2);
    assert_memory_equal(shared.start, START, sizeof START);
    assert_memory_equal(shared.col, COL, sizeof COL);
    assert_memory_equal(shared.val, VAL, sizeof VAL);
    m = sm_csr_finish(&(sm_csr_builder){.start = b.start}, 0);
    m.n_rows = 0;
    assert_true(sm_csr_shared(&m, &t.arena, &shared));
    assert_int_equal(shared.n_rows + shared.n_cols + shared.start[0], 0);
    test_arena_end(&t);
}

static void test_row_sums(void **state) {
    (void)state;
    test_arena t;
    dense d;
    sm_csr m;
    test_arena_begin(&t);
    assert_true(build(&t.arena, 78, &d, &m));
    const double *sum = sm_csr_row_sums(&m, &t.arena);
    assert_non_null(sum);
    for (size_t i = 0; i < ROWS; i++) {
        double expected = 0;
        for (size_t col = 0; col < COLS; col++)
            expected += (double)d.val[i][col];
        assert_true(fabs(sum[i] - expected) < 1e-9);
    }
    test_arena_end(&t);
}

static void test_transpose(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        test_arena t;
        dense d;
        sm_csr m, turned, back;
        test_arena_begin(&t);
        assert_true(build(&t.arena, seed, &d, &m));
        assert_true(sm_csr_transpose(&m, &t.arena, &turned) && sm_csr_transpose(&turned, &t.arena, &back));
        assert_int_equal(turned.n_rows, COLS);
        assert_int_equal(turned.n_cols, ROWS);
        for (size_t j = 0; j < COLS; j++)
            for (uint32_t e = turned.start[j]; e < turned.start[j + 1]; e++) {
                assert_true(e == turned.start[j] || turned.col[e] > turned.col[e - 1]);
                assert_true(turned.val[e] == d.val[turned.col[e]][j]);
            }
        assert_equals_dense(&back, &d);
        test_arena_end(&t);
    }
}

static double expected_entry(const dense *d, size_t i, size_t col, const double *weight, bool binary) {
    if (!d->set[i][col])
        return 0;
    return (weight != NULL ? weight[col] : 1) * (binary ? 1 : (double)d->val[i][col]);
}

static void check_unit_rows(const dense *d, const sm_csr *m, const double *weight, bool binary, sm_arena *arena) {
    sm_csr unit;
    assert_true(sm_csr_unit_rows(m, weight, binary, arena, &unit));
    assert_ptr_equal(unit.start, m->start);
    assert_ptr_equal(unit.col, m->col);
    for (size_t i = 0; i < ROWS; i++) {
        double expected = 0, length = 0;
        for (size_t col = 0; col < COLS; col++)
            expected += pow(expected_entry(d, i, col, weight, binary), 2);
        for (uint32_t e = m->start[i]; e < m->start[i + 1]; e++) {
            double entry = expected_entry(d, i, m->col[e], weight, binary);
            double scaled = expected > 0 ? entry / sqrt(expected) : 0;
            assert_true(fabs((double)unit.val[e] - scaled) < 1e-6);
            length += pow((double)unit.val[e], 2);
        }
        assert_true(fabs(length - (expected > 0 ? 1 : 0)) < 1e-5);
    }
}

static void test_unit_rows(void **state) {
    (void)state;
    test_arena t;
    test_random r = {8};
    dense d;
    sm_csr m;
    double weight[COLS];
    test_arena_begin(&t);
    for (uint64_t seed = 1; seed <= 10; seed++) {
        assert_true(build(&t.arena, seed, &d, &m));
        for (size_t col = 0; col < COLS; col++)
            weight[col] = col % 5 == 0 ? 0 : 10 * test_random_unit(&r);
        check_unit_rows(&d, &m, NULL, false, &t.arena);
        check_unit_rows(&d, &m, NULL, true, &t.arena);
        check_unit_rows(&d, &m, weight, false, &t.arena);
        check_unit_rows(&d, &m, weight, true, &t.arena);
        assert_equals_dense(&m, &d);
    }
    test_arena_end(&t);
}

static void test_rows_of_weight_zero_stay_zero(void **state) {
    (void)state;
    static const double WEIGHT[] = {0, 0};
    test_arena t;
    sm_csr_builder b;
    sm_csr unit;
    test_arena_begin(&t);
    assert_true(sm_csr_begin(&b, &t.arena));
    assert_true(sm_csr_add(&b, 0, 3) && sm_csr_add(&b, 1, 4) && sm_csr_end_row(&b));
    sm_csr m = sm_csr_finish(&b, 2);
    assert_true(sm_csr_unit_rows(&m, WEIGHT, false, &t.arena, &unit));
    assert_true(unit.val[0] == 0 && unit.val[1] == 0);
    test_arena_end(&t);
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    static const double WEIGHT[COLS] = {1};
    bool done = false;
    for (size_t n = 1; !done; n++) {
        test_arena t;
        dense d;
        sm_csr m, unit, turned;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, true);
        done = build(&t.arena, 5, &d, &m) && sm_csr_column_counts(&m, &t.arena) != NULL &&
               sm_csr_row_sums(&m, &t.arena) != NULL && sm_csr_transpose(&m, &t.arena, &turned) &&
               sm_csr_unit_rows(&m, WEIGHT, false, &t.arena, &unit);
        assert_int_equal(done, !test_memory_failed(&t.memory));
        assert_true(done || n < 100);
        test_arena_end(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_builder_against_dense),
        cmocka_unit_test(test_equal_columns_add_up_within_a_row_only),
        cmocka_unit_test(test_empty_matrix),
        cmocka_unit_test(test_column_counts),
        cmocka_unit_test(test_shared_columns),
        cmocka_unit_test(test_row_sums),
        cmocka_unit_test(test_transpose),
        cmocka_unit_test(test_unit_rows),
        cmocka_unit_test(test_rows_of_weight_zero_stay_zero),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
