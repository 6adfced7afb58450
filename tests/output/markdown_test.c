/* Markdown: its forms; and where there is cmark, that what it reads is the text that was written, whatever that is. */
#include "output/reports.h"

#ifdef HAVE_CMARK
#include <cmark.h>
#endif

static summ_sentence block(const char *text, summ_role role, int level) {
    summ_sentence s = test_sentence(text, 0, 1);
    s.rank = 0;
    s.role = role;
    s.level = level;
    return s;
}

/* ---- Forms ---- */

static const struct {
    const char *name;
    size_t n_sentences, n_phrases;
    bool scores, offsets, headed;
    const char *written;
} REPORTS[] = {
    {NULL, 0, 0, false, false, false, ""},
    {"a.txt", 0, 0, true, true, false, ""},
    {"a_b.txt", 0, 0, false, false, true, "## a_b.txt\n\n"},
    {NULL, 1, 0, false, false, true, "> Lit.\n"},
    {"a.txt", 2, 0, false, false, false, "> Lit.\n\n> \xC3\x89t\xC3\xA9 \"\\\\\xE6\xB8\xAF.\n"},
    {NULL, 0, 2, false, false, false, "**Key phrases**\n\n- lantern\n- \xC3\xA9t\xC3\xA9\n"},
    {NULL, 1, 1, true, false, false,
     "> Lit. *(score 0.250000, rank 1)*\n\n**Key phrases**\n\n- lantern *(score 1.000000, rank 1)*\n"},
    {"*a*\n#.txt", 1, 1, true, true, true,
     "## \\*a\\*?#.txt\n\n> Lit. *(\\*a\\*?#.txt:2:3; score 0.250000, rank 1)*\n\n**Key phrases**\n\n"
     "- lantern *(\\*a\\*?#.txt:4:5, \\*a\\*?#.txt:8:9; score 1.000000, rank 1)*\n\n"},
    {NULL, 1, 0, false, true, false, "> Lit. *(2:3)*\n"},
};

static void test_reports(void **state) {
    (void)state;
    const summ_sentence sentences[] = {test_sentence("Lit.", 0.25, 1),
                                       test_sentence("\xC3\x89t\xC3\xA9 \"\\\xE6\xB8\xAF.", 1, 2)};
    const summ_phrase phrases[] = {test_phrase("lantern", 1, 1), test_phrase("\xC3\xA9t\xC3\xA9", 0.5, 2)};
    for (size_t i = 0; i < COUNT_OF(REPORTS); i++) {
        sm_report report = {.name = REPORTS[i].name,
                            .sentences = sentences,
                            .n_sentences = REPORTS[i].n_sentences,
                            .phrases = phrases,
                            .n_phrases = REPORTS[i].n_phrases,
                            .scores = REPORTS[i].scores,
                            .offsets = REPORTS[i].offsets,
                            .headed = REPORTS[i].headed};
        test_written("markdown", &report, REPORTS[i].written);
    }
}

static void test_phrases_alone(void **state) {
    (void)state;
    const summ_phrase phrases[] = {test_phrase("- lantern", 1, 1)};
    sm_report report = {.phrases = phrases, .n_phrases = 1};
    test_written("markdown", &report, "- \\- lantern\n");
}

static void test_outline(void **state) {
    (void)state;
    const summ_sentence list[] = {block("Top", SUMM_ROLE_TITLE, 1), test_sentence("Lit.", 0.25, 1),
                                  block("1. A", SUMM_ROLE_HEADING, 0), block("B #", SUMM_ROLE_HEADING, 5),
                                  test_sentence("Unlit.", 1, 2)};
    sm_report report = {.name = "a", .sentences = list, .n_sentences = COUNT_OF(list), .outline = true};
    test_written("markdown", &report, "# Top\n\n> Lit.\n\n## 1. A\n\n##### B \\#\n\n> Unlit.\n");
    report.headed = report.scores = true;
    test_written("markdown", &report,
                 "## a\n\n### Top\n\n> Lit. *(score 0.250000, rank 1)*\n\n#### 1. A\n\n###### B \\#\n\n"
                 "> Unlit. *(score 1.000000, rank 2)*\n\n");
}

static void test_paragraphs(void **state) {
    (void)state;
    summ_sentence list[] = {block("One", SUMM_ROLE_ITEM, 3),        block("Two", SUMM_ROLE_ITEM, 0),
                            block("Three", SUMM_ROLE_ITEM, 2),      block("Four", SUMM_ROLE_ITEM, 4),
                            block("Five", SUMM_ROLE_ITEM, 1),       block("Six", SUMM_ROLE_PARAGRAPH, 0),
                            block("Seven", SUMM_ROLE_QUOTE, 0),     block("Eight", SUMM_ROLE_CAPTION, 0),
                            block("Nine", SUMM_ROLE_HEADING, 3),    block("Ten", SUMM_ROLE_LABEL, 0),
                            block("2) Ten", SUMM_ROLE_PARAGRAPH, 0)};
    summ_sentence titles[] = {block("A", SUMM_ROLE_TITLE, 1), block("B", SUMM_ROLE_TITLE, 1),
                              block("C", SUMM_ROLE_TITLE, 1)};
    titles[1].source = list[10].source = 1;
    titles[2].source = 2;
    sm_report report = {.sentences = list, .n_sentences = COUNT_OF(list), .apart = true};
    report.titles = titles;
    report.n_titles = COUNT_OF(titles);
    test_written("markdown", &report,
                 "# A\n\n- One\n- Two\n  - Three\n    - Four\n- Five\n\nSix\n\n> Seven\n\nEight\n\n### Nine\n\nTen\n\n"
                 "# B\n\n2\\) Ten\n\n# C\n");
}

static void test_failing(void **state) {
    (void)state;
    const summ_sentence sentences[] = {test_sentence("*Lit* [", 0.25, 1), test_sentence("Unlit.", 1, 2)};
    const summ_phrase phrases[] = {test_phrase("lantern", 1, 1)};
    const sm_report report = {.name = "a.txt",
                              .sentences = sentences,
                              .n_sentences = 2,
                              .phrases = phrases,
                              .n_phrases = 1,
                              .scores = true,
                              .offsets = true,
                              .headed = true};
    test_failing_writes("markdown", &report);
}

/* ---- Hostile texts ---- */

static const char *const HOSTILE[] = {
    "*a*",
    "**a** b",
    "_a_ b",
    "__a__",
    "a_b_c",
    "_",
    "__",
    "a _b",
    "a_ b",
    "\xE2\x80\x9C_a_\xE2\x80\x9D",
    "`a`",
    "``",
    "```",
    "~~~",
    "~~a~~",
    "~a~",
    "[a](b)",
    "![a](b)",
    "[a]",
    "[a]: b",
    "[^1]",
    "[ ] a",
    "[x] a",
    "<b>a</b>",
    "<!-- a",
    "<a@b.c>",
    "<http://a.b>",
    "< a",
    "a < b > c",
    "> a",
    ">a",
    "# a",
    "#a",
    "#",
    "###### a",
    "a #",
    "a ##",
    "a # #",
    "####### a",
    "+ a",
    "+",
    "- a",
    "-",
    "--",
    "---",
    "- - -",
    "-a",
    "***",
    "___",
    "===",
    "=",
    "1. a",
    "1) a",
    "1.",
    "12345. a",
    "123456789. a",
    "1234567890. a",
    "1.a",
    "1 . a",
    "a. b",
    "(1) a",
    "&amp;",
    "&#35;",
    "&x",
    "& a",
    "a&b;",
    "\\",
    "\\\\",
    "a\\",
    "\\*a",
    "\\a",
    "a  b",
    "| a | b |",
    "|---|",
    "a | b",
    ": a",
    "!a",
    "![",
    "](",
    "]",
    "a]",
    "!",
    "<?a?>",
    "<![CDATA[a]]>",
    "</a>",
    "<a",
    "http://a.b/c_d_e*f*",
    "www.a.b",
    "$a$",
    "{a}",
    "a:b:c",
    "@a",
    "\"a\"",
    "'a'",
    "^a^",
    "==a==",
    "%a",
    "--a--",
    "...",
    "a*b*c",
    "a**b",
    "*",
    "**",
    "a *",
    "* a",
    "*a",
    "_a",
    "a_",
    "\xC3\xA9*\xC3\xA9*",
    "\xE6\xB8\xAF_\xE6\xB8\xAF_",
    "\xEF\xBF\xBD",
    "-\xC2\xA0"
    "a",
    "#\xC2\xA0"
    "a",
    "1.\xC2\xA0"
    "a",
};

#ifdef HAVE_CMARK
/* The text of a block that has nothing but text in it. */
static void assert_plain(cmark_node *block, const char *expected) {
    test_text text = {0};
    test_text_put(&text, "");
    for (cmark_node *node = cmark_node_first_child(block); node != NULL; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) != CMARK_NODE_TEXT)
            fail_msg("%s within: %s", cmark_node_get_type_string(node), expected);
        test_text_put(&text, cmark_node_get_literal(node));
    }
    assert_string_equal(text.at, expected);
    test_text_end(&text);
}

static cmark_node *only_child(cmark_node *node, cmark_node_type type, const char *text) {
    cmark_node *child = cmark_node_first_child(node);
    if (child == NULL || cmark_node_get_type(child) != type || cmark_node_next(child) != NULL)
        fail_msg("no %d: %s", type, text);
    return child;
}

/* As a sentence, a heading, a paragraph, an item below one, and a phrase. */
static void assert_read_as(const sm_report *report, const char *text, size_t depth, const cmark_node_type *types) {
    test_text written = {0};
    test_text_put(&written, "");
    sm_sink sink = {.write = test_text_write, .context = &written};
    test_writer("markdown")->write(report, &sink);
    cmark_node *root = cmark_parse_document(written.at, written.n, CMARK_OPT_DEFAULT), *node = root;
    for (size_t i = 0; i < depth; i++)
        node = only_child(node, types[i], written.at);
    assert_plain(node, text);
    cmark_node_free(root);
    test_text_end(&written);
}

static void check_text(const char *text) {
    summ_sentence s = test_sentence(text, 1, 1);
    summ_phrase p = test_phrase(text, 1, 1);
    sm_report report = {.sentences = &s, .n_sentences = 1};
    assert_read_as(&report, text, 2, (cmark_node_type[]){CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_PARAGRAPH});
    report.apart = true;
    assert_read_as(&report, text, 1, (cmark_node_type[]){CMARK_NODE_PARAGRAPH});
    s.role = SUMM_ROLE_HEADING;
    assert_read_as(&report, text, 1, (cmark_node_type[]){CMARK_NODE_HEADING});
    s.role = SUMM_ROLE_ITEM;
    assert_read_as(&report, text, 3, (cmark_node_type[]){CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_PARAGRAPH});
    report = (sm_report){.phrases = &p, .n_phrases = 1};
    assert_read_as(&report, text, 3, (cmark_node_type[]){CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_PARAGRAPH});
    /* The name of a file, above and behind. */
    report = (sm_report){.name = text, .sentences = &s, .headed = true};
    assert_read_as(&report, text, 1, (cmark_node_type[]){CMARK_NODE_HEADING});
}

static void test_hostile(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(HOSTILE); i++)
        check_text(HOSTILE[i]);
}

/* Whatever signs stand together: one line, no white space at its ends and no two spaces. */
static void test_random_texts(void **state) {
    (void)state;
    static const char SIGNS[] = "**__``[]()<>#+-.!&|~\\\"'=:/;aab1  ";
    test_random r = {31};
    for (int k = 0; k < 20000; k++) {
        char text[24];
        size_t n = 0, most = 1 + test_random_below(&r, sizeof text - 2);
        for (size_t i = 0; i < most; i++) {
            char c = SIGNS[test_random_below(&r, sizeof SIGNS - 1)];
            if (c != ' ' || (n > 0 && text[n - 1] != ' '))
                text[n++] = c;
        }
        n -= n > 0 && text[n - 1] == ' ';
        text[n] = '\0';
        if (n > 0)
            check_text(text);
    }
}

/* Items of any depth are items, and none is lost. */
static void test_random_lists(void **state) {
    (void)state;
    test_random r = {32};
    for (int k = 0; k < 500; k++) {
        summ_sentence list[12];
        size_t n = 1 + test_random_below(&r, COUNT_OF(list)), seen = 0;
        for (size_t i = 0; i < n; i++)
            list[i] = test_random_below(&r, 6) == 0 ? block("Text", SUMM_ROLE_PARAGRAPH, 0)
                                                    : block("Item", SUMM_ROLE_ITEM, (int)test_random_below(&r, 7));
        sm_report report = {.sentences = list, .n_sentences = n, .apart = true};
        test_text written = {0};
        sm_sink sink = {.write = test_text_write, .context = &written};
        test_writer("markdown")->write(&report, &sink);
        cmark_node *root = cmark_parse_document(written.at, written.n, CMARK_OPT_DEFAULT);
        cmark_iter *walk = cmark_iter_new(root);
        while (cmark_iter_next(walk) != CMARK_EVENT_DONE) {
            cmark_node *node = cmark_iter_get_node(walk);
            bool enters = cmark_iter_get_event_type(walk) == CMARK_EVENT_ENTER;
            if (!enters || cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
                continue;
            bool item = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM;
            assert_int_equal(item, list[seen].role == SUMM_ROLE_ITEM);
            assert_plain(node, list[seen++].text);
        }
        assert_int_equal(seen, n);
        cmark_iter_free(walk);
        cmark_node_free(root);
        test_text_end(&written);
    }
}
#else
static void test_hostile(void **state) {
    (void)state;
    assert_true(COUNT_OF(HOSTILE) > 0);
    skip();
}
#endif

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reports),      cmocka_unit_test(test_phrases_alone), cmocka_unit_test(test_outline),
        cmocka_unit_test(test_paragraphs),   cmocka_unit_test(test_failing),       cmocka_unit_test(test_hostile),
#ifdef HAVE_CMARK
        cmocka_unit_test(test_random_texts), cmocka_unit_test(test_random_lists),
#endif
    };
    return cmocka_run_group_tests_name("output/markdown", tests, NULL, NULL);
}
