#include "num/row_pagerank.h"

#include "support/memory.h"
#include "support/random.h"

#include <math.h>

enum {
    MOST = 60
};

/* The same by the formulas of the header, with the whole n x n matrix, at the fixed point: w[j][i] is the weight of j's vote for i. */
typedef struct graph {
    size_t n;
    double w[MOST][MOST];
} graph;

static double row_product(const sm_csr *a, size_t i, size_t j) {
    double row[MOST] = {0}, product = 0;
    for (uint32_t e = a->start[i]; e < a->start[i + 1]; e++)
        row[a->col[e]] = (double)a->val[e];
    for (uint32_t e = a->start[j]; e < a->start[j + 1]; e++)
        product += row[a->col[e]] * (double)a->val[e];
    return product;
}

static void make_graph(const sm_csr *a, double to_earlier, double to_later, graph *g) {
    g->n = a->n_rows;
    for (size_t j = 0; j < g->n; j++)
        for (size_t i = 0; i < g->n; i++)
            g->w[j][i] = i == j ? 0 : (i < j ? to_earlier : to_later) * row_product(a, i, j);
}

static double sum_of_votes(const graph *g, size_t j) {
    double sum = 0;
    for (size_t i = 0; i < g->n; i++)
        sum += g->w[j][i];
    return sum;
}

static double next_rank(const graph *g, const double *out, const double *x, size_t i, double damping, double teleport) {
    double received = 0;
    for (size_t j = 0; j < g->n; j++)
        if (out[j] > 0)
            received += g->w[j][i] * x[j] / out[j];
    return (1 - damping) * teleport + damping * received;
}

/* `teleport` NULL: everywhere alike. */
static void dense_pagerank(const graph *g, double damping, const double *teleport, double *x) {
    double out[MOST], next[MOST], moved = 1, sum = 0;
    for (size_t j = 0; j < g->n; j++) {
        out[j] = sum_of_votes(g, j);
        x[j] = 1;
    }
    while (moved > 1e-14) {
        moved = 0;
        for (size_t i = 0; i < g->n; i++) {
            next[i] = next_rank(g, out, x, i, damping, teleport != NULL ? teleport[i] : 1);
            moved = fmax(moved, fabs(next[i] - x[i]));
        }
        memcpy(x, next, g->n * sizeof *x);
    }
    for (size_t i = 0; i < g->n; i++)
        sum += x[i];
    for (size_t i = 0; i < g->n; i++)
        x[i] *= sum > 0 ? (double)g->n / sum : 0;
}

static bool random_matrix(test_random *r, uint32_t rows, uint32_t cols, size_t most_entries, sm_arena *arena,
                          sm_csr *m) {
    sm_csr_builder b;
    bool ok = sm_csr_begin(&b, arena);
    for (uint32_t i = 0; i < rows; i++) {
        for (size_t k = test_random_below(r, most_entries + 1); k > 0; k--)
            ok = ok && sm_csr_add(&b, (uint32_t)test_random_below(r, cols), (float)test_random_unit(r));
        ok = ok && sm_csr_end_row(&b);
    }
    *m = sm_csr_finish(&b, cols);
    return ok;
}

static const struct { double to_earlier, to_later; } DIRECTIONS[] = {{1, 0.85}, {1, 0}, {1, 1}, {0, 1}, {0.3, 2}};

enum {
    N_DIRECTIONS = sizeof DIRECTIONS / sizeof *DIRECTIONS
};

static double mean(const double *x, size_t n) {
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i];
    return sum / (double)n;
}

static double difference(const double *x, const double *y, size_t n) {
    double most = 0;
    for (size_t i = 0; i < n; i++)
        most = fmax(most, fabs(x[i] - y[i]));
    return most;
}

static void check_against_dense(test_random *r, uint32_t rows, uint32_t cols, size_t most_entries, size_t direction) {
    static graph g;
    test_arena t;
    sm_csr m, unit;
    double to_earlier = DIRECTIONS[direction].to_earlier, to_later = DIRECTIONS[direction].to_later;
    double x[MOST], expected[MOST];
    test_arena_begin(&t);
    assert_true(random_matrix(r, rows, cols, most_entries, &t.arena, &m));
    assert_true(sm_csr_unit_rows(&m, NULL, false, &t.arena, &unit));
    make_graph(&unit, to_earlier, to_later, &g);
    assert_true(sm_row_pagerank(&unit, &(sm_row_graph){to_earlier, to_later, 0.85, NULL}, &t.arena, x));
    dense_pagerank(&g, 0.85, NULL, expected);
    if (!(difference(x, expected, rows) < 1e-5) || !(fabs(mean(x, rows) - 1) < 1e-12))
        fail_msg("%u x %u, %g/%g: %g apart, mean %.15f", rows, cols, to_earlier, to_later,
                 difference(x, expected, rows), mean(x, rows));
    test_arena_end(&t);
}

static void test_rows_against_dense(void **state) {
    (void)state;
    test_random r = {11};
    for (uint32_t rows = 1; rows <= MOST; rows++)
        for (size_t direction = 0; direction < N_DIRECTIONS; direction++) {
            check_against_dense(&r, rows, 40, 6, direction);
            check_against_dense(&r, rows, 3 + rows / 2, 12, direction);
            check_against_dense(&r, rows, 60, 1, direction); /* most rows meet no other */
        }
}

/* A teleport of mean 1 that leads to some rows only, at every damping. */
static void test_teleport_against_dense(void **state) {
    (void)state;
    static graph g;
    static const double DAMPING[] = {0, 0.3, 0.85};
    test_random r = {14};
    for (uint32_t rows = 1; rows <= MOST; rows++)
        for (size_t k = 0; k < 3; k++) {
            test_arena t;
            sm_csr m, unit;
            double x[MOST], expected[MOST], teleport[MOST], sum = 0;
            test_arena_begin(&t);
            assert_true(random_matrix(&r, rows, 3 + rows / 2, 8, &t.arena, &m));
            assert_true(sm_csr_unit_rows(&m, NULL, false, &t.arena, &unit));
            for (size_t i = 0; i < rows; i++)
                sum += teleport[i] = i == rows / 2 || test_random_below(&r, 4) == 0 ? test_random_unit(&r) : 0;
            for (size_t i = 0; i < rows; i++)
                teleport[i] *= rows / sum;
            make_graph(&unit, 1, 1, &g);
            assert_true(sm_row_pagerank(&unit, &(sm_row_graph){1, 1, DAMPING[k], teleport}, &t.arena, x));
            dense_pagerank(&g, DAMPING[k], teleport, expected);
            if (!(difference(x, expected, rows) < 1e-5 * rows) || !(fabs(mean(x, rows) - 1) < 1e-12))
                fail_msg("%u rows, damping %g: %g apart", rows, DAMPING[k], difference(x, expected, rows));
            test_arena_end(&t);
        }
}

/* A teleport that is 1 everywhere is none; without damping, the teleport is all; one that leads nowhere gives 0. */
static void test_plain_teleports(void **state) {
    (void)state;
    test_random r = {15};
    test_arena t;
    sm_csr m;
    double x[MOST], y[MOST], ones[MOST], teleport[MOST], none[MOST] = {0};
    test_arena_begin(&t);
    assert_true(random_matrix(&r, MOST, 30, 6, &t.arena, &m));
    for (size_t i = 0; i < MOST; i++) {
        ones[i] = 1;
        teleport[i] = i % 3 == 0 ? 3 : 0;
    }
    assert_true(sm_row_pagerank(&m, &(sm_row_graph){1, 1, 0.85, NULL}, &t.arena, x));
    assert_true(sm_row_pagerank(&m, &(sm_row_graph){1, 1, 0.85, ones}, &t.arena, y));
    assert_memory_equal(x, y, sizeof x);
    assert_true(sm_row_pagerank(&m, &(sm_row_graph){1, 1, 0, teleport}, &t.arena, x));
    assert_true(difference(x, teleport, MOST) < 1e-12);
    assert_true(sm_row_pagerank(&m, &(sm_row_graph){1, 1, 0, none}, &t.arena, x));
    assert_true(difference(x, none, MOST) == 0);
    test_arena_end(&t);
}

/* A vote weighs by the direction it goes: of three equal rows under 1/0 all votes go to earlier ones. */
static void test_directions(void **state) {
    (void)state;
    test_arena t;
    sm_csr_builder b;
    double x[3];
    test_arena_begin(&t);
    assert_true(sm_csr_begin(&b, &t.arena));
    for (int i = 0; i < 3; i++)
        assert_true(sm_csr_add(&b, 0, 1) && sm_csr_end_row(&b));
    sm_csr m = sm_csr_finish(&b, 1);
    assert_true(sm_row_pagerank(&m, &(sm_row_graph){1, 0, 0.85, NULL}, &t.arena, x));
    assert_true(x[0] > x[1] && x[1] > x[2]);
    assert_true(sm_row_pagerank(&m, &(sm_row_graph){0, 1, 0.85, NULL}, &t.arena, x));
    assert_true(x[0] < x[1] && x[1] < x[2]);
    assert_true(sm_row_pagerank(&m, &(sm_row_graph){1, 1, 0.85, NULL}, &t.arena, x));
    assert_true(fabs(x[0] - 1) < 1e-12 && fabs(x[1] - 1) < 1e-12 && fabs(x[2] - 1) < 1e-12);
    test_arena_end(&t);
}

static void test_empty_rows(void **state) {
    (void)state;
    test_arena t;
    sm_csr_builder b;
    double x[3] = {7, 7, 7};
    test_arena_begin(&t);
    assert_true(sm_csr_begin(&b, &t.arena));
    sm_csr m = sm_csr_finish(&b, 0);
    assert_true(sm_row_pagerank(&m, &(sm_row_graph){1, 0.85, 0.85, NULL}, &t.arena, x));
    assert_true(x[0] == 7);
    for (int i = 0; i < 3; i++)
        assert_true(sm_csr_end_row(&b));
    m = sm_csr_finish(&b, 0);
    assert_true(sm_row_pagerank(&m, &(sm_row_graph){1, 0.85, 0.85, NULL}, &t.arena, x));
    for (size_t i = 0; i < 3; i++)
        assert_true(fabs(x[i] - 1) < 1e-12);
    test_arena_end(&t);
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    test_arena matrix;
    test_random r = {13};
    sm_csr m;
    double x[5000];
    test_arena_begin(&matrix);
    assert_true(random_matrix(&r, 5000, 3000, 3, &matrix.arena, &m));
    bool done = false;
    for (size_t n = 1; !done; n++) {
        test_arena t;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, false);
        done = sm_row_pagerank(&m, &(sm_row_graph){1, 0.85, 0.85, NULL}, &t.arena, x);
        assert_int_equal(done, !test_memory_failed(&t.memory));
        assert_true(done || n < 20);
        test_arena_end(&t);
    }
    test_arena_end(&matrix);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_against_dense), cmocka_unit_test(test_teleport_against_dense),
        cmocka_unit_test(test_plain_teleports),    cmocka_unit_test(test_directions),
        cmocka_unit_test(test_empty_rows),         cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
