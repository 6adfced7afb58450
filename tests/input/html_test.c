/* HTML as text and blocks: all that is seen, and where it stands in the source. What is the article: article_test.c. */
#include "input/pages.h"

#include "base/utf8.h"
#include "input/entities.h"
#include "support/random.h"

#include <stdio.h>

static void check_whole(const char *html, const char *expected) {
    check_page(html, expected, true);
}

static void test_blocks(void **state) {
    (void)state;
    check_whole("", "");
    check_whole(" \n<div> </div>", "");
    check_whole("text", "U:text");
    check_whole("<p>One <b>bold</b> word.</p><p>Two.", "U:One bold word.|U:Two.");
    check_whole("a<div>b</div>c<div><div>d</div></div>", "U:a|U:b|U:c|U:d");
    check_whole("<p>Two\nlines  of one", "U:Two lines of one");
    check_whole("un<b>bro</b>ken", "U:unbroken");
}

static void test_line_breaks(void **state) {
    (void)state;
    check_whole("<p>One<br>line<br>\n<br>another<br/><br/><br/>and", "U:One line|U:another|U:and");
    check_whole("<br><br>x<br>", "U:x");
    check_whole("a<hr>b", "U:a|U:b");
    check_whole("a</br>b", "U:a|U:b");
}

static void test_roles(void **state) {
    (void)state;
    check_whole("<h1>Head</h1><h6>Low</h6>", "H:Head|H:Low");
    check_whole("<ul><li>one<li><p>two</p></ul><dl><dt>term<dd>said</dl>", "I:one|I:two|U:term|I:said");
    check_whole("<blockquote><p>Said so.</p></blockquote>", "Q:Said so.");
    check_whole("<figure><img><figcaption>A picture</figcaption></figure>", "C:A picture");
    check_whole("<pre>int x;\n\nint y;</pre>", "X:int x; int y;");
    check_whole("<table><caption>Owls</caption><tr><th>Name<td>Age</table>", "C:Owls|U:Name Age");
}

static void test_what_is_not_seen(void **state) {
    (void)state;
    check_whole("<head><title>t</title><style>p{}</style></head><body>a<script>b<p></script>c", "U:ac");
    check_whole("a<noscript>b</noscript><template>c</template><svg><text>d</text></svg><iframe>e</iframe>", "U:a");
    check_whole("a<p hidden>b</p><p style='display:none'>c</p>", "U:a");
    check_whole("<html hidden><body style='display: none'>a", "U:a");
    check_whole("a<span hidden>b<i>c</i></span>d", "U:ad");
    check_whole("<select><option>a</select><textarea>b</textarea><button>c</button>", "U:c");
    check_whole("a<!-- b -->c<!-- d", "U:ac");
    check_whole("a<![CDATA[ b ]]>c", "U:ac");
}

static void test_references(void **state) {
    (void)state;
    check_whole("a &lt;b&gt; &amp;amp; &#99;&eacute;", "U:a <b> &amp; c\xC3\xA9");
    check_whole("AT&T &nosuch; & &", "U:AT&T &nosuch; & &");
    check_whole("&nbsp;a&nbsp;", "U:a");
    check_whole("<p>&#32;<p>&nbsp;", "");
}

static void test_broken_markup(void **state) {
    (void)state;
    check_whole("<p>a<p>b<div>c<p>d</div>e", "U:a|U:b|U:c|U:d|U:e");
    check_whole("<b>a<p>b</b>c</p>d", "U:a|U:bc|U:d");
    check_whole("a</p></div></nosuch>b", "U:a|U:b");
    check_whole("a < b <3 <", "U:a < b <3 <");
    check_whole("<p class='a>b</p>c", "");
    check_whole("a<p", "U:a");
}

/* What stands in a table but in no cell is moved before it. */
static void test_tables(void **state) {
    (void)state;
    check_whole("<table><tr><td>a<table><tr><td>b</table>c<td>d</table>e", "U:a|U:b|U:c d|U:e");
    check_whole("<table><tr><th>Name<th>Age<tr><td>Owl<td> <b>1</b>7<tr></table>", "U:Name Age|U:Owl 17");
    check_whole("<table>a<tr><td>b</td>c</tr></table>", "U:ac|U:b");
}

static void test_language(void **state) {
    (void)state;
    test_page t;
    static const char page[] = "<html lang='pt-BR'><p>x", longer[] = "<html lang='much-too-long-for-a-tag'><p>x";
    test_page_begin(&t, page, sizeof page - 1, false);
    assert_string_equal(t.input.language, "pt-BR");
    test_page_end(&t);
    test_page_begin(&t, longer, sizeof longer - 1, false);
    assert_string_equal(t.input.language, "");
    test_page_end(&t);
}

/* ---- The way back ---- */

/* A character of the text is the bytes of the source it stands for: the same ones, a reference, or <br>. */
static void check_source(const test_page *t, uint32_t at, uint32_t end) {
    size_t from = sm_input_source(&t->input, at), to = sm_input_source_end(&t->input, at);
    uint32_t code, meant;
    sm_utf8_decode(t->input.text + at, end - at, &code);
    assert_true(from < to && to <= t->n_bytes);
    if (to - from == 1)
        assert_int_equal(t->html[from], t->input.text[at]);
    else if (t->html[from] == '<')
        assert_true((code == '\n' || code == ' ') && t->html[to - 1] == '>');
    else if (((unsigned char)t->input.text[at] & 0xC0) != 0x80) {
        assert_int_equal(sm_entity_decode(t->html + from, to - from, &meant), to - from);
        assert_int_equal(code, meant);
    }
}

static void check_sources(const char *html, size_t n, bool whole) {
    test_page t;
    test_page_begin(&t, html, n, whole);
    for (size_t i = 0; i < t.input.blocks.n; i++) {
        const sm_block *b = &t.input.blocks.at[i];
        size_t last = 0;
        assert_true(b->begin < b->end && b->end <= t.input.n_bytes);
        for (uint32_t at = b->begin; at < b->end; at++) {
            check_source(&t, at, b->end);
            assert_true(sm_input_source(&t.input, at) >= last);
            last = sm_input_source(&t.input, at);
        }
    }
    test_page_end(&t);
}

/* Of headings one to six, of items the lists around them, as far as one looks. */
static void test_levels(void **state) {
    (void)state;
    static const char page[] =
        "<h1>a</h1><h6><b>b</b></h6><p>c</p><li>d</li><ul><li>e<ol><li><p>f</p></li></ol></li></ul>"
        "<dl><dd>g</dd></dl><ul><ul><ul><ul><ul><ul><ul><li>h</li></ul></ul></ul></ul></ul></ul></ul>"
        "<h3><span>i</span></h3><blockquote><h2>j</h2></blockquote>";
    static const int LEVELS[] = {1, 6, 0, 0, 1, 2, 1, 6, 3, 2};
    test_page t;
    test_page_begin(&t, page, sizeof page - 1, true);
    assert_int_equal(t.input.blocks.n, sizeof LEVELS / sizeof *LEVELS);
    for (size_t i = 0; i < t.input.blocks.n; i++)
        assert_int_equal(t.input.blocks.at[i].level, LEVELS[i]);
    test_page_end(&t);
}

static void test_sources(void **state) {
    (void)state;
    static const char page[] =
        "<title>A &amp; B - Site</title><h1>A &amp; <i>B</i></h1><p>caf&eacute;s &nbsp; and <b>more</b>"
        " \xE6\x97\xA5<br>end &lt;";
    check_sources(page, sizeof page - 1, true);
    check_sources(page, sizeof page - 1, false);
}

static const char *const PIECES[] = {
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<i class=ad>",
    "</i>",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</table>",
    "a word ",
    "more. ",
    "&amp;",
    "&eacute;",
    "&#8217;",
    "&nbsp",
    "&lt;x",
    "<br>",
    "</br>",
    "</foo>",
    "<!-- c -->",
    "<!doctype html>",
    "<body>",
    "</body>",
    "</html>",
    "<html>",
    "\n",
    "  ",
    "<li>",
    "<ul>",
    "</ul>",
    "<a href=x>",
    "</a>",
    "<form>",
    "</form>",
    "<svg>",
    "</svg>",
    "<select>",
    "<option>",
    "</select>",
    "<h1>",
    "</h1>",
    "<article>",
    "</article>",
    "<3",
    "a<b",
    "<script>x<y</script>",
    "<style>",
    "</style>",
    "<template>",
    "</template>",
    "&",
    "&#",
    "&bogus;",
    "\xC3\xA9",
    "\xFF",
    "\xE6\x97",
    "<button>",
    "<frameset>",
    "<math>",
    "<mi>",
    "</math>",
    "<caption>",
    "<col>",
    "<nav>",
    "</nav>",
    "<!--",
    "<p title='",
    "Nobody had counted the toads before the bridge was built, and then they were nine thousand of them. ",
};

static void test_sources_of_any_markup(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 2000; seed++) {
        test_random r = {seed + 1};
        char html[8192] = "";
        size_t n = test_random_below(&r, 60);
        for (size_t i = 0; i < n; i++)
            strcat(html, PIECES[test_random_below(&r, sizeof PIECES / sizeof *PIECES)]);
        check_sources(html, strlen(html), seed % 2 == 0);
    }
}

/* ---- Pages that no tree is built of ---- */

/* `before`, `piece` n times, `after`, as blocks. */
static void check_repeated(const char *before, const char *piece, size_t n, const char *after, const char *expected) {
    size_t n_before = strlen(before), n_piece = strlen(piece), n_after = strlen(after);
    char *html = malloc(n_before + n * n_piece + n_after + 1);
    assert_non_null(html);
    memcpy(html, before, n_before);
    for (size_t i = 0; i < n; i++)
        memcpy(html + n_before + i * n_piece, piece, n_piece);
    memcpy(html + n_before + n * n_piece, after, n_after + 1);
    check_page(html, expected, false);
    check_sources(html, n_before + n * n_piece + n_after, true);
    free(html);
}

static void test_deep_pages(void **state) {
    (void)state;
    check_repeated("One.", "<div>", 1000000, "Two.", "U:One.|U:Two.");
    check_repeated("<script>x<y</script>", "<b><p>", 100000, "caf&eacute;<br>x<br><br>y", "U:caf\xC3\xA9 x|U:y");
    check_repeated("<div>", "<font size=1>", 3000, "One<!-- two --> three", "U:One three");
    check_repeated("One<a ", "b ", 100000, ">two</a>", "U:Onetwo");
}

/* The parser clones what is open for each paragraph; its memory has a bound, and then the page is read without it. */
static void test_pages_that_grow(void **state) {
    (void)state;
    test_page t;
    size_t n_fonts = 500, n_pages = 40000, n = 0;
    char *html = malloc(n_fonts * 16 + n_pages * 4 + 1);
    assert_non_null(html);
    for (size_t i = 0; i < n_fonts; i++)
        n += (size_t)sprintf(html + n, "<font size=%zu>", i);
    for (size_t i = 0; i < n_pages; i++)
        n += (size_t)sprintf(html + n, "<p>x");
    test_page_begin(&t, html, n, true);
    assert_int_equal(t.input.blocks.n, n_pages);
    assert_true(t.own.memory.peak < (64u << 20) + 200 * n);
    test_page_end(&t);
    free(html);
}

static void test_each_allocation_fails(void **state) {
    (void)state;
    static const char page[] =
        "<title>Owls</title><nav><a href=/>Home</a></nav><article><h1>Owls</h1><p>The owl sleeps by "
        "day &amp; hunts by night, as all the mice of the valley know quite well.</p></article>";
    size_t failed = 0;
    if (sm_html_library[0] == '\0')
        skip();
    for (size_t at = 1;; at++) {
        test_arena t;
        sm_input input;
        test_arena_begin(&t);
        test_memory_fail(&t.memory, at, false);
        summ_status status = test_html_reader()->read(page, sizeof page - 1, &t.arena, &input);
        bool met = test_memory_failed(&t.memory);
        test_arena_end(&t);
        assert_int_equal(status, met ? SUMM_ERR_MEMORY : SUMM_OK);
        failed += met;
        if (!met)
            break;
    }
    assert_true(failed > 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reader_is_there),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_line_breaks),
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_what_is_not_seen),
        cmocka_unit_test(test_references),
        cmocka_unit_test(test_broken_markup),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_language),
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_sources),
        cmocka_unit_test(test_sources_of_any_markup),
        cmocka_unit_test(test_deep_pages),
        cmocka_unit_test(test_pages_that_grow),
        cmocka_unit_test(test_each_allocation_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
