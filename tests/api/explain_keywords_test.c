/* Why key phrases have the scores they have, through summ.h. */
#include "support/document.h"

static const char TEXT[] = "The harbour lantern was lit at dusk. Two ferries left the island at night. The keeper of "
                           "the harbour lantern slept "
                           "while a ferry passed the NATO buoy. Nobody on the island saw the harbour lantern.";

static summ_keyword_options defaults(void) {
    summ_keyword_options options;
    summ_keyword_options_init(&options, sizeof options);
    return options;
}

static summ_keyword_explanation *explain(const summ_doc *doc, const summ_keyword_options *options) {
    summ_keyword_explanation *why = NULL;
    assert_int_equal(summ_explain_keywords(doc, options, &why), SUMM_OK);
    return why;
}

static void test_arguments(void **state) {
    (void)state;
    test_api api;
    summ_keyword_explanation *why = NULL;
    summ_keyword_options options = defaults();
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(summ_explain_keywords(NULL, NULL, &why), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_explain_keywords(api.doc, NULL, NULL), SUMM_ERR_ARGUMENT);
    options.struct_size = 1;
    assert_int_equal(summ_explain_keywords(api.doc, &options, &why), SUMM_ERR_ARGUMENT);
    options = defaults();
    options.max_words = 0;
    assert_int_equal(summ_explain_keywords(api.doc, &options, &why), SUMM_ERR_ARGUMENT);
    options = defaults();
    options.algorithm = "dice";
    assert_int_equal(summ_explain_keywords(api.doc, &options, &why), SUMM_ERR_NAME);
    assert_null(why);
    summ_keyword_explanation_free(NULL);
    test_api_end(&api);
}

static double sum_of(const summ_phrase_reason *r) {
    double sum = 0;
    for (size_t i = 0; i < r->n_features; i++) {
        const summ_phrase_feature *f = &r->features[i];
        assert_true(strlen(f->name) > 0 && strlen(f->meaning) > 0);
        assert_close(f->contribution, f->value * f->weight, 1e-12);
        assert_true(i == 0 || fabs(f->contribution) <= fabs(r->features[i - 1].contribution));
        sum += f->contribution;
    }
    return sum;
}

/* The contributions make up the score. */
static void test_sum(void **state) {
    (void)state;
    static const char *const LANGUAGES[] = {"en", "fr"};
    for (size_t k = 0; k < COUNT_OF(LANGUAGES); k++) {
        test_api api;
        test_api_begin(&api, TEXT, sizeof TEXT - 1, LANGUAGES[k]);
        summ_keyword_explanation *why = explain(api.doc, NULL);
        size_t n = summ_keyword_explanation_count(why);
        double best = sum_of(summ_keyword_explanation_at(why, 0));
        assert_int_equal(n, 10);
        assert_null(summ_keyword_explanation_at(why, n));
        for (size_t i = 0; i < n; i++) {
            const summ_phrase_reason *r = summ_keyword_explanation_at(why, i);
            assert_true(r->n_features > 0);
            assert_close(exp(sum_of(r) - best), r->phrase->score, 1e-9);
        }
        summ_keyword_explanation_free(why);
        test_api_end(&api);
    }
}

/* Of every algorithm, the same phrases as summ_keywords finds; features of one alone. */
static void test_all_algorithms(void **state) {
    (void)state;
    test_api api;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    for (size_t k = 0; summ_item_at(SUMM_KEYWORD_ALGORITHMS, k) != NULL; k++) {
        summ_phrases *phrases;
        summ_keyword_options options = defaults();
        options.algorithm = summ_item_at(SUMM_KEYWORD_ALGORITHMS, k)->name;
        options.overlap = k % 2 == 0;
        summ_keyword_explanation *why = explain(api.doc, &options);
        assert_int_equal(summ_keywords(api.doc, &options, &phrases), SUMM_OK);
        assert_int_equal(summ_keyword_explanation_count(why), summ_phrases_count(phrases));
        for (size_t i = 0; i < summ_phrases_count(phrases); i++) {
            const summ_phrase *p = summ_phrases_at(phrases, i);
            const summ_phrase_reason *r = summ_keyword_explanation_at(why, i);
            assert_string_equal(p->text, r->phrase->text);
            assert_true(p->score == r->phrase->score && p->rank == r->phrase->rank && p->count == r->phrase->count);
            assert_int_equal(r->n_features > 0, strcmp(options.algorithm, "weighted") == 0);
        }
        summ_phrases_free(phrases);
        summ_keyword_explanation_free(why);
    }
    test_api_end(&api);
}

static void test_odd_texts(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"", " \n\n\t", "17", "...", "\xFF", "\xFF\xC3 owls \x80 \xE2\x82"};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        test_api api;
        summ_report report;
        test_text text = {0};
        test_api_begin(&api, TEXTS[i], strlen(TEXTS[i]), NULL);
        summ_keyword_explanation *why = explain(api.doc, NULL);
        summ_report_init(&report, sizeof report);
        report.keyword_explanation = why;
        test_text_report(&text, "jsonl", &report);
        assert_non_null(strstr(text.at, ",\"explain\":{\"keywords\":["));
        test_text_end(&text);
        summ_keyword_explanation_free(why);
        test_api_end(&api);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_sum),
        cmocka_unit_test(test_all_algorithms),
        cmocka_unit_test(test_odd_texts),
    };
    return cmocka_run_group_tests_name("api/explain_keywords", tests, NULL, NULL);
}
