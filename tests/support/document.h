/* Documents for tests: built from a text inside the library or through summ.h, and texts made up at random.
 *
 *     test_doc t;
 *     test_doc_begin(&t, text, strlen(text), "en");      t.doc is the document, t.tmp.arena scratch
 *     test_doc_end(&t);                                  fails the test if anything is left
 *
 *     test_api api;
 *     test_api_begin(&api, text, n, NULL);               api.engine, api.doc, over a counting allocator
 *     test_api_end(&api);
 */
#ifndef TESTS_SUPPORT_DOCUMENT_H
#define TESTS_SUPPORT_DOCUMENT_H

#include "doc/doc.h"
#include "support/memory.h"
#include "support/random.h"

#include <math.h>
#include <stdio.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* Fails unless two numbers differ by no more than `relative` of the larger one. */
static inline void assert_close(double got, double expected, double relative) {
    double size = fmax(fabs(got), fabs(expected));
    if (!(fabs(got - expected) <= relative * size))
        fail_msg("got %.17g, expected %.17g", got, expected);
}

/* ---- Text that grows --------------------------------------------------------------------------------------------- */

typedef struct test_text {
    char *at; /* NUL-terminated once anything was added */
    size_t n, cap;
} test_text;

static inline void test_text_add(test_text *t, const char *bytes, size_t n) {
    if (t->cap - t->n < n + 1) {
        t->cap = 2 * t->cap + n + 64;
        t->at = realloc(t->at, t->cap);
        assert_non_null(t->at);
    }
    if (n > 0)
        memcpy(t->at + t->n, bytes, n);
    t->n += n;
    t->at[t->n] = '\0';
}

static inline void test_text_put(test_text *t, const char *string) {
    test_text_add(t, string, strlen(string));
}

static inline void test_text_end(test_text *t) {
    free(t->at);
    *t = (test_text){0};
}

/* A summ_write_fn that appends to a test_text. */
static inline int test_text_write(void *context, const char *bytes, size_t n) {
    test_text_add(context, bytes, n);
    return 0;
}

/* A report in a format, appended to a text. */
static inline void test_text_report(test_text *t, const char *format, const summ_report *report) {
    assert_int_equal(summ_write(format, report, test_text_write, t), SUMM_OK);
}

/* ---- Documents --------------------------------------------------------------------------------------------------- */

typedef struct test_doc {
    test_arena own, tmp;
    sm_doc doc;
} test_doc;

static inline void test_doc_read(test_doc *t, const sm_reader *reader, const char *text, size_t n,
                                 const char *language) {
    const sm_language *row = language != NULL ? sm_language_find(language) : NULL;
    assert_true(language == NULL || row != NULL);
    test_arena_begin(&t->own);
    test_arena_begin(&t->tmp);
    assert_int_equal(sm_doc_build(&t->doc, reader, text, (uint32_t)n, row, NULL, &t->own.arena), SUMM_OK);
}

/* Plain text; `language` NULL: guessed. The text has to stay. */
static inline void test_doc_begin(test_doc *t, const char *text, size_t n, const char *language) {
    test_doc_read(t, sm_reader_at(0), text, n, language);
}

static inline void test_doc_end(test_doc *t) {
    test_arena_end(&t->tmp);
    test_arena_end(&t->own);
}

/* The number of the word spelled so, which has to be there. */
static inline uint32_t test_doc_find(const test_doc *t, const char *spelling) {
    size_t n = strlen(spelling);
    for (uint32_t i = 0; i < t->doc.words.n; i++)
        if (t->doc.words.at[i].n_bytes == n && memcmp(t->doc.input.text + t->doc.words.at[i].begin, spelling, n) == 0)
            return i;
    fail_msg("no word \"%s\"", spelling);
    return 0;
}

typedef struct test_api {
    test_memory memory;
    summ_engine *engine;
    summ_doc *doc;
} test_api;

static inline void test_api_begin(test_api *t, const char *text, size_t n, const char *language) {
    summ_engine_options options;
    summ_doc_options how;
    t->memory = test_memory_new();
    summ_engine_options_init(&options, sizeof options);
    options.allocator = test_memory_allocator(&t->memory);
    assert_int_equal(summ_engine_new(&options, &t->engine), SUMM_OK);
    summ_doc_options_init(&how, sizeof how);
    how.language = language;
    assert_int_equal(summ_doc_new(t->engine, text, n, &how, &t->doc), SUMM_OK);
}

static inline void test_api_end(test_api *t) {
    summ_doc_free(t->doc);
    summ_engine_free(t->engine);
    test_memory_end(&t->memory);
}

/* ---- Texts ------------------------------------------------------------------------------------------------------- */

/* English words, all with different stems and none a stop word. */
static const char *const test_words[] = {
    "anchor", "barrel",  "canvas", "dolphin", "ember",  "ferry",  "glacier", "harbour", "island", "jungle",
    "kettle", "lantern", "meadow", "nectar",  "orchid", "pebble", "quarry",  "ribbon",  "saddle", "timber",
    "umber",  "velvet",  "walnut", "yarrow",  "zephyr", "basalt", "cobalt",  "dahlia",  "falcon", "gravel"};

/* A sentence of `least` to `most` of the first `n_words` words, with a stop word here and there. */
static inline void test_text_add_sentence(test_text *t, test_random *r, size_t n_words, size_t least, size_t most) {
    size_t n = least + test_random_below(r, most - least + 1);
    for (size_t i = 0; i < n; i++) {
        const char *word = test_words[test_random_below(r, n_words)];
        char capital = (char)(word[0] - 32);
        if (i > 0)
            test_text_put(t, test_random_below(r, 6) == 0 ? " of the " : " ");
        test_text_add(t, i == 0 ? &capital : word, 1);
        test_text_put(t, word + 1);
    }
    test_text_put(t, ". ");
}

static inline void test_text_add_sentences(test_text *t, test_random *r, size_t n, size_t n_words, size_t least,
                                           size_t most) {
    for (size_t i = 0; i < n; i++)
        test_text_add_sentence(t, r, n_words, least, most);
}

/* Whatever may stand in a text: words of several scripts, numbers, addresses, marks, line breaks ("\n" only), controls,
 * NUL and bytes that are no UTF-8. */
static const struct {
    const char *bytes;
    size_t n;
} test_pieces[] = {
#define PIECE(string)                                                                                                  \
    { string, sizeof(string) - 1 }
    PIECE(" "),
    PIECE(" "),
    PIECE("the "),
    PIECE("of a "),
    PIECE("Harbour "),
    PIECE("lantern lights "),
    PIECE("keeper's boat "),
    PIECE("NATO "),
    PIECE("iPhone "),
    PIECE("17 "),
    PIECE("3.14"),
    PIECE("1,000 "),
    PIECE("e.g. "),
    PIECE("U.S. "),
    PIECE("Dr. "),
    PIECE("https://example.org/a?b=c "),
    PIECE("desk@example.org "),
    PIECE(". "),
    PIECE(". The "),
    PIECE("! "),
    PIECE("?\" "),
    PIECE(", "),
    PIECE(": "),
    PIECE("("),
    PIECE(") "),
    PIECE("\""),
    PIECE("\xE2\x80\x9Cquoted words\xE2\x80\x9D "),
    PIECE(" \xE2\x80\x94 "),
    PIECE("\n"),
    PIECE("\n\n"),
    PIECE("\n\n- "),
    PIECE("\t"),
    PIECE("\xC2\xA0"),
    PIECE("\xE2\x80\xA8"),
    PIECE("\0"),
    PIECE("\x01"),
    PIECE("\x7F"),
    PIECE("\xFF"),
    PIECE("\xC3"),
    PIECE("\x80"),
    PIECE("\xE2\x82"),
    PIECE("\xED\xA0\x80"),
    PIECE("\xF0\x9F\x98\x80 "),
    PIECE("caf\xC3\xA9 "),
    PIECE("cafe\xCC\x81 "),
    PIECE("\xD0\xBC\xD0\xBE\xD1\x80\xD0\xB5 \xD0\xB8 \xD0\xB2\xD0\xBE\xD0\xBB\xD0\xBD\xD1\x8B. "),
    PIECE("\xE6\xB8\xAF\xE5\x8F\xA3\xE7\x9A\x84\xE7\x81\xAF\xE3\x80\x82"),
    PIECE("\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 "),
    PIECE("\xE0\xA4\x9C\xE0\xA4\xB2\xE0\xA5\xA4 "),
    PIECE("the keepers of the lights met in the old harbour before the storm came. "),
    PIECE("A second ferry sailed past the islands at noon with timber and salt. "),
#undef PIECE
};

static inline void test_text_add_pieces(test_text *t, test_random *r, size_t n) {
    for (size_t i = 0; i < n; i++) {
        size_t k = test_random_below(r, COUNT_OF(test_pieces));
        test_text_add(t, test_pieces[k].bytes, test_pieces[k].n);
    }
}

#endif
