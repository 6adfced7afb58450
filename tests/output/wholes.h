/* Whole texts made by hand or at random, with sentences and marks anywhere. */
#ifndef TESTS_OUTPUT_WHOLES_H
#define TESTS_OUTPUT_WHOLES_H

#include "base/chars.h"
#include "output/reports.h"

enum {
    TEST_SENTENCES = 64,
    TEST_MARKS = 64
};

typedef struct test_whole {
    test_text text;
    summ_sentence sentences[TEST_SENTENCES];
    sm_range ranges[TEST_SENTENCES];
    sm_shape shapes[TEST_SENTENCES];
    bool chosen[TEST_SENTENCES];
    sm_mark marks[TEST_MARKS];
    sm_whole whole;
} test_whole;

static inline void test_whole_begin(test_whole *w) {
    *w = (test_whole){.text = {0}};
    w->whole = (sm_whole){
        .sentences = w->sentences, .ranges = w->ranges, .shapes = w->shapes, .chosen = w->chosen, .marks = w->marks};
    test_text_put(&w->text, "");
}

/* Adds a sentence behind `gap`, which is all white space. */
static inline summ_sentence *test_whole_add(test_whole *w, const char *gap, const char *text, size_t n, size_t block,
                                            bool chosen) {
    size_t i = w->whole.n++;
    assert_true(i < TEST_SENTENCES);
    test_text_put(&w->text, gap);
    w->ranges[i] = (sm_range){(uint32_t)w->text.n, (uint32_t)(w->text.n + n)};
    test_text_add(&w->text, text, n);
    w->sentences[i] =
        (summ_sentence){.text = "shown", .n_bytes = 5, .index = i, .block = block, .score = 0.5, .rank = i + 1};
    w->chosen[i] = chosen;
    w->whole.text = w->text.at;
    return &w->sentences[i];
}

static inline void test_whole_say(test_whole *w, const char *gap, const char *text, size_t block, bool chosen) {
    test_whole_add(w, gap, text, strlen(text), block, chosen);
}

/* A report of that text alone, marked. */
static inline sm_report test_whole_report(const test_whole *w) {
    return (sm_report){.whole = &w->whole, .highlight = true};
}

/* Marks an occurrence; they have to be added by their beginnings. */
static inline void test_whole_mark(test_whole *w, size_t begin, size_t end, uint32_t phrase) {
    assert_true(w->whole.n_marks < TEST_MARKS);
    w->marks[w->whole.n_marks++] = (sm_mark){{(uint32_t)begin, (uint32_t)end}, phrase};
}

static inline void test_whole_end(test_whole *w) {
    test_text_end(&w->text);
}

/* Sentences of anything, apart or not, in blocks of any shape; marks anywhere, also across their ends. */
static inline void test_whole_random(test_whole *w, uint64_t seed) {
    static const char *const GAPS[] = {"", " ", "\n", " \t\r\n "};
    test_random r = {seed + 1};
    test_whole_begin(w);
    for (size_t i = 0, n = test_random_below(&r, 12), block = 0; i < n; i++) {
        test_text words = {0};
        bool begins = i == 0 || test_random_below(&r, 3) == 0;
        test_text_put(&words, "x");
        test_text_add_pieces(&words, &r, test_random_below(&r, 12));
        test_text_put(&words, "y");
        block += begins;
        test_whole_add(w, GAPS[test_random_below(&r, COUNT_OF(GAPS))], words.at, words.n, block,
                       test_random_below(&r, 3) == 0);
        w->shapes[i] = begins ? (sm_shape)test_random_below(&r, SM_SHAPE_CODE + 1) : w->shapes[i - 1];
        test_text_end(&words);
    }
    for (size_t at = 0, i = test_random_below(&r, TEST_MARKS); i > 0 && at < w->text.n; i--) {
        test_whole_mark(w, at, at + test_random_below(&r, 20), (uint32_t)test_random_below(&r, 5));
        at += test_random_below(&r, 12);
    }
}

#endif
