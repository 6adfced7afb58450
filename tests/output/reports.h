/* Reports made by hand, and what a format makes of them. */
#ifndef TESTS_OUTPUT_REPORTS_H
#define TESTS_OUTPUT_REPORTS_H

#include "output/output.h"
#include "support/document.h"

/* A whole sentence; `rank` is 1 or 2, and there is one of each at a time. */
static inline summ_sentence test_sentence(const char *text, double score, size_t rank) {
    static summ_span whole[3];
    whole[rank] = (summ_span){10 * rank, 10 * rank + strlen(text), rank + 1, rank + 2, 0};
    return (summ_sentence){.text = text,
                           .n_bytes = strlen(text),
                           .begin = 10 * rank,
                           .end = 10 * rank + strlen(text),
                           .line = rank + 1,
                           .column = rank + 2,
                           .score = score,
                           .rank = rank,
                           .pieces = &whole[rank],
                           .n_pieces = 1};
}

static inline summ_phrase test_phrase(const char *text, double score, size_t rank) {
    static const summ_span SPANS[] = {{40, 47, 4, 5, 0}, {80, 87, 8, 9, 0}};
    static const summ_form FORMS[] = {{"kettle", 6, 1}, {"Kettles", 7, 1}};
    return (summ_phrase){.text = text,
                         .n_bytes = strlen(text),
                         .count = 2,
                         .occurrences = SPANS,
                         .forms = FORMS,
                         .n_forms = 2,
                         .score = score,
                         .rank = rank,
                         .stem = "kettl",
                         .n_stem_bytes = 5};
}

static inline const sm_writer *test_writer(const char *format) {
    for (size_t i = 0; sm_writer_at(i) != NULL; i++)
        if (strcmp(sm_writer_at(i)->item.name, format) == 0)
            return sm_writer_at(i);
    fail_msg("no format %s", format);
    return NULL;
}

/* Fails unless the format writes the report so. */
static inline void test_written(const char *format, const sm_report *report, const char *expected) {
    test_text text = {0};
    test_text_put(&text, "");
    sm_sink sink = {.write = test_text_write, .context = &text};
    test_writer(format)->write(report, &sink);
    assert_false(sink.failed);
    if (text.n != strlen(expected) || memcmp(text.at, expected, text.n) != 0)
        fail_msg("got:\n%s\nexpected:\n%s", text.at, expected);
    test_text_end(&text);
}

/* A write function that takes `left` more pieces and then fails. */
typedef struct test_limited {
    size_t left, calls, failures;
} test_limited;

static inline int test_limited_write(void *context, const char *bytes, size_t n) {
    test_limited *l = context;
    assert_true(bytes != NULL && n > 0);
    l->calls++;
    if (l->left > 0) {
        l->left--;
        return 0;
    }
    l->failures++;
    return -1;
}

/* Wherever writing fails, nothing more is written. */
static inline void test_failing_writes(const char *format, const sm_report *report) {
    for (size_t n = 0;; n++) {
        test_limited limited = {.left = n};
        sm_sink sink = {.write = test_limited_write, .context = &limited};
        test_writer(format)->write(report, &sink);
        assert_int_equal(sink.failed, limited.failures > 0);
        if (!sink.failed) {
            assert_true(n > 0 && limited.calls == n);
            return;
        }
        assert_int_equal(limited.failures, 1);
        assert_int_equal(limited.calls, n + 1);
    }
}

#endif
