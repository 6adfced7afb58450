/* What the C-value promises, whatever its weights: more, earlier and on its own is better. */
#include "keyword/phrases.h"

/* In each text, `better` scores above `worse`. */
static const test_comparison TEXTS[] = {
    {"more often", "A ferry is as a kettle is, and a kettle is. The kettle is it.", "kettle", "ferry"},
    {"earlier", "The ferry is there and the kettle is there.", "ferry", "kettle"},
    {"several words", "A ferry is there, and so is the copper kettle of his.", "copper kettle", "kettle"},
    {"on its own and not only within longer terms",
     "The ferry is here with a kettle pot. A ferry is here with the kettle pot. It is a kettle pot.", "kettle pot",
     "kettle"},
    {"a longer phrase that is the whole run", "A copper kettle lid is there. The copper kettle lid is there.",
     "copper kettle lid", "kettle lid"},
};

static void test_better_and_worse(void **state) {
    (void)state;
    test_phrases_compare("cvalue", TEXTS, COUNT_OF(TEXTS));
}

/* A phrase that occurs only within a longer one is none of its own. */
static void test_never_alone(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "The copper kettle is hot. A copper kettle is old. No copper kettle is here.", 4, "cvalue");
    assert_true(test_phrases_score(&p, "copper kettle") > 0);
    assert_true(test_phrases_score(&p, "copper") == 0);
    assert_true(test_phrases_score(&p, "kettle") == 0);
    test_phrases_end(&p);
}

/* Every algorithm scores every candidate, at 0 or above. */
static void test_scores_are_sound(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 30; seed++) {
        test_text text = {0};
        test_phrases_random_text(&text, seed);
        for (size_t k = 0; sm_scorer_at(k) != NULL; k++) {
            test_phrases p;
            test_phrases_begin(&p, text.at, 1 + seed % 8, sm_scorer_at(k)->item.name);
            for (size_t i = 0; i < p.c.list.n; i++)
                if (!(isfinite(p.score[i]) && p.score[i] >= 0))
                    fail_msg("%s: %g", sm_scorer_at(k)->item.name, p.score[i]);
            test_phrases_end(&p);
        }
        test_text_end(&text);
    }
}

static void test_no_candidates(void **state) {
    (void)state;
    static const char *const TEXTS_WITHOUT[] = {"", "17", "It was what it was."};
    for (size_t i = 0; i < COUNT_OF(TEXTS_WITHOUT); i++)
        for (size_t k = 0; sm_scorer_at(k) != NULL; k++) {
            test_phrases p;
            test_phrases_begin(&p, TEXTS_WITHOUT[i], 4, sm_scorer_at(k)->item.name);
            assert_int_equal(p.c.list.n, 0);
            test_phrases_end(&p);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_better_and_worse),
        cmocka_unit_test(test_never_alone),
        cmocka_unit_test(test_scores_are_sound),
        cmocka_unit_test(test_no_candidates),
    };
    return cmocka_run_group_tests_name("keyword/cvalue", tests, NULL, NULL);
}
