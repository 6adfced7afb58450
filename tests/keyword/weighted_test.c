/* What the weighted sum promises of every set of its weights: the signs that do not depend on the fit. */
#include "keyword/phrases.h"

/* In each text, `better` scores above `worse`. */
static const test_comparison TEXTS[] = {
    {"more often", "A ferry is as a kettle is, and a kettle is. The kettle is it.", "kettle", "ferry"},
    {"earlier", "The ferry is there and so that was it and then the hamper is there.", "ferry", "hamper"},
    {"rare in the language", "The time and the ferry are it.", "ferry", "time"},
    {"on its own and not only within longer terms",
     "The ferry is here with a kettle pot. A ferry is here with the kettle pot. It is a kettle pot.", "kettle pot",
     "kettle"},
    {"a name", "The Kettle and the hamper are it.", "Kettle", "hamper"},
    {"no participle", "They were parched and it was a ferries.", "ferries", "parched"},
};

static void test_better_and_worse(void **state) {
    (void)state;
    test_phrases_compare("weighted", TEXTS, COUNT_OF(TEXTS));
}

/* The score of one word, by hand: a word of five letters without a rank, once, as word 1 of the first sentence of a
 * short English text, between a stop word and a point. */
static void test_worked_example(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "The qqqqq.", 4, "weighted");
    const double z = 2.5;
    double sum = -.40 + .36 + .32 * z - .09 * z * z + .09 * z - .18 * z; /* single, n1, zipf, zipf2, rarest, zipf1 */
    sum += -.14 * log(2) + .22 + .71 + .57 + .04 * 5;                    /* first, title, left, right, last */
    assert_true(fabs(test_phrases_score(&p, "qqqqq") - exp(sum)) < 1e-12);
    test_phrases_end(&p);
}

static void test_no_candidates(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "", 4, "weighted");
    assert_int_equal(p.c.list.n, 0);
    test_phrases_end(&p);
    test_phrases_begin(&p, "It is, and so it was.", 4, "weighted");
    assert_int_equal(p.c.list.n, 0);
    test_phrases_end(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_better_and_worse),
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_no_candidates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
