/* summ_doc_facts: what is known of a document, and the stems of key phrases. */
#include "support/document.h"

static const char OWLS[] = "The Owls of the Barn\n\nThe owl sleeps by day. By night the owl hunts mice in the barn.\n\n"
                           "Nobody has counted the mice of the barn yet.\n";

static void test_counts(void **state) {
    (void)state;
    test_api t;
    test_api_begin(&t, OWLS, sizeof OWLS - 1, "en");
    const summ_facts *f = summ_doc_facts(t.doc);
    assert_int_equal(f->n_bytes, sizeof OWLS - 1);
    assert_int_equal(f->n_sentences, 4);
    assert_int_equal(f->n_paragraphs, 3);
    assert_int_equal(f->n_words, 5 + 5 + 9 + 9);
    assert_int_equal(f->n_chars, 20 + 22 + 41 + 43);
    assert_int_equal(f->n_stems, 8); /* owl, barn, sleep, day, night, hunt, mice, count; the others are stop words */
    assert_int_equal(f->reading_seconds, 7); /* 28 words of 238 a minute */
    assert_string_equal(f->title, "The Owls of the Barn");
    assert_string_equal(f->format, "text");
    assert_string_equal(f->encoding, "UTF-8");
    assert_string_equal(f->language, "en");
    assert_true(f->language_given);
    assert_true(f->language_sureness == 1);
    assert_int_equal(f->n_warnings, 0);
    test_api_end(&t);
}

/* Counts are those of the lists. */
static void test_counts_of_lists(void **state) {
    (void)state;
    test_random r = {7};
    for (size_t round = 0; round < 50; round++) {
        test_text text = {0};
        test_api t;
        summ_sentences *sentences, *paragraphs;
        size_t n_words = 0, n_chars = 0;
        test_text_put(&text, "");
        test_text_add_pieces(&text, &r, test_random_below(&r, 80));
        test_api_begin(&t, text.at, text.n, NULL);
        const summ_facts *f = summ_doc_facts(t.doc);
        assert_int_equal(summ_split(t.doc, &sentences), SUMM_OK);
        assert_int_equal(summ_paragraphs(t.doc, &paragraphs), SUMM_OK);
        for (size_t i = 0; i < summ_sentences_count(sentences); i++) {
            n_words += summ_sentences_at(sentences, i)->n_words;
            n_chars += summ_sentences_at(sentences, i)->n_chars;
        }
        assert_int_equal(f->n_sentences, summ_sentences_count(sentences));
        assert_int_equal(f->n_paragraphs, summ_sentences_count(paragraphs));
        assert_int_equal(f->n_words, n_words);
        assert_int_equal(f->n_chars, n_chars);
        assert_true(f->language_sureness >= 0 && f->language_sureness <= 1);
        assert_int_equal(f->n_warnings, f->n_bad_bytes > 0);
        summ_sentences_free(paragraphs);
        summ_sentences_free(sentences);
        test_api_end(&t);
        test_text_end(&text);
    }
}

static void test_empty(void **state) {
    (void)state;
    test_api t;
    test_api_begin(&t, "", 0, NULL);
    const summ_facts *f = summ_doc_facts(t.doc);
    assert_string_equal(f->language, "und");
    assert_true(f->language_sureness == 0);
    assert_false(f->language_given);
    assert_null(f->title);
    assert_int_equal(f->n_bytes + f->n_chars + f->n_words + f->n_sentences + f->n_paragraphs + f->n_stems, 0);
    assert_int_equal(f->reading_seconds + f->n_warnings + f->n_bad_bytes, 0);
    test_api_end(&t);
}

static void test_bad_bytes(void **state) {
    (void)state;
    test_api t;
    test_api_begin(&t, "The owl\xFF sleeps.", 16, "en");
    assert_int_equal(summ_doc_facts(t.doc)->n_warnings, 1);
    assert_string_equal(summ_doc_facts(t.doc)->warnings[0], "1 byte sequence that is no UTF-8 read as U+FFFD");
    test_api_end(&t);
    test_api_begin(&t, "\xFFThe owl\xFF sleeps.", 17, "en");
    assert_string_equal(summ_doc_facts(t.doc)->warnings[0], "2 byte sequences that are no UTF-8 read as U+FFFD");
    test_api_end(&t);
}

typedef struct made {
    test_memory memory;
    summ_engine *engine;
    summ_doc *doc;
} made;

static summ_status make(made *m, const char *text, summ_doc_options *how) {
    summ_engine_options options;
    m->memory = test_memory_new();
    summ_engine_options_init(&options, sizeof options);
    options.allocator = test_memory_allocator(&m->memory);
    assert_int_equal(summ_engine_new(&options, &m->engine), SUMM_OK);
    m->doc = NULL;
    return summ_doc_new(m->engine, text, strlen(text), how, &m->doc);
}

static void end(made *m) {
    summ_doc_free(m->doc);
    summ_engine_free(m->engine);
    test_memory_end(&m->memory);
}

static void test_given_title(void **state) {
    (void)state;
    made m;
    summ_doc_options how;
    summ_doc_options_init(&how, sizeof how);
    how.title = "Of\towls \xFF";
    assert_int_equal(make(&m, "The owl sleeps by day.", &how), SUMM_OK);
    assert_string_equal(summ_doc_facts(m.doc)->title, "Of owls \xEF\xBF\xBD");
    end(&m);
    how.title = "";
    assert_int_equal(make(&m, "The owl sleeps by day.", &how), SUMM_OK);
    assert_null(summ_doc_facts(m.doc)->title);
    end(&m);
}

static void test_languages(void **state) {
    (void)state;
    static const char SHORT[] = "---\nlang: de\n---\nOzelot.\n",
                      LONG[] = "Where the owls are and why they are there.\n";
    made m;
    test_api t;
    summ_doc_options how;
    test_api_begin(&t, LONG, sizeof LONG - 1, NULL);
    assert_string_equal(summ_doc_facts(t.doc)->language, "en");
    assert_false(summ_doc_facts(t.doc)->language_given);
    assert_true(summ_doc_facts(t.doc)->language_sureness > 0.9);
    test_api_end(&t);
    summ_doc_options_init(&how, sizeof how);
    how.format = "markdown";
    summ_status status = make(&m, SHORT, &how);
    if (status == SUMM_OK) {
        assert_string_equal(summ_doc_facts(m.doc)->language, "de");
        assert_string_equal(summ_doc_facts(m.doc)->format, "markdown");
        assert_true(summ_doc_facts(m.doc)->language_sureness == 0.5);
        assert_false(summ_doc_facts(m.doc)->language_given);
    }
    end(&m);
    assert_true(status == SUMM_OK || status == SUMM_ERR_MISSING);
}

/* By characters, where no spaces part words. */
static void test_reading_of_ideographs(void **state) {
    (void)state;
    test_text text = {0};
    test_api t;
    for (size_t i = 0; i < 100; i++)
        test_text_put(&text, "\xE6\xB8\xAF\xE5\x8F\xA3\xE7\x9A\x84\xE7\x81\xAF\xE3\x80\x82");
    test_api_begin(&t, text.at, text.n, "zh");
    assert_int_equal(summ_doc_facts(t.doc)->n_chars, 500);
    assert_int_equal(summ_doc_facts(t.doc)->reading_seconds, 60);
    test_api_end(&t);
    test_text_end(&text);
}

#define P                                                                                                              \
    "The ferry to the outer islands sails again from Monday, after its engine was taken out and mended in the yard."

static void check_page(const char *html, const char *title, const char *warning) {
    made m;
    summ_doc_options how;
    summ_doc_options_init(&how, sizeof how);
    how.format = "html";
    summ_status status = make(&m, html, &how);
    assert_true(status == SUMM_OK || status == SUMM_ERR_MISSING);
    if (status == SUMM_OK) {
        const summ_facts *f = summ_doc_facts(m.doc);
        assert_int_equal(f->title != NULL, title != NULL);
        assert_string_equal(title != NULL ? f->title : "", title != NULL ? title : "");
        assert_int_equal(f->n_warnings, warning != NULL);
        assert_string_equal(warning != NULL ? f->warnings[0] : "", warning != NULL ? warning : "");
    }
    end(&m);
}

static void test_pages(void **state) {
    (void)state;
    static const char NONE[] = "no article found: whatever may be read of the page was taken";
    check_page("<title>Ferry &amp; yard</title><nav>Home</nav><article><p>" P "<p>" P "</article>", "Ferry & yard",
               NULL);
    check_page("<title>Ferry</title><ul><li><a href=a>Home</a><li><a href=b>Sea</a></ul>", "Ferry", NONE);
    check_page("<p>Short.", NULL, NONE);
    check_page("", NULL, NULL);
}

static void test_pages_too_deep(void **state) {
    (void)state;
    test_text text = {0};
    for (size_t i = 0; i < 3000; i++)
        test_text_put(&text, "<div><b>");
    test_text_put(&text, "<p>" P "</p>");
    check_page(text.at, NULL, "too large or too deeply nested: read without regard to elements and blocks");
    test_text_end(&text);
}

static void test_merged(void **state) {
    (void)state;
    static const summ_part PARTS[] = {{OWLS, sizeof OWLS - 1, NULL, NULL}, {"One\xFF.", 5, NULL, NULL}};
    summ_engine *engine;
    summ_doc *doc;
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    assert_int_equal(summ_doc_new_merged(engine, PARTS, 2, NULL, &doc), SUMM_OK);
    assert_int_equal(summ_doc_facts(doc)->n_bytes, sizeof OWLS + 4);
    assert_int_equal(summ_doc_facts(doc)->n_sentences, 5);
    assert_int_equal(summ_doc_facts(doc)->n_warnings, 1);
    assert_null(summ_doc_facts(doc)->title);
    summ_doc_free(doc);
    summ_engine_free(engine);
}

static void test_stems(void **state) {
    (void)state;
    static const char TEXT[] =
        "Hunting owls hunt. A hunting owl sleeps. The World Health Organization (WHO) met. The WHO "
        "met the World Health Organization.";
    test_api t;
    summ_phrases *phrases;
    bool owls = false, acronym = false;
    test_api_begin(&t, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(summ_keywords(t.doc, NULL, &phrases), SUMM_OK);
    for (size_t i = 0; i < summ_phrases_count(phrases); i++) {
        const summ_phrase *p = summ_phrases_at(phrases, i);
        assert_int_equal(p->n_stem_bytes, strlen(p->stem));
        owls = owls || (strcmp(p->stem, "hunt owl") == 0 && p->n_forms == 2);
        acronym = acronym || strcmp(p->stem, "world health organ") == 0;
    }
    assert_true(owls && acronym);
    summ_phrases_free(phrases);
    test_api_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),      cmocka_unit_test(test_counts_of_lists),
        cmocka_unit_test(test_empty),       cmocka_unit_test(test_bad_bytes),
        cmocka_unit_test(test_given_title), cmocka_unit_test(test_languages),
        cmocka_unit_test(test_pages),       cmocka_unit_test(test_reading_of_ideographs),
        cmocka_unit_test(test_merged),      cmocka_unit_test(test_pages_too_deep),
        cmocka_unit_test(test_stems),
    };
    return cmocka_run_group_tests_name("api/facts", tests, NULL, NULL);
}
