/* Texts in pieces, and being told of an analysis while it goes on. */
#include "support/document.h"

/* All sentences of a document, a line each, with their offsets and its language. */
static void show(const summ_doc *doc, test_text *out) {
    summ_sentences *all;
    char line[128];
    assert_int_equal(summ_split(doc, &all), SUMM_OK);
    for (size_t i = 0; i < summ_sentences_count(all); i++) {
        const summ_sentence *s = summ_sentences_at(all, i);
        snprintf(line, sizeof line, "%zu %zu %zu %zu ", s->begin, s->end, s->line, s->column);
        test_text_put(out, line);
        test_text_put(out, s->text);
        test_text_put(out, "\n");
    }
    test_text_put(out, summ_doc_facts(doc)->language);
    test_text_put(out, summ_doc_facts(doc)->encoding);
    summ_sentences_free(all);
}

static void show_whole(const summ_engine *engine, const char *text, size_t n, const summ_doc_options *options,
                       test_text *out) {
    summ_doc *doc;
    assert_int_equal(summ_doc_new(engine, text, n, options, &doc), SUMM_OK);
    show(doc, out);
    summ_doc_free(doc);
}

static void show_pieces(const summ_engine *engine, const char *text, size_t n, size_t most,
                        const summ_doc_options *options, test_text *out) {
    summ_feed *feed;
    summ_doc *doc;
    test_random r = {most};
    assert_int_equal(summ_feed_new(engine, &feed), SUMM_OK);
    for (size_t at = 0, piece; at < n; at += piece) {
        piece = 1 + test_random_below(&r, (uint32_t)most);
        piece = piece < n - at ? piece : n - at;
        assert_int_equal(summ_feed_add(feed, text + at, piece), SUMM_OK);
    }
    assert_int_equal(summ_feed_doc(feed, options, &doc), SUMM_OK);
    show(doc, out);
    summ_doc_free(doc);
    summ_feed_free(feed);
}

static void check_pieces(const char *text, size_t n, const char *format) {
    static const size_t MOST[] = {1, 2, 3, 7, 64, 4096, 1000000};
    summ_engine *engine;
    summ_doc_options options;
    test_text whole = {0};
    summ_doc_options_init(&options, sizeof options);
    options.format = format;
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    show_whole(engine, text, n, &options, &whole);
    for (size_t i = 0; i < COUNT_OF(MOST); i++) {
        test_text pieces = {0};
        show_pieces(engine, text, n, MOST[i], &options, &pieces);
        assert_string_equal(pieces.at, whole.at);
        test_text_end(&pieces);
    }
    test_text_end(&whole);
    summ_engine_free(engine);
}

static void test_pieces_make_the_whole(void **state) {
    (void)state;
    static const char GREEK[] =
        "\xCE\x9F \xCF\x86\xCE\xAC\xCF\x81\xCE\xBF\xCF\x82. \xF0\x9F\x98\x80 \xE2\x80\xA6 Zo\xC3\xAB.";
    static const char WIDE[] = "\xFF\xFEO\0n\0e\0.\0 \0T\0w\0o\0.\0";
    static const char BROKEN[] = "One\xC3 two\xE2\x80. Three\xFF.";
    check_pieces("", 0, NULL);
    check_pieces(GREEK, sizeof GREEK - 1, NULL);
    check_pieces(WIDE, sizeof WIDE - 1, NULL);
    check_pieces(BROKEN, sizeof BROKEN - 1, NULL);
    check_pieces("# T\r\n\r\nOne *two*\nthree.\n", 24, "markdown");
}

static void test_random_texts_in_pieces(void **state) {
    (void)state;
    test_random r = {5};
    for (size_t round = 0; round < 5; round++) {
        test_text text = {0};
        test_text_add_sentences(&text, &r, 200, 30, 1, 20);
        check_pieces(text.at, text.n, NULL);
        test_text_end(&text);
    }
}

static void test_more_may_follow(void **state) {
    (void)state;
    summ_engine *engine;
    summ_feed *feed;
    summ_doc *first, *second;
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    assert_int_equal(summ_feed_new(engine, &feed), SUMM_OK);
    assert_int_equal(summ_feed_add(feed, "One dog.", 8), SUMM_OK);
    assert_int_equal(summ_feed_add(feed, NULL, 0), SUMM_OK);
    assert_int_equal(summ_feed_doc(feed, NULL, &first), SUMM_OK);
    assert_int_equal(summ_feed_add(feed, " Two cats.", 10), SUMM_OK);
    assert_int_equal(summ_feed_doc(feed, NULL, &second), SUMM_OK);
    summ_feed_free(feed);
    test_text found = {0};
    show(first, &found);
    show(second, &found);
    assert_string_equal(found.at, "0 8 1 1 One dog.\nenUTF-80 8 1 1 One dog.\n9 18 1 10 Two cats.\nenUTF-8");
    test_text_end(&found);
    summ_doc_free(first);
    summ_doc_free(second);
    summ_engine_free(engine);
}

static void test_feed_arguments(void **state) {
    (void)state;
    summ_engine *engine;
    summ_feed *feed;
    summ_doc *doc = NULL;
    summ_engine_options options;
    summ_engine_options_init(&options, sizeof options);
    options.max_bytes = 5;
    assert_int_equal(summ_engine_new(&options, &engine), SUMM_OK);
    assert_int_equal(summ_feed_new(NULL, &feed), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_feed_new(engine, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_feed_new(engine, &feed), SUMM_OK);
    assert_int_equal(summ_feed_add(NULL, "a", 1), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_feed_add(feed, NULL, 1), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_feed_add(feed, "abc", 3), SUMM_OK);
    assert_int_equal(summ_feed_add(feed, "def", 3), SUMM_ERR_TOO_LARGE);
    assert_int_equal(summ_feed_add(feed, "d", SIZE_MAX), SUMM_ERR_TOO_LARGE);
    assert_int_equal(summ_feed_add(feed, "de", 2), SUMM_OK);
    assert_int_equal(summ_feed_doc(NULL, NULL, &doc), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_feed_doc(feed, NULL, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_feed_doc(feed, NULL, &doc), SUMM_OK);
    summ_doc_free(doc);
    summ_feed_free(feed);
    summ_feed_free(NULL);
    summ_engine_free(engine);
}

/* After an error the feed is as it was. */
static void test_each_allocation_of_a_feed_fails(void **state) {
    (void)state;
    test_memory memory = test_memory_new();
    summ_engine *engine;
    summ_engine_options options;
    char piece[6000];
    memset(piece, 'x', sizeof piece);
    summ_engine_options_init(&options, sizeof options);
    options.allocator = test_memory_allocator(&memory);
    assert_int_equal(summ_engine_new(&options, &engine), SUMM_OK);
    for (size_t n = 1;; n++) {
        summ_feed *feed = NULL;
        size_t n_added = 0;
        test_memory_fail(&memory, n, false);
        summ_status status = summ_feed_new(engine, &feed);
        assert_true((feed != NULL) == (status == SUMM_OK));
        for (size_t i = 0; feed != NULL && i < 20; i++) {
            status = summ_feed_add(feed, piece, sizeof piece);
            n_added += status == SUMM_OK;
        }
        bool failed = test_memory_failed(&memory);
        assert_true(failed || (status == SUMM_OK && n_added == 20));
        assert_true(feed == NULL || n_added >= 19);
        summ_feed_free(feed);
        if (!failed)
            break;
    }
    summ_engine_free(engine);
    test_memory_end(&memory);
}

/* ---- Progress ---------------------------------------------------------------------------------------------------- */

typedef struct observer {
    size_t n_calls, last, total;
    size_t cancel_at; /* this call; 0: never */
} observer;

static int observe(void *context, size_t done, size_t total) {
    observer *o = context;
    assert_true(done > o->last && done <= total);
    assert_true(o->total == 0 || total == o->total);
    o->last = done;
    o->total = total;
    return ++o->n_calls == o->cancel_at;
}

static summ_status analyse(const summ_engine *engine, const test_text *text, observer *o) {
    summ_doc_options options;
    summ_doc *doc = NULL;
    summ_doc_options_init(&options, sizeof options);
    options.progress = observe;
    options.progress_context = o;
    options.language = "en";
    summ_status status = summ_doc_new(engine, text->at, text->n, &options, &doc);
    assert_true((doc != NULL) == (status == SUMM_OK));
    summ_doc_free(doc);
    return status;
}

static void test_progress(void **state) {
    (void)state;
    test_memory memory = test_memory_new();
    summ_engine *engine;
    summ_engine_options options;
    test_random r = {3};
    test_text text = {0};
    summ_engine_options_init(&options, sizeof options);
    options.allocator = test_memory_allocator(&memory);
    assert_int_equal(summ_engine_new(&options, &engine), SUMM_OK);
    test_text_put(&text, "One dog barks.\n\n");
    observer none = {0};
    assert_int_equal(analyse(engine, &text, &none), SUMM_OK);
    assert_int_equal(none.n_calls, 0);
    while (text.n < 400000)
        test_text_add_sentences(&text, &r, 20, 30, 4, 14);
    observer all = {0};
    assert_int_equal(analyse(engine, &text, &all), SUMM_OK);
    assert_in_range(all.n_calls, 5, 6);
    assert_int_equal(all.total, text.n);
    for (size_t call = 1; call <= all.n_calls; call++) {
        observer some = {.cancel_at = call};
        assert_int_equal(analyse(engine, &text, &some), SUMM_ERR_CANCELLED);
        assert_int_equal(some.n_calls, call);
    }
    test_text_end(&text);
    summ_engine_free(engine);
    test_memory_end(&memory);
}

static void test_limit_of_sentences(void **state) {
    (void)state;
    static const char TEXT[] = "One dog barks. Two dogs bark.\n\nThree dogs run.";
    for (size_t most = 0; most < 5; most++) {
        summ_engine *engine;
        summ_engine_options options;
        summ_doc *doc = NULL;
        summ_engine_options_init(&options, sizeof options);
        options.max_sentences = most;
        assert_int_equal(summ_engine_new(&options, &engine), SUMM_OK);
        summ_status status = summ_doc_new(engine, TEXT, sizeof TEXT - 1, NULL, &doc);
        assert_int_equal(status, most < 3 ? SUMM_ERR_TOO_LARGE : SUMM_OK);
        summ_doc_free(doc);
        assert_int_equal(summ_doc_new(engine, "", 0, NULL, &doc), SUMM_OK);
        summ_doc_free(doc);
        summ_engine_free(engine);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces_make_the_whole),
        cmocka_unit_test(test_random_texts_in_pieces),
        cmocka_unit_test(test_more_may_follow),
        cmocka_unit_test(test_feed_arguments),
        cmocka_unit_test(test_each_allocation_of_a_feed_fails),
        cmocka_unit_test(test_progress),
        cmocka_unit_test(test_limit_of_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
