#include "text/memo.h"

#include "support/memory.h"
#include "support/random.h"

#include <pthread.h>
#include <stdio.h>

static sm_memo_word stem_of(unsigned lists, const char *stem) {
    sm_memo_word known = {.lists = (uint16_t)lists, .n_stem = (uint8_t)strlen(stem)};
    memcpy(known.stem, stem, known.n_stem);
    return known;
}

static void assert_known(const sm_memo *memo, unsigned bit, const char *word, unsigned lists, const char *stem) {
    sm_memo_word known;
    assert_true(sm_memo_find(memo, bit, word, strlen(word), &known));
    assert_int_equal(known.lists, lists);
    assert_int_equal(known.n_stem, strlen(stem));
    assert_memory_equal(known.stem, stem, known.n_stem);
}

static void test_what_is_kept(void **state) {
    (void)state;
    test_arena t;
    test_arena_begin(&t);
    sm_memo *memo = sm_memo_new(1000, &t.arena);
    sm_memo_word known = stem_of(0x8001, "lantern"), none = stem_of(3, "");
    assert_non_null(memo);
    assert_false(sm_memo_find(memo, 5, "lanterns", 8, &known));
    sm_memo_keep(memo, 5, "lanterns", 8, &known);
    sm_memo_keep(memo, 5, "the", 3, &none);
    assert_known(memo, 5, "lanterns", 0x8001, "lantern");
    assert_known(memo, 5, "the", 3, "");
    assert_false(sm_memo_find(memo, 6, "lanterns", 8, &known)); /* another language */
    assert_false(sm_memo_find(memo, 5, "lantern", 7, &known));
    none = stem_of(1, "newer");
    sm_memo_keep(memo, 5, "lanterns", 8, &none);
    assert_known(memo, 5, "lanterns", 1, "newer");
    test_arena_end(&t);
}

static void test_long_words_and_no_memo(void **state) {
    (void)state;
    static const char LETTERS[] = "abcdefghijklmnopqrstuvwxyz";
    test_arena t;
    test_arena_begin(&t);
    sm_memo *memo = sm_memo_new(1, &t.arena);
    for (size_t n = 1; n < sizeof LETTERS; n++) {
        sm_memo_word known = stem_of(0, "x"), found;
        sm_memo_keep(memo, 0, LETTERS, n, &known);
        assert_int_equal(sm_memo_find(memo, 0, LETTERS, n, &found), n <= SM_MEMO_MOST);
        sm_memo_keep(NULL, 0, LETTERS, n, &known);
        assert_false(sm_memo_find(NULL, 0, LETTERS, n, &found));
    }
    test_arena_end(&t);
}

enum {
    N_THREADS = 8,
    N_ROUNDS = 40000,
    N_WORDS = 300 /* more than there is room for */
};

/* Each word has itself, turned round, for a stem. */
static void *live(void *memo) {
    test_random r = {(uint64_t)(uintptr_t)&r | 1};
    for (size_t i = 0; i < N_ROUNDS; i++) {
        char word[16], stem[16];
        size_t id = test_random_below(&r, N_WORDS), n = (size_t)snprintf(word, sizeof word, "word%zu", id);
        for (size_t k = 0; k < n; k++)
            stem[k] = word[n - 1 - k];
        stem[n] = '\0';
        sm_memo_word known, kept = stem_of((unsigned)id, stem);
        if (!sm_memo_find(memo, 1, word, n, &known))
            sm_memo_keep(memo, 1, word, n, &kept);
        else if (known.lists != id || known.n_stem != n || memcmp(known.stem, stem, n) != 0)
            return memo;
    }
    return NULL;
}

static void test_threads(void **state) {
    (void)state;
    test_arena t;
    pthread_t threads[N_THREADS];
    test_arena_begin(&t);
    sm_memo *memo = sm_memo_new(64, &t.arena);
    for (size_t i = 0; i < N_THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, live, memo), 0);
    for (size_t i = 0; i < N_THREADS; i++) {
        void *wrong;
        assert_int_equal(pthread_join(threads[i], &wrong), 0);
        assert_null(wrong);
    }
    test_arena_end(&t);
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    sm_memo *memo = NULL;
    for (size_t n = 1; memo == NULL; n++) {
        test_arena t;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, n, false);
        memo = sm_memo_new(1000, &t.arena);
        assert_int_equal(memo != NULL, !test_memory_failed(&t.memory));
        assert_true(memo != NULL || n < 10);
        test_arena_end(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_kept),
        cmocka_unit_test(test_long_words_and_no_memo),
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests_name("text/memo", tests, NULL, NULL);
}
