/* Key phrases through summ.h. */
#include "support/document.h"

#define CURLY "\xE2\x80\x99"

static const char TEXT[] = "The copper kettle stood on the stove. Copper kettles last for years.\n"
                           "A kettle of tin rusts, and the keeper's copper kettle shone. Keepers sleep.\n"
                           "The keeper" CURLY "s lamp and the old stove were sold with a copper kettle.\n";

static summ_keyword_options defaults(void) {
    summ_keyword_options options;
    summ_keyword_options_init(&options, sizeof options);
    return options;
}

static summ_phrases *find(const summ_doc *doc, const summ_keyword_options *options) {
    summ_phrases *phrases = NULL;
    assert_int_equal(summ_keywords(doc, options, &phrases), SUMM_OK);
    return phrases;
}

static void test_arguments(void **state) {
    (void)state;
    test_api api;
    summ_phrases *out = NULL;
    summ_keyword_options options = defaults();
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(summ_keywords(NULL, NULL, &out), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_keywords(api.doc, NULL, NULL), SUMM_ERR_ARGUMENT);
    options.struct_size = 0;
    assert_int_equal(summ_keywords(api.doc, &options, &out), SUMM_ERR_ARGUMENT);
    static const size_t WRONG[] = {0, 9, SIZE_MAX};
    for (size_t i = 0; i < COUNT_OF(WRONG); i++) {
        options = defaults();
        options.max_words = WRONG[i];
        assert_int_equal(summ_keywords(api.doc, &options, &out), SUMM_ERR_ARGUMENT);
    }
    options = defaults();
    options.algorithm = "dice";
    assert_int_equal(summ_keywords(api.doc, &options, &out), SUMM_ERR_NAME);
    options.algorithm = "lead"; /* ranks sentences */
    assert_int_equal(summ_keywords(api.doc, &options, &out), SUMM_ERR_NAME);
    assert_null(out);
    test_api_end(&api);
}

static const summ_phrase *named(const summ_phrases *phrases, const char *text) {
    for (size_t i = 0; i < summ_phrases_count(phrases); i++)
        if (strcmp(summ_phrases_at(phrases, i)->text, text) == 0)
            return summ_phrases_at(phrases, i);
    fail_msg("no phrase \"%s\"", text);
    return NULL;
}

static void test_phrases(void **state) {
    (void)state;
    test_api api;
    summ_keyword_options options = defaults();
    options.max_phrases = SUMM_NO_LIMIT;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    summ_phrases *phrases = find(api.doc, &options);
    size_t n = summ_phrases_count(phrases);
    assert_true(n > 5);
    assert_null(summ_phrases_at(phrases, n));
    for (size_t i = 0; i < n; i++) {
        const summ_phrase *p = summ_phrases_at(phrases, i);
        assert_int_equal(p->rank, i + 1);
        assert_int_equal(strlen(p->text), p->n_bytes);
        assert_true(p->score > 0 && p->score <= (i == 0 ? 1 : summ_phrases_at(phrases, i - 1)->score));
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(p->text, summ_phrases_at(phrases, k)->text);
    }
    assert_true(summ_phrases_at(phrases, 0)->score == 1);
    const summ_phrase *kettle = named(phrases, "copper kettle");
    static const char *const FORMS[] = {"copper kettle", "Copper kettles", "copper kettle", "copper kettle"};
    assert_int_equal(kettle->count, COUNT_OF(FORMS));
    for (size_t i = 0; i < COUNT_OF(FORMS); i++) {
        const summ_span *o = &kettle->occurrences[i];
        assert_int_equal(o->end - o->begin, strlen(FORMS[i]));
        assert_memory_equal(TEXT + o->begin, FORMS[i], o->end - o->begin);
        assert_true(i == 0 || o->begin > kettle->occurrences[i - 1].begin);
    }
    assert_true(kettle->occurrences[0].line == 1 && kettle->occurrences[0].column == 5);
    assert_int_equal(kettle->n_forms, 2);
    assert_string_equal(kettle->forms[0].text, "copper kettle");
    assert_int_equal(kettle->forms[0].count, 3);
    assert_string_equal(kettle->forms[1].text, "Copper kettles");
    assert_int_equal(kettle->forms[1].n_bytes, strlen("Copper kettles"));
    assert_int_equal(kettle->forms[1].count, 1);
    summ_phrases_free(phrases);
    test_api_end(&api);
}

static const struct {
    const char *text, *phrase; /* the best one */
    size_t count, begin, end;  /* of its first occurrence */
} FORMS[] = {
    {"The kettle's lid, a kettle's use.", "kettle", 2, 4, 10},
    {"The kettle" CURLY "s lid, a kettle" CURLY "s use.", "kettle", 2, 4, 10},
    {"Kettles are it. Kettles are not. Are these kettles?", "kettles", 3, 0, 7},
    {"Kettle, Kettle. It was NATO.", "Kettle", 2, 0, 6},
    {"It is the NATO of NATO.", "NATO", 2, 10, 14},
    {"It is the copper\n  kettle of the copper\tkettle.", "copper kettle", 2, 10, 25},
};

static void test_forms(void **state) {
    (void)state;
    summ_keyword_options options = defaults();
    options.algorithm = "tfidf";
    for (size_t i = 0; i < COUNT_OF(FORMS); i++) {
        test_api api;
        test_api_begin(&api, FORMS[i].text, strlen(FORMS[i].text), "en");
        summ_phrases *phrases = find(api.doc, &options);
        const summ_phrase *p = named(phrases, FORMS[i].phrase);
        assert_int_equal(p->count, FORMS[i].count);
        assert_int_equal(p->occurrences[0].begin, FORMS[i].begin);
        assert_int_equal(p->occurrences[0].end, FORMS[i].end);
        summ_phrases_free(phrases);
        test_api_end(&api);
    }
}

static void test_limits(void **state) {
    (void)state;
    test_api api;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    summ_keyword_options options = defaults();
    summ_phrases *all = find(api.doc, NULL);
    assert_true(summ_phrases_count(all) <= 10);
    for (size_t n = 0; n <= summ_phrases_count(all); n++) { /* more contain fewer */
        options.max_phrases = n;
        summ_phrases *some = find(api.doc, &options);
        assert_int_equal(summ_phrases_count(some), n);
        for (size_t i = 0; i < n; i++)
            assert_string_equal(summ_phrases_at(some, i)->text, summ_phrases_at(all, i)->text);
        summ_phrases_free(some);
    }
    options = defaults();
    options.max_words = 1;
    summ_phrases *words = find(api.doc, &options);
    assert_true(summ_phrases_count(words) > 0);
    for (size_t i = 0; i < summ_phrases_count(words); i++)
        assert_null(strchr(summ_phrases_at(words, i)->text, ' '));
    summ_phrases_free(words);
    summ_phrases_free(all);
    test_api_end(&api);
}

static bool holds(const char *longer, const char *shorter) {
    char padded[2][256];
    snprintf(padded[0], sizeof padded[0], " %s ", longer);
    snprintf(padded[1], sizeof padded[1], " %s ", shorter);
    return strstr(padded[0], padded[1]) != NULL;
}

/* Without overlap no phrase holds another. */
static void test_overlap(void **state) {
    (void)state;
    test_api api;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    for (size_t k = 0; summ_item_at(SUMM_KEYWORD_ALGORITHMS, k) != NULL; k++) {
        summ_keyword_options options = defaults();
        options.algorithm = summ_item_at(SUMM_KEYWORD_ALGORITHMS, k)->name;
        options.max_phrases = 100;
        options.overlap = 0;
        summ_phrases *phrases = find(api.doc, &options);
        for (size_t i = 0; i < summ_phrases_count(phrases); i++)
            for (size_t j = 0; j < summ_phrases_count(phrases); j++)
                if (i != j && holds(summ_phrases_at(phrases, i)->text, summ_phrases_at(phrases, j)->text))
                    fail_msg("%s: %s", options.algorithm, summ_phrases_at(phrases, j)->text);
        summ_phrases_free(phrases);
    }
    test_api_end(&api);
}

static void test_struct_sizes(void **state) {
    (void)state;
    test_api api;
    struct {
        summ_keyword_options known;
        size_t unknown;
    } options;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    summ_keyword_options_init(&options.known, sizeof options);
    assert_int_equal(options.unknown, 0);
    options.unknown = 17;
    options.known.max_phrases = 2;
    summ_phrases *phrases = find(api.doc, &options.known);
    assert_int_equal(summ_phrases_count(phrases), 2);
    summ_phrases_free(phrases);
    options.known.max_words = 99; /* behind the end of the older struct */
    options.known.struct_size = offsetof(summ_keyword_options, max_words);
    phrases = find(api.doc, &options.known);
    assert_int_equal(summ_phrases_count(phrases), 2);
    summ_phrases_free(phrases);
    test_api_end(&api);
}

static void test_nothing(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"", " \n", "17 4", "It was what it was.", "\xFF\xFE"};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        test_api api;
        test_api_begin(&api, TEXTS[i], strlen(TEXTS[i]), "en");
        summ_phrases *phrases = find(api.doc, NULL);
        assert_int_equal(summ_phrases_count(phrases), 0);
        assert_null(summ_phrases_at(phrases, 0));
        summ_phrases_free(phrases);
        test_api_end(&api);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arguments), cmocka_unit_test(test_phrases), cmocka_unit_test(test_forms),
        cmocka_unit_test(test_limits),    cmocka_unit_test(test_overlap), cmocka_unit_test(test_struct_sizes),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests_name("api/phrases", tests, NULL, NULL);
}
