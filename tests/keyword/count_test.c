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

static double places_of(const test_phrases *p, uint32_t id) {
    double n = 0;
    for (uint32_t t = 0; t < p->t.doc.tokens.n; t++)
        n += sm_candidate_at(&p->c, t, p->c.list.at[id].n_tokens) == id;
    return n;
}

static void test_random_texts(void **state) {
    (void)state;
    test_phrases_check_scores("count", places_of, 0, 40);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests_name("keyword/count", tests, NULL, NULL);
}
