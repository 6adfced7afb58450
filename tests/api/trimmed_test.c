/* Trimmed sentences, through summ.h: their text, their pieces in the input, their lengths. */
#include "support/document.h"

static const char TEXT[] = "LEEDS (Reuters) - The old bridge (pictured) was closed to all lorries, officials said.\n"
                           "However, the masons of the town will mend it\nbefore the winter begins.\n";

static summ_summary_options trimming(void) {
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    options.trim = 1;
    return options;
}

static summ_sentences *summarize(const summ_doc *doc, const summ_summary_options *options) {
    summ_sentences *summary = NULL;
    assert_int_equal(summ_summarize(doc, options, &summary), SUMM_OK);
    return summary;
}

static void assert_whole(const summ_sentences *sentences) {
    for (size_t i = 0; i < summ_sentences_count(sentences); i++) {
        const summ_sentence *s = summ_sentences_at(sentences, i);
        assert_int_equal(s->n_pieces, 1);
        assert_true(s->pieces[0].begin == s->begin && s->pieces[0].end == s->end);
        assert_true(s->pieces[0].line == s->line && s->pieces[0].column == s->column);
    }
}

static void test_whole_sentences(void **state) {
    (void)state;
    test_api api;
    summ_sentences *all;
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(summ_split(api.doc, &all), SUMM_OK);
    summ_sentences *summary = summarize(api.doc, NULL);
    assert_int_equal(summ_sentences_count(all), 2);
    assert_int_equal(summ_sentences_count(summary), 2);
    assert_whole(all);
    assert_whole(summary);
    summ_sentences_free(all);
    summ_sentences_free(summary);
    test_api_end(&api);
}

static void assert_piece(const summ_sentence *s, size_t piece, size_t line, size_t column, const char *expected) {
    const summ_span *p = &s->pieces[piece];
    assert_int_equal(p->end - p->begin, strlen(expected));
    assert_memory_equal(TEXT + p->begin, expected, strlen(expected));
    assert_int_equal(p->line, line);
    assert_int_equal(p->column, column);
}

static void test_pieces_in_the_input(void **state) {
    (void)state;
    test_api api;
    const summ_summary_options options = trimming();
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    summ_sentences *summary = summarize(api.doc, &options);
    const summ_sentence *first = summ_sentences_at(summary, 0), *second = summ_sentences_at(summary, 1);
    assert_string_equal(first->text, "The old bridge was closed to all lorries.");
    assert_true(first->begin == 0 && first->end == 86 && first->line == 1 && first->column == 1);
    assert_true(first->n_bytes == 41 && first->n_chars == 41 && first->n_words == 8 && first->n_pieces == 3);
    assert_piece(first, 0, 1, 19, "The old bridge");
    assert_piece(first, 1, 1, 44, " was closed to all lorries");
    assert_piece(first, 2, 1, 86, ".");
    assert_string_equal(second->text, "The masons of the town will mend it before the winter begins.");
    assert_true(second->begin == 87 && second->line == 2 && second->column == 1);
    assert_true(second->n_pieces == 1 && second->n_words == 12 && second->n_chars == second->n_bytes);
    assert_piece(second, 0, 2, 10, "the masons of the town will mend it\nbefore the winter begins.");
    summ_sentences_free(summary);
    test_api_end(&api);
}

/* Pieces are bytes of what the caller gave, whatever its character set. */
static void test_other_character_sets(void **state) {
    (void)state;
    test_api api;
    char wide[2 * sizeof TEXT] = "\xFF\xFE";
    const summ_summary_options options = trimming();
    for (size_t i = 0; i + 1 < sizeof TEXT; i++) {
        wide[2 + 2 * i] = TEXT[i];
        wide[3 + 2 * i] = 0;
    }
    test_api_begin(&api, wide, 2 + 2 * (sizeof TEXT - 1), "en");
    summ_sentences *summary = summarize(api.doc, &options);
    const summ_sentence *first = summ_sentences_at(summary, 0);
    assert_string_equal(first->text, "The old bridge was closed to all lorries.");
    assert_int_equal(first->n_pieces, 3);
    assert_true(first->pieces[0].begin == 2 + 2 * 18 && first->pieces[0].end == 2 + 2 * 32);
    assert_true(first->pieces[2].begin == 2 + 2 * 85 && first->pieces[2].end == 2 + 2 * 86);
    summ_sentences_free(summary);
    test_api_end(&api);
}

/* Ceilings count what remains: the first sentence has 13 words and 86 characters whole, 8 and 41 trimmed. */
static void test_ceilings(void **state) {
    (void)state;
    test_api api;
    summ_summary_options options = trimming();
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    for (size_t words = 0; words < 30; words++) {
        options.max_words = words;
        summ_sentences *summary = summarize(api.doc, &options);
        assert_int_equal(summ_sentences_count(summary), words < 8 ? 0 : words < 20 ? 1 : 2);
        summ_sentences_free(summary);
    }
    options.max_words = SUMM_NO_LIMIT;
    for (size_t chars = 0; chars < 120; chars++) {
        options.max_chars = chars;
        summ_sentences *summary = summarize(api.doc, &options);
        assert_int_equal(summ_sentences_count(summary), chars < 41 ? 0 : chars < 41 + 1 + 61 ? 1 : 2);
        summ_sentences_free(summary);
    }
    options.trim = 0;
    options.max_chars = 41;
    summ_sentences *summary = summarize(api.doc, &options);
    assert_int_equal(summ_sentences_count(summary), 0);
    summ_sentences_free(summary);
    test_api_end(&api);
}

/* The choice among sentences and their scores do not depend on it. */
static void test_choice(void **state) {
    (void)state;
    test_api api;
    summ_summary_options options = trimming();
    test_api_begin(&api, TEXT, sizeof TEXT - 1, "en");
    for (options.max_sentences = 0; options.max_sentences < 3; options.max_sentences++) {
        summ_sentences *trimmed = summarize(api.doc, &options), *whole;
        options.trim = 0;
        whole = summarize(api.doc, &options);
        options.trim = 1;
        assert_int_equal(summ_sentences_count(trimmed), summ_sentences_count(whole));
        for (size_t i = 0; i < summ_sentences_count(whole); i++) {
            const summ_sentence *a = summ_sentences_at(trimmed, i), *b = summ_sentences_at(whole, i);
            assert_true(a->index == b->index && a->score == b->score && a->rank == b->rank);
        }
        summ_sentences_free(trimmed);
        summ_sentences_free(whole);
    }
    test_api_end(&api);
}

static void test_small_texts(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"", " ", "But", "However, ", "(CNN)", "\xFF", "But \xFF (\xE2\x82) he said."};
    const summ_summary_options options = trimming();
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        test_api api;
        test_api_begin(&api, TEXTS[i], strlen(TEXTS[i]), "en");
        summ_sentences *summary = summarize(api.doc, &options);
        assert_whole(summary);
        summ_sentences_free(summary);
        test_api_end(&api);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole_sentences),
        cmocka_unit_test(test_pieces_in_the_input),
        cmocka_unit_test(test_other_character_sets),
        cmocka_unit_test(test_ceilings),
        cmocka_unit_test(test_choice),
        cmocka_unit_test(test_small_texts),
    };
    return cmocka_run_group_tests_name("api/trimmed", tests, NULL, NULL);
}
