/* Properties of every document: over all formats that are read, all algorithms and all formats that are written, on
 * documents made up in several scripts. */
#include "support/generated.h"

#include "base/chars.h"
#include "text/shown.h"

#include <jansson.h>

enum {
    TEXTS = 30 /* of each format */
};

/* A document in one of the formats; its text is UTF-8 whatever it looks like. */
typedef struct subject {
    const char *format;
    test_text text;
    summ_engine *engine;
    summ_doc *doc;
    summ_sentences *all;
} subject;

static const char *name_at(summ_kind kind, size_t i) {
    const summ_item *item = summ_item_at(kind, i);
    return item != NULL ? item->name : NULL;
}

static bool open_subject(subject *s, const char *format, test_text text) {
    summ_doc_options options;
    *s = (subject){.format = format, .text = text};
    summ_doc_options_init(&options, sizeof options);
    options.format = format;
    options.encoding = "UTF-8";
    assert_int_equal(summ_engine_new(NULL, &s->engine), SUMM_OK);
    summ_status status = summ_doc_new(s->engine, s->text.at, s->text.n, &options, &s->doc);
    assert_true(status == SUMM_OK || status == SUMM_ERR_MISSING);
    if (status == SUMM_OK)
        assert_int_equal(summ_split(s->doc, &s->all), SUMM_OK);
    return status == SUMM_OK;
}

static void close_subject(subject *s) {
    summ_sentences_free(s->all);
    summ_doc_free(s->doc);
    summ_engine_free(s->engine);
    test_text_end(&s->text);
}

/* Does something with TEXTS documents of each format that this build reads. */
static void for_each(void (*check)(const subject *s, uint64_t seed)) {
    const char *format;
    for (size_t k = 0; (format = name_at(SUMM_INPUTS, k)) != NULL; k++)
        for (uint64_t seed = 0; seed < TEXTS; seed++) {
            subject s;
            if (open_subject(&s, format, test_generated(format, seed)))
                check(&s, seed);
            close_subject(&s);
        }
}

static summ_sentences *summarize(const subject *s, const char *algorithm, size_t max_sentences) {
    summ_summary_options options;
    summ_sentences *summary = NULL;
    summ_summary_options_init(&options, sizeof options);
    options.algorithm = algorithm;
    options.max_sentences = max_sentences;
    options.order = SUMM_ORDER_SCORE;
    assert_int_equal(summ_summarize(s->doc, &options, &summary), SUMM_OK);
    return summary;
}

static summ_phrases *find_phrases(const subject *s, const char *algorithm) {
    summ_keyword_options options;
    summ_phrases *phrases = NULL;
    summ_keyword_options_init(&options, sizeof options);
    options.algorithm = algorithm;
    options.max_phrases = 30;
    assert_int_equal(summ_keywords(s->doc, &options, &phrases), SUMM_OK);
    return phrases;
}

/* ---- Spans ------------------------------------------------------------------------------------------------------- */

/* Which offsets are borders of characters, a bad byte being one. */
static bool *find_borders(const test_text *text) {
    bool *border = calloc(text->n + 1, sizeof *border);
    uint32_t code;
    assert_non_null(border);
    for (size_t at = 0; at < text->n; at += sm_utf8_decode(text->at + at, text->n - at, &code))
        border[at] = true;
    border[text->n] = true;
    return border;
}

static void check_phrase_spans(const subject *s, const bool *border) {
    summ_phrases *phrases = find_phrases(s, NULL);
    for (size_t i = 0; i < summ_phrases_count(phrases); i++) {
        const summ_phrase *p = summ_phrases_at(phrases, i);
        for (size_t k = 0; k < p->count; k++) {
            const summ_span *o = &p->occurrences[k];
            assert_true(o->begin < o->end && o->end <= s->text.n && border[o->begin] && border[o->end]);
            assert_true(k == 0 || p->occurrences[k - 1].begin < o->begin);
        }
    }
    summ_phrases_free(phrases);
}

static size_t n_sentences; /* so far, of all documents */

static void check_spans(const subject *s, uint64_t seed) {
    (void)seed;
    n_sentences += summ_sentences_count(s->all);
    bool *border = find_borders(&s->text);
    size_t at = 0;
    for (size_t i = 0; i < summ_sentences_count(s->all); i++) {
        const summ_sentence *sentence = summ_sentences_at(s->all, i);
        assert_true(at <= sentence->begin && sentence->begin < sentence->end && sentence->end <= s->text.n);
        assert_true(border[sentence->begin] && border[sentence->end]);
        at = sentence->end;
    }
    check_phrase_spans(s, border);
    free(border);
}

static void test_spans(void **state) {
    (void)state;
    for_each(check_spans);
    assert_true(n_sentences > (size_t)10 * TEXTS);
}

/* ---- Sentences are pieces of the source -------------------------------------------------------------------------- */

/* In plain text a sentence is its bytes, as they are shown. */
static void check_shown(const subject *s, const summ_sentence *sentence) {
    size_t n = sentence->end - sentence->begin;
    char *shown = malloc(3 * n + 1);
    assert_non_null(shown);
    sm_shown_write(s->text.at + sentence->begin, n, shown);
    shown[sm_shown_measure(s->text.at + sentence->begin, n).bytes] = '\0';
    assert_string_equal(shown, sentence->text);
    free(shown);
}

/* Elsewhere its letters stand in its span in their order, with markup between them. */
static void check_letters(const subject *s, const summ_sentence *sentence) {
    size_t at = sentence->begin;
    for (const char *c = sentence->text; *c != '\0'; c++) {
        bool letter = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (unsigned char)*c >= 0x80;
        if (!letter || strncmp(c, "\xEF\xBF\xBD", 3) == 0) {
            c += letter ? 2 : 0; /* what bad bytes read as */
            continue;
        }
        while (at < sentence->end && s->text.at[at] != *c)
            at++;
        assert_true(at < sentence->end);
        at++;
    }
}

static void check_source(const subject *s, uint64_t seed) {
    (void)seed;
    for (size_t k = 0; name_at(SUMM_ALGORITHMS, k) != NULL; k++) {
        summ_sentences *summary = summarize(s, name_at(SUMM_ALGORITHMS, k), 5);
        for (size_t i = 0; i < summ_sentences_count(summary); i++)
            if (strcmp(s->format, "text") == 0)
                check_shown(s, summ_sentences_at(summary, i));
            else
                check_letters(s, summ_sentences_at(summary, i));
        summ_sentences_free(summary);
    }
}

static void test_sentences_are_pieces_of_the_source(void **state) {
    (void)state;
    for_each(check_source);
}

/* ---- Scores and ceilings ----------------------------------------------------------------------------------------- */

static void check_sentence_scores(const subject *s, const char *algorithm) {
    summ_summary_options options;
    summ_sentences *ranking = NULL;
    double most = 0;
    summ_summary_options_init(&options, sizeof options);
    options.algorithm = algorithm;
    assert_int_equal(summ_rank(s->doc, &options, &ranking), SUMM_OK);
    assert_int_equal(summ_sentences_count(ranking), summ_sentences_count(s->all));
    for (size_t i = 0; i < summ_sentences_count(ranking); i++) {
        double score = summ_sentences_at(ranking, i)->score;
        assert_true(isfinite(score) && score >= 0 && score <= 1);
        most = fmax(most, score);
    }
    assert_true(most == 1 || most == 0);
    summ_sentences_free(ranking);
}

static void check_phrase_scores(const subject *s, const char *algorithm) {
    summ_phrases *phrases = find_phrases(s, algorithm);
    for (size_t i = 0; i < summ_phrases_count(phrases); i++) {
        const summ_phrase *p = summ_phrases_at(phrases, i);
        assert_true(isfinite(p->score) && p->score >= 0 && p->score <= 1 && p->rank == i + 1);
        assert_true(i == 0 || p->score <= summ_phrases_at(phrases, i - 1)->score);
    }
    summ_phrases_free(phrases);
}

static void check_scores(const subject *s, uint64_t seed) {
    (void)seed;
    for (size_t k = 0; name_at(SUMM_ALGORITHMS, k) != NULL; k++)
        check_sentence_scores(s, name_at(SUMM_ALGORITHMS, k));
    for (size_t k = 0; name_at(SUMM_KEYWORD_ALGORITHMS, k) != NULL; k++)
        check_phrase_scores(s, name_at(SUMM_KEYWORD_ALGORITHMS, k));
}

static void test_scores(void **state) {
    (void)state;
    for_each(check_scores);
}

/* Larger summaries contain smaller ones, with the same ranks, and hold their ceilings. */
static void check_nested(const subject *s, const char *algorithm) {
    summ_sentences *smaller = summarize(s, algorithm, 0);
    for (size_t n = 1; n < 8; n++) {
        summ_sentences *larger = summarize(s, algorithm, n);
        size_t had = summ_sentences_count(smaller);
        assert_true(summ_sentences_count(larger) <= n && summ_sentences_count(larger) >= had);
        for (size_t i = 0; i < had; i++)
            assert_int_equal(summ_sentences_at(smaller, i)->index, summ_sentences_at(larger, i)->index);
        summ_sentences_free(smaller);
        smaller = larger;
    }
    summ_sentences_free(smaller);
}

static void check_lengths(const subject *s, const char *algorithm, test_random *r) {
    summ_summary_options options;
    summ_sentences *summary = NULL;
    size_t words = 0, chars = 0;
    summ_summary_options_init(&options, sizeof options);
    options.algorithm = algorithm;
    options.max_words = test_random_below(r, 60);
    options.max_chars = test_random_below(r, 300);
    assert_int_equal(summ_summarize(s->doc, &options, &summary), SUMM_OK);
    for (size_t i = 0; i < summ_sentences_count(summary); i++) {
        words += summ_sentences_at(summary, i)->n_words;
        chars += summ_sentences_at(summary, i)->n_chars + (i > 0);
    }
    assert_true(words <= options.max_words && chars <= options.max_chars);
    summ_sentences_free(summary);
}

static void check_ceilings(const subject *s, uint64_t seed) {
    test_random r = {seed + 5};
    for (size_t k = 0; name_at(SUMM_ALGORITHMS, k) != NULL; k++) {
        check_nested(s, name_at(SUMM_ALGORITHMS, k));
        for (int i = 0; i < 4; i++)
            check_lengths(s, name_at(SUMM_ALGORITHMS, k), &r);
    }
}

static void test_ceilings(void **state) {
    (void)state;
    for_each(check_ceilings);
}

/* ---- Reports ----------------------------------------------------------------------------------------------------- */

/* Everything in one format. */
static test_text report_all(const subject *s, const char *format, const char *algorithm, const char *scorer) {
    test_text out = {0};
    summ_report report;
    summ_sentences *summary = summarize(s, algorithm, 6);
    summ_phrases *phrases = find_phrases(s, scorer);
    summ_report_init(&report, sizeof report);
    report.doc = s->doc;
    report.sentences = summary;
    report.phrases = phrases;
    report.scores = report.offsets = report.about = 1;
    test_text_put(&out, "");
    test_text_report(&out, format, &report);
    summ_sentences_free(summary);
    summ_phrases_free(phrases);
    return out;
}

/* The same bytes, read again at another place, make the same reports. */
static void check_same(const subject *s, uint64_t seed) {
    subject again;
    test_text copy = {0};
    test_text_add(&copy, s->text.at, s->text.n);
    assert_true(open_subject(&again, s->format, copy));
    size_t n_algorithms = 0, n_scorers = 0;
    while (name_at(SUMM_ALGORITHMS, n_algorithms) != NULL)
        n_algorithms++;
    while (name_at(SUMM_KEYWORD_ALGORITHMS, n_scorers) != NULL)
        n_scorers++;
    for (size_t k = 0; name_at(SUMM_OUTPUTS, k) != NULL; k++) {
        const char *algorithm = name_at(SUMM_ALGORITHMS, (size_t)(seed + 5 * k) % n_algorithms);
        const char *scorer = name_at(SUMM_KEYWORD_ALGORITHMS, (size_t)(seed + 7 * k) % n_scorers);
        test_text a = report_all(s, name_at(SUMM_OUTPUTS, k), algorithm, scorer);
        test_text b = report_all(&again, name_at(SUMM_OUTPUTS, k), algorithm, scorer);
        assert_int_equal(a.n, b.n);
        assert_memory_equal(a.at, b.at, a.n);
        test_text_end(&a);
        test_text_end(&b);
    }
    close_subject(&again);
}

static void test_same_bytes_same_output(void **state) {
    (void)state;
    for_each(check_same);
}

static const json_t *member(const json_t *object, const char *name) {
    const json_t *value = json_object_get(object, name);
    assert_non_null(value);
    return value;
}

static void check_texts(const json_t *array, const subject *s) {
    summ_sentences *summary = summarize(s, NULL, 6);
    assert_int_equal(json_array_size(array), summ_sentences_count(summary));
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *object = json_array_get(array, i);
        const summ_sentence *sentence = summ_sentences_at(summary, i);
        assert_string_equal(json_string_value(member(object, "text")), sentence->text);
        assert_true(json_integer_value(member(object, "begin")) == (json_int_t)sentence->begin);
        assert_true(json_integer_value(member(object, "end")) == (json_int_t)sentence->end);
    }
    summ_sentences_free(summary);
}

/* JSON that is written is JSON, by a strict reader, and says what the library says. Scores of json read back equal. */
static void check_json(const subject *s, uint64_t seed) {
    (void)seed;
    static const char *const MEMBER[] = {"summary", "sentences"}, *const FORMAT[] = {"jsonl", "json"};
    summ_sentences *summary = summarize(s, NULL, 6);
    for (size_t k = 0; k < 2; k++) {
        test_text out = report_all(s, FORMAT[k], NULL, NULL);
        json_error_t error;
        json_t *root = json_loadb(out.at, out.n, JSON_REJECT_DUPLICATES, &error);
        if (root == NULL)
            fail_msg("%s: %s in %s", FORMAT[k], error.text, out.at);
        const json_t *array = json_object_get(root, MEMBER[k]);
        array = array != NULL ? array : member(root, "summary");
        check_texts(array, s);
        for (size_t i = 0; k == 1 && i < json_array_size(array); i++)
            assert_true(json_number_value(member(json_array_get(array, i), "score")) ==
                        summ_sentences_at(summary, i)->score);
        json_decref(root);
        test_text_end(&out);
    }
    summ_sentences_free(summary);
}

static void test_json_reads_back(void **state) {
    (void)state;
    for_each(check_json);
}

/* ---- Line ends --------------------------------------------------------------------------------------------------- */

static test_text with_crlf(const test_text *text) {
    test_text out = {0};
    test_text_put(&out, "");
    for (size_t i = 0; i < text->n; i++) {
        test_text_put(&out, text->at[i] == '\n' ? "\r" : "");
        test_text_add(&out, &text->at[i], 1);
    }
    return out;
}

static void check_line_ends(const subject *s, uint64_t seed) {
    (void)seed;
    subject other;
    assert_true(open_subject(&other, s->format, with_crlf(&s->text)));
    assert_int_equal(summ_sentences_count(other.all), summ_sentences_count(s->all));
    for (size_t k = 0; name_at(SUMM_ALGORITHMS, k) != NULL; k++) {
        const char *algorithm = name_at(SUMM_ALGORITHMS, k);
        if (strcmp(algorithm, "random") == 0) /* of the bytes */
            continue;
        summ_sentences *a = summarize(s, algorithm, 5), *b = summarize(&other, algorithm, 5);
        assert_int_equal(summ_sentences_count(a), summ_sentences_count(b));
        for (size_t i = 0; i < summ_sentences_count(a); i++) {
            const summ_sentence *x = summ_sentences_at(a, i), *y = summ_sentences_at(b, i);
            assert_string_equal(x->text, y->text);
            assert_true(x->score == y->score && x->line == y->line && x->column == y->column);
        }
        summ_sentences_free(a);
        summ_sentences_free(b);
    }
    close_subject(&other);
}

static void test_line_ends(void **state) {
    (void)state;
    for_each(check_line_ends);
}

/* ---- Pieces ------------------------------------------------------------------------------------------------------ */

/* A text fed in pieces is the text. */
static void check_fed(const subject *s, uint64_t seed) {
    test_random r = {seed + 9};
    summ_doc_options options;
    summ_feed *feed;
    subject fed = *s;
    summ_doc_options_init(&options, sizeof options);
    options.format = s->format;
    options.encoding = "UTF-8";
    assert_int_equal(summ_feed_new(s->engine, &feed), SUMM_OK);
    for (size_t at = 0, n; at < s->text.n; at += n) {
        n = 1 + test_random_below(&r, 40);
        n = n < s->text.n - at ? n : s->text.n - at;
        assert_int_equal(summ_feed_add(feed, s->text.at + at, n), SUMM_OK);
    }
    assert_int_equal(summ_feed_doc(feed, &options, &fed.doc), SUMM_OK);
    test_text a = report_all(s, "json", NULL, NULL), b = report_all(&fed, "json", NULL, NULL);
    assert_int_equal(a.n, b.n);
    assert_memory_equal(a.at, b.at, a.n);
    test_text_end(&a);
    test_text_end(&b);
    summ_doc_free(fed.doc);
    summ_feed_free(feed);
}

static void test_fed_is_whole(void **state) {
    (void)state;
    for_each(check_fed);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_sentences_are_pieces_of_the_source),
        cmocka_unit_test(test_scores),
        cmocka_unit_test(test_ceilings),
        cmocka_unit_test(test_same_bytes_same_output),
        cmocka_unit_test(test_json_reads_back),
        cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_fed_is_whole),
    };
    return cmocka_run_group_tests_name("property/formats", tests, NULL, NULL);
}
