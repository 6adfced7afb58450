#include "base/arena.h"

#include "support/memory.h"
#include "support/random.h"

/* Fills a block with a pattern that tells it from others, and looks whether it is still there. */
static void fill(char *block, size_t n, size_t seed) {
    for (size_t i = 0; i < n; i++)
        block[i] = (char)((seed * 31 + i * 7) & 0x7F);
}

static bool is_filled(const char *block, size_t n, size_t seed) {
    for (size_t i = 0; i < n; i++)
        if (block[i] != (char)((seed * 31 + i * 7) & 0x7F))
            return false;
    return true;
}

static void test_blocks_are_aligned_and_apart(void **state) {
    (void)state;
    enum {
        N = 600
    };
    test_arena t;
    test_random r = {1};
    char *block[N];
    size_t size[N];
    test_arena_begin(&t);
    for (size_t i = 0; i < N; i++) {
        size[i] = i < 100 ? i : test_random_below(&r, i % 10 == 0 ? 3 * SM_ARENA_LARGE : 300);
        block[i] = sm_arena_get(&t.arena, size[i], 1);
        assert_non_null(block[i]);
        assert_int_equal((uintptr_t)block[i] % _Alignof(max_align_t), 0);
        fill(block[i], size[i], i);
    }
    for (size_t i = 0; i < N; i++)
        assert_true(is_filled(block[i], size[i], i));
    test_arena_end(&t);
}

static void test_zeroed_blocks(void **state) {
    (void)state;
    static const size_t COUNTS[] = {1, 3, 100, SM_ARENA_LARGE / 8 - 1, SM_ARENA_LARGE / 8, SM_ARENA_LARGE};
    test_arena t;
    test_arena_begin(&t);
    for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++) {
        uint64_t *p = sm_arena_get_zero(&t.arena, COUNTS[i], sizeof *p);
        assert_non_null(p);
        for (size_t k = 0; k < COUNTS[i]; k++)
            assert_true(p[k] == 0);
    }
    assert_non_null(sm_arena_get_zero(&t.arena, 0, 8));
    test_arena_end(&t);
}

static void test_growing_keeps_contents(void **state) {
    (void)state;
    static const size_t SIZES[] = {0,
                                   1,
                                   16,
                                   17,
                                   2000,
                                   SM_ARENA_LARGE - 1,
                                   SM_ARENA_LARGE,
                                   SM_ARENA_LARGE + 1,
                                   5 * SM_ARENA_LARGE,
                                   5 * SM_ARENA_LARGE,
                                   300000};
    test_arena t;
    test_arena_begin(&t);
    char *block = NULL;
    for (size_t i = 1; i < sizeof SIZES / sizeof *SIZES; i++) {
        char *neighbour = sm_arena_get(&t.arena, 24, 1);
        assert_non_null(neighbour);
        fill(neighbour, 24, i);
        block = sm_arena_grow(&t.arena, block, SIZES[i - 1], SIZES[i]);
        assert_non_null(block);
        assert_true(is_filled(block, SIZES[i - 1], 99));
        fill(block, SIZES[i], 99);
        assert_true(is_filled(neighbour, 24, i));
    }
    test_arena_end(&t);
}

/* Each has its place in a list of chunks, which has to survive that any of them moves. */
static void test_large_blocks_grow_in_any_order(void **state) {
    (void)state;
    enum {
        N = 5,
        STEPS = 60
    };
    test_arena t;
    test_random r = {2};
    char *block[N];
    size_t size[N], sum = 0;
    test_arena_begin(&t);
    for (size_t i = 0; i < N; i++) {
        size[i] = SM_ARENA_LARGE + i;
        block[i] = sm_arena_get(&t.arena, size[i], 1);
        assert_non_null(block[i]);
        fill(block[i], size[i], i);
    }
    for (size_t step = 0; step < STEPS; step++) {
        size_t i = test_random_below(&r, N), bigger = size[i] + test_random_below(&r, 5000);
        block[i] = sm_arena_grow(&t.arena, block[i], size[i], bigger);
        assert_non_null(block[i]);
        assert_true(is_filled(block[i], size[i], i));
        fill(block[i], bigger, i);
        size[i] = bigger;
    }
    for (size_t i = 0; i < N; i++) {
        assert_true(is_filled(block[i], size[i], i));
        sum += size[i];
    }
    assert_int_equal(t.memory.blocks, N);
    assert_true(t.memory.bytes >= sum && t.memory.bytes < sum + N * 64);
    test_arena_end(&t);
}

static void test_release_frees_all_and_the_arena_serves_again(void **state) {
    (void)state;
    test_arena t;
    test_arena_begin(&t);
    for (int round = 0; round < 3; round++) {
        for (size_t i = 1; i < 300; i++)
            assert_non_null(sm_arena_get(&t.arena, i, i));
        assert_true(t.memory.blocks > 1);
        sm_arena_release(&t.arena);
        test_memory_end(&t.memory);
        assert_int_equal(t.alloc.used, 0);
    }
    sm_arena_release(&t.arena);
    test_arena_end(&t);
}

static void test_sizes_that_overflow(void **state) {
    (void)state;
    test_arena t;
    test_arena_begin(&t);
    char *large = sm_arena_get(&t.arena, SM_ARENA_LARGE, 1);
    assert_non_null(large);
    fill(large, SM_ARENA_LARGE, 3);
    assert_null(sm_arena_get(&t.arena, SIZE_MAX, 1));
    assert_null(sm_arena_get(&t.arena, SIZE_MAX, 2));
    assert_null(sm_arena_get(&t.arena, SIZE_MAX / 4 + 1, 4));
    assert_null(sm_arena_get(&t.arena, 1, SIZE_MAX - 8));
    assert_null(sm_arena_get_zero(&t.arena, SIZE_MAX, 2));
    assert_null(sm_arena_grow(&t.arena, large, SM_ARENA_LARGE, SIZE_MAX));
    assert_null(sm_arena_grow(&t.arena, large, SM_ARENA_LARGE, SIZE_MAX - 8));
    assert_true(is_filled(large, SM_ARENA_LARGE, 3));
    assert_int_equal(t.memory.blocks, 1);
    test_arena_end(&t);
}

static void test_old_block_stays_when_growing_fails(void **state) {
    (void)state;
    static const size_t SIZES[] = {1, 1000, SM_ARENA_LARGE - 1, SM_ARENA_LARGE, 3 * SM_ARENA_LARGE};
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        test_arena t;
        test_arena_begin(&t);
        char *block = sm_arena_get(&t.arena, SIZES[i], 1);
        assert_non_null(block);
        fill(block, SIZES[i], i);
        test_memory_fail(&t.memory, 1, true);
        assert_null(sm_arena_grow(&t.arena, block, SIZES[i], 8 * SM_ARENA_LARGE));
        assert_true(test_memory_failed(&t.memory));
        assert_true(is_filled(block, SIZES[i], i));
        test_memory_fail(&t.memory, 0, false);
        block = sm_arena_grow(&t.arena, block, SIZES[i], 8 * SM_ARENA_LARGE);
        assert_non_null(block);
        assert_true(is_filled(block, SIZES[i], i));
        test_arena_end(&t);
    }
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    size_t n_failed = 0;
    for (bool failed = true; failed; n_failed++) {
        test_arena t;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n_failed + 1, false);
        size_t refused = 0;
        for (size_t i = 0; i < 200; i++)
            refused += sm_arena_get(&t.arena, 100 * i, 2) == NULL;
        failed = test_memory_failed(&t.memory);
        assert_int_equal(refused, failed ? 1 : 0);
        test_arena_end(&t);
    }
    assert_true(n_failed > 100);
}

static void test_vectors(void **state) {
    (void)state;
    test_arena t;
    SM_VEC(uint32_t) v = {NULL, 0, 0};
    test_arena_begin(&t);
    for (uint32_t i = 0; i < 50000; i++)
        assert_true(sm_vec_push(&v, i * 3, &t.arena));
    assert_int_equal(v.n, 50000);
    for (uint32_t i = 0; i < 50000; i++)
        assert_int_equal(v.at[i], i * 3);
    assert_true(v.cap >= v.n && v.cap <= 2 * v.n);
    assert_true(sm_vec_reserve(&v, (size_t)100000, &t.arena));
    assert_true(v.cap - v.n >= 100000);
    uint32_t *at = v.at;
    for (uint32_t i = 0; i < 100000; i++)
        assert_true(sm_vec_push(&v, i, &t.arena));
    assert_ptr_equal(v.at, at);
    assert_int_equal(v.at[49999], 49999 * 3);
    test_arena_end(&t);
}

static void test_vector_stays_when_it_cannot_grow(void **state) {
    (void)state;
    test_arena t;
    SM_VEC(uint64_t) v = {NULL, 0, 0};
    test_arena_begin(&t);
    for (uint64_t i = 0; i < 10000; i++) {
        test_memory_fail(&t.memory, 1, true);
        size_t cap = v.cap;
        if (!sm_vec_push(&v, i, &t.arena)) {
            assert_int_equal(v.n, i);
            assert_int_equal(v.cap, cap);
            test_memory_fail(&t.memory, 0, false);
            assert_true(sm_vec_push(&v, i, &t.arena));
        }
    }
    assert_false(sm_vec_reserve(&v, SIZE_MAX, &t.arena));
    assert_false(sm_vec_reserve(&v, SIZE_MAX / sizeof *v.at, &t.arena));
    assert_int_equal(v.n, 10000);
    for (uint64_t i = 0; i < 10000; i++)
        assert_true(v.at[i] == i);
    test_arena_end(&t);
}

static void test_limit_reaches_through(void **state) {
    (void)state;
    test_memory memory = test_memory_new();
    sm_alloc alloc;
    sm_arena arena;
    sm_alloc_init(&alloc, test_memory_allocator(&memory), 100000);
    sm_arena_init(&arena, &alloc);
    size_t n = 0;
    while (sm_arena_get(&arena, 100, 1) != NULL)
        n++;
    assert_true(n > 0 && n <= 1000);
    assert_null(sm_arena_get(&arena, 100001, 1));
    assert_true(memory.peak <= 100000);
    sm_arena_release(&arena);
    test_memory_end(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks_are_aligned_and_apart),
        cmocka_unit_test(test_zeroed_blocks),
        cmocka_unit_test(test_growing_keeps_contents),
        cmocka_unit_test(test_large_blocks_grow_in_any_order),
        cmocka_unit_test(test_release_frees_all_and_the_arena_serves_again),
        cmocka_unit_test(test_sizes_that_overflow),
        cmocka_unit_test(test_old_block_stays_when_growing_fails),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
        cmocka_unit_test(test_vectors),
        cmocka_unit_test(test_vector_stays_when_it_cannot_grow),
        cmocka_unit_test(test_limit_reaches_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
