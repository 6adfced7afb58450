#include "plain/tally.h"
#include "support/memory.h"
#include "support/random.h"

enum {
    KEYS = 500
};

/* Beside a plain array of all keys. */
static void test_counts(void **state) {
    (void)state;
    test_random r = {21};
    for (uint64_t seed = 0; seed < 20; seed++) {
        test_arena t;
        sm_tally tally;
        uint32_t times[KEYS] = {0};
        test_arena_begin(&t);
        assert_true(sm_tally_init(&tally, KEYS, seed, &t.arena));
        for (int i = 0; i < 2000; i++) {
            size_t key = test_random_below(&r, KEYS);
            times[key]++;
            ++*sm_tally_at(&tally, (uint64_t)key << 32);
        }
        for (size_t key = 0; key < KEYS; key++)
            assert_int_equal(*sm_tally_at(&tally, (uint64_t)key << 32), times[key]);
        test_arena_end(&t);
    }
}

static void test_absent_keys(void **state) {
    (void)state;
    test_arena t;
    sm_tally tally;
    test_arena_begin(&t);
    assert_true(sm_tally_init(&tally, 0, 0, &t.arena));
    for (uint64_t key = 0; key < 100; key++)
        assert_int_equal(*sm_tally_at(&tally, key), 0);
    *sm_tally_at(&tally, 7) = 3;
    assert_int_equal(*sm_tally_at(&tally, 7), 3);
    assert_int_equal(*sm_tally_at(&tally, 8), 0);
    test_arena_end(&t);
}

static void test_no_memory(void **state) {
    (void)state;
    test_arena t;
    sm_tally tally;
    test_arena_begin(&t);
    test_memory_fail(&t.memory, 1, true);
    assert_false(sm_tally_init(&tally, 10, 0, &t.arena));
    test_arena_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_absent_keys),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
