/* The whole text as Markdown: its forms; and where there is cmark, that what it reads is the text that was written, with
 * just the chosen sentences strong and the phrases emphasised. */
#include "output/wholes.h"

#include "base/utf8.h"

#ifdef HAVE_CMARK
#include <cmark.h>
#endif

/* ---- Forms ---- */

static void test_shapes(void **state) {
    (void)state;
    test_whole w;
    test_whole_begin(&w);
    test_whole_say(&w, "", "On owls #", 0, false);
    test_whole_say(&w, "\n\n", "The owl\nsleeps_by day.", 1, true);
    test_whole_say(&w, " ", "It *hunts* owls.", 1, true);
    test_whole_say(&w, "\n", "one", 2, false);
    test_whole_say(&w, "\n", "1. two", 3, true);
    test_whole_say(&w, "\n", "owl(``\n  _1)", 4, true);
    test_whole_say(&w, "\n", "- Quoted.", 5, false);
    test_whole_say(&w, "\n", "2) Beside.", 6, false);
    static const sm_shape SHAPES[] = {SM_SHAPE_TITLE, SM_SHAPE_PARAGRAPH, SM_SHAPE_PARAGRAPH, SM_SHAPE_ITEM,
                                      SM_SHAPE_ITEM,  SM_SHAPE_CODE,      SM_SHAPE_QUOTE,     SM_SHAPE_ASIDE};
    memcpy(w.shapes, SHAPES, sizeof SHAPES);
    w.sentences[0].level = 1;
    w.sentences[4].level = 2;
    test_whole_mark(&w, 3, 7, 1);   /* owls */
    test_whole_mark(&w, 11, 18, 0); /* The owl */
    test_whole_mark(&w, 15, 18, 1);
    sm_report report = test_whole_report(&w);
    const char *expected = "# On _owls_ \\#\n\n**_The owl_ sleeps_by day.** **It \\*hunts\\* owls.**\n\n- one\n"
                           "  - **1\\. two**\n\n```\nowl(``\n  _1)\n```\n\n> \\- Quoted.\n\n2\\) Beside.\n";
    test_written("markdown", &report, expected);
    test_failing_writes("markdown", &report);
    report.width = 10; /* is that of text */
    report.color = report.scores = report.offsets = true;
    test_written("markdown", &report, expected);
    test_whole_end(&w);
}

/* One sentence, chosen or not, glued between two others, with a phrase at text[begin .. end). */
static const struct {
    const char *before, *text, *behind;
    bool chosen;
    size_t begin, end;
    const char *written;
} MARKS[] = {
    {"A b. ", "Cd ef.", " G.", true, 0, 2, "A b. **_Cd_ ef.** G.\n"},
    {"A b. ", "Cd ef", " G.", true, 3, 5, "A b. **Cd _ef_** G.\n"},
    {"A b. ", "Cd ef", " G.", true, 0, 5, "A b. **_Cd ef_** G.\n"},
    {"A b. ", "(Cd) ef", " G.", false, 1, 3, "A b. (_Cd_) ef G.\n"},
    {"A b. ", "Cd's ef", " G.", false, 0, 2, "A b. _Cd_'s ef G.\n"},
    {"A b. ", "Cdef", " G.", false, 0, 2, "A b. *Cd*ef G.\n"},
    {"A b. ", "Cdef", " G.", false, 1, 3, "A b. C*de*f G.\n"},
    {"A b. ", "Cdef", " G.", true, 1, 3, "A b. **C*de*f** G.\n"},
    {"A b. ", "Cdef", " G.", true, 0, 2, "A b. **_Cd_&#101;f** G.\n"},
    {"A b. ", "Cdef", " G.", true, 2, 4, "A b. **C&#100;_ef_** G.\n"},
    {"A b. ", "Cd ef", " G.", false, 0, 3, "A b. _Cd_ ef G.\n"}, /* ends behind a space */
    {"A b", "(C)", "d", true, 0, 0, "A &#98;**(C)**&#100;\n"},
    {"A b.", "C.", "D.", true, 0, 0, "A b.**C.**&#68;.\n"},
    {"\xE6\xB8\xAF\xE3\x80\x82", "\xE5\x8F\xA3\xE7\x81\xAF\xE3\x80\x82", "\xE5\xA1\x94", true, 3, 6,
     "\xE6\xB8\xAF\xE3\x80\x82**\xE5\x8F\xA3*\xE7\x81\xAF*\xE3\x80\x82**&#22612;\n"},
    {"A ", "a_b", " c", false, 0, 1, "A _a_\\_b c\n"},
    {"A ", "a&amp", "; c", false, 2, 5, "A a\\&_amp_; c\n"},
    {"A ", "C\xFF", "D", true, 0, 0, "A **C\xEF\xBF\xBD**&#68;\n"},
};

static void test_marks(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(MARKS); i++) {
        test_whole w;
        test_whole_begin(&w);
        size_t before = strlen(MARKS[i].before), space = MARKS[i].before[before - 1] == ' ';
        test_whole_add(&w, "", MARKS[i].before, before - space, 0, false);
        test_whole_say(&w, space ? " " : "", MARKS[i].text, 0, MARKS[i].chosen);
        space = MARKS[i].behind[0] == ' ';
        test_whole_say(&w, space ? " " : "", MARKS[i].behind + space, 0, false);
        if (MARKS[i].end > 0)
            test_whole_mark(&w, before + MARKS[i].begin, before + MARKS[i].end, 0);
        sm_report report = test_whole_report(&w);
        test_written("markdown", &report, MARKS[i].written);
        test_whole_end(&w);
    }
}

/* Two chosen sentences without a space between are one strong text: signs that touch would be others. */
static void test_glued(void **state) {
    (void)state;
    test_whole w;
    test_whole_begin(&w);
    test_whole_say(&w, "", "A b.", 0, true);
    test_whole_say(&w, "", "C d.", 0, true);
    test_whole_mark(&w, 2, 4, 0);
    test_whole_mark(&w, 4, 5, 0);
    sm_report report = test_whole_report(&w);
    test_written("markdown", &report, "**A _b.C_ d.**\n");
    test_whole_end(&w);
}

static void test_nothing(void **state) {
    (void)state;
    test_whole w;
    test_whole_begin(&w);
    sm_report report = test_whole_report(&w);
    test_written("markdown", &report, "");
    report.whole = NULL;
    test_written("markdown", &report, "");
    report.name = "a.txt";
    report.headed = true;
    test_written("markdown", &report, "## a.txt\n\n");
    test_whole_end(&w);
}

/* Files that were read as one text are told apart; what was a heading stands below their names. */
static void test_files(void **state) {
    (void)state;
    static const char *const NAMES[] = {"a\x1B.txt", "<b>"};
    test_whole w;
    test_whole_begin(&w);
    test_whole_say(&w, "", "First.", 0, false);
    test_whole_say(&w, "\n", "Second.", 1, false);
    w.sentences[1].source = 1;
    w.shapes[0] = SM_SHAPE_ITEM;
    w.shapes[1] = SM_SHAPE_HEADING;
    sm_report report = test_whole_report(&w);
    report.names = NAMES;
    report.n_names = 2;
    test_written("markdown", &report, "## a?.txt\n\n- First.\n\n## \\<b>\n\n#### Second.\n");
    test_whole_end(&w);
}

/* ---- Read again ---- */

#ifdef HAVE_CMARK
enum {
    STRONG = 1,
    EMPHASIS = 2,
    MOST_CHARACTERS = 4096,
    MOST_CODE = 0x20000
};

/* The text of a block and what each byte is in. */
typedef struct seen {
    char text[MOST_CHARACTERS];
    uint8_t in[MOST_CHARACTERS];
    size_t n;
} seen;

static void see(seen *s, const char *text, size_t n, uint8_t in) {
    assert_true(s->n + n < MOST_CHARACTERS);
    memcpy(s->text + s->n, text, n);
    memset(s->in + s->n, in, n);
    s->n += n;
    s->text[s->n] = '\0';
}

/* What the walk tells of the next block, in which no two spaces follow one another. */
static bool see_walk(sm_marked *walk, seen *s, size_t *first) {
    const sm_whole *whole = walk->whole;
    sm_event event;
    bool phrase = false, within = false;
    *s = (seen){.n = 0};
    if (!sm_marked_next(walk, &event))
        return false;
    *first = event.sentence;
    bool code = whole->shapes[*first] == SM_SHAPE_CODE;
    while (sm_marked_next(walk, &event) && event.kind != SM_EVENT_BLOCK_END) {
        uint8_t strong = within && whole->chosen[event.sentence] ? STRONG : 0;
        if (event.kind == SM_EVENT_SENTENCE || event.kind == SM_EVENT_SENTENCE_END)
            within = event.kind == SM_EVENT_SENTENCE;
        else if (event.kind == SM_EVENT_PHRASES)
            phrase = event.n_phrases > 0;
        else if (event.kind == SM_EVENT_WORD)
            see(s, event.text, event.n_bytes, (uint8_t)(strong | (phrase ? EMPHASIS : 0)));
        else if (event.kind == SM_EVENT_SPACE || event.kind == SM_EVENT_LINE)
            see(s, event.kind == SM_EVENT_LINE ? "\n" : " ", code || s->text[s->n - 1] != ' ', strong);
    }
    if (code)
        see(s, "\n", 1, 0);
    return true;
}

static void see_inlines(cmark_node *block, seen *s, const char *written) {
    cmark_iter *walk = cmark_iter_new(block);
    cmark_event_type event;
    uint8_t in = 0;
    *s = (seen){.n = 0};
    while ((event = cmark_iter_next(walk)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(walk);
        cmark_node_type type = cmark_node_get_type(node);
        uint8_t mark = type == CMARK_NODE_STRONG ? STRONG : type == CMARK_NODE_EMPH ? EMPHASIS : 0;
        if (type == CMARK_NODE_TEXT)
            see(s, cmark_node_get_literal(node), strlen(cmark_node_get_literal(node)), in);
        else if (node != block && (mark == 0 || (event == CMARK_EVENT_ENTER && (in & mark) != 0)))
            fail_msg("%s in:\n%s", cmark_node_get_type_string(node), written);
        in ^= mark;
    }
    cmark_iter_free(walk);
}

static bool is_in(cmark_node *node, cmark_node_type type) {
    return cmark_node_get_type(cmark_node_parent(node)) == type;
}

static void check_shape(cmark_node *node, sm_shape shape, const char *written) {
    cmark_node_type type = cmark_node_get_type(node);
    bool heading = shape == SM_SHAPE_TITLE || shape == SM_SHAPE_HEADING, code = shape == SM_SHAPE_CODE;
    if ((type == CMARK_NODE_HEADING) != heading || (type == CMARK_NODE_CODE_BLOCK) != code ||
        is_in(node, CMARK_NODE_ITEM) != (shape == SM_SHAPE_ITEM) ||
        is_in(node, CMARK_NODE_BLOCK_QUOTE) != (shape == SM_SHAPE_QUOTE))
        fail_msg("a block is a %s in:\n%s", cmark_node_get_type_string(node), written);
}

/* Spaces are in a phrase if both neighbours are; whether they have to be is left open. */
static bool is_right(const seen *got, const seen *expected, size_t i) {
    if (got->text[i] != ' ')
        return got->in[i] == expected->in[i];
    bool strong = (got->in[i] & STRONG) == (expected->in[i] & STRONG);
    return strong && ((got->in[i] & EMPHASIS) == 0 || (got->in[i - 1] & got->in[i + 1] & EMPHASIS) != 0);
}

static void check_block(cmark_node *node, sm_shape shape, const seen *expected, const char *written) {
    static seen got;
    check_shape(node, shape, written);
    if (shape == SM_SHAPE_CODE) {
        assert_string_equal(cmark_node_get_literal(node), expected->text);
        return;
    }
    see_inlines(node, &got, written);
    assert_string_equal(got.text, expected->text);
    for (size_t i = 0; i < got.n; i++)
        if (!is_right(&got, expected, i))
            fail_msg("byte %zu of '%s' is in %d, not %d:\n%s", i, got.text, got.in[i], expected->in[i], written);
}

static bool is_leaf(cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || type == CMARK_NODE_CODE_BLOCK ||
           type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_THEMATIC_BREAK;
}

static void check_whole(const test_whole *w) {
    static seen expected;
    sm_report report = test_whole_report(w);
    test_text written = {0};
    test_text_put(&written, "");
    sm_sink sink = {.write = test_text_write, .context = &written};
    test_writer("markdown")->write(&report, &sink);
    sm_marked walk;
    size_t first;
    sm_marked_begin(&walk, &w->whole);
    cmark_node *root = cmark_parse_document(written.at, written.n, CMARK_OPT_DEFAULT);
    cmark_iter *blocks = cmark_iter_new(root);
    for (cmark_event_type event; (event = cmark_iter_next(blocks)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(blocks);
        if (event != CMARK_EVENT_ENTER || !is_leaf(node))
            continue;
        assert_true(see_walk(&walk, &expected, &first));
        check_block(node, w->whole.shapes[first], &expected, written.at);
    }
    assert_false(see_walk(&walk, &expected, &first));
    cmark_iter_free(blocks);
    cmark_node_free(root);
    test_text_end(&written);
}

/* White space, signs, letters with and without spaces between words, marks of both kinds, symbols, broken bytes. */
static const char *const PIECES[] = {
    " ",
    " ",
    "\n",
    "\xC2\xA0",
    "\t",
    "*",
    "**",
    "_",
    "__",
    "`",
    "```",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "#",
    "+",
    "-",
    ".",
    "!",
    "&",
    "&amp",
    ";",
    "|",
    "~",
    "\\",
    "\"",
    "'",
    "=",
    ":",
    "/",
    "a",
    "b",
    "1",
    "ab_c",
    "1.",
    "<b>",
    "]: ",
    "\xC3\xA9",
    "\xE6\xB8\xAF",
    "\xE5\x8F\xA3",
    "\xE7\x81\xAF",
    "\xE3\x80\x82",
    "\xEF\xBC\x8C",
    "\xE3\x80\x8C",
    "\xE3\x80\x8D",
    "\xE3\x83\xBB",
    "\xE3\x83\x95",
    "\xE2\x82\xAC",
    "\xE2\x80\x94",
    "\xE2\x80\x9C",
    "\xE2\x80\x9D",
    "\xCC\x81",
    "\xE2\x80\x8D",
    "\xE2\x80\x8B",
    "\xF0\x9F\x98\x80",
    "\xD7\xA9",
    "\xFF",
    "\xE6\xB8",
    "\xEF\xBF\xBD",
};

static bool is_blank(const char *piece) {
    size_t n;
    return sm_char_at(piece, 0, strlen(piece), &n) == SM_CHAR_SPACE;
}

/* Sentences begin and end with something that shows; phrases begin and end where pieces do, or anywhere. */
static void make_random(test_whole *w, uint64_t seed) {
    static const char *const GAPS[] = {"", "", " ", "\n"};
    test_random r = {seed + 1};
    size_t borders[TEST_SENTENCES * 16], n_borders = 0, n_pieces = 1 + test_random_below(&r, 9);
    test_whole_begin(w);
    for (size_t i = 0, n = 1 + test_random_below(&r, 7), block = 0; i < n; i++) {
        test_text words = {0};
        const char *gap = GAPS[i > 0 ? test_random_below(&r, COUNT_OF(GAPS)) : 0];
        test_text_put(&words, "");
        for (size_t k = 0, most = 1 + test_random_below(&r, n_pieces); k < most;) {
            const char *piece = PIECES[test_random_below(&r, COUNT_OF(PIECES))];
            if ((k == 0 || k + 1 == most) && (is_blank(piece) || piece[strlen(piece) - 1] == ' '))
                continue;
            borders[n_borders++] = w->text.n + strlen(gap) + words.n;
            test_text_put(&words, piece);
            k++;
        }
        bool begins = i == 0 || test_random_below(&r, 4) == 0;
        block += begins;
        test_whole_add(w, gap, words.at, words.n, block, test_random_below(&r, 2) == 0)->level =
            (int)test_random_below(&r, 4);
        w->shapes[i] = begins ? (sm_shape)test_random_below(&r, SM_SHAPE_CODE + 1) : w->shapes[i - 1];
        test_text_end(&words);
    }
    for (size_t i = 0; i < n_borders && w->whole.n_marks < TEST_MARKS; i++)
        if (test_random_below(&r, 3) == 0) {
            size_t last = i + 1 + test_random_below(&r, 3);
            test_whole_mark(w, borders[i], last < n_borders ? borders[last] : w->text.n, 0);
        }
}

static void test_random_texts(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 10000; seed++) {
        test_whole w;
        make_random(&w, seed);
        check_whole(&w);
        test_whole_end(&w);
    }
}

/* Sentences of many words, phrases anywhere, also within characters. */
static void test_random_wholes(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 2000; seed++) {
        test_whole w;
        test_whole_random(&w, seed);
        check_whole(&w);
        test_whole_end(&w);
    }
}

/* A chosen sentence, and a phrase, that begins and ends with the character, within letters. */
static void check_character(uint32_t code) {
    char text[16], character[4];
    size_t length = sm_utf8_encode(code, character);
    for (int phrase = 0; phrase < 2; phrase++) {
        test_whole w;
        test_whole_begin(&w);
        memcpy(text, character, length);
        text[length] = 'k';
        memcpy(text + length + 1, character, length);
        test_whole_add(&w, "", "a", 1, 0, false);
        test_whole_add(&w, "", text, 2 * length + 1, 0, phrase == 0);
        test_whole_add(&w, "", "b", 1, 0, false);
        if (phrase == 1) {
            w.ranges[0].end = w.ranges[2].end;
            w.whole.n = 1;
            test_whole_mark(&w, 1, 2 + 2 * length, 0);
        } else {
            test_whole_mark(&w, 1 + length, 2 + length, 0);
        }
        check_whole(&w);
        test_whole_end(&w);
    }
}

static void test_characters(void **state) {
    (void)state;
    for (uint32_t code = 1; code < MOST_CODE; code++) {
        bool scalar = code < 0xD800 || code > 0xDFFF;
        sm_char class = scalar ? sm_char_of(code) : SM_CHAR_SPACE;
        if (class != SM_CHAR_SPACE && (code < 0x3100 || !sm_char_is_word(class)))
            check_character(code);
    }
}
#endif

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shapes),       cmocka_unit_test(test_marks),         cmocka_unit_test(test_glued),
        cmocka_unit_test(test_nothing),      cmocka_unit_test(test_files),
#ifdef HAVE_CMARK
        cmocka_unit_test(test_random_texts), cmocka_unit_test(test_random_wholes), cmocka_unit_test(test_characters),
#endif
    };
    return cmocka_run_group_tests_name("output/whole_markdown", tests, NULL, NULL);
}
