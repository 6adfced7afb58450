/* summ_rank: every sentence, and when it would be chosen. */
#include "support/document.h"

static const char TEXT[] =
    "Harbour lights\n\n"
    "The lantern of the harbour was lit at dusk. Two ferries left the island at night.\n"
    "Timber and salt are sold on the islands. Who of them saw the keeper asleep at noon?\n\n"
    "What comes next\n\n"
    "A third ferry with timber leaves the harbour. The lantern of the harbour was lit at dusk.\n";

static summ_summary_options defaults(void) {
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    return options;
}

static summ_sentences *rank(const summ_doc *doc, const summ_summary_options *options) {
    summ_sentences *ranking = NULL;
    assert_int_equal(summ_rank(doc, options, &ranking), SUMM_OK);
    return ranking;
}

static void test_arguments(void **state) {
    (void)state;
    test_api api;
    summ_sentences *out = NULL;
    summ_summary_options options = defaults();
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(summ_rank(NULL, NULL, &out), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_rank(api.doc, NULL, NULL), SUMM_ERR_ARGUMENT);
    options.diversity = 2;
    assert_int_equal(summ_rank(api.doc, &options, &out), SUMM_ERR_ARGUMENT);
    options = defaults();
    options.algorithm = "dice";
    assert_int_equal(summ_rank(api.doc, &options, &out), SUMM_ERR_NAME);
    assert_null(out);
    test_api_end(&api);
}

/* Fails unless the summary of n sentences is those ranked 1 to n, with the same scores and ranks. */
static void check_prefix(const summ_doc *doc, const summ_summary_options *options, const summ_sentences *all,
                         size_t n) {
    summ_summary_options how = *options;
    summ_sentences *summary = NULL;
    how.max_sentences = n;
    assert_int_equal(summ_summarize(doc, &how, &summary), SUMM_OK);
    assert_true(summ_sentences_count(summary) <= n);
    size_t next = 0;
    for (size_t i = 0; i < summ_sentences_count(all); i++) {
        const summ_sentence *s = summ_sentences_at(all, i);
        if (s->rank == 0 || s->rank > n)
            continue;
        const summ_sentence *chosen = summ_sentences_at(summary, next++);
        assert_non_null(chosen);
        assert_int_equal(chosen->index, i);
        assert_int_equal(chosen->rank, s->rank);
        assert_close(chosen->score, s->score, 0);
    }
    assert_int_equal(next, summ_sentences_count(summary));
    summ_sentences_free(summary);
}

/* The lists of all sentences are the same, scores and ranks aside. */
static void check_sentences(const summ_doc *doc, const summ_sentences *all) {
    summ_sentences *split = NULL;
    assert_int_equal(summ_split(doc, &split), SUMM_OK);
    assert_int_equal(summ_sentences_count(all), summ_sentences_count(split));
    for (size_t i = 0; i < summ_sentences_count(all); i++) {
        const summ_sentence *a = summ_sentences_at(all, i), *b = summ_sentences_at(split, i);
        assert_string_equal(a->text, b->text);
        assert_int_equal(a->index, i);
        assert_int_equal(a->begin, b->begin);
        assert_int_equal(a->end, b->end);
        assert_true(a->score >= 0 && a->score <= 1);
        assert_true(a->rank <= summ_sentences_count(all));
    }
    summ_sentences_free(split);
}

static void check_all(const summ_doc *doc, const summ_summary_options *options) {
    summ_sentences *all = rank(doc, options);
    check_sentences(doc, all);
    for (size_t n = 0; n <= summ_sentences_count(all) + 1; n++)
        check_prefix(doc, options, all, n);
    summ_sentences_free(all);
}

static void test_summaries_are_prefixes(void **state) {
    (void)state;
    for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++) {
        test_text text = {0};
        test_random r = {k + 1};
        test_api api;
        summ_summary_options options = defaults();
        static const char *const MUST[] = {"kettle"};
        options.algorithm = summ_item_at(SUMM_ALGORITHMS, k)->name;
        test_text_put(&text, "Harbour lights\n\n");
        test_text_add_sentences(&text, &r, 14, 20, 3, 12);
        test_text_add_pieces(&text, &r, 40);
        test_api_begin(&api, text.at, text.n, "en");
        check_all(api.doc, &options);
        options.must = MUST;
        options.n_must = 1;
        options.query = "lantern";
        options.no_quotes = options.no_questions = 1;
        check_all(api.doc, &options);
        test_api_end(&api);
        test_text_end(&text);
    }
}

static void test_what_is_never_chosen(void **state) {
    (void)state;
    test_api api;
    summ_summary_options options = defaults();
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    summ_sentences *all = rank(api.doc, NULL);
    static const bool RANKED[] = {false, true, true, true, true, false, true, false}; /* the last is a copy */
    assert_int_equal(summ_sentences_count(all), COUNT_OF(RANKED));
    for (size_t i = 0; i < COUNT_OF(RANKED); i++)
        assert_int_equal(summ_sentences_at(all, i)->rank > 0, RANKED[i]);
    assert_close(summ_sentences_at(all, 0)->score, 0, 0);
    assert_true(summ_sentences_at(all, 7)->score > 0);
    summ_sentences_free(all);
    options.no_questions = 1;
    all = rank(api.doc, &options);
    assert_int_equal(summ_sentences_at(all, 4)->rank, 0);
    summ_sentences_free(all);
    test_api_end(&api);
}

/* Nothing that is about the length or form of the summary counts. */
static void test_ceilings_do_not_count(void **state) {
    (void)state;
    test_api api;
    summ_summary_options options = defaults();
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    summ_sentences *all = rank(api.doc, NULL);
    options.max_sentences = options.max_words = options.max_chars = 1;
    options.max_percent = 1;
    options.order = SUMM_ORDER_SCORE;
    options.trim = options.truncate = 1;
    summ_sentences *same = rank(api.doc, &options);
    for (size_t i = 0; i < summ_sentences_count(all); i++) {
        assert_int_equal(summ_sentences_at(same, i)->rank, summ_sentences_at(all, i)->rank);
        assert_string_equal(summ_sentences_at(same, i)->text, summ_sentences_at(all, i)->text);
    }
    summ_sentences_free(all);
    summ_sentences_free(same);
    test_api_end(&api);
}

static void test_empty_texts(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"", " \n\n\t", "\xFF\xFE\x80", "Word"};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        test_api api;
        summ_summary_options options = defaults();
        options.truncate = 1;
        test_api_begin(&api, TEXTS[i], strlen(TEXTS[i]), NULL);
        check_all(api.doc, &options);
        test_api_end(&api);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_summaries_are_prefixes),
        cmocka_unit_test(test_what_is_never_chosen),
        cmocka_unit_test(test_ceilings_do_not_count),
        cmocka_unit_test(test_empty_texts),
    };
    return cmocka_run_group_tests_name("api/ranking", tests, NULL, NULL);
}
