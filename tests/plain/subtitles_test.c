#include "support/plain.h"

static void test_subrip(void **state) {
    (void)state;
    test_plain("1\n00:00:01,000 --> 00:00:04,000\nThe ferry to the island\nwas late again,\n\n"
               "2\n00:00:04,100 --> 00:00:06,000\nand nobody knew why.\n\n"
               "3\n00:00:06,100 --> 00:00:08,000\nWe waited for an hour.\n",
               "[The ferry to the island\nwas late again, and nobody knew why. We waited for an hour.]");
    test_plain("\xEF\xBB\xBF"
               "1\r\n00:00:01,000 --> 00:00:04,000\r\nThe ferry\r\n2\r\n00:00:05,000 --> 00:00:06,000\r\nwas "
               "late.\r\n",
               "[The ferry was late.]");
}

static void test_webvtt(void **state) {
    (void)state;
    test_plain("WEBVTT - Ferries\nKind: captions\n\nNOTE made by hand\nand read once\n\nSTYLE\n::cue { color: red }\n\n"
               "first\n00:01.000 --> 00:04.000 line:0 align:start\n<v Jane>The ferry was late.\n\n"
               "00:04.000 --> 00:05.000\nNobody knew <i>why</i>.\n",
               "[The ferry was late. Nobody knew why.]");
}

static void test_pauses_part_paragraphs(void **state) {
    (void)state;
    test_plain("1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:02,500 --> 00:00:03,000\nTwo.\n\n"
               "3\n00:00:09,000 --> 00:00:10,000\nThree.\n",
               "[One. Two.][Three.]");
    test_plain("1\n00:00:01,000 --> 00:00:02,000\nOne and\n\n2\n00:00:04,500 --> 00:00:05,000\ntwo.\n\n",
               "[One and two.]");
    test_plain("1\n00:00:01,000 --> 00:00:02,000\nOne and\n\n2\n01:00:04,500 --> 01:00:05,000\ntwo.\n\n",
               "[One and][two.]");
}

static void test_speakers_part_paragraphs(void **state) {
    (void)state;
    test_plain(
        "1\n00:00:01,000 --> 00:00:02,000\n- Is it late?\n- It is.\n\n2\n00:00:02,000 --> 00:00:03,000\n>> Why?\n",
        "[Is it late?][It is.][Why?]");
}

typedef struct cue {
    const char *lines, *shown;
} cue;

static void check_cues(const cue *cues, size_t n) {
    char text[500];
    for (size_t i = 0; i < n; i++) {
        (void)snprintf(text, sizeof text, "1\n00:00:01,000 --> 00:00:02,000\n%s\n", cues[i].lines);
        test_plain(text, cues[i].shown);
    }
}

static void test_markup_goes(void **state) {
    (void)state;
    static const cue CASES[] = {
        {"<i>The ferry</i> was late.", "[The ferry was late.]"},
        {"<i>The ferry</i>, late.", "[The ferry, late.]"},
        {"{\\an8}The ferry", "[The ferry]"},
        {"[MUSIC] The ferry", "[The ferry]"},
        {"The<c> fer</c><c>ry</c>", "[The ferry]"},
        {"The <b><i>old</i></b> ferry", "[The old ferry]"},
        {"a < b and b > c", "[a < b and b > c]"},
        {"<never ends", "[<never ends]"},
        {"(so they say) the ferry", "[(so they say) the ferry]"},
        {"\xFF<i>\xC3</i>", "[\xFF\xC3]"},
    };
    check_cues(CASES, sizeof CASES / sizeof *CASES);
}

/* What stands before markup ends in a hyphen if its own last character is one, and a line only where it ends. */
static void test_hyphens(void **state) {
    (void)state;
    static const cue CASES[] = {
        {"<i>The ferry</i> left the is-\nland at dawn.", "[The ferry left the island at dawn.]"},
        {"<i>The ferry left the is-</i>\nland at dawn.", "[The ferry left the island at dawn.]"},
        {"The ferry left the is-\n<i>land</i> at dawn.", "[The ferry left the island at dawn.]"},
        {"They could co-<i>operate</i>\nat dawn.", "[They could co-operate\nat dawn.]"},
        {"Pre- <i>war</i> ferries\nleft at dawn.", "[Pre- war ferries\nleft at dawn.]"},
        {"<i>\xFF</i>\xC3-\n<i>land</i>", "[\xFF\xC3- land]"},
    };
    check_cues(CASES, sizeof CASES / sizeof *CASES);
}

static void test_sounds_go(void **state) {
    (void)state;
    test_plain("1\n00:00:01,000 --> 00:00:02,000\n[MUSIC]\n\n2\n00:00:02,000 --> 00:00:03,000\n(laughs)\nWhy?\n\n"
               "3\n00:00:03,000 --> 00:00:04,000\n\xE2\x99\xAA On the pier \xE2\x99\xAA\n",
               "[Why?]");
}

static void test_captions_that_roll(void **state) {
    (void)state;
    test_plain("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nthe<00:00:01.500><c> ferry</c>\n\n"
               "00:00:02.000 --> 00:00:02.010\nthe ferry\n\n00:00:02.010 --> 00:00:03.000\nthe ferry\nwas late\n",
               "[the ferry was late]");
    static const cue CASES[] = {
        {"the   ferry\nthe ferry\n<i>the</i> ferry\nthe fer<i>ry</i>\nthe ferry", "[the ferry]"},
        {"the ferry\nthe ferr\nthe ferry was\nthe", "[the ferry the ferr the ferry was the]"},
        {"the ferry\nwas late\nthe ferry", "[the ferry was late the ferry]"},
        {"the \xFF\nthe\xFF\nthe \xFE", "[the \xFF the \xFE]"},
    };
    check_cues(CASES, sizeof CASES / sizeof *CASES);
}

static void test_no_sentences(void **state) {
    (void)state;
    char text[4000] = "";
    for (int i = 0; i < 20; i++)
        strcat(text, "1\n00:00:01,000 --> 00:00:02,000\nabout forty bytes of words without an end\n\n");
    test_arena t;
    sm_input input;
    test_arena_begin(&t);
    /* the same line over and over is one; with different ones, paragraphs are not endless */
    assert_int_equal(test_plain_read(text, strlen(text), &t.arena, &input), SUMM_OK);
    assert_int_equal(input.blocks.n, 1);
    text[0] = '\0';
    for (int i = 0; i < 40; i++)
        (void)snprintf(text + strlen(text), sizeof text - strlen(text),
                       "1\n00:00:01,000 --> 00:00:02,000\nabout forty bytes of words %d without an end\n\n", i);
    assert_int_equal(test_plain_read(text, strlen(text), &t.arena, &input), SUMM_OK);
    assert_true(input.blocks.n >= 4 && input.blocks.n <= 7);
    test_arena_end(&t);
}

static void test_no_subtitles(void **state) {
    (void)state;
    test_plain_stays("1\n\nThe ferry left at 00:00:01,000 and not later.");
    test_plain_stays("WEBVTT is a format.\n\nIt has times.");
    test_plain_stays("10:02 --> 11:04");
    test_plain("WEBVTT\n\n00:01.000 --> 00:02.000\n", "[WEBVTT][00:01.000 --> 00:02.000]");
    test_plain("1\n00:00:01,000 --> 00:00:02,000", "[1][00:00:01,000 --> 00:00:02,000]");
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {
        "WEBVTT\n\n", "\n",      "\n\n",         "1\n",          "00:00:01,000 --> 00:00:02,000\n",
        "- ",         "<i>",     "</i>",         "the ferry",    "the ferry\n",
        " ",          "[MUSIC]", "\xFF",         "{\\an8}",      "NOTE ",
        "\r\n",       ".",       "\xE2\x99\xAA", "<c> ferry</c>"};
    test_plain_random(PIECES, sizeof PIECES / sizeof *PIECES, 29);
    /* subtitles for sure */
    test_random r = {3};
    for (int round = 0; round < 1500; round++) {
        test_arena t;
        sm_input input;
        char text[2000] = "1\n00:00:01,000 --> 00:00:02,000\n";
        while (strlen(text) < 1800)
            strcat(text, PIECES[test_random_below(&r, sizeof PIECES / sizeof *PIECES)]);
        test_arena_begin(&t);
        assert_int_equal(test_plain_read(text, strlen(text), &t.arena, &input), SUMM_OK);
        test_plain_leads_back(&input, text, strlen(text));
        test_arena_end(&t);
    }
}

static void test_no_memory(void **state) {
    (void)state;
    test_plain_out_of_memory(
        "1\n00:00:01,000 --> 00:00:02,000\n<i>The</i> ferry\n\n2\n00:00:02,000 --> 00:00:03,000\nleft.\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_subrip),
        cmocka_unit_test(test_webvtt),
        cmocka_unit_test(test_pauses_part_paragraphs),
        cmocka_unit_test(test_speakers_part_paragraphs),
        cmocka_unit_test(test_markup_goes),
        cmocka_unit_test(test_hyphens),
        cmocka_unit_test(test_sounds_go),
        cmocka_unit_test(test_captions_that_roll),
        cmocka_unit_test(test_no_sentences),
        cmocka_unit_test(test_no_subtitles),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
