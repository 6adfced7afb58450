/* What holds for every row of scorers.def: no memory is reported and leaves nothing behind; texts with no candidate or
 * one; the same scores again and again. */
#include "keyword/phrases.h"

/* Each allocation fails in turn, once, and with every later one. */
static void check_failures(const test_phrases *p, const sm_scorer *scorer, bool after) {
    double *score = calloc(p->c.list.n + 1, sizeof *score);
    assert_non_null(score);
    for (size_t n = 1;; n++) {
        test_arena scratch;
        test_arena_begin(&scratch);
        test_memory_fail(&scratch.memory, n, after);
        bool done = scorer->score(&p->c, &scratch.arena, score), failed = test_memory_failed(&scratch.memory);
        test_arena_end(&scratch);
        assert_int_equal(done, !failed);
        if (!failed)
            break;
    }
    free(score);
}

static void test_no_memory(void **state) {
    (void)state;
    test_text text = {0};
    test_random r = {7};
    test_text_add_sentences(&text, &r, 120, 30, 4, 14); /* more than a first chunk of scratch */
    for (size_t k = 0; sm_scorer_at(k) != NULL; k++) {
        test_phrases p;
        test_phrases_begin(&p, text.at, 4, NULL);
        check_failures(&p, sm_scorer_at(k), false);
        check_failures(&p, sm_scorer_at(k), true);
        test_phrases_end(&p);
    }
    test_text_end(&text);
}

static void test_one_word(void **state) {
    (void)state;
    for (size_t k = 0; sm_scorer_at(k) != NULL; k++) {
        test_phrases p;
        test_phrases_begin(&p, "Lantern", 4, sm_scorer_at(k)->item.name);
        assert_int_equal(p.c.list.n, 1);
        if (!(isfinite(p.score[0]) && p.score[0] > 0))
            fail_msg("%s: %g", sm_scorer_at(k)->item.name, p.score[0]);
        test_phrases_end(&p);
    }
}

static void test_nothing(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"", "\xFF", "17", "It was what it was."};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        for (size_t k = 0; sm_scorer_at(k) != NULL; k++) {
            test_phrases p;
            test_phrases_begin(&p, TEXTS[i], 4, sm_scorer_at(k)->item.name);
            assert_int_equal(p.c.list.n, 0);
            test_phrases_end(&p);
        }
}

static void test_same_again(void **state) {
    (void)state;
    test_text text = {0};
    test_phrases_random_text(&text, 3);
    for (size_t k = 0; sm_scorer_at(k) != NULL; k++) {
        test_phrases p;
        test_arena scratch;
        test_phrases_begin(&p, text.at, 4, sm_scorer_at(k)->item.name);
        double *again = calloc(p.c.list.n + 1, sizeof *again);
        assert_non_null(again);
        test_arena_begin(&scratch);
        assert_true(sm_scorer_at(k)->score(&p.c, &scratch.arena, again));
        assert_memory_equal(again, p.score, p.c.list.n * sizeof *again);
        test_arena_end(&scratch);
        free(again);
        test_phrases_end(&p);
    }
    test_text_end(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_one_word),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_same_again),
    };
    return cmocka_run_group_tests_name("keyword/scorers", tests, NULL, NULL);
}
