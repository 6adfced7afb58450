/* A sentence that shares no word with the rest leaves the order of the rest. */
#include "support/document.h"

enum {
    TEXTS = 150,
    MOST = 32 /* sentences */
};

static const char ISOLATED[] = "Xylophones bewilder nine younger penguins somewhere.";

/* Of these the formulae say otherwise: idf and shares of all words change with each sentence, so does what comes last,
 * and chance is drawn from the bytes. */
static bool is_left_out(const char *algorithm) {
    static const char *const NAMES[] = {"lexrank", "tfidf",      "lexrank-threshold", "sumbasic",
                                        "kl",      "submodular", "edmundson",         "random"};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++)
        if (strcmp(algorithm, NAMES[i]) == 0)
            return true;
    return false;
}

/* What the algorithm found, by sentence: without the factor of the place, which depends on the length of the text. */
static size_t find_bases(const test_api *api, const char *algorithm, double *base) {
    summ_summary_options options;
    summ_explanation *why;
    summ_summary_options_init(&options, sizeof options);
    options.algorithm = algorithm;
    options.max_sentences = MOST;
    assert_int_equal(summ_explain(api->doc, &options, &why), SUMM_OK);
    size_t n = summ_explanation_count(why);
    for (size_t i = 0; i < MOST; i++)
        base[i] = -1;
    for (size_t i = 0; i < n; i++) {
        const summ_reason *reason = summ_explanation_at(why, i);
        assert_true(reason->sentence->index < MOST);
        base[reason->sentence->index] = reason->base;
    }
    summ_explanation_free(why);
    return n;
}

static void check_order(const double *before, const double *after) {
    for (size_t i = 0; i < MOST; i++)
        for (size_t j = 0; j < MOST; j++)
            if (before[i] >= 0 && before[j] >= 0 && after[i] >= 0 && after[j] >= 0)
                assert_false(before[i] > before[j] + 1e-9 && after[i] < after[j] - 1e-9);
}

static void test_the_rest_stays(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < TEXTS; seed++) {
        test_text text = {0};
        test_random r = {seed + 3000};
        test_api without, with;
        test_text_add_sentences(&text, &r, 3 + test_random_below(&r, 20), 30, 5, 14);
        test_api_begin(&without, text.at, text.n, "en");
        test_text_put(&text, ISOLATED);
        test_api_begin(&with, text.at, text.n, "en");
        for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++) {
            const char *algorithm = summ_item_at(SUMM_ALGORITHMS, k)->name;
            double before[MOST], after[MOST];
            if (is_left_out(algorithm))
                continue;
            size_t n = find_bases(&without, algorithm, before);
            assert_true(n >= 3 && find_bases(&with, algorithm, after) >= n);
            check_order(before, after);
        }
        test_api_end(&without);
        test_api_end(&with);
        test_text_end(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_rest_stays),
    };
    return cmocka_run_group_tests_name("property/isolated", tests, NULL, NULL);
}
