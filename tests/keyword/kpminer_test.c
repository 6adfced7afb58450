/* KP-Miner: who is allowed, the boost of several words, and rarity in the language. */
#include "keyword/phrases.h"

/* "qqqqq" and "vvvvv" are in no list of words: idf = log2 1001. N_d = 4, P_d = 2: the boost is 4 / (2.3 x 2). */
static void test_worked_example(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "The qqqqq and the copper kettle of the qqqqq, the copper kettle and the vvvvv.", 4,
                       "kpminer");
    assert_close(test_phrases_score(&p, "qqqqq"), 2 * log2(1001), 1e-12);
    assert_close(test_phrases_score(&p, "copper kettle"), 2 * log2(1000) * 4 / (2.3 * 2), 1e-12);
    assert_true(test_phrases_score(&p, "vvvvv") == 0);  /* once */
    assert_true(test_phrases_score(&p, "copper") == 0); /* never a whole run */
    test_phrases_end(&p);
}

/* Many one-word candidates and few compounds: the boost ends at 3. */
static void test_most_boost(void **state) {
    (void)state;
    test_phrases p;
    test_text text = {0};
    for (int i = 0; i < 12; i++)
        test_text_put(&text, "The qqqqq and the vvvvv. ");
    test_text_put(&text, "The copper kettle. The copper kettle.");
    test_phrases_begin(&p, text.at, 4, "kpminer");
    assert_close(test_phrases_score(&p, "copper kettle"), 2 * log2(1000) * 3, 1e-12);
    test_phrases_end(&p);
    test_text_end(&text);
}

/* Nothing occurs twice: once is enough. */
static void test_short_text(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "The qqqqq and the vvvvv.", 4, "kpminer");
    assert_close(test_phrases_score(&p, "qqqqq"), log2(1001), 1e-12);
    assert_close(test_phrases_score(&p, "vvvvv"), log2(1001), 1e-12);
    test_phrases_end(&p);
}

/* In texts of 500 words twice is too little, unless nothing is commoner; behind the first 400 all is too late. */
static void test_long_text(void **state) {
    (void)state;
    test_phrases p;
    test_text text = {0};
    test_text_put(&text, "The qqqqq and the qqqqq and the qqqqq, the vvvvv and the vvvvv. ");
    for (int i = 0; i < 100; i++)
        test_text_put(&text, "It was so and not. ");
    test_text_put(&text, "The kkkkk and the kkkkk, the kkkkk and the kkkkk.");
    test_phrases_begin(&p, text.at, 4, "kpminer");
    assert_true(p.t.doc.tokens.n >= 500);
    assert_close(test_phrases_score(&p, "qqqqq"), 3 * log2(1001), 1e-12);
    assert_true(test_phrases_score(&p, "vvvvv") == 0);
    assert_true(test_phrases_score(&p, "kkkkk") == 0);
    test_phrases_end(&p);
    test_text_end(&text);
}

/* The more common a word is in the language, the less it is worth. */
static void test_common_words(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "The qqqqq and the bridge and the time.", 4, "kpminer");
    assert_true(test_phrases_score(&p, "qqqqq") > test_phrases_score(&p, "bridge"));
    assert_true(test_phrases_score(&p, "bridge") > test_phrases_score(&p, "time"));
    assert_true(test_phrases_score(&p, "time") > 0);
    test_phrases_end(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worked_example), cmocka_unit_test(test_most_boost),   cmocka_unit_test(test_short_text),
        cmocka_unit_test(test_long_text),      cmocka_unit_test(test_common_words),
    };
    return cmocka_run_group_tests_name("keyword/kpminer", tests, NULL, NULL);
}
