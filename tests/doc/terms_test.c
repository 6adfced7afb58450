/* The stems of one text in another, against a walk over all pairs. */
#include "doc/terms.h"

#include "support/document.h"

static bool is_content(const sm_doc *doc, uint32_t stem) {
    for (size_t i = 0; i < doc->words.n; i++)
        if (doc->words.at[i].stem == stem)
            return doc->words.at[i].class == SM_WORD_CONTENT;
    fail_msg("no word has stem %u", stem);
    return false;
}

static uint32_t find(const sm_doc *doc, const sm_doc *other, uint32_t stem) {
    const sm_stem_entry *s = &other->stems.at[stem];
    for (uint32_t j = 0; j < doc->stems.n; j++)
        if (doc->stems.at[j].n_bytes == s->n_bytes && memcmp(doc->stems.at[j].text, s->text, s->n_bytes) == 0 &&
            is_content(doc, j) == is_content(other, stem))
            return j;
    return SM_TERM_NONE;
}

static void check(const char *text, size_t n, const char *other_text, size_t n_other, const char *language) {
    test_doc t, other;
    test_doc_begin(&t, text, n, language);
    test_doc_begin(&other, other_text, n_other, language);
    const uint32_t *map = sm_terms_map(&t.doc, &other.doc, &t.tmp.arena);
    assert_non_null(map);
    for (uint32_t i = 0; i < other.doc.stems.n; i++)
        if (map[i] != find(&t.doc, &other.doc, i))
            fail_msg("stem %u of \"%s\"", i, other_text);
    test_doc_end(&other);
    test_doc_end(&t);
}

static const struct {
    const char *text, *other, *language;
} CASES[] = {
    {"", "", "en"},
    {"The ferry leaves.", "", "en"},
    {"", "The ferry leaves.", "en"},
    {"The ferry leaves.", "Ferries are leaving the harbour.", "en"},
    /* a stop word and a content word with one stem */
    {"Who will sail the ferry?", "The willing keeper will sail the ferry.", "en"},
    {"The willing keeper will sail the ferry.", "Who will sail the ferry?", "en"},
    {"The willing keeper sails.", "Who will sail the ferry?", "en"},
    {"He will be willing, and will the will?", "Willing or not, he will, and the ferry sails.", "en"},
    /* numbers and addresses */
    {"In 1984 see https://example.org/a or ask desk@example.org.", "HTTPS://EXAMPLE.ORG/A has 1984 and 17.", "en"},
    {"Der Leuchtturm war 1984 dunkel.", "Die Leuchttürme waren dunkel.", "de"},
    {"港口的灯塔很老。", "灯塔在港口。", "zh"},
    {"l\xFFmp lamp \xC3", "\xFF lamp l\xFFmp", "en"},
};

static void test_cases(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++)
        check(CASES[i].text, strlen(CASES[i].text), CASES[i].other, strlen(CASES[i].other), CASES[i].language);
}

static void test_anything(void **state) {
    (void)state;
    test_random r = {61};
    for (int k = 0; k < 100; k++) {
        test_text text = {0}, other = {0};
        test_text_put(&text, "");
        test_text_put(&other, "");
        test_text_add_pieces(&text, &r, test_random_below(&r, 80));
        test_text_add_pieces(&other, &r, test_random_below(&r, 80));
        check(text.at, text.n, other.at, other.n, "en");
        check(text.at, text.n, text.at, text.n, "en");
        test_text_end(&text);
        test_text_end(&other);
    }
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    test_text text = {0};
    test_doc t;
    bool done = false;
    for (int i = 0; i < 9000; i++) {
        char word[16];
        snprintf(word, sizeof word, "w%cx%d ", 'a' + i % 26, i);
        test_text_put(&text, word);
    }
    test_doc_begin(&t, text.at, text.n, "en");
    for (size_t n = 1; !done; n++) {
        test_arena scratch;
        test_arena_begin(&scratch);
        test_memory_fail(&scratch.memory, n, false);
        done = sm_terms_map(&t.doc, &t.doc, &scratch.arena) != NULL;
        assert_int_equal(done, !test_memory_failed(&scratch.memory));
        assert_true(done || n < 100);
        test_arena_end(&scratch);
    }
    test_doc_end(&t);
    test_text_end(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_anything),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests_name("doc/terms", tests, NULL, NULL);
}
