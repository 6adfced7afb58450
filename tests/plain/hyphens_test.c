#include "support/plain.h"

static void test_the_text_is_the_dictionary(void **state) {
    (void)state;
    /* it has the word joined, or with its hyphen, elsewhere */
    test_plain("We study how segmen-\ntation works. Segmentation is hard.",
               "[We study how segmentation works. Segmentation is hard.]");
    test_plain("It was a well-lit, wind-\nswept pier. The windswept sea.",
               "[It was a well-lit, windswept pier. The windswept sea.]");
    test_plain("They met on the wind-\nswept pier. The wind-swept sea. A wind-swept hill.",
               "[They met on the wind-swept pier. The wind-swept sea. A wind-swept hill.]");
}

static void test_words_the_text_has_nowhere_else(void **state) {
    (void)state;
    test_plain("We study how segmen-\ntation works.", "[We study how segmentation works.]");
    test_plain("das alte Haupt-\nstadtgebiet am Fluss", "[das alte Hauptstadtgebiet am Fluss]");
    test_plain("THE RECON-\nSTRUCTION\n\nReconstruction", "[THE RECONSTRUCTION][Reconstruction]");
    test_plain("ein sch\xC3\xB6-\n\xC3\xA4ner Tag", "[ein sch\xC3\xB6\xC3\xA4ner Tag]");
}

/* In a text that parts no words, a hyphen at the end of a line is one. */
static void test_texts_that_part_no_words(void **state) {
    (void)state;
    char text[4000] = "A rubber-\nstamp it was.\n", expected[4000] = "[A rubber-stamp it was.]";
    for (int i = 0; i < 60; i++) {
        strcat(text, "Short line.\n");
        strcat(expected, "[Short line.]");
    }
    test_plain(text, expected);
}

static void test_hyphens_that_stay(void **state) {
    (void)state;
    test_plain("Anglo-\nAmerican trade", "[Anglo-][American trade]");
    test_plain(
        "an Anglo-\namerican trade of state-of-the-\nart things and self-\nmade, newly-\nwed men with x-\nrays, "
        "20-\nyear terms",
        "[an Angloamerican trade of state-of-the-art things and self-made, newly-wed men with x-rays, 20-year terms]");
    test_plain("Haupt-\nund Nebenwege", "[Haupt- und Nebenwege]");
    test_plain("the first -\nand last", "[the first - and last]");
    test_plain("the first --\nand last", "[the first -- and last]");
    test_plain("a word-\n\nanother", "[a word-][another]");
    test_plain("a word-", "[a word-]");
    test_plain("-\n-\na-\n", "[-][- a-]");
}

static void test_other_hyphens(void **state) {
    (void)state;
    test_plain("the engi\xC2\xAD\nneer slept", "[the engineer slept]");
    test_plain("the engi\xE2\x80\x90\nneer slept", "[the engineer slept]");
    test_plain("a mid\xE2\x80\x90\nday meal, mid\xE2\x80\x90"
               "day and mid\xE2\x80\x90"
               "day",
               "[a mid\xE2\x80\x90"
               "day meal, mid\xE2\x80\x90"
               "day and mid\xE2\x80\x90"
               "day]");
}

/* Quadratic work would take hours. */
static void test_many_of_them(void **state) {
    (void)state;
    static const char *const PIECES[] = {"a-\nb ", "wo-\n", "-"};
    for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++)
        test_plain_long(PIECES[i], 200000);
}

static void test_broken_utf8(void **state) {
    (void)state;
    test_plain("a \xFF-\nb \xC3-\nde\xE2\x80-\nfg", "[a \xFF- b \xC3- de\xE2\x80- fg]");
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"word",           "wo",   "rd",   "-\n",  "-",        "\n", " ", "\xC2\xAD\n",
                                         "\xE2\x80\x90\n", "\xFF", "\r\n", "\n\n", "\xC3\xA9", "A",  "7", ". ",
                                         "and ",           "- "};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_text_is_the_dictionary),
        cmocka_unit_test(test_words_the_text_has_nowhere_else),
        cmocka_unit_test(test_texts_that_part_no_words),
        cmocka_unit_test(test_hyphens_that_stay),
        cmocka_unit_test(test_other_hyphens),
        cmocka_unit_test(test_many_of_them),
        cmocka_unit_test(test_broken_utf8),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
