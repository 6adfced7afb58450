#include "support/plain.h"

static void test_underlined_lines(void **state) {
    (void)state;
    test_plain("Owls\n====\n\nThey sleep.\n\nBy night\n--------\nThey hunt.",
               "[1:Owls][They sleep.][2:By night][They hunt.]");
    test_plain("One.\n\n=====\nOwls\n=====\nThey sleep.", "[One.][1:Owls][They sleep.]");
    /* the rule is far longer, or the line goes on with a paragraph, or is a sentence */
    test_plain("One.\n\nOwls\n-------------------\nTwo.", "[One.][Owls][Two.]");
    test_plain("A long sentence of many words that goes on and ends here.\n"
               "---------------------------------------------------------\nTwo.",
               "[A long sentence of many words that goes on and ends here.][Two.]");
    test_plain("Owls sleep\nby day\n------\nTwo.", "[Owls sleep by day][Two.]");
}

static void test_separators_are_dropped(void **state) {
    (void)state;
    test_plain("One and\n\n* * *\n\ntwo.", "[One and][two.]");
    test_plain("One and then\n-----\ntwo and then.\n*****\n_____\nThree.\n###",
               "[One and then][two and then.][Three.]");
    test_plain("-----", "[-----]"); /* a text of nothing else */
    /* these are none */
    test_plain("One.\n--\nTwo.\n-a-\n(((", "[One.][--][Two.][-a-][(((]");
    test_plain("-- no --\n** yes **", "[-- no --][** yes **]");
}

static void test_chapters_are_left_to_others(void **state) {
    (void)state;
    test_plain("Part 2 of the plan was simple.\n\nBook I read in May.\n\nChapter ivory\n\nAct one way.",
               "[Part 2 of the plan was simple.][Book I read in May.][Chapter ivory][Act one way.]");
    test_plain("He read\nChapter 2\nof it.", "[He read][Chapter 2 of it.]");
    test_plain("Chapter", "[Chapter]");
}

static void test_broken_utf8(void **state) {
    (void)state;
    test_plain("\xFF\xC3\n==\xE2\n\nChapter 1\xFF\n\n\xE2\x80\n===", "[\xFF\xC3][==\xE2][Chapter 1\xFF][1:\xE2\x80]");
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"word",      "Owls", "\n",   "\n\n", "====", "----", "* * *",
                                         "CHAPTER I", ".",    "\xFF", "\f",   "-\n",  " "};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_underlined_lines),
        cmocka_unit_test(test_separators_are_dropped),
        cmocka_unit_test(test_chapters_are_left_to_others),
        cmocka_unit_test(test_broken_utf8),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
