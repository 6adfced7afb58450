/* Counts, against the places where the stems of each candidate stand. */
#include "keyword/phrases.h"

static void test_worked_example(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "The copper kettle and the ferry, a kettle pot and the ferries, the kettles.", 4, "count");
    assert_true(test_phrases_score(&p, "kettle") == 3);
    assert_true(test_phrases_score(&p, "ferry") == 2);
    assert_true(test_phrases_score(&p, "copper kettle") == 1);
    test_phrases_end(&p);
}

static void test_random_texts(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 40; seed++) {
        test_text text = {0};
        test_phrases p;
        test_phrases_random_text(&text, seed);
        test_phrases_begin(&p, text.at, 1 + seed % 8, "count");
        for (uint32_t i = 0; i < p.c.list.n; i++) {
            double n = 0;
            for (uint32_t t = 0; t < p.t.doc.tokens.n; t++)
                n += sm_candidate_at(&p.c, t, p.c.list.at[i].n_tokens) == i;
            assert_true(p.score[i] == n);
        }
        test_phrases_end(&p);
        test_text_end(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests_name("keyword/count", tests, NULL, NULL);
}
