#include "support/plain.h"

static void test_rows_of_dots(void **state) {
    (void)state;
    test_plain("Owls\n\nContents\n\nPreface ....... ix\nSleep ......... 1\nHunting\nby night . . . . "
               "7\nMice\xE2\x80\xA6\xE2\x80\xA6 12\n\n"
               "Owls sleep by day.",
               "[Owls][Owls sleep by day.]");
    test_plain("Sleep ......... 1\nHunting ....... 7\nMice .......... 12\n\nOwls sleep.", "[Owls sleep.]");
}

static void test_wide_spaces_need_the_heading(void **state) {
    (void)state;
    test_plain("INHALT\n\nSchlaf        1\nJagd\t7\nM\xC3\xA4use      12\n\nEulen schlafen.", "[Eulen schlafen.]");
    test_plain("Sleep      1\n\nHunting    7\n\nMice    12\n", "[Sleep 1][Hunting 7][Mice 12]");
}

static void test_chapters_without_numbers_of_pages(void **state) {
    (void)state;
    test_plain("CONTENTS\n\nCHAPTER I. The Owl\nCHAPTER II. The Mouse\nCHAPTER III. The End\n\n\nCHAPTER I. The "
               "Owl\n\nIt slept.",
               "[CHAPTER I. The Owl][It slept.]");
    test_plain("CONTENTS\n\nCHAPTER I. The Owl\n\nIt slept.", "[CONTENTS][CHAPTER I. The Owl][It slept.]");
    test_plain("Contents\n\nSection Four. Owls\nSection Fourteen. Mice\nSection the Last. All\n\n\nIt slept.",
               "[It slept.]");
    test_plain("Contents\n\n\xD0\x93\xD0\x9B\xD0\x90\xD0\x92\xD0\x90 1\nCAP\xC3\x8DTULO 2\n"
               "Rozdzia\xC5\x82 3\n\n\nIt slept.",
               "[It slept.]");
}

static void test_across_pages(void **state) {
    (void)state;
    test_plain("Table of Contents\n\nSleep ........ 1\nHunting ...... 7\n\nBerg     Notes    [Page 1]\n\f\nMice "
               "........ 12\nEnd ........ 13\n\n"
               "Owls sleep.",
               "[Owls sleep.]");
}

static void test_what_is_none(void **state) {
    (void)state;
    /* too few, numbers that fall, prose that ends in numbers */
    test_plain("Sleep .... 1\nHunting .... 7\n\nOwls.", "[Sleep .... 1][Hunting .... 7][Owls.]");
    test_plain("Sleep .... 9\nHunting .... 7\nMice .... 3", "[Sleep .... 9][Hunting .... 7][Mice .... 3]");
    test_plain("Contents\n\nBorn in 1911\n\nMarried in 1930\n\nDied in 1980",
               "[Contents][Born in 1911][Married in 1930][Died in 1980]");
    test_plain("1\n2\n3", "[1][2][3]");
    test_plain("Contents", "[Contents]");
    test_plain(".... 1\n.... 2\n.... 3", "[.... 1][.... 2][.... 3]");
}

/* Quadratic work would take hours. */
static void test_many_of_them(void **state) {
    (void)state;
    static const char *const PIECES[] = {"a .... 1\n", "a .... 1\na .... 2\na .... 3\n", "Contents\n\n",
                                         "Contents\n\na     3\na     4\na     5\n"};
    for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++)
        test_plain_long(PIECES[i], 200000);
}

static void test_broken_utf8(void **state) {
    (void)state;
    test_plain("\xFF .... 1\n\xC3.... 2\n\xE2\x80 .... 99999999999\n\xFF....3\n\nOwls.", "[Owls.]");
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"word",         "Contents\n\n", "\n",          "\n\n", " .... 1\n",
                                         " .... 12\n",   "     7\n",     "CHAPTER I\n", ".",    "\xFF",
                                         "\xE2\x80\xA6", "\f",           " ... ix\n"};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 11);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_of_dots),
        cmocka_unit_test(test_wide_spaces_need_the_heading),
        cmocka_unit_test(test_chapters_without_numbers_of_pages),
        cmocka_unit_test(test_across_pages),
        cmocka_unit_test(test_what_is_none),
        cmocka_unit_test(test_many_of_them),
        cmocka_unit_test(test_broken_utf8),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
