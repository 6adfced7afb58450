/* Markdown through summ.h: the span of a sentence or phrase holds its words in order; paragraphs. */
#include "support/document.h"
#include "support/random.h"

static const char *const PIECES[] = {
    "The owl *sleeps* by day. ",
    "The [ferry](to/the 'isles') sails. ",
    "Nobody `counted` them! ",
    "\n",
    "\n\n",
    "\n> ",
    "\n- ",
    "\n# ",
    "**",
    "_",
    "[",
    "]",
    "](x)",
    "<b>",
    "<br>",
    "<!-- no -->",
    "\\",
    "`",
    "\n```\n",
    "\r\n",
    "| a | b |\n|---|---|\n",
};

static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Each word of `text` in source[from .. to), behind the one before. */
static void check_words(const char *text, const char *source, size_t from, size_t to) {
    while (*text != '\0') {
        size_t n = 0;
        while (is_word(text[n]))
            n++;
        while (n > 0 && (from + n > to || memcmp(source + from, text, n) != 0))
            assert_true(++from < to);
        from += n;
        text += n > 0 ? n : 1;
    }
}

static summ_doc *read(const summ_engine *engine, const char *source) {
    summ_doc *doc;
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.format = "markdown";
    options.language = "en";
    summ_status status = summ_doc_new(engine, source, strlen(source), &options, &doc);
    if (status == SUMM_ERR_MISSING)
        return NULL;
    assert_int_equal(status, SUMM_OK);
    return doc;
}

static void check_sentences(const summ_doc *doc, const char *source) {
    summ_sentences *all;
    assert_int_equal(summ_split(doc, &all), SUMM_OK);
    for (size_t i = 0; i < summ_sentences_count(all); i++) {
        const summ_sentence *s = summ_sentences_at(all, i);
        assert_true(s->begin < s->end && s->end <= strlen(source));
        check_words(s->text, source, s->begin, s->end);
    }
    summ_sentences_free(all);
}

static void test_spans(void **state) {
    (void)state;
    summ_engine *engine;
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    for (uint64_t seed = 0; seed < 1000; seed++) {
        test_random r = {seed + 1};
        char source[2048] = "";
        for (size_t i = test_random_below(&r, 40); i > 0; i--)
            strcat(source, PIECES[test_random_below(&r, sizeof PIECES / sizeof *PIECES)]);
        summ_doc *doc = read(engine, source);
        if (doc == NULL)
            break;
        check_sentences(doc, source);
        summ_doc_free(doc);
    }
    summ_engine_free(engine);
}

static void test_paragraphs(void **state) {
    (void)state;
    summ_engine *engine;
    summ_sentences *list;
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    summ_doc *doc = read(engine, "# Owls\n\nThe *owl* sleeps.\nIt hunts.\n\n```\nint x;\n```\n\n- by night\n");
    if (doc != NULL) {
        assert_int_equal(summ_paragraphs(doc, &list), SUMM_OK);
        assert_int_equal(summ_sentences_count(list), 2);
        assert_string_equal(summ_sentences_at(list, 0)->text, "The owl sleeps. It hunts.");
        assert_string_equal(summ_sentences_at(list, 1)->text, "by night");
        assert_int_equal(summ_sentences_at(list, 0)->begin, 8);
        summ_sentences_free(list);
        summ_doc_free(doc);
    }
    summ_engine_free(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_spans), cmocka_unit_test(test_paragraphs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
