/* A strict reader of HTML as the library writes it: every element is known and closed in its order, attributes are in
 * quotation marks and harmless, nothing in between is markup by accident. Fails the test otherwise.
 *
 *     test_markup_check(html);          NUL-terminated: one element, or a page with its doctype
 */
#ifndef TESTS_SUPPORT_MARKUP_H
#define TESTS_SUPPORT_MARKUP_H

#include "base/utf8.h"
#include "support/memory.h"

enum {
    TEST_MARKUP_DEPTH = 32,
    TEST_MARKUP_NAME = 32
};

typedef struct test_markup {
    const char *at;
    char open[TEST_MARKUP_DEPTH][TEST_MARKUP_NAME];
    size_t depth;
} test_markup;

static inline bool test_markup_is_among(const char *name, const char *list) {
    size_t n = strlen(name);
    for (const char *at = strstr(list, name); at != NULL; at = strstr(at + 1, name))
        if ((at == list || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0'))
            return true;
    return false;
}

/* The name of an element or attribute. */
static inline void test_markup_name(test_markup *m, char name[TEST_MARKUP_NAME]) {
    size_t n = strspn(m->at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    if (n == 0 || n >= TEST_MARKUP_NAME)
        fail_msg("no name: %.40s", m->at);
    memcpy(name, m->at, n);
    name[n] = '\0';
    m->at += n;
}

/* Text up to one of the bytes of `end`: valid UTF-8 without controls, everything that may be markup written as a
 * character reference. */
static inline void test_markup_text(test_markup *m, const char *end) {
    static const char *const REFERENCES[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    while (*m->at != '\0' && strchr(end, *m->at) == NULL) {
        uint32_t code;
        size_t n = sm_utf8_decode(m->at, strlen(m->at), &code), k = 0;
        if (code == SM_UTF8_BAD && n == 1)
            fail_msg("bad UTF-8: %.40s", m->at);
        bool control = (code < 0x20 && code != '\n') || (code >= 0x7F && code < 0xA0);
        if (control || code == '<' || code == '>' || code == '"' || code == '\'')
            fail_msg("a character that has to be escaped: %.40s", m->at);
        while (code == '&' && k < 5 && strncmp(m->at, REFERENCES[k], strlen(REFERENCES[k])) != 0)
            k++;
        if (k == 5)
            fail_msg("a bare ampersand: %.40s", m->at);
        m->at += n;
    }
}

static inline void test_markup_attribute(test_markup *m) {
    char name[TEST_MARKUP_NAME];
    test_markup_name(m, name);
    if (strncmp(name, "on", 2) == 0 || strcmp(name, "style") == 0 || strcmp(name, "src") == 0)
        fail_msg("an attribute %s", name);
    if (*m->at != '=')
        return;
    if (strncmp(m->at, "=\"", 2) != 0)
        fail_msg("a value without quotation marks: %.40s", m->at);
    m->at += 2;
    if (strcmp(name, "href") == 0)
        assert_int_equal(*m->at, '#');
    if (strcmp(name, "content") == 0)
        m->at += strcspn(m->at, "\"<>"); /* the policy has quotation marks of the other kind */
    else
        test_markup_text(m, "\"");
    assert_int_equal(*m->at++, '"');
}

static inline void test_markup_open(test_markup *m) {
    static const char ELEMENTS[] =
        "html head meta title style script body header footer main article p h1 h2 h3 h4 ul li a "
        "span small div label input svg rect bdi mark b blockquote pre details summary";
    char name[TEST_MARKUP_NAME];
    test_markup_name(m, name);
    if (!test_markup_is_among(name, ELEMENTS))
        fail_msg("an element %s", name);
    while (*m->at == ' ') {
        m->at++;
        test_markup_attribute(m);
    }
    bool closed = strncmp(m->at, "/>", 2) == 0 || test_markup_is_among(name, "meta input");
    m->at += *m->at == '/';
    assert_int_equal(*m->at++, '>');
    if (closed)
        return;
    assert_true(m->depth < TEST_MARKUP_DEPTH);
    strcpy(m->open[m->depth++], name);
    if (test_markup_is_among(name, "style script"))
        m->at = strstr(m->at, "</");
}

static inline void test_markup_close(test_markup *m) {
    char name[TEST_MARKUP_NAME];
    test_markup_name(m, name);
    assert_true(m->depth > 0);
    assert_string_equal(name, m->open[--m->depth]);
    assert_int_equal(*m->at++, '>');
}

static inline void test_markup_check(const char *html) {
    static const char DOCTYPE[] = "<!DOCTYPE html>\n";
    test_markup m = {.at = html};
    if (strncmp(html, DOCTYPE, sizeof DOCTYPE - 1) == 0)
        m.at += sizeof DOCTYPE - 1;
    do {
        if (*m.at != '<')
            fail_msg("no tag: %.40s", m.at);
        if (*++m.at == '/') {
            m.at++;
            test_markup_close(&m);
        } else {
            test_markup_open(&m);
        }
        if (m.depth > 0)
            test_markup_text(&m, "<");
    } while (m.depth > 0);
    assert_string_equal(m.at, "\n");
}

#endif
