/* What pages say of themselves: the better place counts. */
#include "input/pages.h"

#include <stdio.h>

#define P1                                                                                                             \
    "<p>The ferry to the outer islands sails again from Monday, after its engine was taken out and mended in the "     \
    "yard.</p>"

static void check_read(const char *html, bool whole, const char *author, const char *date) {
    test_page t;
    test_page_begin(&t, html, strlen(html), whole);
    if (strcmp(t.input.said.author, author) != 0 || strcmp(t.input.said.date, date) != 0)
        fail_msg("%s gave '%s', '%s'", html, t.input.said.author, t.input.said.date);
    test_page_end(&t);
}

static void check(const char *html, const char *author, const char *date) {
    check_read(html, false, author, date);
    check_read(html, true, author, date);
}

static void test_meta(void **state) {
    (void)state;
    check("<meta name=Author content='Ada &amp; Bo'>" P1, "Ada & Bo", "");
    check("<meta property='article:author' content='https://example.org/ada'>" P1, "", "");
    check("<meta name=citation_author content='Ada Ferry'><meta name=citation_author content='Bo Pier'>",
          "Ada Ferry, Bo Pier", "");
    check("<meta name='dc.creator' content='Bo Pier'><meta name=author content='Ada Ferry'>", "Ada Ferry", "");
    check("<meta property='article:published_time' content='2031-05-03T10:00:00Z'>", "", "2031-05-03T10:00:00Z");
    check("<meta name=pubdate content='05/06/2031'><meta name=date content='May 3, 2031'>", "", "2031-05-03");
    check("<meta name=author><meta content=x><meta>", "", "");
    check("", "", "");
}

/* Scripts within <svg> have elements and comments in them. */
static void test_json_within_svg(void **state) {
    (void)state;
    check("<svg><script type='application/ld+json'><g></g></script></svg>" P1, "", "");
    check("<svg><script type='application/ld+json'><!-- {\"author\":\"Ada Ferry\"} --></script></svg>" P1, "", "");
    check("<svg><script type='application/ld+json'/></svg>" P1, "", "");
    check("<svg><script type='application/ld+json'>{\"@type\":\"Article\",\"author\":\"Ada \xFF Ferry\"}<g></g>"
          "</script></svg>" P1,
          "Ada \xEF\xBF\xBD Ferry", "");
}

static void test_json_goes_before_meta(void **state) {
    (void)state;
    check(
        "<meta name=author content='Island Post'><script type='application/ld+json'>{\"@type\":\"Article\",\"author\":"
        "{\"name\":\"Ada Ferry\"},\"datePublished\":\"2031-05-03\"}</script><meta name=date content=2031-05-04>",
        "Ada Ferry", "2031-05-03");
    check("<script>{\"@type\":\"Article\",\"author\":\"Ada Ferry\"}</script>", "", "");
    check("<script type='application/ld+json'></script>", "", "");
    check("<script "
          "type='application/ld+json'>{\"@type\":\"WebPage\",\"author\":\"admin\",\"datePublished\":\"2031-05-03\"}"
          "</script><meta name=author content='Ada Ferry'>",
          "Ada Ferry", "2031-05-03");
}

#define HEAD "<title>The ferry sails - Island Post</title><h1>The ferry sails</h1>"

static void test_bylines(void **state) {
    (void)state;
    check(HEAD "<div class=byline>By <a href=/ada>Ada Ferry</a><br>Staff writer</div>" P1, "Ada Ferry", "");
    check(HEAD "<a rel='nofollow author' href=/ada>Ada Ferry</a>" P1, "Ada Ferry", "");
    check(HEAD "<p>By <span itemprop=author>Ada Ferry</span> of the desk</p>" P1, "Ada Ferry", "");
    check(HEAD "<div class=author-box><img><div class=author-name>Ada Ferry</div><div>She writes about the "
               "sea.</div></div>" P1,
          "Ada Ferry", "");
    check(HEAD "<div class=byline><time>3 May 2031</time>Ada Ferry</div>" P1, "Ada Ferry", "");
    check(HEAD P1 P1 P1 "<div class=byline>Bo Pier</div>", "", "");
    check(HEAD P1 P1 P1 "<div class=bio>About <a rel=author>Bo Pier</a></div>", "Bo Pier", "");
    check("<div><p class=byline>Bo Pier</p>" HEAD "</div>" P1, "Bo Pier", "");
    check("<div class=byline>Bo Pier</div><div>" HEAD "</div>" P1, "", "");
    check("<div><p class=byline>Bo Pier</p>" HEAD "<p class=byline>Ada Ferry</p></div>" P1, "Ada Ferry", "");
    check(HEAD P1 "<div class=comments><span itemprop=author>Cy Gull</span></div>", "", "");
    check(HEAD "<div class=byline>" P1 P1 P1 P1 "</div>", "", "");
    check(HEAD "<div class=byline></div><div class=author style='display:none'>Bo Pier</div>" P1, "", "");
    check("<body class='author-ada'>" HEAD P1, "", "");
}

/* An organization in JSON-LD steps back for a byline. */
static void test_publishers(void **state) {
    (void)state;
    static const char json[] = "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"@type\":"
                               "\"Organization\",\"name\":\"Island Post\"}}</script>";
    char html[1024];
    snprintf(html, sizeof html, "%s" HEAD P1, json);
    check(html, "Island Post", "");
    snprintf(html, sizeof html, "%s" HEAD "<p class=byline>Ada Ferry</p>" P1, json);
    check(html, "Ada Ferry", "");
}

static void test_times(void **state) {
    (void)state;
    check(HEAD "<time datetime='2031-05-03T10:00'>today</time>" P1, "", "2031-05-03T10:00");
    check(HEAD "<time>2031-05-03</time>" P1, "", "");
    check("<time datetime=2031-05-02></time>" HEAD "<time datetime=2031-05-03>" P1, "", "2031-05-03");
    check(HEAD P1 P1 P1 "<time datetime=2031-05-03>", "", "");
    check(P1 P1 P1 P1 "<time itemprop=datePublished datetime=2031-05-03>", "", "2031-05-03");
    check("<meta itemprop=datePublished content=2031-05-03>" P1, "", "2031-05-03");
    check("<span itemprop=datePublished content=2031-05-03></span>" P1, "", "2031-05-03");
}

/* Each element that could be a byline holds all the others. */
static void test_nested_bylines(void **state) {
    (void)state;
    enum {
        DEPTH = 400,
        SPANS = 100000
    };
    static char html[16 * DEPTH + 8 * SPANS + 4096];
    size_t n = (size_t)snprintf(html, sizeof html, HEAD P1);
    for (int i = 0; i < DEPTH; i++)
        n += (size_t)snprintf(html + n, sizeof html - n, "<b rel=author>");
    for (int i = 0; i < SPANS; i++, n += 7)
        memcpy(html + n, "<i></i>", 7);
    memcpy(html + n, "Bo Pier", 8);
    check_read(html, false, "", "");
}

static void test_broken_utf8(void **state) {
    (void)state;
    check("<meta name=author content='Ada\xFF Ferry'>", "Ada\xEF\xBF\xBD Ferry", "");
    check(HEAD "<p class=byline>By Ada\xC3</p>" P1, "Ada\xEF\xBF\xBD", "");
}

static void check_title(const char *html, const char *title) {
    test_page t;
    test_page_begin(&t, html, strlen(html), true);
    if (title == NULL) {
        assert_null(t.input.title);
    } else {
        assert_int_equal(t.input.n_title, strlen(title));
        assert_memory_equal(t.input.title, title, strlen(title));
    }
    test_page_end(&t);
    test_page_begin(&t, html, strlen(html), false);
    assert_null(t.input.title);
    test_page_end(&t);
}

/* Of a whole page the title is no block of the text. */
static void test_titles_of_whole_pages(void **state) {
    (void)state;
    check_title(HEAD P1, "The ferry sails "); /* shown without the space */
    check_title("<title>Ferry &amp; island &\xFF</title>", "Ferry & island &\xFF");
    check_title(P1, NULL);
    check_title("", NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_meta),
        cmocka_unit_test(test_json_within_svg),
        cmocka_unit_test(test_json_goes_before_meta),
        cmocka_unit_test(test_bylines),
        cmocka_unit_test(test_publishers),
        cmocka_unit_test(test_times),
        cmocka_unit_test(test_broken_utf8),
        cmocka_unit_test(test_nested_bylines),
        cmocka_unit_test(test_titles_of_whole_pages),
        cmocka_unit_test(test_reader_is_there),
    };
    return cmocka_run_group_tests_name("input/about", tests, NULL, NULL);
}
