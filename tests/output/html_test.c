/* Pages and articles: what they hold, and that nothing in the text, names or phrases becomes markup. */
#include "output/wholes.h"
#include "support/markup.h"

#include "output/html.h"
#include "output/page.h"

static const char *const HOSTILE[] = {"<script>alert(1)</script>",
                                      "</span></p></article></body></html>",
                                      "\"><img src=x onerror=\"x\">",
                                      "' onclick='x",
                                      "&lt;&amp;&#0;& &;&",
                                      "]]> <![CDATA[ <!-- --> <? ?>",
                                      "</title></style></script>",
                                      "\xE2\x80\xAE right to left \xE2\x81\xA7",
                                      "\xFF\xC3\xED\xA0\x80 \x01\x1B[0m\x7F\xC2\x85",
                                      "\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD",
                                      ""};

static test_text write(const sm_report *report) {
    test_text out = {0};
    test_text_put(&out, "");
    sm_sink sink = {.write = test_text_write, .context = &out};
    test_writer("html")->write(report, &sink);
    return out;
}

static void check_escaped(const char *given, size_t n, const char *expected) {
    test_text out = {0};
    sm_sink sink = {.write = test_text_write, .context = &out};
    test_text_put(&out, "");
    sm_html_put(&sink, given, n);
    assert_string_equal(out.at, expected);
    test_text_end(&out);
}

static void test_escapes(void **state) {
    (void)state;
    check_escaped("", 0, "");
    check_escaped("plain text", 10, "plain text");
    check_escaped("<a b=\"c\">&'", 11, "&lt;a b=&quot;c&quot;&gt;&amp;&#39;");
    check_escaped("\xC3\xA9\xF0\x9F\x98\x80", 6, "\xC3\xA9\xF0\x9F\x98\x80");
    check_escaped("\0\x1F\x7F\xC2\x85\xFF", 6, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    check_escaped("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD", 9, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

/* The part of the page between two of its elements. */
static void check_part(const sm_report *report, const char *from, const char *to, const char *expected) {
    test_text out = write(report);
    test_markup_check(out.at);
    char *begin = strstr(out.at, from), *end = begin != NULL ? strstr(begin, to) : NULL;
    if (end == NULL)
        fail_msg("no %s before %s:\n%s", from, to, out.at);
    else
        *end = '\0';
    assert_string_equal(begin, expected);
    test_text_end(&out);
}

static const sm_report EMPTY = {.name = "-"};

static void test_nothing(void **state) {
    (void)state;
    test_whole w;
    sm_report report = EMPTY;
    check_part(&report, "<html", ">", "<html lang=\"\" dir=\"ltr\"");
    check_part(&report, "<title>", "\n<style", "<title>Summary</title>");
    check_part(
        &report, "<body>", "<footer",
        "<body>\n<header>\n<h1>Summary</h1>\n<p class=\"about\" lang=\"en\" dir=\"ltr\"></p>\n</header>\n<main>\n"
        "</main>\n");
    test_whole_begin(&w);
    report.whole = &w.whole;
    report.name = "a/b&c.txt";
    report.sentences = w.sentences;
    check_part(&report, "<title>", "\n<style", "<title>b&amp;c.txt</title>");
    check_part(&report, "<p", "<footer",
               "<p class=\"about\" lang=\"en\" dir=\"ltr\">0 sentences, 0 words</p>\n</header>\n<main>\n<h2 "
               "lang=\"en\">Summary</h2>\n<ul id=\"summary\" class=\"summary\"></ul>\n</main>\n");
    test_whole_end(&w);
}

static void test_whole_page(void **state) {
    (void)state;
    test_whole w;
    test_whole_begin(&w);
    test_whole_add(&w, "", "Owls", 4, 0, false)->rank = 0;
    w.sentences[0].score = 0;
    w.shapes[0] = SM_SHAPE_TITLE;
    test_whole_add(&w, "\n", "The owl sleeps.", 15, 1, true)->score = 0.96;
    test_whole_mark(&w, 9, 12, 0);
    summ_phrase phrase = test_phrase("owl <&>", 0.54, 1);
    sm_report report = {.name = "-",
                        .language = "fa",
                        .right_to_left = true,
                        .sentences = &w.sentences[1],
                        .n_sentences = 1,
                        .phrases = &phrase,
                        .n_phrases = 1,
                        .whole = &w.whole};
    check_part(&report, "<html", ">", "<html lang=\"fa\" dir=\"rtl\"");
    check_part(&report, "<h1>", "<h2",
               "<h1>shown</h1>\n<p class=\"about\" lang=\"en\" dir=\"ltr\">2 sentences, 0 words</p>\n"
               "</header>\n<main>\n");
    check_part(&report, "<ul id", "<h2",
               "<ul id=\"summary\" class=\"summary\">\n<li><a href=\"#s1\">shown</a></li>\n</ul>\n");
    check_part(&report, "<ul class=\"chips\"", "<h2",
               "<ul class=\"chips\">\n<li><span class=\"chip w5\" title=\"score 0.54\" data-k=\"0\">owl &lt;&amp;&gt; "
               "<small>2</small></span></li>\n</ul>\n");
    check_part(&report, "<input id=\"length\"", "\n",
               "<input id=\"length\" type=\"range\" autocomplete=\"off\" min=\"1\" max=\"2\" value=\"1\">");
    check_part(
        &report, "<svg", "</div>",
        "<svg id=\"plot\" class=\"plot\" preserveAspectRatio=\"none\" aria-hidden=\"true\" viewBox=\"0 0 2 100\" "
        "data-step=\"1\">\n<a href=\"#s0\" tabindex=\"-1\"><rect width=\"1\" x=\"0\" y=\"97\" "
        "height=\"3\"/></a>\n<a href=\"#s1\" tabindex=\"-1\"><rect width=\"1\" x=\"1\" y=\"4\" height=\"96\" "
        "data-rank=\"2\" class=\"on\"/></a>\n</svg>\n");
    check_part(
        &report, "<article", "</main>",
        "<article id=\"text\" class=\"text\">\n<h3 dir=\"auto\"><span class=\"s\" id=\"s0\">Owls</span></h3>\n<p "
        "dir=\"auto\"><span class=\"s h10 on\" id=\"s1\" data-rank=\"2\" title=\"rank 2, score 0.96\">The <span "
        "class=\"k\" data-k=\"0\">owl</span> sleeps.</span></p>\n</article>\n");
    test_failing_writes("html", &report);
    test_whole_end(&w);
}

/* A bar stands for as many sentences as it has to. */
static void test_long_plot(void **state) {
    (void)state;
    enum {
        N = 2 * SM_PLOT_BARS + 1
    };
    static summ_sentence sentences[N];
    static bool chosen[N];
    sm_whole whole = {.sentences = sentences, .chosen = chosen, .n = N};
    test_text out = {0};
    sm_sink sink = {.write = test_text_write, .context = &out};
    for (size_t i = 0; i < N; i++)
        sentences[i] = (summ_sentence){.index = i, .score = (double)(i % 3) / 2, .rank = N - i};
    chosen[4] = true;
    sm_plot_write(&whole, &sink);
    size_t n = 0;
    for (const char *at = strstr(out.at, "<rect"); at != NULL; at = strstr(at + 1, "<rect"))
        n++;
    assert_int_equal(n, (N + 2) / 3);
    assert_non_null(strstr(out.at, "<a href=\"#s5\" tabindex=\"-1\"><rect width=\"1\" x=\"1\" y=\"0\" height=\"100\" "
                                   "data-rank=\"476\" class=\"on\"/></a>"));
    test_text_end(&out);
}

static void test_several_files(void **state) {
    (void)state;
    static const char *const NAMES[] = {"x/<one>", "two"};
    test_whole w;
    test_whole_begin(&w);
    test_whole_add(&w, "", "Owls", 4, 0, false);
    w.shapes[0] = SM_SHAPE_TITLE; /* of the first alone */
    sm_report report = {.names = NAMES, .n_names = 2, .whole = &w.whole};
    check_part(&report, "<title>", "\n<style", "<title>&lt;one&gt; and 1 other text</title>");
    check_part(&report, "<article", "<h3",
               "<article id=\"text\" class=\"text\">\n<p class=\"file\">x/&lt;one&gt;</p>\n");
    test_whole_end(&w);
}

/* Whatever stands in the text, in shown sentences and phrases, in names and in the code of the language. */
static void test_hostile(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++) {
        test_whole w;
        test_random r = {seed + 7};
        const char *some = HOSTILE[test_random_below(&r, COUNT_OF(HOSTILE))];
        test_whole_random(&w, seed);
        for (size_t i = 0; i < 3; i++) {
            const char *words = HOSTILE[test_random_below(&r, COUNT_OF(HOSTILE))];
            summ_sentence *s = test_whole_add(&w, "\n", words, strlen(words), 100 + i / 2, i == 1);
            s->text = some;
            s->n_bytes = strlen(some);
        }
        summ_phrase phrases[] = {test_phrase(some, 1, 1), test_phrase("b", 0.3, 2)};
        sm_report report = {.name = some,
                            .language = some,
                            .sentences = w.sentences,
                            .n_sentences = w.whole.n,
                            .phrases = phrases,
                            .n_phrases = COUNT_OF(phrases),
                            .whole = &w.whole,
                            .highlight = seed % 2 == 1};
        test_text out = write(&report);
        test_markup_check(out.at);
        test_text_end(&out);
        test_whole_end(&w);
    }
}

/* With reasons, which are lines of the text format. */
static void test_reasons(void **state) {
    (void)state;
    static const char *const NAMES[] = {"</pre><script>", "b"};
    static const char TEXT[] =
        "The <owl> sleeps & dreams by day. By night the \"owl\" hunts mice in the meadow. Mice sleep "
        "at noon in their holes. The owl sleeps in a barn behind the meadow.";
    test_api api;
    summ_summary_options options;
    summ_sentences *ranking;
    summ_explanation *why;
    summ_keyword_explanation *keyword_why;
    summ_report report;
    test_text out = {0};
    summ_summary_options_init(&options, sizeof options);
    options.max_sentences = 1;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(summ_rank(api.doc, &options, &ranking), SUMM_OK);
    assert_int_equal(summ_explain(api.doc, &options, &why), SUMM_OK);
    assert_int_equal(summ_explain_keywords(api.doc, NULL, &keyword_why), SUMM_OK);
    summ_report_init(&report, sizeof report);
    report.doc = api.doc;
    report.names = NAMES;
    report.n_names = COUNT_OF(NAMES);
    report.ranking = ranking;
    report.explanation = why;
    report.keyword_explanation = keyword_why;
    test_text_report(&out, "html", &report);
    test_markup_check(out.at);
    assert_non_null(
        strstr(out.at, "<details lang=\"en\" dir=\"ltr\"><summary>Why</summary>\n<pre>    score 1.00, sentence "));
    assert_non_null(strstr(out.at, "of 4, paragraph 1, &lt;/pre&gt;&lt;script&gt;\n"));
    assert_non_null(strstr(out.at, "<summary>Not chosen</summary>\n<pre><bdi>"));
    assert_non_null(strstr(out.at, "    why: next best\n"));
    assert_non_null(strstr(out.at, "    features: "));
    test_text_end(&out);
    summ_sentences_free(ranking);
    summ_explanation_free(why);
    summ_keyword_explanation_free(keyword_why);
    test_api_end(&api);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_escapes),   cmocka_unit_test(test_nothing),       cmocka_unit_test(test_whole_page),
        cmocka_unit_test(test_long_plot), cmocka_unit_test(test_several_files), cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_reasons),
    };
    return cmocka_run_group_tests_name("output/html", tests, NULL, NULL);
}
