/* Web pages for tests, read inside the library.
 *
 *     check_page(html, "T:The title|P:A paragraph|H:A heading", false);
 */
#ifndef TESTS_INPUT_PAGES_H
#define TESTS_INPUT_PAGES_H

#include "input/input.h"
#include "support/memory.h"

typedef struct test_page {
    test_arena own;
    sm_input input;
    const char *html;
    uint32_t n_bytes;
} test_page;

static inline const sm_reader *test_html_reader(void) {
    size_t i = 0;
    while (sm_reader_at(i) != NULL && strcmp(sm_reader_at(i)->item.name, "html") != 0)
        i++;
    assert_non_null(sm_reader_at(i));
    return sm_reader_at(i);
}

/* A test that no build skips. */
static inline void test_reader_is_there(void **state) {
    test_arena t;
    sm_input input;
    (void)state;
    test_arena_begin(&t);
    summ_status status = test_html_reader()->read("x", 1, &t.arena, &input);
    assert_int_equal(status, sm_html_library[0] != '\0' ? SUMM_OK : SUMM_ERR_MISSING);
    test_arena_end(&t);
}

/* The bytes have to stay. A build without gumbo skips the test. */
static inline void test_page_begin(test_page *t, const char *html, size_t n, bool whole) {
    const sm_reader *reader = test_html_reader();
    if (sm_html_library[0] == '\0')
        skip();
    test_arena_begin(&t->own);
    t->html = html;
    t->n_bytes = (uint32_t)n;
    sm_read_fn *read = whole ? reader->read_whole : reader->read;
    assert_int_equal(read(html, (uint32_t)n, &t->own.arena, &t->input), SUMM_OK);
}

static inline void test_page_end(test_page *t) {
    test_arena_end(&t->own);
}

/* Blocks one behind the other, each after the letter of its role: U(nknown), T(itle), H(eading), I(tem), Q(uote),
 * C(aption), X (code). White space is one space. */
static inline void test_page_show(const test_page *t, char *out, size_t room) {
    static const char ROLES[] = {
        [SM_ROLE_UNKNOWN] = 'U', [SM_ROLE_TITLE] = 'T',   [SM_ROLE_HEADING] = 'H', [SM_ROLE_ITEM] = 'I',
        [SM_ROLE_QUOTE] = 'Q',   [SM_ROLE_CAPTION] = 'C', [SM_ROLE_CODE] = 'X',    [SM_ROLE_PARAGRAPH] = 'P'};
    size_t n = 0;
    for (size_t i = 0; i < t->input.blocks.n; i++) {
        const sm_block *b = &t->input.blocks.at[i];
        assert_true(n + 4 * (b->end - b->begin) + 8 < room);
        if (i > 0)
            out[n++] = '|';
        out[n++] = ROLES[b->role];
        out[n++] = ':';
        for (uint32_t at = b->begin; at < b->end; at++) {
            bool space = t->input.text[at] == ' ' || t->input.text[at] == '\n';
            if (!space || out[n - 1] != ' ')
                out[n++] = space ? ' ' : t->input.text[at];
        }
    }
    out[n] = '\0';
}

static inline void check_page(const char *html, const char *expected, bool whole) {
    static char shown[1 << 16];
    test_page t;
    test_page_begin(&t, html, strlen(html), whole);
    test_page_show(&t, shown, sizeof shown);
    assert_string_equal(shown, expected);
    test_page_end(&t);
}

#endif
