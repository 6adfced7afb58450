/* Markdown as text and blocks, and where it stands in the source. */
#include "base/utf8.h"
#include "input/entities.h"
#include "input/pages.h"
#include "support/random.h"

static const sm_reader *reader_of_markdown(void) {
    size_t i = 0;
    while (sm_reader_at(i) != NULL && strcmp(sm_reader_at(i)->item.name, "markdown") != 0)
        i++;
    assert_non_null(sm_reader_at(i));
    return sm_reader_at(i);
}

/* The bytes have to stay. A build without cmark skips the test. */
static void begin(test_page *t, const char *source, size_t n) {
    if (sm_markdown_library[0] == '\0')
        skip();
    test_arena_begin(&t->own);
    t->html = source;
    t->n_bytes = (uint32_t)n;
    assert_int_equal(reader_of_markdown()->read(source, (uint32_t)n, &t->own.arena, &t->input), SUMM_OK);
}

/* What a character of the text stands for: itself, a reference, or the '<' of "<br>". */
static void check_source(const test_page *t, uint32_t at, uint32_t end) {
    size_t from = sm_input_source(&t->input, at), to = sm_input_source_end(&t->input, at);
    uint32_t code, meant;
    assert_true(from < to && to <= t->n_bytes);
    if (((unsigned char)t->input.text[at] & 0xC0) == 0x80 && to - from > 1)
        return;
    if (to - from > 1) {
        sm_utf8_decode(t->input.text + at, end - at, &code);
        assert_int_equal(sm_entity_decode(t->html + from, to - from, &meant), to - from);
        assert_int_equal(code, meant);
    } else if (t->input.text[at] != ' ' || t->html[from] != '<') {
        assert_int_equal(t->html[from], t->input.text[at]);
    }
}

static void check_sources(const test_page *t) {
    for (size_t i = 0; i < t->input.blocks.n; i++) {
        const sm_block *b = &t->input.blocks.at[i];
        size_t last = 0;
        assert_true(b->begin < b->end && b->end <= t->input.n_bytes);
        for (uint32_t at = b->begin; at < b->end; at++) {
            check_source(t, at, b->end);
            assert_true(sm_input_source(&t->input, at) >= last);
            last = sm_input_source(&t->input, at);
        }
    }
}

static void check(const char *source, const char *expected) {
    static char shown[1 << 16];
    test_page t;
    begin(&t, source, strlen(source));
    test_page_show(&t, shown, sizeof shown);
    assert_string_equal(shown, expected);
    check_sources(&t);
    test_page_end(&t);
}

static void test_with_cmark_or_without(void **state) {
    test_arena t;
    sm_input input;
    (void)state;
    test_arena_begin(&t);
    summ_status status = reader_of_markdown()->read("x", 1, &t.arena, &input);
    assert_int_equal(status, sm_markdown_library[0] != '\0' ? SUMM_OK : SUMM_ERR_MISSING);
    test_arena_end(&t);
}

static void test_paragraphs(void **state) {
    (void)state;
    check("", "");
    check(" \n\t\n", "");
    check("text", "P:text");
    check("one\ntwo  \nthree\\\nfour\n\nfive", "P:one two three four|P:five");
    check("one\r\ntwo\r\n\r\nthree\rfour", "P:one\rtwo|P:three\rfour");
    check("\xEF\xBB\xBFone\n\n***\n\ntwo", "P:one|P:two");
    check("   one\n      two\n\n\tcode", "P:one two|X:code");
}

static void test_headings(void **state) {
    (void)state;
    check("# One\n## Two ##\n### Three #x\n#none\n###### #\n", "T:One|H:Two|H:Three #x|P:#none");
    check("One\n===\n\nTwo\nlines\n---\ntext", "T:One|H:Two lines|P:text");
    check("> # Quoted\n\ntext\n\n# *First* & last\n\n# Next\n", "H:Quoted|P:text|T:First & last|H:Next");
    check("## None\n\ntext", "H:None|P:text");
    check("[a]: /b\nOne\n===\n", "T:One");
    check("# ![](logo.png)\n\ntext", "P:text");
}

static void test_lists_and_quotes(void **state) {
    (void)state;
    check("- one\n- two\n  lines\n+ three\n\n10. four\n11) five", "I:one|I:two lines|I:three|I:four|I:five");
    check("- one\n  - two\n    - three\n\n      more\n\n  last", "I:one|I:two|I:three|I:more|I:last");
    check("*\tone\n\n\ttwo\n", "I:one|I:two");
    check("> one\n> two\nthree\n>\n> four", "Q:one two three|Q:four");
    check("> > one\n> two\n>>three\n", "Q:one two three");
    check("> - one\n>   two\n\n- > three\n  > four\n", "I:one two|Q:three four");
    check("1. # Head\n2. ---\n", "H:Head");
}

static void test_boxes(void **state) {
    (void)state;
    check("- [ ] one\n- [x]  two\n- [X]\tthree\n", "I:one|I:two|I:three");
    check("1. [x] one\n   - [ ] *two*\n     three\n", "I:one|I:two three");
    check("- [x]one\n- [ ]\n- [y] two\n- \\[x] three\n", "I:[x]one|I:[ ]|I:[y] two|I:[x] three");
    check("- one\n\n  [x] two\n\n[x] three\n\n> [x] four\n", "I:one|I:[x] two|P:[x] three|Q:[x] four");
    check("- [x](/a) one\n- [x] [two](/b)\n", "I:x one|I:two");
}

static void test_struck_out(void **state) {
    (void)state;
    check("one ~~two~~ three", "P:one two three");
    check("~~one *two~~ three* ~~**four**~~", "P:one *two three* four");
    check("*one ~~two~~ three* ~~four\nfive~~", "P:one two three four five");
    check("~one~ ~~~two~~~ ~~ three ~~ a~~", "P:~one~ ~~~two~~~ ~~ three ~~ a~~");
    check("`~~one~~` \\~~two~~ [~~three](/a)~~ ~~[four~~](/b)", "P:~~one~~ ~~two~~ ~~three~~ ~~four~~");
    check("a~~b~~c ~~d~~~~e~~", "P:abc d~~~~e");
}

/* Of headings one to six, of items the lists around them. */
static void test_levels(void **state) {
    (void)state;
    static const char SOURCE[] = "# Top\n\n## Two\n###### Six\nThree\n===\n\nFour\n---\ntext\n\n- one\n  - two\n\n    "
                                 "more\n    1. three\n\n> - one\n";
    static const uint8_t LEVELS[] = {1, 2, 6, 1, 2, 0, 1, 2, 2, 3, 1};
    const size_t N = sizeof LEVELS;
    test_page t;
    begin(&t, SOURCE, sizeof SOURCE - 1);
    assert_int_equal(t.input.blocks.n, N);
    for (size_t i = 0; i < N; i++)
        assert_int_equal(t.input.blocks.at[i].level, LEVELS[i]);
    test_page_end(&t);
}

static void test_code(void **state) {
    (void)state;
    check("```c\nint x;\n\nint y;\n```\ntext", "X:int x; int y;|P:text");
    check("~~~\nint x;\n", "X:int x;");
    check("    one\n\n    two\n\ntext", "X:one two|P:text");
    check("- item\n\n  ```\n  x\n  ```\n> ```\n> y\n> ```\n", "I:item|X:x|X:y");
    /* a fence that is not closed ends with what it is in */
    check("- ```\n  x\ntext", "X:x|P:text");
    check("- ~~~ x\n text", "P:text");
    check("> ```\n> x\n1. text", "X:x|I:text");
    check("- ```\n  x\n---\ntext", "X:x|P:text");
    check("a `code *x* &amp; \\` b `` c ` d `` e ``` f", "P:a code *x* &amp; \\ b c ` d e ``` f");
    check("\\`a` `b` `c", "P:`a b c");
}

static void test_tables(void **state) {
    (void)state;
    check("| a | b |\n|---|:-:|\n| c | d |\n", "X:| a | b ||X:| c | d |");
    check("Text.\na | b\n--|--\nc | d", "P:Text.|X:a | b|X:c | d");
    check("> |a|\n> |-|\n> |b|\n", "X:|a||X:|b|");
    check("a | b\nc | d", "P:a | b c | d");
    check("[a]: /b\n| c |\n|---|", "X:| c |");
}

static void test_emphasis(void **state) {
    (void)state;
    check("*a* **b** ***c*** _d_ __e__ *f **g** h*", "P:a b c d e f g h");
    check("2 * 3 * 4 and snake_case_word and a * b", "P:2 * 3 * 4 and snake_case_word and a * b");
    check("*one **two* three** _four *five_", "P:one two three four *five");
    check("**a*b* _c __d", "P:**ab _c __d");
    check("\\*a\\* \\[b\\] \\c \\&amp; \\\\", "P:*a* [b] \\c &amp; \\");
    check("*\xC3\xA9t\xC3\xA9*s \xC2\xAB*x*\xC2\xBB", "P:\xC3\xA9t\xC3\xA9s \xC2\xABx\xC2\xBB");
}

static void test_links(void **state) {
    (void)state;
    check("[a](b) [c](<d e> \"f) g\") [h]() [i](j(k)l 'm')", "P:a c h i");
    check("[a] (b) [c](d e) [f](g", "P:[a] (b) [c](d e) [f](g");
    check("[*a* `]`](b) *[c*](d)", "P:a ] *c*");
    check("[a [b](c) d](e)", "P:[a b d](e)");
    check("![a](b) c ![d ![e](f) [g](h)](i)", "P:a c d e g");
    check("text ![a](b \"t\")", "P:text a");
    check("[![badge](a)](b) ![c](d)\n\ntext", "P:text");
    check("[a][x] [X][] [x] [b][y] [sic]\n\n[x]: /u 'title'\n", "P:a X x [b][y] [sic]");
    check("[a  b]: <u v>\n  'two\nlines'\n[c]: d \"e\" f\n\n[A\nb]", "P:[c]: d \"e\" f|P:A b");
    check("<https://a.b/c_d_e> <x@y.z> <b c='d>e'>f</b> g<br/>h < i <3", "P:https://a.b/c_d_e x@y.z f g h < i <3");
    check("a<!-- b -->c <? d ?>e <![CDATA[ f ]]>g <!X h>i <!-- j", "P:ac e g i <!-- j");
    check("One[^1] two.[^b]\n\n[^1]: A note of words.\n", "P:One two.|P:A note of words.");
}

static void test_references(void **state) {
    (void)state;
    check("a &amp; &lt;b&gt; &#99; &eacute; AT&T &copy &nosuch;", "P:a & <b> c \xC3\xA9 AT&T &copy &nosuch;");
    check("# A &amp; B", "T:A & B");
}

static void test_html(void **state) {
    (void)state;
    check("<div>\nno *text*\n</div>\n\ntext\n\n<!-- a\n\nb -->\n", "P:text");
    check("<p>a\n\n**b**\n\n</p>", "P:b");
}

static void check_language(const char *source, const char *title_and_text, const char *language) {
    test_page t;
    check(source, title_and_text);
    begin(&t, source, strlen(source));
    assert_string_equal(t.input.language, language);
    assert_int_equal(t.input.titled, title_and_text[0] == 'T');
    test_page_end(&t);
}

static void test_front_matter(void **state) {
    (void)state;
    check_language("---\ntitle: A tower # new\nlang: de\n---\n# Head\n", "T:A tower|H:Head", "de");
    check_language("---\r\ntitle: \"A: \\\"tower\\\"\"\r\n...\r\ntext", "T:A: \\\"tower\\\"|P:text", "");
    check_language("+++\ntitle = 'A tower'\nlanguage = \"pt-BR\"\n[x]\nlang = 'de'\n+++\ntext", "T:A tower|P:text",
                   "pt-BR");
    check_language("---\ntitle: >\n  A tower\nlang: much-too-long-for-a-tag\n---\n# Head", "T:Head", "");
    check_language("---\ntitle: A tower\n", "P:title: A tower", "");
    check_language("---\n\ntitle: x\n\n---\n", "P:title: x", "");
    check_language("---\ntitle:\n---\n", "", "");
    check_language("---\n---\ntext", "P:text", "");
    check_language("---", "", "");
}

static void check_said(const char *source, const char *author, const char *date) {
    test_page t;
    begin(&t, source, strlen(source));
    assert_string_equal(t.input.said.author, author);
    assert_string_equal(t.input.said.date, date);
    test_page_end(&t);
}

static void test_authors_and_dates(void **state) {
    (void)state;
    check_said("---\nauthor: Ada Ferry\ndate: 2031-05-03\n---\ntext", "Ada Ferry", "2031-05-03");
    check_said("---\nauthor: \"Ada Ferry\"\ndate: May 3, 2031 # new\n---\n", "Ada Ferry", "2031-05-03");
    check_said("---\nauthors: [Ada Ferry, 'Bo Pier']\n---\n", "Ada Ferry, Bo Pier", "");
    check_said("---\nauthors:\n- Ada Ferry\n- name: Bo Pier\n  email: bo@example.org\ntags:\n- sea\n---\n",
               "Ada Ferry, Bo Pier", "");
    check_said("---\nauthor:\n  email: bo@example.org\n  name: Bo Pier\n---\n", "Bo Pier", "");
    check_said("+++\nauthors = [\"Ada Ferry\"]\ndate = 2031-05-03T10:00:00Z\n[x]\ndate = 2031-05-04\n+++\n",
               "Ada Ferry", "2031-05-03T10:00:00Z");
    check_said("---\nauthor:\n---\n", "", "");
    check_said("---\nauthor: |\n  Ada\ndate: 05/06/2031\n---\n", "", "");
    check_said("---\nauthors: [\n---\n", "", "");
    check_said("---\nauthor: Ada \xFF\n---\n", "Ada \xEF\xBF\xBD", "");
    check_said("author: Ada\n", "", "");
}

static void test_broken_utf8(void **state) {
    (void)state;
    check("a\xFF*b\xE6\x97*\n\xC3 [\xA9](x)", "P:a\xFF"
                                              "b\xE6\x97 \xC3 \xA9");
    test_page t;
    begin(&t, "a\0*b*\0 c", 8);
    assert_int_equal(t.input.n_bytes, 7);
    assert_memory_equal(t.input.text, "a\0b\0 c\n", 7);
    check_sources(&t);
    test_page_end(&t);
}

/* ---- Anything at all ---- */

static const char *const PIECES[] = {
    "*",
    "**",
    "~~",
    "_",
    "__",
    "`",
    "``",
    "```",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "  ",
    "    ",
    "> ",
    ">",
    "- ",
    "1. ",
    "# ",
    "## ",
    "===",
    "---",
    "---",
    "[",
    "- [x] ",
    "]",
    "![",
    "](",
    "](x)",
    "(",
    ")",
    "][",
    "[a]: b",
    "[a]",
    "[^1]",
    "<",
    ">",
    "<b>",
    "</b>",
    "<br>",
    "<!--",
    "-->",
    "<div>",
    "<?",
    "?>",
    "&amp;",
    "&eacute",
    "&",
    "&#39;",
    "\\",
    "\\\n",
    "| a | b",
    "|---|---|",
    "|",
    "title: ",
    "+++",
    "~~~",
    "\xC3\xA9",
    "\xFF",
    "\xE6\x97",
    "a",
    "word ",
    "b. ",
    "'",
    "\"",
    "<http://a.b>",
    ":",
    "!",
    "The owl sleeps by day. ",
};

static void test_any_markup(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 20000 / test_share(); seed++) {
        test_random r = {seed + 1};
        char source[2048] = "";
        test_page t;
        for (size_t i = test_random_below(&r, 60); i > 0; i--)
            strcat(source, PIECES[test_random_below(&r, sizeof PIECES / sizeof *PIECES)]);
        begin(&t, source, strlen(source));
        check_sources(&t);
        test_page_end(&t);
    }
}

/* ---- Texts made to be slow ---- */

/* `before`, `piece` n times, `after`: that it ends, and that the offsets hold. */
static void check_repeated(const char *before, const char *piece, size_t n, const char *after) {
    test_page t;
    size_t n_before = strlen(before), n_piece = strlen(piece), n_after = strlen(after);
    char *source = malloc(n_before + n * n_piece + n_after + 1);
    assert_non_null(source);
    memcpy(source, before, n_before);
    for (size_t i = 0; i < n; i++)
        memcpy(source + n_before + i * n_piece, piece, n_piece);
    memcpy(source + n_before + n * n_piece, after, n_after + 1);
    begin(&t, source, n_before + n * n_piece + n_after);
    check_sources(&t);
    test_page_end(&t);
    free(source);
}

static void test_slow_texts(void **state) {
    (void)state;
    enum {
        N = 100000
    };
    static const char *const REPEATED[] = {
        ">",        "> ",     "- ",    "1. ",        "[",       "![",        "]",      "[a](",
        "[a](b \"", "[a](<b", "*a ",   "~~a ",       "a~~ ",    "*~~ ",      "_a ",    "*a_ ",
        "a**b",     "`",      "`a``b", "``\n",       "<a b=\"", "<a <!--\n", "a <? ",  "a <![CDATA[",
        "a <!A ",   "\\",     "&",     "<",          "a\n\n",   "- a\n\n",   "a\n=\n", "[a]:",
        "[a]: b\n", "[\n",    "**\n",  "|a|\n|-|\n", "\t- ",    "[a][b]",    "a\n\t",
    };
    for (size_t i = 0; i < sizeof REPEATED / sizeof *REPEATED; i++)
        check_repeated("", REPEATED[i], N / test_share(), "x");
    check_repeated("", "*", 10000000 / test_share(), "");
    check_repeated("![ ![ ![ ", "[a](b) ", N, "](c)");
    check_repeated("- - - - - - - - a\n", "\n", N, "b");
    check_repeated("```\n", "x\n", N, "");
    check_repeated("<!--\n", "x <!--\n", N, "");
    check_repeated("---\n", "a: b\n", N, "");
}

/* What is nested too deep is text all the same; and what makes the parser take too much memory is read without it. */
static void test_without_a_tree(void **state) {
    (void)state;
    test_page t;
    char deep[1000] = "", *many = malloc(3 * 400000 + 64);
    while (strlen(deep) < 800)
        strcat(deep, "> ");
    strcat(deep, "One *word*.");
    check(deep, "P:One word.");
    assert_non_null(many);
    strcpy(many, "# H\n- *i*\n\n> q\n> r\n\n");
    for (size_t i = 0, n = strlen(many); i < 400000; i++, n += 3)
        strcpy(many + n, "a\n\n");
    begin(&t, many, strlen(many));
    assert_int_equal(t.input.blocks.n, 400003);
    assert_int_equal(t.input.blocks.at[0].role, SM_ROLE_HEADING);
    assert_int_equal(t.input.blocks.at[1].role, SM_ROLE_ITEM);
    check_sources(&t);
    test_page_end(&t);
    free(many);
}

static void test_each_allocation_fails(void **state) {
    (void)state;
    static const char source[] = "# Owls\n\nThe *owl* [sleeps][a] `by` day &amp; ![hunts](x) by night.\n\n[a]: /b\n";
    size_t failed = 0;
    if (sm_markdown_library[0] == '\0')
        skip();
    for (bool met = true; met; failed += met) {
        test_arena t;
        sm_input input;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, failed + 1, false);
        summ_status status = reader_of_markdown()->read(source, sizeof source - 1, &t.arena, &input);
        met = test_memory_failed(&t.memory);
        test_arena_end(&t);
        assert_int_equal(status, met ? SUMM_ERR_MEMORY : SUMM_OK);
    }
    assert_true(failed > 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_with_cmark_or_without),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_lists_and_quotes),
        cmocka_unit_test(test_boxes),
        cmocka_unit_test(test_struck_out),
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_code),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_emphasis),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_references),
        cmocka_unit_test(test_html),
        cmocka_unit_test(test_front_matter),
        cmocka_unit_test(test_authors_and_dates),
        cmocka_unit_test(test_broken_utf8),
        cmocka_unit_test(test_any_markup),
        cmocka_unit_test(test_slow_texts),
        cmocka_unit_test(test_without_a_tree),
        cmocka_unit_test(test_each_allocation_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
