#include "support/plain.h"

static void test_items_hang(void **state) {
    (void)state;
    test_plain("Owls:\n\n   o  Owls sleep by day and\n      Voles do not.\n   o  Mice run.",
               "[Owls:][o Owls sleep by day and Voles do not.][o Mice run.]");
    test_plain("12. Owls sleep by day and\n    Voles do not.\n(a) Mice and\n    Voles run.\n[7] Books of\n    Anna.",
               "[12. Owls sleep by day and Voles do not.][(a) Mice and Voles run.][[7] Books of Anna.]");
    test_plain("\xE2\x80\xA2 One\n  Two\n    Three", "[\xE2\x80\xA2 One Two][Three]");
}

static void test_verse_does_not(void **state) {
    (void)state;
    test_plain("The sea was calm,\n    That night.\nI sail,\n  And sail.",
               "[The sea was calm,][That night.][I sail,][And sail.]");
}

#define LINE_1 "The harbour was rebuilt after the storm of 1911, and the new"
#define LINE_2 "walls have held against every winter since, so that the Town"
#define LINE_3 "Council of Saint Malo has never again voted on the matter yet."

static void test_first_lines_part_paragraphs(void **state) {
    (void)state;
    test_plain("   " LINE_1 "\n" LINE_2 "\n" LINE_3 "\n   " LINE_1 "\n" LINE_2,
               "[" LINE_1 " " LINE_2 " " LINE_3 "][" LINE_1 " " LINE_2 "]");
    test_plain("\t" LINE_1 "\n" LINE_2 "\n" LINE_3 "\n\t" LINE_1 "\n" LINE_2,
               "[" LINE_1 " " LINE_2 " " LINE_3 "][" LINE_1 " " LINE_2 "]");
    /* a space by chance, within a sentence */
    test_plain(LINE_1 "\n" LINE_2 "\n " LINE_3, "[" LINE_1 " " LINE_2 " " LINE_3 "]");
}

static void test_whole_blocks_are_indented(void **state) {
    (void)state;
    test_plain("       " LINE_1 "\n       " LINE_2 "\n       " LINE_3, "[" LINE_1 " " LINE_2 " " LINE_3 "]");
    test_plain(LINE_1 "\n" LINE_3 "\n    " LINE_1 "\n    " LINE_3 "\n" LINE_1 "\n" LINE_3,
               "[" LINE_1 " " LINE_3 "][" LINE_1 " " LINE_3 "][" LINE_1 " " LINE_3 "]");
}

static void test_broken_utf8(void **state) {
    (void)state;
    test_plain("o \xFF\n  \xC3\n\xE2\n", "[o \xFF \xC3][\xE2]");
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"word",  "\n", "\n  ", "\n    ", "o ",   "1. ",
                                         "(a)  ", ".",  "\xFF", "\t",     "\n\n", "Long words here "};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 15);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_items_hang),
        cmocka_unit_test(test_verse_does_not),
        cmocka_unit_test(test_first_lines_part_paragraphs),
        cmocka_unit_test(test_whole_blocks_are_indented),
        cmocka_unit_test(test_broken_utf8),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
