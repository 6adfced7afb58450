/* Sentences cut to fit: the longest beginning that ends with a word, never beyond a ceiling. */
#include "base/utf8.h"
#include "support/document.h"

static const char BEES[] =
    "A honey-bee that's found \"many\nflowers\" (here) tells the whole hive about them, at once.";

typedef struct ceiling {
    const char *text;
    size_t words, chars;
    int trim;
    const char *expected; /* NULL: nothing fits */
} ceiling;

static const ceiling CEILINGS[] = {
    {BEES, 0, SUMM_NO_LIMIT, 0, NULL},
    {BEES, 1, SUMM_NO_LIMIT, 0, "A\u2026"},
    {BEES, 2, SUMM_NO_LIMIT, 0, "A honey-bee\u2026"},
    {BEES, 3, SUMM_NO_LIMIT, 0, "A honey-bee that's\u2026"},
    {BEES, 5, SUMM_NO_LIMIT, 0, "A honey-bee that's found \"many\u2026"},
    {BEES, 6, SUMM_NO_LIMIT, 0, "A honey-bee that's found \"many flowers\u2026"},
    {BEES, 12, SUMM_NO_LIMIT, 0, "A honey-bee that's found \"many flowers\" (here) tells the whole hive about\u2026"},
    {BEES, 13, SUMM_NO_LIMIT, 0,
     "A honey-bee that's found \"many flowers\" (here) tells the whole hive about them\u2026"},
    {BEES, SUMM_NO_LIMIT, 0, 0, NULL},
    {BEES, SUMM_NO_LIMIT, 1, 0, NULL},
    {BEES, SUMM_NO_LIMIT, 2, 0, "A\u2026"},
    {BEES, SUMM_NO_LIMIT, 11, 0, "A\u2026"},
    {BEES, SUMM_NO_LIMIT, 12, 0, "A honey-bee\u2026"},
    {BEES, SUMM_NO_LIMIT, 19, 0, "A honey-bee that's\u2026"},
    {BEES, 2, 19, 0, "A honey-bee\u2026"},
    {BEES, 3, 18, 0, "A honey-bee\u2026"},
    {BEES, 15, SUMM_NO_LIMIT, 0,
     "A honey-bee that's found \"many flowers\" (here) tells the whole hive about them, at once."},
    {"But the keepers of the old lights [12] never slept before the dawn came.", 7, SUMM_NO_LIMIT, 1,
     "The keepers of the old lights never\u2026"},
    {"Harbours\xFF are cold and grey in the long winter.", 2, SUMM_NO_LIMIT, 0, "Harbours\uFFFD are\u2026"},
    {"", 2, SUMM_NO_LIMIT, 0, NULL},
    {"17 18 19", 2, 3, 0, NULL},
};

static summ_sentences *cut(const test_api *api, size_t words, size_t chars, int trim) {
    summ_sentences *summary = NULL;
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    options.max_words = words;
    options.max_chars = chars;
    options.trim = trim;
    options.truncate = 1;
    assert_int_equal(summ_summarize(api->doc, &options, &summary), SUMM_OK);
    return summary;
}

static void test_ceilings(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CEILINGS); i++) {
        const ceiling *c = &CEILINGS[i];
        test_api api;
        test_api_begin(&api, c->text, strlen(c->text), "en");
        summ_sentences *summary = cut(&api, c->words, c->chars, c->trim);
        const summ_sentence *s = summ_sentences_at(summary, 0);
        if ((s == NULL) != (c->expected == NULL) || (s != NULL && strcmp(s->text, c->expected) != 0))
            fail_msg("case %zu: %s, expected %s", i, s != NULL ? s->text : "nothing", c->expected);
        summ_sentences_free(summary);
        test_api_end(&api);
    }
}

static void test_members(void **state) {
    (void)state;
    test_api api;
    test_api_begin(&api, BEES, sizeof BEES - 1, "en");
    summ_sentences *summary = cut(&api, 6, SUMM_NO_LIMIT, 0);
    const summ_sentence *s = summ_sentences_at(summary, 0);
    assert_int_equal(summ_sentences_count(summary), 1);
    assert_true(s->truncated && s->n_words == 6 && s->n_bytes == strlen(s->text) && s->n_chars == s->n_bytes - 2);
    assert_true(s->begin == 0 && s->end == sizeof BEES - 1 && s->rank == 1 && s->score == 1 && s->n_pieces == 1);
    assert_true(s->pieces[0].begin == 0 && memcmp(BEES + s->pieces[0].end - 7, "flowers", 7) == 0);
    summ_sentences_free(summary);
    test_api_end(&api);
}

/* Where one fits, nothing is cut; without the option nothing is shown. */
static void test_only_where_nothing_fits(void **state) {
    (void)state;
    static const char TEXT[] =
        "The keepers of the old lights never slept before the dawn came over the bay. It was cold "
        "in the tower.";
    test_api api;
    summ_sentences *none;
    summ_summary_options options;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    summ_sentences *summary = cut(&api, 7, SUMM_NO_LIMIT, 0);
    assert_string_equal(summ_sentences_at(summary, 0)->text, "It was cold in the tower.");
    assert_false(summ_sentences_at(summary, 0)->truncated);
    summ_summary_options_init(&options, sizeof options);
    options.max_words = 3;
    assert_int_equal(summ_summarize(api.doc, &options, &none), SUMM_OK);
    assert_int_equal(summ_sentences_count(none), 0);
    summ_sentences_free(none);
    summ_sentences_free(summary);
    test_api_end(&api);
}

/* Ideographs, letters without spaces, marks that go with a letter, no space at all. */
static void test_other_scripts(void **state) {
    (void)state;
    static const struct {
        const char *text, *language;
        size_t chars;
        const char *expected;
    } CASES[] = {
        {"\u6771\u4EAC\u90FD\u306F\u65B0\u3057\u3044\u56F3\u66F8\u9928\u3092\u958B\u304F\u3002", "ja", 4,
         "\u6771\u4EAC\u90FD\u2026"},
        {"Die Donaudampfschifffahrtsgesellschaft hat heute keine neuen Schiffe mehr.", "de", 30, "Die\u2026"},
        {"Donaudampfschifffahrtsgesellschaft hat heute keine neuen Schiffe mehr.", "de", 20, NULL},
        {"l'eau de la mer est froide et bleue en hiver.", "fr", 5, NULL},
        {"l'eau de la mer est froide et bleue en hiver.", "fr", 6, "l'eau\u2026"},
        {"Cafe\u0301s and harbours are closed in the long winter.", "en", 7, "Cafe\u0301s\u2026"},
        {"Cafe\u0301s and harbours are closed in the long winter.", "en", 6, NULL},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        test_api api;
        test_api_begin(&api, CASES[i].text, strlen(CASES[i].text), CASES[i].language);
        summ_sentences *summary = cut(&api, SUMM_NO_LIMIT, CASES[i].chars, 0);
        const summ_sentence *s = summ_sentences_at(summary, 0);
        const char *got = s != NULL ? s->text : "nothing", *expected = CASES[i].expected;
        if (strcmp(got, expected != NULL ? expected : "nothing") != 0)
            fail_msg("case %zu: %s", i, got);
        summ_sentences_free(summary);
        test_api_end(&api);
    }
}

/* Whatever the text: no ceiling is passed, and a larger one shows no less. */
static void test_random_texts(void **state) {
    (void)state;
    test_random r = {12};
    for (int k = 0; k < 150; k++) {
        test_text text = {0};
        test_api api;
        size_t before = 0;
        test_text_add_pieces(&text, &r, 1 + test_random_below(&r, 20));
        test_api_begin(&api, text.at, text.n, k % 3 == 0 ? "en" : NULL);
        for (size_t chars = 0; chars < 40; chars++) {
            summ_sentences *summary = cut(&api, SUMM_NO_LIMIT, chars, k % 2);
            const summ_sentence *s = summ_sentences_at(summary, 0);
            bool is_cut = s != NULL && s->truncated;
            assert_true(s == NULL || s->n_chars <= chars);
            if (is_cut) {
                assert_true(s->n_chars >= before);
                assert_true(s->n_bytes > 3 && memcmp(s->text + s->n_bytes - 3, "\xE2\x80\xA6", 3) == 0);
                before = s->n_chars;
            }
            bool done = s != NULL && !is_cut;
            summ_sentences_free(summary);
            if (done)
                break;
        }
        test_api_end(&api);
        test_text_end(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ceilings),
        cmocka_unit_test(test_members),
        cmocka_unit_test(test_only_where_nothing_fits),
        cmocka_unit_test(test_other_scripts),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests_name("api/truncate", tests, NULL, NULL);
}
