/* The tests of a set of strings with dense numbers, for text/vocab.h and text/registry.h alike: whoever includes this
 * defines sm_strings, sm_strings_init, sm_strings_add, sm_strings_find and SM_STRINGS_NONE. */
#include "support/memory.h"
#include "support/random.h"

#include <stdio.h>

enum {
    N_WORDS = 20000,
    WORD = 8
};

static char words[N_WORDS][WORD];

static int make_words(void **state) {
    (void)state;
    for (unsigned i = 0; i < N_WORDS; i++)
        snprintf(words[i], WORD, "w%u", i);
    return 0;
}

static uint32_t add(sm_strings *v, const char *word) {
    return sm_strings_add(v, word, strlen(word));
}

static uint32_t find(const sm_strings *v, const char *word) {
    return sm_strings_find(v, word, strlen(word));
}

static void test_numbers_are_dense_in_order_of_appearance(void **state) {
    (void)state;
    test_arena t;
    sm_strings v;
    test_arena_begin(&t);
    sm_strings_init(&v, &t.arena, 1);
    assert_int_equal(v.n, 0);
    assert_int_equal(find(&v, "any"), SM_STRINGS_NONE);
    for (uint32_t i = 0; i < N_WORDS; i++) {
        assert_int_equal(find(&v, words[i]), SM_STRINGS_NONE);
        assert_int_equal(add(&v, words[i]), i);
        assert_int_equal(add(&v, words[i / 2]), i / 2);
        assert_int_equal(v.n, i + 1);
    }
    for (uint32_t i = 0; i < N_WORDS; i++) {
        char copy[WORD];
        memcpy(copy, words[i], WORD);
        assert_int_equal(find(&v, copy), i);
    }
    assert_int_equal(find(&v, "w20000"), SM_STRINGS_NONE);
    assert_int_equal(v.n, N_WORDS);
    test_arena_end(&t);
}

static void test_strings_are_bytes_with_a_length(void **state) {
    (void)state;
    test_arena t;
    sm_strings v;
    test_arena_begin(&t);
    sm_strings_init(&v, &t.arena, 2);
    assert_int_equal(sm_strings_add(&v, "ab\0c", 4), 0);
    assert_int_equal(sm_strings_add(&v, "ab\0d", 4), 1);
    assert_int_equal(sm_strings_add(&v, "ab", 2), 2);
    assert_int_equal(sm_strings_add(&v, "ab\0", 3), 3);
    assert_int_equal(sm_strings_add(&v, "", 0), 4);
    assert_int_equal(sm_strings_add(&v, "\0", 1), 5);
    assert_int_equal(sm_strings_add(&v, "\xFF\xFE", 2), 6);
    assert_int_equal(sm_strings_find(&v, "ab\0c", 4), 0);
    assert_int_equal(sm_strings_find(&v, "abx", 2), 2);
    assert_int_equal(sm_strings_find(&v, "zzz", 0), 4);
    assert_int_equal(sm_strings_add(&v, "\0", 1), 5);
    assert_int_equal(v.n, 7);
    test_arena_end(&t);
}

/* The key decides about collisions, not about numbers. */
static void test_numbers_do_not_depend_on_the_key(void **state) {
    (void)state;
    static const uint64_t KEYS[] = {0, 1, 0x6a09e667f3bcc909, UINT64_MAX};
    for (size_t k = 0; k < sizeof KEYS / sizeof *KEYS; k++) {
        test_arena t;
        sm_strings v;
        test_random r = {17};
        uint32_t number[1000], n = 0;
        test_arena_begin(&t);
        sm_strings_init(&v, &t.arena, KEYS[k]);
        memset(number, 0xFF, sizeof number);
        for (int i = 0; i < 3000; i++) {
            size_t word = test_random_below(&r, 1000);
            uint32_t expected = number[word] == SM_STRINGS_NONE ? n : number[word];
            assert_int_equal(find(&v, words[word]), number[word]);
            assert_int_equal(add(&v, words[word]), expected);
            n += number[word] == SM_STRINGS_NONE;
            number[word] = expected;
        }
        assert_int_equal(v.n, n);
        test_arena_end(&t);
    }
}

static void test_two_registries_in_one_arena(void **state) {
    (void)state;
    test_arena t;
    sm_strings a, b;
    test_arena_begin(&t);
    sm_strings_init(&a, &t.arena, 3);
    sm_strings_init(&b, &t.arena, 3);
    for (uint32_t i = 0; i < 500; i++) {
        assert_int_equal(add(&a, words[i]), i);
        assert_int_equal(add(&b, words[499 - i]), i);
    }
    for (uint32_t i = 0; i < 500; i++)
        assert_int_equal(find(&a, words[i]), 499 - find(&b, words[i]));
    test_arena_end(&t);
}

static void assert_holds(const sm_strings *v, uint32_t n) {
    assert_int_equal(v->n, n);
    for (uint32_t i = 0; i < n; i++)
        assert_int_equal(find(v, words[i]), i);
    assert_int_equal(find(v, words[n]), SM_STRINGS_NONE);
}

/* The n-th allocation fails: the word at hand is left out, all before are there, and the next attempt gives it the
 * number it would have had. */
static void fail_one_allocation(size_t nth, uint32_t n_words, bool *failed) {
    test_arena t;
    sm_strings v;
    test_arena_begin(&t);
    sm_strings_init(&v, &t.arena, 4);
    test_memory_fail(&t.memory, nth, false);
    for (uint32_t i = 0; i < n_words; i++) {
        uint32_t number = add(&v, words[i]);
        if (number == SM_STRINGS_NONE) {
            assert_holds(&v, i);
            number = add(&v, words[i]);
        }
        assert_int_equal(number, i);
    }
    assert_holds(&v, n_words);
    *failed = test_memory_failed(&t.memory);
    test_arena_end(&t);
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    bool failed = true;
    size_t n = 0;
    while (failed)
        fail_one_allocation(++n, 3000, &failed);
    assert_true(n > 5);
}

/* Every request of the table is refused once, also the small ones that the arena would serve from what it has: the
 * limit leaves no room, until it is raised. */
static void test_memory_runs_out_again_and_again(void **state) {
    (void)state;
    test_memory memory = test_memory_new();
    sm_alloc alloc;
    sm_arena arena;
    sm_strings v;
    size_t refusals = 0;
    sm_alloc_init(&alloc, test_memory_allocator(&memory), 0);
    sm_arena_init(&arena, &alloc);
    sm_strings_init(&v, &arena, 5);
    for (uint32_t i = 0; i < 3000; i++) {
        uint32_t number = add(&v, words[i]);
        for (; number == SM_STRINGS_NONE; number = add(&v, words[i])) {
            assert_holds(&v, i);
            alloc.limit += 1000;
            refusals++;
        }
        assert_int_equal(number, i);
    }
    assert_true(refusals > 50);
    assert_holds(&v, 3000);
    sm_arena_release(&arena);
    test_memory_end(&memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_are_dense_in_order_of_appearance),
        cmocka_unit_test(test_strings_are_bytes_with_a_length),
        cmocka_unit_test(test_numbers_do_not_depend_on_the_key),
        cmocka_unit_test(test_two_registries_in_one_arena),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
        cmocka_unit_test(test_memory_runs_out_again_and_again),
    };
    return cmocka_run_group_tests(tests, make_words, NULL);
}
