/* The knapsack against all subsets. */
#include "select/fill.h"
#include "support/document.h"

enum {
    ITEMS = 14
};

typedef struct problem {
    size_t n, capacity, length[ITEMS];
    double value[ITEMS];
    size_t more; /* one more item than may be chosen; 0: all may */
} problem;

static size_t most_items(const problem *p) {
    return p->more > 0 ? p->more - 1 : SIZE_MAX;
}

static double best_of_all_subsets(const problem *p) {
    double best = 0;
    for (uint32_t subset = 0; subset < 1u << p->n; subset++) {
        size_t length = 0, items = 0;
        double value = 0;
        for (size_t i = 0; i < p->n; i++)
            if ((subset >> i & 1) != 0) {
                length += p->length[i];
                value += p->value[i];
                items++;
            }
        if (length <= p->capacity && items <= most_items(p) && value > best)
            best = value;
    }
    return best;
}

static double fill(const problem *p, bool *chosen) {
    test_arena t;
    size_t length = 0, items = 0;
    double value = 0;
    test_arena_begin(&t);
    assert_true(sm_fill(p->n, p->length, p->value, (sm_fill_limits){p->capacity, most_items(p)}, &t.arena, chosen));
    test_arena_end(&t);
    for (size_t i = 0; i < p->n; i++)
        if (chosen[i]) {
            length += p->length[i];
            value += p->value[i];
            items++;
        }
    assert_true(length <= p->capacity && items <= most_items(p));
    return value;
}

static void test_all_subsets(void **state) {
    (void)state;
    test_random r = {3};
    for (int k = 0; k < 400; k++) {
        bool chosen[ITEMS];
        problem p = {.n = test_random_below(&r, ITEMS + 1), .capacity = test_random_below(&r, 120)};
        for (size_t i = 0; i < p.n; i++) {
            p.length[i] = 1 + test_random_below(&r, 30);
            p.value[i] = k % 2 == 0 ? test_random_unit(&r) : (double)test_random_below(&r, 5);
        }
        assert_close(fill(&p, chosen), best_of_all_subsets(&p), 1e-12);
    }
}

/* With every limit on the number of items, from none to more than there are. */
static void test_all_subsets_of_some_items(void **state) {
    (void)state;
    test_random r = {5};
    for (int k = 0; k < 150; k++) {
        bool chosen[ITEMS];
        problem p = {.n = test_random_below(&r, ITEMS - 2), .capacity = test_random_below(&r, 120)};
        for (size_t i = 0; i < p.n; i++) {
            p.length[i] = 1 + test_random_below(&r, 30);
            p.value[i] = k % 2 == 0 ? test_random_unit(&r) : (double)test_random_below(&r, 5);
        }
        for (p.more = 1; p.more <= p.n + 3; p.more++)
            assert_close(fill(&p, chosen), best_of_all_subsets(&p), 1e-12);
    }
}

static const struct {
    problem given;
    const char *chosen;
} CASES[] = {
    {{.n = 0, .capacity = 10}, ""},
    {{.n = 2, .capacity = 0, .length = {1, 1}, .value = {1, 1}}, "00"},
    {{.n = 2, .capacity = 4, .length = {5, 5}, .value = {1, 1}}, "00"},
    {{.n = 2, .capacity = 10, .length = {5, 5}, .value = {1, 1}}, "11"},
    {{.n = 2, .capacity = 9, .length = {5, 5}, .value = {1, 1}}, "10"}, /* equal values: the first */
    {{.n = 3, .capacity = 10, .length = {6, 5, 5}, .value = {7, 5, 5}}, "011"},
    {{.n = 3, .capacity = 9, .length = {6, 5, 5}, .value = {7, 5, 5}}, "100"},
    {{.n = 2, .capacity = 10, .length = {10, 1}, .value = {0, 0}}, "00"},
    {{.n = 3, .capacity = 10, .length = {6, 5, 5}, .value = {7, 5, 5}, .more = 1}, "000"}, /* no item at all */
    {{.n = 3, .capacity = 10, .length = {6, 5, 5}, .value = {7, 5, 5}, .more = 2}, "100"},
    {{.n = 3, .capacity = 10, .length = {6, 5, 5}, .value = {7, 5, 5}, .more = 3}, "011"},
    {{.n = 3, .capacity = 10, .length = {1, 1, 1}, .value = {1, 1, 1}, .more = 3}, "110"}, /* equal: the first */
    {{.n = 3, .capacity = 10, .length = {1, 1, 1}, .value = {1, 1, 1}, .more = 4}, "111"},
    {{.n = 3, .capacity = 0, .length = {1, 1, 1}, .value = {1, 1, 1}, .more = 3}, "000"},
    {{.n = 0, .capacity = 10, .more = 1}, ""},
    {{.n = 1, .capacity = SM_FILL_MAX, .length = {SM_FILL_MAX}, .value = {1}}, "1"},
    {{.n = 1, .capacity = SM_FILL_MAX, .length = {SM_FILL_MAX + 1}, .value = {1}}, "0"},
};

static void test_cases(void **state) {
    (void)state;
    for (size_t k = 0; k < COUNT_OF(CASES); k++) {
        bool chosen[ITEMS];
        fill(&CASES[k].given, chosen);
        for (size_t i = 0; i < CASES[k].given.n; i++)
            if (chosen[i] != (CASES[k].chosen[i] == '1'))
                fail_msg("case %zu, item %zu", k, i);
    }
}

/* All but the last SM_FILL_MAX units go to the items in their order, whatever they are worth. */
static void test_above_the_maximum(void **state) {
    (void)state;
    problem p = {.n = 5, .length = {1000, 90000, 1000, 3000, 4000}, .value = {0.5, 9, 0.1, 2, 3}};
    bool chosen[ITEMS];
    p.capacity = SM_FILL_MAX + 1500; /* 0 and 2 in order, then the better of 3 and 4 that fits */
    fill(&p, chosen);
    assert_true(chosen[0] && !chosen[1] && chosen[2] && chosen[3] && !chosen[4]);
    p.capacity = SM_FILL_MAX + 500; /* 0 in order; what is left has room for one of 3 and 4, or 2 and 3 */
    fill(&p, chosen);
    assert_true(chosen[0] && !chosen[1]);
    assert_true(chosen[3] != chosen[4]);
}

/* Nothing but the items takes memory. */
static void test_room_for_all(void **state) {
    (void)state;
    static const size_t CAPACITY[] = {1u << 20, 1u << 30, SIZE_MAX / 8, SIZE_MAX - 1};
    const problem three = {.n = 3, .length = {1000, 90000, 17}, .value = {0.5, 9, 0.1}};
    for (size_t k = 0; k < COUNT_OF(CAPACITY); k++) {
        test_arena t;
        bool chosen[ITEMS] = {false};
        test_arena_begin(&t);
        assert_true(
            sm_fill(three.n, three.length, three.value, (sm_fill_limits){CAPACITY[k], SIZE_MAX}, &t.arena, chosen));
        assert_true(t.memory.peak < 1u << 20);
        assert_true(chosen[0] && chosen[1] && chosen[2]);
        test_arena_end(&t);
    }
}

static void test_many_above_the_maximum(void **state) {
    (void)state;
    enum {
        MANY = 300
    };
    static size_t length[MANY];
    static double value[MANY];
    static bool chosen[MANY];
    test_random r = {4};
    for (size_t capacity = SM_FILL_MAX - 1; capacity < 12000; capacity += 997) {
        test_arena t;
        size_t used = 0, in_order = 0;
        for (size_t i = 0; i < MANY; i++) {
            length[i] = 1 + test_random_below(&r, 100);
            value[i] = test_random_unit(&r);
        }
        test_arena_begin(&t);
        assert_true(sm_fill(MANY, length, value, (sm_fill_limits){capacity, SIZE_MAX}, &t.arena, chosen));
        test_arena_end(&t);
        for (size_t i = 0; i < MANY && in_order + SM_FILL_MAX < capacity; in_order += length[i++])
            assert_true(chosen[i]);
        for (size_t i = 0; i < MANY; i++)
            used += chosen[i] ? length[i] : 0;
        assert_true(used <= capacity);
    }
}

enum {
    CROWD = 600
};

/* Items of length 1 to 40, worth between 0 and 1. */
static void make_crowd(test_random *r, size_t *length, double *value) {
    for (size_t i = 0; i < CROWD; i++) {
        length[i] = 1 + test_random_below(r, 40);
        value[i] = test_random_unit(r);
    }
}

/* The most value of items first .. CROWD - 1 with `items` of them at most, one layer for each number of items. */
static double best_of_rest(const size_t *length, const double *value, size_t first, size_t items, size_t capacity) {
    size_t width = capacity + 1;
    double *best = calloc((items + 1) * width, sizeof *best);
    assert_non_null(best);
    for (size_t i = first; i < CROWD; i++)
        for (size_t k = items; k > 0; k--)
            for (size_t c = capacity; c >= length[i]; c--)
                best[k * width + c] = fmax(best[k * width + c], best[(k - 1) * width + c - length[i]] + value[i]);
    double most = best[items * width + capacity];
    free(best);
    return most;
}

/* Where a table for all items would be too large, the first go in their order, and the rest is exact. */
static void test_beyond_the_cells(void **state) {
    (void)state;
    static size_t length[CROWD];
    static double value[CROWD];
    static bool chosen[CROWD];
    static const size_t LIMITS[][2] = {{20, 1500}, {100, 4000}, {300, 4096}, {599, 2000}, {0, 4096}, {1, 4096}};
    test_random r = {6};
    make_crowd(&r, length, value);
    for (size_t k = 0; k < COUNT_OF(LIMITS); k++) {
        size_t items = LIMITS[k][0], left = LIMITS[k][1], i = 0, n = 0, used = 0;
        double sum = 0;
        test_arena t;
        test_arena_begin(&t);
        assert_true(sm_fill(CROWD, length, value, (sm_fill_limits){left, items}, &t.arena, chosen));
        assert_true(t.memory.peak < 2 * (size_t)SM_FILL_CELLS);
        test_arena_end(&t);
        for (; (CROWD - i) * (items + 1) * (left + 1) > SM_FILL_CELLS; i++) {
            assert_int_equal(chosen[i], items > 0 && length[i] <= left);
            left -= chosen[i] ? length[i] : 0;
            items -= chosen[i];
        }
        assert_int_equal(i > 0, items > 1);
        double best = best_of_rest(length, value, i, items, left);
        for (; i < CROWD; i++) {
            sum += chosen[i] ? value[i] : 0;
            used += chosen[i] ? length[i] : 0;
            n += chosen[i];
        }
        assert_true(n <= items && used <= left);
        assert_close(sum, best, 1e-12);
    }
}

static void test_no_memory(void **state) {
    (void)state;
    size_t length[2] = {5, 5};
    double value[2] = {1, 2};
    bool chosen[2];
    for (size_t items = 1; items <= 2; items++) {
        test_arena t;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, 1, true);
        assert_false(sm_fill(2, length, value, (sm_fill_limits){7, items}, &t.arena, chosen));
        test_arena_end(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_subsets),
        cmocka_unit_test(test_all_subsets_of_some_items),
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_above_the_maximum),
        cmocka_unit_test(test_room_for_all),
        cmocka_unit_test(test_many_above_the_maximum),
        cmocka_unit_test(test_beyond_the_cells),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests_name("select/fill", tests, NULL, NULL);
}
