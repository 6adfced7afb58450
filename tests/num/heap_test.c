#include "num/heap.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
    MOST = 200
};

static int by_value_then_id(const void *a, const void *b) {
    const sm_ranked *x = a, *y = b;
    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

/* Few different values, so that many are equal; ids in no order. */
static void make_values(test_random *r, sm_ranked *at, size_t n, size_t n_values) {
    for (size_t i = 0; i < n; i++) {
        at[i].value = (double)test_random_below(r, n_values) / 4 - 1;
        at[i].id = (uint32_t)((i * 73) % 211);
    }
}

static void assert_in_place(const sm_heap *heap) {
    for (size_t i = 1; i < heap->n; i++)
        assert_true(by_value_then_id(&heap->at[(i - 1) / 2], &heap->at[i]) < 0);
}

static void test_pops_in_order(void **state) {
    (void)state;
    test_random r = {9};
    for (size_t n = 0; n <= MOST; n++) {
        sm_ranked at[MOST + 1] = {{0, 0}}, sorted[MOST + 1];
        make_values(&r, at, n, 1 + n / 3);
        memcpy(sorted, at, sizeof sorted);
        qsort(sorted, n, sizeof *sorted, by_value_then_id);
        sm_heap heap = {at, n};
        sm_heap_build(&heap);
        assert_in_place(&heap);
        for (size_t i = 0; i < n; i++) {
            sm_ranked first = sm_heap_pop(&heap);
            assert_int_equal(heap.n, n - i - 1);
            assert_true(first.value == sorted[i].value && first.id == sorted[i].id);
            assert_in_place(&heap);
        }
    }
}

static void test_equal_values_come_by_number(void **state) {
    (void)state;
    sm_ranked at[] = {{1, 5}, {1, 2}, {1, 9}, {1, 0}, {1, 7}, {1, 1}};
    static const uint32_t ORDER[] = {0, 1, 2, 5, 7, 9};
    sm_heap heap = {at, sizeof at / sizeof *at};
    sm_heap_build(&heap);
    for (size_t i = 0; i < sizeof ORDER / sizeof *ORDER; i++)
        assert_int_equal(sm_heap_pop(&heap).id, ORDER[i]);
}

/* The first is lowered again and again: each time the largest of all comes up. */
static void test_sinking_the_first(void **state) {
    (void)state;
    test_random r = {10};
    sm_ranked at[MOST];
    make_values(&r, at, MOST, 50);
    sm_heap heap = {at, MOST};
    sm_heap_build(&heap);
    for (int step = 0; step < 2000; step++) {
        at[0].value -= (double)test_random_below(&r, 9) / 4;
        sm_heap_sink_first(&heap);
        assert_in_place(&heap);
        for (size_t i = 1; i < heap.n; i++)
            assert_true(by_value_then_id(&at[0], &at[i]) < 0);
    }
    assert_int_equal(heap.n, MOST);
    bool seen[211] = {false};
    for (size_t i = 0; i < heap.n; i++)
        seen[at[i].id] = true;
    for (size_t i = 0; i < MOST; i++)
        assert_true(seen[(i * 73) % 211]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pops_in_order),
        cmocka_unit_test(test_equal_values_come_by_number),
        cmocka_unit_test(test_sinking_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
