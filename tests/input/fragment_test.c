/* Pieces of HTML keep all their text; whole pages are read as pages. */
#include "input/pages.h"
#include "support/random.h"

#include <stdio.h>

static const sm_reader *fragment_reader(void) {
    size_t i = 0;
    while (sm_reader_at(i) != NULL && strcmp(sm_reader_at(i)->item.name, "fragment") != 0)
        i++;
    assert_non_null(sm_reader_at(i));
    return sm_reader_at(i);
}

static void begin(test_page *t, const char *html, size_t n) {
    if (sm_html_library[0] == '\0')
        skip();
    test_arena_begin(&t->own);
    t->html = html;
    t->n_bytes = (uint32_t)n;
    assert_int_equal(fragment_reader()->read(html, (uint32_t)n, &t->own.arena, &t->input), SUMM_OK);
}

static void check(const char *html, const char *expected) {
    static char shown[4096];
    test_page t;
    begin(&t, html, strlen(html));
    test_page_show(&t, shown, sizeof shown);
    assert_string_equal(shown, expected);
    test_page_end(&t);
}

#define LONG                                                                                                           \
    "The ferry to the outer islands sails again from Monday, after its engine was taken out and mended in the yard."

static void test_pieces(void **state) {
    (void)state;
    check("<p>One. Two.</p><p>Three.</p>", "U:One. Two.|U:Three.");
    check("<p>Short.</p><p>" LONG "</p><p>Short again.</p><ul><li>a</li><li>b</li></ul>",
          "U:Short.|U:" LONG "|U:Short again.|I:a|I:b");
    check("plain &amp; simple", "U:plain & simple");
    check("<a href=x>A link</a>", "U:A link");
    check("<div class=comments>I liked it.</div><header>So did I.</header>", "U:I liked it.|U:So did I.");
    check("<!-- note --> <h2>Head</h2>Text", "H:Head|U:Text");
    check("", "");
    check(" \n", "");
    check("<p>a\xFF</p", "U:a\xFF");
    check("a < b <!doctype html>", "U:a < b");
}

static void test_pages(void **state) {
    (void)state;
    static const char article[] = "T:Ferry|U:" LONG;
    check("<!DOCTYPE html><title>Ferry</title><nav><a href=/>Home</a></nav><p>" LONG, article);
    check("\xEF\xBB\xBF\n<?xml version='1.0'?><!-- page --><html><title>Ferry</title><nav><a "
          "href=/>Home</a></nav><p>" LONG,
          article);
    check("<body><title>Ferry</title><nav><a href=/>Home</a></nav><p>" LONG, article);
    check("<p>" LONG "<body><nav><a href=/>Home</a></nav>", "U:" LONG "|U:Home");
}

/* Words in any elements come out in their order, all of them. */
static void test_all_words(void **state) {
    (void)state;
    static const char *const TAGS[] = {"p",          "div",     "li", "h2",  "a href=x", "b",
                                       "blockquote", "section", "td", "nav", "footer"};
    test_random r = {8};
    for (int round = 0; round < 2000; round++) {
        char html[2048] = "x ";
        size_t n = 2, n_words = test_random_below(&r, 40);
        for (size_t i = 0; i < n_words; i++) {
            const char *tag = TAGS[test_random_below(&r, sizeof TAGS / sizeof *TAGS)];
            size_t n_name = strcspn(tag, " ");
            n += (size_t)snprintf(html + n, sizeof html - n, "<%s>w%zu. </%.*s>", tag, i, (int)n_name, tag);
        }
        test_page t;
        begin(&t, html, n);
        const char *at = t.input.text;
        for (size_t i = 0; i < n_words; i++) {
            char word[32];
            size_t n_word = (size_t)snprintf(word, sizeof word, "w%zu.", i);
            while (at + n_word <= t.input.text + t.input.n_bytes && memcmp(at, word, n_word) != 0)
                at++;
            assert_true(at + n_word <= t.input.text + t.input.n_bytes);
        }
        test_page_end(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_all_words),
        cmocka_unit_test(test_reader_is_there),
    };
    return cmocka_run_group_tests_name("input/fragment", tests, NULL, NULL);
}
