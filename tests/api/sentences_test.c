/* Summaries and lists of all sentences, through summ.h. */
#include "support/document.h"

static const char TEXT[] = "Harbour lights\n\n"
                           "The lantern of the harbour was lit at dusk. Two ferries left the island at night.\n"
                           "Timber and salt are sold on the islands. The keeper of the harbour lantern slept.\n\n"
                           "What comes next\n\n"
                           "A third ferry with timber leaves the harbour. Nobody on the island saw the lantern.\n";

static summ_summary_options defaults(void) {
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    return options;
}

static summ_sentences *summarize(const summ_doc *doc, const summ_summary_options *options) {
    summ_sentences *summary = NULL;
    assert_int_equal(summ_summarize(doc, options, &summary), SUMM_OK);
    return summary;
}

static void test_arguments(void **state) {
    (void)state;
    test_api api;
    summ_sentences *out = NULL;
    summ_summary_options options = defaults();
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(summ_summarize(NULL, NULL, &out), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_summarize(api.doc, NULL, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_split(NULL, &out), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_split(api.doc, NULL), SUMM_ERR_ARGUMENT);
    options.struct_size = sizeof options.struct_size - 1;
    assert_int_equal(summ_summarize(api.doc, &options, &out), SUMM_ERR_ARGUMENT);
    options = defaults();
    options.algorithm = "dice";
    assert_int_equal(summ_summarize(api.doc, &options, &out), SUMM_ERR_NAME);
    options.algorithm = "";
    assert_int_equal(summ_summarize(api.doc, &options, &out), SUMM_ERR_NAME);
    options = defaults();
    options.order = (summ_order)7;
    assert_int_equal(summ_summarize(api.doc, &options, &out), SUMM_ERR_ARGUMENT);
    assert_null(out);
    test_api_end(&api);
}

static const struct {
    double percent, diversity;
    bool valid;
} RANGES[] = {
    {100, 0, true},
    {100, 1, true},
    {0.001, 0.5, true},
    {100, SUMM_DIVERSITY_OWN, true},
    {0, 0, false},
    {-1, 0, false},
    {100.5, 0, false},
    {(double)NAN, 0, false},
    {100, -0.5, false},
    {100, 1.01, false},
    {100, -2, false},
    {100, (double)NAN, false},
    {(double)INFINITY, 0, false},
    {100, (double)INFINITY, false},
};

static void test_ranges(void **state) {
    (void)state;
    test_api api;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    for (size_t i = 0; i < COUNT_OF(RANGES); i++) {
        summ_sentences *out = NULL;
        summ_summary_options options = defaults();
        options.max_percent = RANGES[i].percent;
        options.diversity = RANGES[i].diversity;
        assert_int_equal(summ_summarize(api.doc, &options, &out), RANGES[i].valid ? SUMM_OK : SUMM_ERR_ARGUMENT);
        assert_true((out != NULL) == RANGES[i].valid);
        summ_sentences_free(out);
    }
    test_api_end(&api);
}

static void test_split(void **state) {
    (void)state;
    test_api api;
    summ_sentences *all;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(summ_split(api.doc, &all), SUMM_OK);
    assert_int_equal(summ_sentences_count(all), 8);
    assert_null(summ_sentences_at(all, 8));
    assert_null(summ_sentences_at(all, SIZE_MAX));
    for (size_t i = 0; i < 8; i++) {
        const summ_sentence *s = summ_sentences_at(all, i);
        assert_int_equal(s->index, i);
        assert_true(s->score == 0 && s->rank == 0);
        assert_int_equal(s->n_bytes, s->end - s->begin);
        assert_int_equal(strlen(s->text), s->n_bytes);
        assert_memory_equal(s->text, TEXT + s->begin, s->n_bytes);
    }
    const summ_sentence *s = summ_sentences_at(all, 4);
    assert_string_equal(s->text, "The keeper of the harbour lantern slept.");
    assert_true(s->line == 4 && s->column == 42 && s->n_words == 7 && s->n_chars == 40);
    assert_int_equal(summ_sentences_at(all, 0)->block, 0);
    assert_true(summ_sentences_at(all, 5)->block > s->block);
    summ_sentences_free(all);
    test_api_end(&api);
}

/* Three sentences if no ceiling is given; none of them a title or heading; ranks 1 to 3; the best has score 1. */
static void test_defaults(void **state) {
    (void)state;
    test_api api;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    const summ_summary_options options = defaults();
    summ_sentences *one = summarize(api.doc, NULL), *other = summarize(api.doc, &options);
    assert_int_equal(summ_sentences_count(one), 3);
    assert_int_equal(summ_sentences_count(other), 3);
    unsigned ranks = 0;
    for (size_t i = 0; i < 3; i++) {
        const summ_sentence *s = summ_sentences_at(one, i);
        assert_string_equal(s->text, summ_sentences_at(other, i)->text);
        assert_true(s->index != 0 && s->index != 5);
        assert_true(i == 0 || s->begin > summ_sentences_at(one, i - 1)->end);
        assert_true(s->rank >= 1 && s->rank <= 3);
        ranks |= 1u << s->rank;
        assert_true(s->score > 0 && s->score <= 1);
        assert_true(s->rank != 1 || s->score == 1);
    }
    assert_int_equal(ranks, 0xE);
    summ_sentences_free(one);
    summ_sentences_free(other);
    test_api_end(&api);
}

static void test_order_by_score(void **state) {
    (void)state;
    test_api api;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    summ_summary_options options = defaults();
    options.max_sentences = 6;
    summ_sentences *by_position = summarize(api.doc, &options);
    options.order = SUMM_ORDER_SCORE;
    summ_sentences *by_score = summarize(api.doc, &options);
    assert_int_equal(summ_sentences_count(by_score), 6);
    for (size_t i = 0; i < 6; i++) {
        const summ_sentence *s = summ_sentences_at(by_score, i), *same = NULL;
        assert_int_equal(s->rank, i + 1);
        for (size_t k = 0; k < 6; k++)
            if (summ_sentences_at(by_position, k)->index == s->index)
                same = summ_sentences_at(by_position, k);
        assert_non_null(same);
        assert_true(same->rank == s->rank && same->score == s->score && same->line == s->line);
    }
    summ_sentences_free(by_position);
    summ_sentences_free(by_score);
    test_api_end(&api);
}

static const struct {
    double percent;
    size_t sentences, words, n;
} CEILINGS[] = {
    {100, 1, SUMM_NO_LIMIT, 1},
    {100, 0, SUMM_NO_LIMIT, 0},
    {100, 99, SUMM_NO_LIMIT, 6},
    {100, SUMM_NO_LIMIT, 0, 0},
    {100, SUMM_NO_LIMIT, 9, 1},
    {100, SUMM_NO_LIMIT, 1000, 6},
    {25, SUMM_NO_LIMIT, SUMM_NO_LIMIT, 2}, /* of 8 */
    {24.9, SUMM_NO_LIMIT, SUMM_NO_LIMIT, 1},
    {1, SUMM_NO_LIMIT, SUMM_NO_LIMIT, 1}, /* at least one */
    {50, 3, SUMM_NO_LIMIT, 3},
    {25, 3, SUMM_NO_LIMIT, 2},
    {25, 3, 9, 1},
};

static void test_ceilings(void **state) {
    (void)state;
    test_api api;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    for (size_t i = 0; i < COUNT_OF(CEILINGS); i++) {
        summ_summary_options options = defaults();
        options.max_percent = CEILINGS[i].percent;
        options.max_sentences = CEILINGS[i].sentences;
        options.max_words = CEILINGS[i].words;
        summ_sentences *summary = summarize(api.doc, &options);
        if (summ_sentences_count(summary) != CEILINGS[i].n)
            fail_msg("case %zu: %zu sentences", i, summ_sentences_count(summary));
        summ_sentences_free(summary);
    }
    test_api_end(&api);
}

/* Members behind the caller's struct keep their defaults, those behind the library's are ignored. */
static void test_struct_sizes(void **state) {
    (void)state;
    test_api api;
    struct {
        summ_summary_options known;
        double unknown[8];
    } options;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    memset(&options, 0x5A, sizeof options);
    summ_summary_options_init(&options.known, sizeof options);
    assert_true(options.unknown[0] == 0 && options.unknown[7] == 0);
    options.unknown[3] = 17;
    options.known.max_sentences = 2;
    summ_sentences *summary = summarize(api.doc, &options.known);
    assert_int_equal(summ_sentences_count(summary), 2);
    summ_sentences_free(summary);
    options.known.max_words = 0; /* behind the end of the older struct */
    options.known.struct_size = offsetof(summ_summary_options, max_words);
    summary = summarize(api.doc, &options.known);
    assert_int_equal(summ_sentences_count(summary), 2);
    summ_sentences_free(summary);
    options.known.struct_size = sizeof options.known.struct_size;
    summary = summarize(api.doc, &options.known);
    assert_int_equal(summ_sentences_count(summary), 3);
    summ_sentences_free(summary);
    test_api_end(&api);
}

/* A ceiling that the text does not reach costs nothing. */
static void test_huge_ceilings(void **state) {
    (void)state;
    static const size_t HUGE[] = {1000000, 1u << 30, SIZE_MAX / 16, SIZE_MAX - 1};
    for (size_t i = 0; i < COUNT_OF(HUGE); i++)
        for (int by_chars = 0; by_chars < 2; by_chars++) {
            test_api api;
            summ_sentences *summary = NULL;
            summ_summary_options options = defaults();
            *(by_chars != 0 ? &options.max_chars : &options.max_words) = HUGE[i];
            test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
            assert_int_equal(summ_summarize(api.doc, &options, &summary), SUMM_OK);
            assert_int_equal(summ_sentences_count(summary), 6);
            assert_true(api.memory.peak < 1u << 20);
            summ_sentences_free(summary);
            test_api_end(&api);
        }
}

static void test_texts_without_sentences(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"", " \n\n\t", "17", "...", "\xFF"};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        test_api api;
        test_api_begin(&api, TEXTS[i], strlen(TEXTS[i]), NULL);
        summ_sentences *summary = summarize(api.doc, NULL);
        assert_int_equal(summ_sentences_count(summary), 0);
        assert_null(summ_sentences_at(summary, 0));
        summ_sentences_free(summary);
        test_api_end(&api);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_split),
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_order_by_score),
        cmocka_unit_test(test_ceilings),
        cmocka_unit_test(test_struct_sizes),
        cmocka_unit_test(test_huge_ceilings),
        cmocka_unit_test(test_texts_without_sentences),
    };
    return cmocka_run_group_tests_name("api/sentences", tests, NULL, NULL);
}
