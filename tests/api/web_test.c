/* Web pages through summ.h: options, offsets, paragraphs. Without gumbo: what is refused. */
#include "support/document.h"

#define PARAGRAPH                                                                                                      \
    "The ferry to the outer islands sails again from Monday. Its engine was taken out and mended in the yard."

static const char PAGE[] =
    "<html lang=en><head><meta charset=iso-8859-1><title>The ferry &amp; its engine</title></head>"
    "<body><nav><a href=/>Home</a></nav><h1>The ferry &amp; its engine</h1>\n<p>" PARAGRAPH
    "</p><p>Caf\xE9s &amp; inns are glad, &ldquo;very glad&rdquo;</p></body></html>";

typedef struct web {
    summ_engine *engine;
    summ_doc *doc;
} web;

static summ_status open_page(web *w, const char *html, size_t n, const char *encoding, int whole) {
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.format = "html";
    options.encoding = encoding;
    options.whole = whole;
    assert_int_equal(summ_engine_new(NULL, &w->engine), SUMM_OK);
    return summ_doc_new(w->engine, html, n, &options, &w->doc);
}

static void begin(web *w, const char *html, size_t n, const char *encoding, int whole) {
    summ_status status = open_page(w, html, n, encoding, whole);
    if (status == SUMM_ERR_MISSING) {
        summ_engine_free(w->engine);
        skip();
    }
    assert_int_equal(status, SUMM_OK);
}

static void end(web *w) {
    summ_doc_free(w->doc);
    summ_engine_free(w->engine);
}

static bool has_feature(const char *name) {
    for (size_t i = 0; summ_feature(i) != NULL; i++)
        if (strncmp(summ_feature(i), name, strlen(name)) == 0)
            return true;
    return false;
}

static void test_with_gumbo_or_without(void **state) {
    (void)state;
    web w = {NULL, NULL};
    summ_status status = open_page(&w, PAGE, sizeof PAGE - 1, NULL, 0);
    assert_int_equal(status, has_feature("gumbo") ? SUMM_OK : SUMM_ERR_MISSING);
    assert_non_null(strstr(summ_status_message(SUMM_ERR_MISSING), "gumbo"));
    if (status == SUMM_OK)
        summ_doc_free(w.doc);
    summ_engine_free(w.engine);
}

/* Checks a sentence and the bytes of the page from its begin to its end. */
static void check(const summ_sentence *s, const char *text, const char *source) {
    assert_string_equal(s->text, text);
    assert_int_equal(s->end - s->begin, strlen(source));
    assert_memory_equal(PAGE + s->begin, source, strlen(source));
}

static void test_offsets(void **state) {
    (void)state;
    web w;
    summ_sentences *all;
    begin(&w, PAGE, sizeof PAGE - 1, NULL, 0);
    assert_string_equal(summ_doc_facts(w.doc)->encoding, "windows-1252");
    assert_string_equal(summ_doc_facts(w.doc)->language, "en");
    assert_int_equal(summ_split(w.doc, &all), SUMM_OK);
    assert_int_equal(summ_sentences_count(all), 4);
    check(summ_sentences_at(all, 0), "The ferry & its engine", "The ferry &amp; its engine");
    check(summ_sentences_at(all, 1), "The ferry to the outer islands sails again from Monday.",
          "The ferry to the outer islands sails again from Monday.");
    check(summ_sentences_at(all, 3), "Caf\xC3\xA9s & inns are glad, \xE2\x80\x9Cvery glad\xE2\x80\x9D",
          "Caf\xE9s &amp; inns are glad, &ldquo;very glad&rdquo;");
    assert_int_equal(summ_sentences_at(all, 0)->line, 1);
    assert_int_equal(summ_sentences_at(all, 1)->line, 2);
    assert_int_equal(summ_sentences_at(all, 1)->column, 4);
    summ_sentences_free(all);
    end(&w);
}

static void test_phrases_have_offsets_too(void **state) {
    (void)state;
    web w;
    summ_phrases *phrases;
    begin(&w, PAGE, sizeof PAGE - 1, NULL, 0);
    assert_int_equal(summ_keywords(w.doc, NULL, &phrases), SUMM_OK);
    assert_true(summ_phrases_count(phrases) > 0);
    for (size_t i = 0; i < summ_phrases_count(phrases); i++) {
        const summ_phrase *p = summ_phrases_at(phrases, i);
        for (size_t k = 0; k < p->count; k++)
            assert_true(p->occurrences[k].begin < p->occurrences[k].end && p->occurrences[k].end < sizeof PAGE);
    }
    summ_phrases_free(phrases);
    end(&w);
}

static void test_paragraphs_of_a_page(void **state) {
    (void)state;
    web w;
    summ_sentences *list;
    begin(&w, PAGE, sizeof PAGE - 1, NULL, 0);
    assert_int_equal(summ_paragraphs(w.doc, &list), SUMM_OK);
    assert_int_equal(summ_sentences_count(list), 2);
    check(summ_sentences_at(list, 0), PARAGRAPH, PARAGRAPH);
    assert_int_equal(summ_sentences_at(list, 0)->index, 1);
    assert_int_equal(summ_sentences_at(list, 0)->block, 1);
    assert_int_equal(summ_sentences_at(list, 0)->n_words, 20);
    assert_int_equal(summ_sentences_at(list, 0)->n_chars, strlen(PARAGRAPH));
    summ_sentences_free(list);
    end(&w);
}

static void test_whole_pages(void **state) {
    (void)state;
    web w;
    summ_sentences *list;
    begin(&w, PAGE, sizeof PAGE - 1, NULL, 1);
    assert_int_equal(summ_paragraphs(w.doc, &list), SUMM_OK);
    assert_int_equal(summ_sentences_count(list), 4);
    assert_string_equal(summ_sentences_at(list, 0)->text, "Home");
    assert_string_equal(summ_sentences_at(list, 1)->text, "The ferry & its engine");
    summ_sentences_free(list);
    end(&w);
}

/* The bytes of the page are those of its own character set, also where that has wide characters. */
static void test_wide_characters(void **state) {
    (void)state;
    static const char html[] = "<p>One &lt; two.</p><p>Three.";
    char wide[2 * sizeof html];
    web w;
    summ_sentences *all;
    for (size_t i = 0; i < sizeof html; i++) {
        wide[2 * i] = html[i];
        wide[2 * i + 1] = '\0';
    }
    begin(&w, wide, 2 * (sizeof html - 1), "UTF-16LE", 0);
    assert_int_equal(summ_split(w.doc, &all), SUMM_OK);
    assert_int_equal(summ_sentences_count(all), 2);
    assert_string_equal(summ_sentences_at(all, 0)->text, "One < two.");
    assert_int_equal(summ_sentences_at(all, 0)->begin, 2 * 3);
    assert_int_equal(summ_sentences_at(all, 0)->end, 2 * 16);
    summ_sentences_free(all);
    end(&w);
}

static void check_language(const char *html, const char *expected) {
    web w;
    begin(&w, html, strlen(html), NULL, 0);
    assert_string_equal(summ_doc_facts(w.doc)->language, expected);
    end(&w);
}

/* What a page says of its language counts where its words tell too little. */
static void test_languages(void **state) {
    (void)state;
    check_language("<html lang=fi><p>Radio taxi hotel.", "fi");
    check_language("<html lang=xx><p>The radio is in the hotel and not in the taxi.", "en");
    check_language("<html lang=de><p>" PARAGRAPH " " PARAGRAPH " " PARAGRAPH, "en");
}

static void test_given_encoding_wins(void **state) {
    (void)state;
    web w;
    begin(&w, PAGE, sizeof PAGE - 1, "windows-1251", 0);
    assert_string_equal(summ_doc_facts(w.doc)->encoding, "windows-1251");
    end(&w);
}

/* ---- Paragraphs of plain text ---- */

static void test_paragraphs_of_text(void **state) {
    (void)state;
    static const char text[] = "A title\n\nOne. Two\nthree.\n\n* Four.\n";
    test_api t;
    summ_sentences *list;
    test_api_begin(&t, text, sizeof text - 1, "en");
    assert_int_equal(summ_paragraphs(t.doc, &list), SUMM_OK);
    assert_int_equal(summ_sentences_count(list), 3);
    assert_string_equal(summ_sentences_at(list, 0)->text, "A title");
    assert_string_equal(summ_sentences_at(list, 1)->text, "One. Two three.");
    assert_int_equal(summ_sentences_at(list, 1)->begin, 9);
    assert_int_equal(summ_sentences_at(list, 1)->end, 24);
    assert_int_equal(summ_sentences_at(list, 1)->n_words, 3);
    assert_string_equal(summ_sentences_at(list, 2)->text, "* Four.");
    summ_sentences_free(list);
    test_api_end(&t);
}

static void test_paragraphs_of_nothing(void **state) {
    (void)state;
    test_api t;
    summ_sentences *list;
    test_api_begin(&t, "", 0, NULL);
    assert_int_equal(summ_paragraphs(t.doc, &list), SUMM_OK);
    assert_int_equal(summ_sentences_count(list), 0);
    summ_sentences_free(list);
    assert_int_equal(summ_paragraphs(NULL, &list), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_paragraphs(t.doc, NULL), SUMM_ERR_ARGUMENT);
    test_api_end(&t);
}

static void test_paragraphs_without_memory(void **state) {
    (void)state;
    static const char text[] = "One. Two.\n\nThree.\n";
    test_api t;
    summ_sentences *list = NULL;
    test_api_begin(&t, text, sizeof text - 1, "en");
    for (size_t at = 1;; at++) {
        test_memory_fail(&t.memory, at, false);
        summ_status status = summ_paragraphs(t.doc, &list);
        if (!test_memory_failed(&t.memory)) {
            assert_int_equal(status, SUMM_OK);
            break;
        }
        assert_int_equal(status, SUMM_ERR_MEMORY);
        assert_null(list);
    }
    summ_sentences_free(list);
    test_api_end(&t);
}

static void test_paragraphs_apart(void **state) {
    (void)state;
    static const char text[] = "One.\n\nTwo.\n";
    test_api t;
    test_text out = {0};
    summ_report report;
    summ_sentences *list;
    test_api_begin(&t, text, sizeof text - 1, "en");
    assert_int_equal(summ_paragraphs(t.doc, &list), SUMM_OK);
    summ_report_init(&report, sizeof report);
    report.sentences = list;
    report.apart = 1;
    test_text_report(&out, "text", &report);
    assert_string_equal(out.at, "One.\n\nTwo.\n");
    test_text_end(&out);
    summ_sentences_free(list);
    test_api_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_with_gumbo_or_without),
        cmocka_unit_test(test_offsets),
        cmocka_unit_test(test_phrases_have_offsets_too),
        cmocka_unit_test(test_paragraphs_of_a_page),
        cmocka_unit_test(test_whole_pages),
        cmocka_unit_test(test_wide_characters),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_given_encoding_wins),
        cmocka_unit_test(test_paragraphs_of_text),
        cmocka_unit_test(test_paragraphs_of_nothing),
        cmocka_unit_test(test_paragraphs_without_memory),
        cmocka_unit_test(test_paragraphs_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
