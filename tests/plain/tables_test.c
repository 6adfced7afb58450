#include "support/plain.h"

static void test_tables(void **state) {
    (void)state;
    test_plain(
        "Owls eat:\n\nMonth     Mice   Voles\nMay         12       3\nJune         9      14\n\nThen they sleep.",
        "[Owls eat:][C:Month Mice Voles May 12 3 June 9 14][Then they sleep.]");
    test_plain("| owl | mice |\n|-----|------|\n| one | 12   |", "[C:| owl | mice | |-----|------| | one | 12 |]");
    test_plain("Month\tMice\nMay\t12\nJune\t9", "[C:Month Mice May 12 June 9]");
}

static void test_drawings(void **state) {
    (void)state;
    test_plain("   +-------+\n   |  owl  |---> mouse\n   +-------+\n\nThat is all.",
               "[C:+-------+ | owl |---> mouse +-------+][That is all.]");
}

static void test_code(void **state) {
    (void)state;
    test_plain("Call it so:\n\n    int main(void) {\n        return owl(1);\n    }\n\nIt works.",
               "[Call it so:][C:int main(void) { return owl(1); }][It works.]");
    test_plain("Type:\n\n  $ owl --sleep\n\nIt sleeps.", "[Type:][C:$ owl --sleep][It sleeps.]");
    test_plain("See:\n\n    <a href=\"x\">[y]</a>\n\nThat.", "[See:][C:<a href=\"x\">[y]</a>][That.]");
}

static void test_prose_and_verse_are_none(void **state) {
    (void)state;
    test_plain("The sea is high;\nThe moon is low;\nI sleep.", "[The sea is high;][The moon is low;][I sleep.]");
    test_plain("    The wind blows cold; the\n    night is long (and wet).\n",
               "[The wind blows cold; the night is long (and wet).]");
    test_plain("    _O sea, O sea,_\n    _O wind._\n", "[_O sea, O sea,_][_O wind._]");
    /* set to both margins */
    test_plain("The  keeper   climbed the  stair  again,  and again the wind\n"
               "came in through  the broken pane  above the   lamp. He counted\n"
               "the steps as he had  done  every  night  since the   autumn.\n",
               "[The keeper climbed the stair again, and again the wind came in through the broken pane above the "
               "lamp. He counted "
               "the steps as he had done every night since the autumn.]");
    test_plain("Dear Sir,                 May 5\nI write to you.", "[Dear Sir, May 5][I write to you.]");
}

/* Quadratic work would take hours. */
static void test_many_of_them(void **state) {
    (void)state;
    static const char *const PIECES[] = {"a    b\n", "{", "    a\n"};
    for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++)
        test_plain_long(PIECES[i], 200000);
}

static void test_broken_utf8(void **state) {
    (void)state;
    test_plain("\xFF    1\n\xC3    2\n\xE2    3", "[C:\xFF 1 \xC3 2 \xE2 3]");
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"word", "    ", "\t", "\n",   "\n\n", "12",   "+--", "|",
                                         "{",    "};",   "$ ", "a(b)", ".",    "\xFF", "\f",  "-\n"};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 13);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables),       cmocka_unit_test(test_drawings),
        cmocka_unit_test(test_code),         cmocka_unit_test(test_prose_and_verse_are_none),
        cmocka_unit_test(test_many_of_them), cmocka_unit_test(test_broken_utf8),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
