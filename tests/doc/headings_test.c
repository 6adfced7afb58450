/* Headings of plain text and their levels: shapes one by one, and what they make of a text. */
#include "support/document.h"

static const char ROLES[] = "UTHPIQCOB";

/* The role of each block, behind titles and headings the level. */
static void describe(const sm_doc *doc, char *out) {
    for (size_t i = 0; i < doc->input.blocks.n; i++) {
        const sm_block *b = &doc->input.blocks.at[i];
        *out++ = ROLES[b->role];
        if (b->role == SM_ROLE_HEADING || b->role == SM_ROLE_TITLE)
            *out++ = (char)('0' + b->level);
        else
            assert_int_equal(b->level, 0);
    }
    *out = '\0';
}

static void check(const char *text, size_t n, const char *expected) {
    test_doc t;
    char got[256];
    test_doc_begin(&t, text, n, "en");
    assert_true(t.doc.input.blocks.n < sizeof got / 2);
    describe(&t.doc, got);
    if (strcmp(got, expected) != 0)
        fail_msg("%s, expected %s:\n%s", got, expected, text);
    test_doc_end(&t);
}

#define LIT "The harbour lights were lit again on the first evening of spring.\n\n"
#define MET "The keepers of the lights will meet again before the summer begins.\n\n"

/* A line between paragraphs: 2 if it is a heading whose shape tells its level, 0 if it does not, P: no heading. */
static const struct {
    const char *line;
    char level;
} LINES[] = {
    {"Chapter 3", '2'},
    {"CHAPTER III.", '2'},
    {"Chapter Three", '2'},
    {"chapter 3", '2'},
    {"Chapter 3: Who goes there?", '2'},
    {"Chapter 3. He went home.", '2'},
    {"Chapter IV The Long Way", '2'},
    {"Part B", '2'},
    {"Kapitel 12", '2'},
    {"Cap\xC3\xADtulo 1", '2'},
    {"\xD0\x93\xD0\xBB\xD0\xB0\xD0\xB2\xD0\xB0 2", '2'},
    {"Chapter 3 says so.", 'P'},
    {"Chapter and verse", '0'},
    {"Part of the way", '0'},
    {"Book 1984", '0'},
    {"In chapter 3", '0'},
    {"1. The Lamp", '2'},
    {"1.2 The Lamp", '2'},
    {"1.2. the lamp", '2'},
    {"12 The Lamp", '2'},
    {"12 lamps", '0'},
    {"1984 The Lamp", '0'},
    {"1.984 The Lamp", '0'},
    {"1. They lit the lamp.", 'P'},
    {"3", '0'},
    {"IV. The Lamp", '2'},
    {"IV.", 'P'},
    {"IV", '2'},
    {"IV The Lamp", '0'},
    {"I", '2'},
    {"C", '0'},
    {"X-rays at sea", '0'},
    {"THE LAMP", '2'},
    {"THE LAMP 17", '2'},
    {"NATO", '2'},
    {"USA", '0'},
    {"THE LAMP IS LIT!", 'P'},
    {"THE LAMP of old", '0'},
    {"\xD0\x9C\xD0\x90\xD0\xAF\xD0\x9A\xD0\x98", '2'},
    {"\xE6\xB8\xAF\xE5\x8F\xA3", '0'},
    {"1. \xE6\xB8\xAF\xE5\x8F\xA3", '2'},
    {"\xFF\xFF", '0'},
    {"1.", 'P'},
    {"1.\xFF", '0'},
    {"Chapter \xFF", '0'},
    {"The lamp\n========", '2'},
    {"The lamp\n--------", '2'},
    {"The lamp\n~~~~~~~~", '2'},
    {"The lamp\r\n=======", '2'},
};

static void test_lines(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(LINES); i++) {
        char text[512], expected[] = {'P', 'H', LINES[i].level, 'P', '\0'};
        snprintf(text, sizeof text, LIT "%s\n\n" MET, LINES[i].line);
        check(text, strlen(text), LINES[i].level == 'P' ? "PPP" : expected);
    }
}

static const struct {
    const char *text, *expected;
} TEXTS[] = {
    {"", ""},
    {"Chapter 1", "H2"},
    {"Lamps\n\nChapter 1\n\n" LIT, "T1H2P"},
    /* ranks become levels one below the other */
    {"PART I\n\nChapter 1\n\n" LIT "1.1 Lamps\n\n" MET "OIL AND WICKS\n\n" LIT, "H2H3PH4PH5P"},
    {"Lamps\n\n" LIT "OIL\n\n" MET "WICKS\n\n" MET, "T1PH0PH2P"},
    {LIT "1 Lamps\n\n1.1 Oil\n\n" MET "1.1.1 Old Oil\n\n1.1.1.1 Older\n\n1.1.1.1.1 Oldest\n\n" LIT, "PH2H3PH4H5H5P"},
    {"Lamps\n=====\n\n" LIT "Oil\n---\n\n" MET, "T1PH2P"},
    /* not within a paragraph, nor among lines that stand together */
    {LIT "Chapter 1\nLamps\nOil\n\n" MET, "PH0H0H0P"},
    {LIT "1. Lamps\n2. Oil\n3. Wicks\n\n" MET, "PH0H0H0P"},
    {LIT "CHAPTER I.\n\nTHE LAMP\n\n" MET, "PH2H3P"},
    /* below another they need no empty line above */
    {LIT "CHAPTER I\n\n" MET "CHAPTER II\n\nOLD LAMPS\n\n" MET, "PH2PH2H3P"},
    /* a table of contents; what stands in the text twice is no heading */
    {"Lamps\n\nChapter 1\n\nChapter 2\n\nChapter 1\n\n" LIT "Chapter 2\n\n" MET, "T1BBH2PH2P"},
    {LIT "Chapter 1\n\n" MET "Chapter 1\n\n" MET, "PBPBP"},
    {LIT "MORE LAMPS\n\n" MET "MORE LAMPS\n\n" MET, "PBPBP"},
    {"OLD LAMPS\n\nLAMPS ASHORE\n\n" LIT, "T1BP"},
    {"1. Lamps\n\n" LIT, "T1P"},
    /* underlines: of a line of its own that is no sentence, and long enough */
    {"===\n\n" LIT, "P"},
    {LIT "---\n\n" MET, "PP"},
    {"The lamps were lit.\n-----\n\n" LIT, "PP"},
    {LIT "The lamps and the oil\n---\n\n" MET, "PH0P"},
    {LIT "The lamps\n==-==-==-\n\n" MET, "PH0H0P"},
    {LIT "The lamps\n=========\n=========\n\n" MET, "PH2P"},
    {LIT "The lamps\n=========\nand more of them\n\n" MET, "PH2H0P"},
};

static void test_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        check(TEXTS[i].text, strlen(TEXTS[i].text), TEXTS[i].expected);
    check("\0\0\n\nCHAP\0TER 1\n\n", 16, "T1");
}

/* Levels that a format gives stay. */
static summ_status read_levels(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input) {
    *input = (sm_input){.text = source, .n_bytes = n_bytes};
    for (uint32_t at = 0, end; at < n_bytes; at = end + 1) {
        for (end = at; source[end] != '\n';)
            end++;
        bool heading = source[at] != '-';
        sm_block block = {at + 2, end, heading ? SM_ROLE_HEADING : SM_ROLE_UNKNOWN,
                          (uint8_t)(heading ? source[at] - '0' : 0)};
        if (!sm_vec_push(&input->blocks, block, arena))
            return SUMM_ERR_MEMORY;
    }
    return SUMM_OK;
}

static void test_given_levels(void **state) {
    (void)state;
    static const char TEXT[] = "3 Lamps\n5 Oil\n- The lamps were lit on the first evening of spring.\n- OLD WICKS\n";
    const sm_reader reader = {.read = read_levels};
    test_doc t;
    char got[16];
    test_doc_read(&t, &reader, TEXT, sizeof TEXT - 1, "en");
    describe(&t.doc, got);
    assert_string_equal(got, "H3H5PH0");
    test_doc_end(&t);
}

/* Anything at all: levels stand where they may. */
static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"Chapter ", "PART ",   "1",       ".",    "2 ",
                                         "IV",       "\n===\n", "\n---\n", "\n\n", "LAMP "};
    test_random r = {8};
    for (int k = 0; k < 300; k++) {
        test_text text = {0};
        test_doc t;
        char got[2048];
        test_text_put(&text, "");
        for (int i = 0; i < 20; i++) {
            test_text_put(&text, PIECES[test_random_below(&r, COUNT_OF(PIECES))]);
            if (test_random_below(&r, 3) == 0)
                test_text_add_pieces(&text, &r, 1);
        }
        test_doc_begin(&t, text.at, text.n, "en");
        describe(&t.doc, got);
        for (size_t i = 0; i < t.doc.input.blocks.n; i++)
            assert_true(t.doc.input.blocks.at[i].level <= SM_LEVELS);
        test_doc_end(&t);
        test_text_end(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_given_levels),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests_name("doc/headings", tests, NULL, NULL);
}
