/* summ_text, the form in one call. */
#include "support/document.h"

#define FIRST  "The lantern of the harbour was lit at dusk."
#define SECOND "Two ferries left the harbour at night."

static const struct {
    const char *text;
    size_t n_bytes, max_sentences;
    const char *summary;
} TEXTS[] = {
    {FIRST " " SECOND, sizeof FIRST " " SECOND - 1, 2, FIRST "\n" SECOND},
    {FIRST " " SECOND, sizeof FIRST " " SECOND - 1, 9, FIRST "\n" SECOND},
    {FIRST " " SECOND, sizeof FIRST - 1, 2, FIRST},
    {FIRST " " SECOND, sizeof FIRST " " SECOND - 1, 0, ""},
    {"", 0, 3, ""},
    {NULL, 0, 3, ""},
    {"\n\n", 2, 3, ""},
    {"lantern", 7, 3, "lantern"},
    {"The lantern\n  of the harb\xFFour\0was lit.", 38, 1, "The lantern of the harb\xEF\xBF\xBDour was lit."},
};

static void test_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        char *summary;
        assert_int_equal(summ_text(TEXTS[i].text, TEXTS[i].n_bytes, TEXTS[i].max_sentences, &summary), SUMM_OK);
        assert_string_equal(summary, TEXTS[i].summary);
        summ_free(summary);
    }
}

/* The same sentences as in the full form with all defaults. */
static void test_full_form(void **state) {
    (void)state;
    test_random r = {11};
    for (size_t n = 1; n < 8; n++) {
        test_text text = {0}, joined = {0};
        test_api api;
        char *summary;
        summ_sentences *sentences;
        summ_summary_options options;
        test_text_add_sentences(&text, &r, 20, 30, 5, 12);
        test_api_begin(&api, text.at, text.n, NULL);
        summ_summary_options_init(&options, sizeof options);
        options.max_sentences = n;
        assert_int_equal(summ_summarize(api.doc, &options, &sentences), SUMM_OK);
        assert_int_equal(summ_sentences_count(sentences), n);
        for (size_t i = 0; i < n; i++) {
            test_text_put(&joined, i > 0 ? "\n" : "");
            test_text_put(&joined, summ_sentences_at(sentences, i)->text);
        }
        assert_int_equal(summ_text(text.at, text.n, n, &summary), SUMM_OK);
        assert_string_equal(summary, joined.at);
        summ_free(summary);
        summ_sentences_free(sentences);
        test_api_end(&api);
        test_text_end(&text);
        test_text_end(&joined);
    }
}

static void test_arguments(void **state) {
    (void)state;
    char *summary = NULL;
    assert_int_equal(summ_text(FIRST, sizeof FIRST - 1, 3, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_text(NULL, 1, 3, &summary), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_text(FIRST, SIZE_MAX, 3, &summary), SUMM_ERR_TOO_LARGE);
    assert_null(summary);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_full_form),
        cmocka_unit_test(test_arguments),
    };
    return cmocka_run_group_tests_name("api/simple", tests, NULL, NULL);
}
