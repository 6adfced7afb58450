#include "num/pagerank.h"

#include "support/memory.h"
#include "support/random.h"

#include <math.h>

enum {
    MOST = 5
};

/* A graph with all its edges: w[j][i] is the weight of j's vote for i. */
typedef struct graph {
    size_t n;
    double w[MOST][MOST];
} graph;

static void dense_votes(const void *context, const double *z, double *y) {
    const graph *g = context;
    for (size_t i = 0; i < g->n; i++) {
        y[i] = 0;
        for (size_t j = 0; j < g->n; j++)
            y[i] += g->w[j][i] * z[j];
    }
}

/* A star: the middle gets every leaf's vote, x_m = 0.15 + 0.85 k x_l, and each leaf a share, x_l = 0.15 + 0.85 x_m / k.
 * Nothing is lost, so the mean is 1 before any scaling. */
static void test_star(void **state) {
    (void)state;
    static graph g;
    enum {
        LEAVES = 4
    };
    test_arena t;
    double out[LEAVES + 1] = {LEAVES, 1, 1, 1, 1}, x[LEAVES + 1];
    g = (graph){.n = LEAVES + 1};
    for (size_t leaf = 1; leaf <= LEAVES; leaf++)
        g.w[0][leaf] = g.w[leaf][0] = 1;
    test_arena_begin(&t);
    assert_true(sm_pagerank(g.n, dense_votes, &g, out, 0.85, &t.arena, x));
    double middle = (0.15 + 0.85 * LEAVES * 0.15) / (1 - 0.85 * 0.85), leaf = 0.15 + 0.85 * middle / LEAVES;
    assert_true(fabs(x[0] - middle) < 1e-5);
    for (size_t i = 1; i <= LEAVES; i++)
        assert_true(fabs(x[i] - leaf) < 1e-5);
    test_arena_end(&t);
}

/* 0 votes for 1, which votes for nobody; 2 is alone: 0.15, 0.15 + 0.85 * 0.15 and 0.15, scaled. */
static void test_dangling_nodes(void **state) {
    (void)state;
    static graph g;
    test_arena t;
    double out[] = {5, 0, 0}, x[3], scale = 3 / (0.15 + 0.2775 + 0.15);
    g = (graph){.n = 3};
    g.w[0][1] = 5;
    test_arena_begin(&t);
    assert_true(sm_pagerank(3, dense_votes, &g, out, 0.85, &t.arena, x));
    assert_true(fabs(x[0] - 0.15 * scale) < 1e-12);
    assert_true(fabs(x[1] - 0.2775 * scale) < 1e-12);
    assert_true(fabs(x[2] - 0.15 * scale) < 1e-12);
    test_arena_end(&t);
}

static void test_without_votes_all_are_equal(void **state) {
    (void)state;
    static graph g;
    test_arena t;
    double out[] = {2, 2, 2}, x[3];
    g = (graph){.n = 3, .w = {{0, 2, 0}, {0, 0, 2}, {0, 2, 0}}};
    test_arena_begin(&t);
    assert_true(sm_pagerank(3, dense_votes, &g, out, 0, &t.arena, x));
    for (size_t i = 0; i < 3; i++)
        assert_true(x[i] == 1);
    test_arena_end(&t);
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    static graph g;
    bool done = false;
    g = (graph){.n = 2, .w = {{0, 1}, {1, 0}}};
    for (size_t n = 1; !done; n++) {
        test_arena t;
        double out[] = {1, 1}, x[2];
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, false);
        done = sm_pagerank(g.n, dense_votes, &g, out, 0.85, &t.arena, x);
        assert_int_equal(done, !test_memory_failed(&t.memory));
        assert_true(done || n < 20);
        test_arena_end(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_star),
        cmocka_unit_test(test_dangling_nodes),
        cmocka_unit_test(test_without_votes_all_are_equal),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
