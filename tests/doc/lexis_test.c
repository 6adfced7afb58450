/* Words: their class, spelling, possessive ending and stem. */
#include "doc/lexis.h"
#include "support/document.h"
#include "text/fold.h"

#define CURLY "\xE2\x80\x99"

static const struct {
    const char *language, *word, *stem;
    sm_word_class class;
    sm_word_case letters;
    uint32_t possessive;
} WORDS[] = {
    {"en", "The", "the", SM_WORD_STOP, SM_CASE_CAPITAL, 0},
    {"en", "the", "the", SM_WORD_STOP, SM_CASE_LOWER, 0},
    {"en", "THE", "the", SM_WORD_STOP, SM_CASE_ALL_CAPS, 0},
    {"en", "x", "x", SM_WORD_STOP, SM_CASE_LOWER, 0},
    {"en", "X", "x", SM_WORD_STOP, SM_CASE_CAPITAL, 0},
    {"en", "lanterns", "lantern", SM_WORD_CONTENT, SM_CASE_LOWER, 0},
    {"en", "Lantern", "lantern", SM_WORD_CONTENT, SM_CASE_CAPITAL, 0},
    {"en", "iPhone", "iphon", SM_WORD_CONTENT, SM_CASE_MIXED, 0},
    {"en", "McDonald", "mcdonald", SM_WORD_CONTENT, SM_CASE_MIXED, 0},
    {"en", "NATO", "nato", SM_WORD_CONTENT, SM_CASE_ALL_CAPS, 0},
    {"en", "\xC3\x89lan", "\xC3\xA9lan", SM_WORD_CONTENT, SM_CASE_CAPITAL, 0},
    {"en", "\xC3\x89LAN", "\xC3\xA9lan", SM_WORD_CONTENT, SM_CASE_ALL_CAPS, 0},
    {"en", "harbour's", "harbour", SM_WORD_CONTENT, SM_CASE_LOWER, 2},
    {"en", "Harbour" CURLY "s", "harbour", SM_WORD_CONTENT, SM_CASE_CAPITAL, 4},
    {"en", "don't", "don't", SM_WORD_STOP, SM_CASE_LOWER, 0},
    {"en", "don" CURLY "t", "don't", SM_WORD_STOP, SM_CASE_LOWER, 0},
    {"en", "1984", "1984", SM_WORD_NUMBER, SM_CASE_LOWER, 0},
    {"en", "1,000.50", "1,000.50", SM_WORD_NUMBER, SM_CASE_LOWER, 0},
    {"en", "3", "3", SM_WORD_NUMBER, SM_CASE_LOWER, 0},
    {"en", "MD-83", "md-83", SM_WORD_CONTENT, SM_CASE_ALL_CAPS, 0},
    {"en", "https://example.org/Lights", "https://example.org/lights", SM_WORD_ADDRESS, SM_CASE_MIXED, 0},
    {"en", "desk@example.org", "desk@example.org", SM_WORD_ADDRESS, SM_CASE_LOWER, 0},
    {"en", "\xE7\x81\xAF", "\xE7\x81\xAF", SM_WORD_CONTENT, SM_CASE_LOWER, 0},
    {"de", "Hund's", "hund's", SM_WORD_CONTENT, SM_CASE_CAPITAL, 0},
    {"de", "H\xC3\xA4user", "haus", SM_WORD_CONTENT, SM_CASE_CAPITAL, 0},
    {"tr", "y\xC3\xB6neticilerinden", "y\xC3\xB6net", SM_WORD_CONTENT, SM_CASE_LOWER, 0},
    {"tr", "kedi", "kedi", SM_WORD_CONTENT, SM_CASE_LOWER, 0},
    {"de", "und", "und", SM_WORD_STOP, SM_CASE_LOWER, 0},
    {"ru", "\xD0\x9C\xD0\x9E\xD0\xA0\xD0\xAF", "\xD0\xBC\xD0\xBE\xD1\x80", SM_WORD_CONTENT, SM_CASE_ALL_CAPS, 0},
    {"ru", "\xD0\xB8", "\xD0\xB8", SM_WORD_STOP, SM_CASE_LOWER, 0},
    {"tr", "I\xC5\x9EIK", "\xC4\xB1\xC5\x9F\xC4\xB1k", SM_WORD_CONTENT, SM_CASE_ALL_CAPS, 0},
};

static void test_table(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
        test_doc t;
        test_doc_begin(&t, WORDS[i].word, strlen(WORDS[i].word), WORDS[i].language);
        assert_int_equal(t.doc.words.n, 1);
        const sm_word *w = &t.doc.words.at[0];
        const sm_stem_entry *stem = &t.doc.stems.at[w->stem];
        if (stem->n_bytes != strlen(WORDS[i].stem) || memcmp(stem->text, WORDS[i].stem, stem->n_bytes) != 0)
            fail_msg("%s: stem %.*s", WORDS[i].word, (int)stem->n_bytes, stem->text);
        if (w->class != WORDS[i].class || w->letters != WORDS[i].letters || w->possessive != WORDS[i].possessive)
            fail_msg("%s: class %d, letters %d, possessive %u", WORDS[i].word, (int)w->class, (int)w->letters,
                     w->possessive);
        test_doc_end(&t);
    }
}

static const struct {
    const char *language, *first, *second;
    bool same;
} STEMS[] = {
    {"en", "The", "the", true},
    {"en", "lantern", "Lanterns", true},
    {"en", "lantern", "lantern's", true},
    {"en", "caf\xC3\xA9", "CAFE\xCC\x81", true}, /* composed and decomposed */
    {"en", "lantern", "lentil", false},
    {"en", "cafe", "caf\xC3\xA9", false},
    {"de",
     "Stra\xC3\x9F"
     "e",
     "STRASSE", true},
    {"fr", "chevaux", "cheval", true},
    {"en", "10", "10.0", false},
};

static void test_same_stem(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(STEMS); i++) {
        test_doc t;
        char text[64];
        int n = snprintf(text, sizeof text, "%s %s", STEMS[i].first, STEMS[i].second);
        test_doc_begin(&t, text, (size_t)n, STEMS[i].language);
        assert_int_equal(t.doc.words.n, 2);
        bool same = t.doc.words.at[0].stem == t.doc.words.at[1].stem;
        if (same != STEMS[i].same)
            fail_msg("%s", text);
        assert_int_equal(t.doc.stems.n, same ? 1 : 2);
        test_doc_end(&t);
    }
}

/* The same spelling is one word, however often it comes; another spelling is another. */
static void test_counts(void **state) {
    (void)state;
    static const char TEXT[] = "The lantern and the Lantern, the lanterns, THE lantern.";
    test_doc t;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(t.doc.words.at[test_doc_find(&t, "the")].count, 2);
    assert_int_equal(t.doc.words.at[test_doc_find(&t, "The")].count, 1);
    assert_int_equal(t.doc.words.at[test_doc_find(&t, "THE")].count, 1);
    assert_int_equal(t.doc.words.at[test_doc_find(&t, "lantern")].count, 2);
    uint32_t stem = t.doc.words.at[test_doc_find(&t, "Lantern")].stem;
    assert_int_equal(t.doc.words.at[test_doc_find(&t, "lanterns")].stem, stem);
    assert_int_equal(t.doc.stems.at[stem].count, 4);
    assert_int_equal(t.doc.words.n, 7);
    assert_int_equal(t.doc.stems.n, 3);
    test_doc_end(&t);
}

static void test_long_words(void **state) {
    (void)state;
    char text[2 * SM_WORD_MAX];
    memset(text, 'a', sizeof text);
    for (size_t n = SM_WORD_MAX - 1; n <= SM_WORD_MAX + 2; n++) {
        test_doc t;
        test_doc_begin(&t, text, n, "en");
        assert_int_equal(t.doc.words.n, 1);
        assert_int_equal(t.doc.words.at[0].class, n <= SM_WORD_MAX ? SM_WORD_CONTENT : SM_WORD_ADDRESS);
        test_doc_end(&t);
    }
}

/* Without a known language there are no stop words and no endings. */
static void test_unknown_language(void **state) {
    (void)state;
    test_doc t;
    test_doc_begin(&t, "12 34 qoph", 10, NULL);
    assert_ptr_equal(t.doc.language, &sm_language_unknown);
    const sm_word *w = &t.doc.words.at[test_doc_find(&t, "qoph")];
    assert_int_equal(w->class, SM_WORD_CONTENT);
    assert_int_equal(t.doc.stems.at[w->stem].n_bytes, 4);
    test_doc_end(&t);
}

static void test_stop_words_have_stems_of_their_own(void **state) {
    (void)state;
    static const char *const PAIRS[][2] = {{"will", "willing"}, {"can", "cans"}, {"well", "wells"}, {"like", "likes"}};
    for (size_t i = 0; i < COUNT_OF(PAIRS); i++) {
        test_doc t;
        char text[32];
        int n = snprintf(text, sizeof text, "%s %s", PAIRS[i][0], PAIRS[i][1]);
        test_doc_begin(&t, text, (size_t)n, "en");
        if (t.doc.words.at[0].class != t.doc.words.at[1].class && t.doc.words.at[0].stem == t.doc.words.at[1].stem)
            fail_msg("%s", text);
        test_doc_end(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_same_stem),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_long_words),
        cmocka_unit_test(test_unknown_language),
        cmocka_unit_test(test_stop_words_have_stems_of_their_own),
    };
    return cmocka_run_group_tests_name("doc/lexis", tests, NULL, NULL);
}
