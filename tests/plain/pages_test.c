#include "support/plain.h"

/* Lines of a page: sentences that break at its end. */
static const char *const LINES[] = {
    "The keeper climbed the stair again, and again the wind came in\n",
    "through the broken pane above the lamp. He counted the steps as\n",
    "he had done every night since the autumn, and wrote down in the\n",
    "book what he saw of the sea. There was not much to write about.\n",
    "Three boats had gone out in the morning, and two of them lay in\n",
    "the harbour already. The third had not come back, and the women\n",
    "stood on the wall and looked where nothing could be seen at all\n",
    "but rain. He turned the lamp up as far as the oil would let him\n",
    "and sat down to wait for the morning, which came late and grey,\n",
};

/* How often `wanted` stands in the blocks of a text, in which @ is a page of 27 lines that ends and begins within a
 * sentence, each elsewhere. */
static void count_of(const char *pattern, const char *wanted, size_t expected) {
    test_arena t;
    sm_input input;
    char text[16000] = "";
    size_t found = 0, n = 0, page = 0, length = strlen(wanted);
    for (; *pattern != '\0'; pattern++) {
        for (size_t i = 0; *pattern == '@' && i < 27; i++)
            n += (size_t)sprintf(text + n, "%s", LINES[(i + 2 * page) % 9]);
        page += *pattern == '@';
        if (*pattern != '@')
            text[n++] = *pattern;
    }
    test_arena_begin(&t);
    assert_int_equal(sm_reader_at(0)->read(text, (uint32_t)n, &t.arena, &input), SUMM_OK);
    for (size_t i = 0; i < input.blocks.n; i++)
        for (uint32_t at = input.blocks.at[i].begin; at + length <= input.blocks.at[i].end; at++)
            found += memcmp(input.text + at, wanted, length) == 0;
    test_plain_leads_back(&input, text, n);
    test_arena_end(&t);
    assert_int_equal(found, expected);
}

static void test_numbers_and_heads_between_form_feeds(void **state) {
    (void)state;
    test_plain("The Voyage\n\nThe ship was small, and she was\n\n11\n\fTHE VOYAGE\n\nloaded with salt. "
               "She\n\n12\n\fTHE VOYAGE\n\n"
               "sank.\n\n13\n",
               "[The Voyage][The ship was small, and she was loaded with salt. She sank.]");
    /* left and right pages */
    test_plain("2  ANNA BERG\none\n\fTHE VOYAGE  3\ntwo\n\f4  ANNA BERG\nthree\n\fTHE VOYAGE  5\nfour\n",
               "[one two three four]");
    test_plain("One.\n\nPage 1 of 3\n\fTwo.\n\nPage 2 of 3\n\fThree.\n\nPage 3 of 3\n", "[One.][Two.][Three.]");
    test_plain("one\n\n- i -\n\ftwo\n\n- ii -\n\fthree\n\n- iii -\n", "[one two three]");
}

static void test_what_stands_at_ends_of_pages_by_chance(void **state) {
    (void)state;
    test_plain("1984\n\nOne.\n\f1989\n\nTwo.\n\f1990\n\nThree.\n\f1994\n\nFour.",
               "[1984][One.][1989][Two.][1990][Three.][1994][Four.]");
    test_plain("One.\n\fTwo.\n\fThree.", "[One.][Two.][Three.]");
    test_plain("\f", "");
    test_plain("\fOne.\n\f\f\n", "[One.]");
    /* a refrain needs to come back more often to be taken for a head */
    test_plain("One.\nSleep, my boat.\n\fTwo.\nSleep, my boat.\n", "[One.][Sleep, my boat.][Two.][Sleep, my boat.]");
}

static void test_paragraphs_go_on_behind_pages(void **state) {
    (void)state;
    test_plain("A long day ended\n\fin rain.\n\fIt rained.", "[A long day ended in rain.][It rained.]");
    test_plain("The segmen-\n\n7\n\f\n8\n\ntation of text. Segmentation",
               "[The segmen-][7][8][tation of text. Segmentation]");
    test_plain("The segmen-\n\n7\n\f\ntation of text. Segmentation\n\n8\n", "[The segmentation of text. Segmentation]");
}

static void test_numbers_without_form_feeds(void **state) {
    (void)state;
    static const char BOOK[] = "@\n117\n\nthen @\n118\n\nthen @\n119\n\nthen @";
    count_of(BOOK, "117", 0);
    count_of(BOOK, "118", 0);
    count_of(BOOK, "late and grey,\n\n117", 0);
    count_of(BOOK, "late and grey, then he had done", 1);
    count_of("@117\nthen @118\nthen @119\nthen @", "11", 0);
    count_of("@\n- 7 -\n\nSTORM\nthen @\n- 8 -\n\nSTORM\nthen @\n- 9 -\n\nSTORM\nthen @", "STORM", 0);
    count_of("@\n7  THE STORM\n\nthen @\nBY A. BERG  8\n\nthen @\n9  THE STORM\n\nthen @\nBY A. BERG  10\n\nthen @\n"
             "11  THE STORM\n\nthen @\nBY A. BERG  12\n\nthen @",
             "STORM", 0);
    /* two numbers are no run */
    count_of("@\n117\n\nthen @\n118\n\nthen @", "117", 1);
}

/* Sentences end and begin beside the numbers: they are those of chapters, years or stanzas. */
static void test_numbers_that_are_no_pages(void **state) {
    (void)state;
    count_of("1\n\n@wet.\n\n2\n\n@wet.\n\n3\n\n@wet.\n\n4\n\n@wet.\n", "4", 1);
    count_of("1984\n\n@wet.\n\n1985\n\n@wet.\n\n1986\n\n@wet.\n", "198", 3);
    test_plain("1\n\nshort\n\n2\n\nshort\n\n3\n\nshort", "[1][short][2][short][3][short]");
    test_plain("1. One thing.\n\n2. Another.\n\n3. A third one.", "[1. One thing.][2. Another.][3. A third one.]");
    test_plain("12:01 anna hello\n12:02 ben hello\n12:03 anna bye",
               "[12:01 anna hello][12:02 ben hello][12:03 anna bye]");
}

static void test_numbers_that_say_so(void **state) {
    (void)state;
    test_plain("One.\n\nBerg            Notes             [Page 1]\n\nRFC 99     On Owls    June 1999\n\nTwo.\n\n"
               "Berg            Notes             [Page 2]\n\nRFC 99     On Owls    June 1999\n\nThree.",
               "[One.][Two.][Three.]");
    test_plain("One.\n\n[Page 7]\n\nTwo.", "[One.][Two.]");
    test_plain("Seite 1\n\nEins.\n\nSeite 2\n\nZwei.", "[Eins.][Zwei.]");
    test_plain("See page 7\n\nPage 8 has it.", "[See page 7][Page 8 has it.]");
}

/* Quadratic work would take hours. */
static void test_many_of_them(void **state) {
    (void)state;
    static const char *const PIECES[] = {"Page 7 of 9\n", "12\n", "a\n\f", "owl\n\n[Page 7]\n\fowl\n"};
    for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++)
        test_plain_long(PIECES[i], 200000);
}

static void test_broken_utf8(void **state) {
    (void)state;
    test_plain("\xFF 1\n\na\xC3\n\f\xFF 2\n\nb\xE2\n", "[a\xC3 b\xE2]");
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"word",  "Head",     "\f",          "\n",         "\n\n",      "12",   "13",
                                         "- 7 -", "[Page 8]", "Page 2 of 9", "  ",         "\xFF",      "\r\n", "-\n",
                                         ".",     "xii",      "99999999999", "\n\n14\n\n", "\n\n15\n\n"};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_and_heads_between_form_feeds),
        cmocka_unit_test(test_what_stands_at_ends_of_pages_by_chance),
        cmocka_unit_test(test_paragraphs_go_on_behind_pages),
        cmocka_unit_test(test_numbers_without_form_feeds),
        cmocka_unit_test(test_numbers_that_are_no_pages),
        cmocka_unit_test(test_numbers_that_say_so),
        cmocka_unit_test(test_many_of_them),
        cmocka_unit_test(test_broken_utf8),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
