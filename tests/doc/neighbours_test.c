/* Neighbours against products of whole rows, and against pairs of rows where a text is too long for that. */
#include "doc/neighbours.h"
#include "support/document.h"

static void make(test_random *r, uint32_t n_rows, uint32_t n_cols, uint32_t density, sm_arena *arena, sm_csr *m) {
    sm_csr_builder b;
    assert_true(sm_csr_begin(&b, arena));
    for (uint32_t i = 0; i < n_rows; i++) {
        for (uint32_t j = 0; j < n_cols; j++)
            if (test_random_below(r, 100) < density)
                assert_true(sm_csr_add(&b, j, (float)test_random_below(r, 4)));
        assert_true(sm_csr_end_row(&b));
    }
    *m = sm_csr_finish(&b, n_cols);
}

/* val[row * n_cols + column], and how many rows with that column come before. */
static void spread(const sm_csr *m, double *val, uint32_t *rank) {
    for (uint32_t c = 0; c < m->n_cols; c++) {
        uint32_t n = 0;
        for (uint32_t i = 0; i < m->n_rows; i++) {
            val[i * m->n_cols + c] = 0;
            rank[i * m->n_cols + c] = n;
            for (uint32_t e = m->start[i]; e < m->start[i + 1]; e++)
                if (m->col[e] == c) {
                    val[i * m->n_cols + c] = (double)m->val[e];
                    n++;
                }
        }
    }
}

static double product(const double *val, const uint32_t *rank, uint32_t n_cols, uint32_t i, uint32_t j,
                      uint32_t reach) {
    double sum = 0;
    for (uint32_t c = 0; c < n_cols; c++) {
        uint32_t a = rank[i * n_cols + c], b = rank[j * n_cols + c];
        if ((a > b ? a - b : b - a) <= reach)
            sum += val[i * n_cols + c] * val[j * n_cols + c];
    }
    return sum;
}

static void check(const sm_csr *m, uint32_t every, sm_arena *arena, sm_neighbours *nb) {
    double *val = sm_arena_get(arena, (size_t)m->n_rows * m->n_cols, sizeof *val);
    uint32_t *rank = sm_arena_get(arena, (size_t)m->n_rows * m->n_cols, sizeof *rank);
    assert_non_null(val);
    assert_non_null(rank);
    spread(m, val, rank);
    assert_true(sm_neighbours_init(nb, m, arena));
    for (uint32_t i = 0; i < m->n_rows; i += every) {
        uint32_t n = 0;
        sm_neighbours_find(nb, i);
        for (uint32_t j = 0; j < m->n_rows; j++) {
            double expected = product(val, rank, m->n_cols, i, j, nb->reach);
            assert_true(nb->product[j] == expected);
            n += expected > 0;
        }
        for (uint32_t k = 0; k < nb->n; k++)
            n -= nb->product[nb->row[k]] > 0;
        assert_int_equal(n, 0);
    }
}

static void test_all_rows_meet_in_short_texts(void **state) {
    (void)state;
    test_random r = {41};
    for (int k = 0; k < 30; k++) {
        test_arena t;
        sm_csr m;
        sm_neighbours nb;
        test_arena_begin(&t);
        make(&r, (uint32_t)test_random_below(&r, 60), (uint32_t)test_random_below(&r, 20),
             (uint32_t)test_random_below(&r, 101), &t.arena, &m);
        check(&m, 1, &t.arena, &nb);
        assert_true(nb.reach >= m.n_rows);
        test_arena_end(&t);
    }
}

/* 5000 rows of 3 columns out of 4 would take 19 million steps each. */
static void test_steps_are_bounded_in_long_texts(void **state) {
    (void)state;
    test_random r = {42};
    test_arena t;
    sm_csr m;
    sm_neighbours nb;
    uint64_t steps = 0;
    test_arena_begin(&t);
    make(&r, 5000, 4, 75, &t.arena, &m);
    check(&m, 97, &t.arena, &nb);
    assert_true(nb.reach >= 64 && nb.reach < 5000);
    for (uint32_t i = 0; i < m.n_rows; i++)
        steps += sm_neighbours_find(&nb, i);
    assert_true(steps <= SM_NEIGHBOUR_FREE + SM_NEIGHBOUR_STEPS * (uint64_t)m.start[m.n_rows]);
    test_arena_end(&t);
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    test_random r = {43};
    test_arena matrix;
    sm_csr m;
    bool done = false;
    test_arena_begin(&matrix);
    make(&r, 2000, 5, 50, &matrix.arena, &m);
    for (size_t n = 1; !done; n++) {
        test_arena t;
        sm_neighbours nb;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, false);
        done = sm_neighbours_init(&nb, &m, &t.arena);
        assert_int_equal(done, !test_memory_failed(&t.memory));
        assert_true(done || n < 20);
        test_arena_end(&t);
    }
    test_arena_end(&matrix);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_rows_meet_in_short_texts),
        cmocka_unit_test(test_steps_are_bounded_in_long_texts),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests_name("doc/neighbours", tests, NULL, NULL);
}
