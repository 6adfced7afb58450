/* The lazy greedy choice against one that works everything out anew at each step, on weighted coverage. */
#include "num/greedy.h"

#include "support/memory.h"
#include "support/random.h"

#include <math.h>

enum {
    ITEMS = 60,
    THINGS = 40,
    GROUPS = 5,
    ENOUGH = 1 << 20
};

/* An item gains the weight of the things it covers first; the price of a group falls while things are covered. */
typedef struct cover {
    bool covers[ITEMS][THINGS];
    double weight[THINGS];
    bool covered[THINGS];
    double price[GROUPS];
    uint32_t n_taken;
    size_t n_gains;
} cover;

static double gain(void *context, uint32_t item, size_t *work) {
    cover *c = context;
    double sum = 0;
    for (size_t t = 0; t < THINGS; t++)
        sum += c->covers[item][t] && !c->covered[t] ? c->weight[t] : 0;
    *work += 1;
    c->n_gains++;
    return sum;
}

static double toll(const void *context, uint32_t group) {
    const cover *c = context;
    return c->price[group] * cos((double)c->n_taken * (group + 1));
}

static void take(void *context, uint32_t item) {
    cover *c = context;
    for (size_t t = 0; t < THINGS; t++)
        c->covered[t] = c->covered[t] || c->covers[item][t];
    c->n_taken++;
}

/* Weights and prices are whole numbers and gains few, so that many are equal. */
static void make(test_random *r, cover *c) {
    *c = (cover){.n_taken = 0};
    size_t most = 1 + test_random_below(r, 6);
    for (size_t t = 0; t < THINGS; t++)
        c->weight[t] = (double)test_random_below(r, most);
    for (size_t i = 0; i < ITEMS; i++)
        for (size_t k = test_random_below(r, 8); k > 0; k--)
            c->covers[i][test_random_below(r, THINGS)] = true;
    for (size_t g = 0; g < GROUPS; g++)
        c->price[g] = (double)test_random_below(r, 4);
}

static void choose_plainly(cover c, const uint32_t *item, const uint32_t *group, uint32_t n, uint32_t *order) {
    bool taken[ITEMS] = {false};
    for (uint32_t step = 0; step < n; step++) {
        uint32_t best = n;
        double most = 0;
        size_t work = 0;
        for (uint32_t k = 0; k < n; k++) {
            double value = taken[k] ? 0 : gain(&c, item[k], &work) - (group != NULL ? toll(&c, group[k]) : 0);
            if (!taken[k] && (best == n || value > most)) {
                best = k;
                most = value;
            }
        }
        taken[best] = true;
        order[step] = item[best];
        take(&c, item[best]);
    }
}

/* Items are some of the numbers, ascending. */
static uint32_t make_items(test_random *r, uint32_t *item, uint32_t *group) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < ITEMS; i++)
        if (test_random_below(r, 4) > 0) {
            item[n] = i;
            group[n++] = (uint32_t)test_random_below(r, GROUPS);
        }
    return n;
}

static void test_against_plain(void **state) {
    (void)state;
    test_random r = {21};
    for (int k = 0; k < 100; k++) {
        cover c;
        uint32_t item[ITEMS], group[ITEMS], expected[ITEMS], order[ITEMS];
        test_arena t;
        make(&r, &c);
        uint32_t n = make_items(&r, item, group);
        bool tolls = k % 2 == 0;
        choose_plainly(c, item, tolls ? group : NULL, n, expected);
        test_arena_begin(&t);
        sm_greedy g = {item, n, gain, take, &c, ENOUGH, tolls ? toll : NULL, tolls ? group : NULL, GROUPS};
        assert_true(sm_greedy_order(&g, &t.arena, order));
        assert_memory_equal(order, expected, n * sizeof *order);
        assert_int_equal(c.n_taken, n);
        assert_true(c.n_gains < (size_t)n * n || n < 20);
        test_arena_end(&t);
    }
}

/* Once the work is spent, the rest follow by what was known: without any, by what each gains alone. */
static void test_work_is_bounded(void **state) {
    (void)state;
    static const uint32_t ITEM[] = {2, 5, 7, 8}, GROUP[] = {0, 1, 0, 1};
    cover c = {.weight = {4, 2, 1}, .price = {0, 0}};
    uint32_t order[4];
    test_arena t;
    c.covers[2][2] = c.covers[5][0] = c.covers[5][1] = c.covers[7][0] = c.covers[8][1] = true;
    test_arena_begin(&t);
    sm_greedy g = {ITEM, 4, gain, take, &c, 0, toll, GROUP, 2};
    assert_true(sm_greedy_order(&g, &t.arena, order));
    assert_int_equal(c.n_gains, 4);
    static const uint32_t ALONE[] = {5, 7, 8, 2}, EXACT[] = {5, 2, 7, 8};
    assert_memory_equal(order, ALONE, sizeof order);
    g.most_work = ENOUGH;
    assert_true(sm_greedy_order(&g, &t.arena, order));
    assert_memory_equal(order, EXACT, sizeof order);
    test_arena_end(&t);
}

static void test_nothing_to_choose(void **state) {
    (void)state;
    cover c = {.n_taken = 0};
    test_arena t;
    test_arena_begin(&t);
    sm_greedy g = {NULL, 0, gain, take, &c, ENOUGH, toll, NULL, 0};
    assert_true(sm_greedy_order(&g, &t.arena, NULL));
    test_arena_end(&t);
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    enum {
        MANY = 3000
    };
    static uint32_t item[MANY], order[MANY]; /* items without a thing to cover */
    bool done = false;
    for (size_t n = 1; !done; n++) {
        cover c = {.n_taken = 0};
        test_arena t;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, false);
        sm_greedy g = {item, MANY, gain, take, &c, 0, NULL, NULL, 0};
        done = sm_greedy_order(&g, &t.arena, order);
        assert_int_equal(done, !test_memory_failed(&t.memory));
        assert_true(done || n < 20);
        test_arena_end(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_against_plain),
        cmocka_unit_test(test_work_is_bounded),
        cmocka_unit_test(test_nothing_to_choose),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests_name("num/greedy", tests, NULL, NULL);
}
