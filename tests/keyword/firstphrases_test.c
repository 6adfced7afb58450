/* The first phrases: whole runs in the order of the text. */
#include "keyword/phrases.h"

static void test_worked_example(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "The copper kettle and the ferry, a kettle pot and the ferry.", 4, "firstphrases");
    assert_close(test_phrases_score(&p, "copper kettle"), 1 / 2.0, 1e-12);
    assert_close(test_phrases_score(&p, "ferry"), 1 / 6.0, 1e-12);
    assert_close(test_phrases_score(&p, "kettle pot"), 1 / 8.0, 1e-12);
    assert_true(test_phrases_score(&p, "copper") == 0); /* never a whole run */
    assert_true(test_phrases_score(&p, "kettle") == 0);
    test_phrases_end(&p);
}

/* The earlier of two that are whole runs somewhere is never below the later. */
static void check(const char *text, size_t max_words) {
    test_phrases p;
    double last = 1;
    test_phrases_begin(&p, text, max_words, "firstphrases");
    for (size_t i = 0; i < p.c.list.n; i++) { /* in order of first occurrence */
        assert_int_equal(p.score[i] > 0, p.c.list.at[i].runs > 0);
        assert_true(p.score[i] <= last);
        last = p.score[i] > 0 ? p.score[i] : last;
    }
    test_phrases_end(&p);
}

static void test_random_texts(void **state) {
    (void)state;
    test_phrases_check_random(check, 40);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests_name("keyword/firstphrases", tests, NULL, NULL);
}
