/* What summ.h promises of every row of every table, so that a new row is tested the moment it exists. */
#include "support/document.h"
#include "support/markup.h"
#include "text/shown.h"

typedef struct sample {
    const char *about, *text;
    size_t n;
} sample;

#define SAMPLE(about, text)                                                                                            \
    { about, text, sizeof(text) - 1 }

static const char LIGHTHOUSE[] =
    "A light for the reef\n\nBy the harbour desk\n\n"
    "The lighthouse on the reef was lit again on Monday evening, eleven years after a storm put out its lamp. Keepers "
    "from three islands had carried the new lens up the tower in forty pieces.\n\n"
    "\"We could not let the ferries steer by guesswork,\" one of the keepers said. The old lens had cracked in the "
    "storm; its pieces are now in the harbour museum. A new lens costs as much as a small ferry.\n\n"
    "What comes next\n\n"
    "The harbour board wants to light two more towers by 2031. It has asked the islands' councils for 1,500,000 "
    "crowns, "
    "of which a third would pay for keepers. \"A light without a keeper is a candle,\" the board wrote at "
    "https://example.org/lights. The councils meet on 3 May at 7 p.m. in the museum.\n";

static const char RUSSIAN[] =
    "Маяк на рифе снова зажгли в понедельник вечером. Смотрители с трёх островов подняли на башню новую линзу. "
    "Старая линза треснула во время шторма, и её осколки хранятся в музее порта. Портовый совет хочет зажечь ещё два "
    "маяка. Без смотрителя маяк похож на свечу.\n";

static const char CHINESE[] = "礁石上的灯塔星期一晚上再次点亮。三个岛的守塔人把新透镜搬上了塔。旧透镜在风暴中裂开了。"
                              "港口委员会还想点亮两座灯塔。没有守塔人的灯塔只是一支蜡烛。";

static const sample SAMPLES[] = {
    SAMPLE("empty", ""),
    SAMPLE("white space", " \n\t\r\n "),
    SAMPLE("one word", "Lantern"),
    SAMPLE("one sentence", "The lighthouse on the reef was lit again on Monday."),
    SAMPLE("numbers", "17 4 1984"),
    SAMPLE("English", LIGHTHOUSE),
    SAMPLE("Russian", RUSSIAN),
    SAMPLE("Chinese", CHINESE),
    SAMPLE("broken bytes",
           "The l\xFFght was l\xC3t \x80 again. \xE2\x82 Keepers\0 came \xED\xA0\x80 from three islands. "
           "\xF0\x9F\x98\x80 The \xF5light burned all night long.\xC3"),
    SAMPLE("stop words", "It was what it was and so it was. He was not what he had been to them."),
};

enum {
    REPEATED = 2000,
    N_SAMPLES = COUNT_OF(SAMPLES) + 1
};

static test_text repeated;

/* The last sample is one sentence again and again. */
static sample sample_at(size_t index) {
    if (index < COUNT_OF(SAMPLES))
        return SAMPLES[index];
    while (repeated.n < REPEATED * 52 / test_share())
        test_text_put(&repeated, "The lighthouse on the reef was lit again on Monday. ");
    return (sample){"repeated sentences", repeated.at, repeated.n};
}

static void check_score(double score) {
    assert_true(isfinite(score) && score >= 0 && score <= 1);
}

/* The text is the shown form of the bytes from begin to end. */
static void check_sentence(const sample *given, const summ_sentence *s) {
    char *shown = malloc(3 * given->n + 1); /* a bad byte has three when shown */
    assert_non_null(shown);
    assert_true(s->begin < s->end && s->end <= given->n);
    sm_shown measure = sm_shown_measure(given->text + s->begin, s->end - s->begin);
    sm_shown_write(given->text + s->begin, s->end - s->begin, shown);
    assert_int_equal(s->n_bytes, measure.bytes);
    assert_memory_equal(s->text, shown, s->n_bytes);
    assert_int_equal(s->text[s->n_bytes], '\0');
    assert_int_equal(strlen(s->text), s->n_bytes);
    assert_null(strchr(s->text, '\n'));
    assert_int_equal(s->n_words, measure.words);
    assert_int_equal(s->n_chars, measure.chars);
    assert_true(s->line >= 1 && s->column >= 1);
    assert_true(s->n_pieces == 1 && s->pieces[0].begin == s->begin && s->pieces[0].end == s->end);
    free(shown);
}

/* Ascending and apart; ranks are the numbers from 1 to n. */
static void check_summary(const sample *given, const summ_sentences *summary) {
    size_t n = summ_sentences_count(summary), at = 0;
    bool *ranks = calloc(n + 1, sizeof *ranks);
    assert_non_null(ranks);
    for (size_t i = 0; i < n; i++) {
        const summ_sentence *s = summ_sentences_at(summary, i);
        check_sentence(given, s);
        check_score(s->score);
        assert_true(s->begin >= at);
        assert_true(s->rank >= 1 && s->rank <= n && !ranks[s->rank]);
        ranks[s->rank] = true;
        at = s->end;
    }
    free(ranks);
}

/* Is the text of a phrase that of an occurrence, its first letter aside, which may be shown small? */
static bool is_form(const sample *given, const summ_phrase *p, const summ_span *o) {
    char *shown = malloc(3 * given->n + 1);
    assert_non_null(shown);
    size_t n = sm_shown_measure(given->text + o->begin, o->end - o->begin).bytes, from = 1;
    sm_shown_write(given->text + o->begin, o->end - o->begin, shown);
    while (from < n && ((unsigned char)shown[from] & 0xC0) == 0x80)
        from++;
    bool same = n == p->n_bytes && memcmp(shown + from, p->text + from, n - from) == 0;
    free(shown);
    return same;
}

static void check_phrases(const sample *given, const summ_phrases *phrases) {
    double last = 1;
    for (size_t i = 0; i < summ_phrases_count(phrases); i++) {
        const summ_phrase *p = summ_phrases_at(phrases, i);
        size_t at = 0;
        bool shown = false;
        check_score(p->score);
        assert_true(i > 0 || p->score == 1);
        assert_true(p->score > 0 && p->score <= last);
        assert_true(p->n_bytes > 0 && strlen(p->text) == p->n_bytes);
        assert_null(strchr(p->text, '\n'));
        assert_int_equal(p->rank, i + 1);
        assert_true(p->count > 0 && p->n_forms >= 1 && p->occurrences[0].line >= 1 && p->occurrences[0].column >= 1);
        for (size_t k = 0; k < p->count; k++) { /* occurrences may overlap, as in "data data data" */
            const summ_span *o = &p->occurrences[k];
            assert_true(o->begin < o->end && o->end <= given->n);
            assert_true(k == 0 || o->begin > at);
            at = o->begin;
            shown = shown || is_form(given, p, o);
        }
        assert_true(shown);
        last = p->score;
    }
}

/* The whole text, as a page, as an article, and in lines and colours. */
static void check_whole(const summ_report *given, const summ_sentences *ranking, test_text *out) {
    summ_report report = *given;
    report.ranking = ranking;
    for (int highlight = 0; highlight < 2; highlight++) {
        size_t n = out->n;
        report.highlight = highlight;
        test_text_report(out, "html", &report);
        test_markup_check(out->at + n);
    }
    report.color = 1;
    report.width = 30;
    test_text_report(out, "text", &report);
}

/* Everything that can be had of a document by the algorithms of these names, in every format. */
static void report_all(const sample *given, const summ_doc *doc, const char *algorithm, const char *keyword_algorithm,
                       test_text *out) {
    summ_summary_options how;
    summ_keyword_options which;
    summ_report report;
    summ_sentences *summary, *ranking;
    summ_phrases *phrases;
    summ_summary_options_init(&how, sizeof how);
    how.algorithm = algorithm;
    how.max_sentences = 1000;
    summ_keyword_options_init(&which, sizeof which);
    which.algorithm = keyword_algorithm;
    which.max_phrases = 1000;
    assert_int_equal(summ_summarize(doc, &how, &summary), SUMM_OK);
    assert_int_equal(summ_keywords(doc, &which, &phrases), SUMM_OK);
    check_summary(given, summary);
    check_phrases(given, phrases);
    summ_report_init(&report, sizeof report);
    report.doc = doc;
    report.name = "a.txt";
    report.sentences = summary;
    report.phrases = phrases;
    report.scores = report.offsets = 1;
    for (size_t i = 0; summ_item_at(SUMM_OUTPUTS, i) != NULL; i++)
        test_text_report(out, summ_item_at(SUMM_OUTPUTS, i)->name, &report);
    assert_int_equal(summ_rank(doc, &how, &ranking), SUMM_OK);
    check_whole(&report, ranking, out);
    summ_sentences_free(ranking);
    summ_sentences_free(summary);
    summ_phrases_free(phrases);
}

static void check_all(const sample *given, const summ_doc_options *options, const char *algorithm,
                      const char *keyword_algorithm) {
    test_text out[2] = {{0}, {0}};
    summ_doc_options how;
    summ_doc_options_init(&how, sizeof how);
    if (options != NULL)
        how = *options;
    how.encoding = "UTF-8";       /* broken or not */
    for (int k = 0; k < 2; k++) { /* two runs give the same bytes */
        summ_engine *engine;
        summ_doc *doc;
        assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
        assert_int_equal(summ_doc_new(engine, given->text, given->n, &how, &doc), SUMM_OK);
        report_all(given, doc, algorithm, keyword_algorithm, &out[k]);
        summ_doc_free(doc);
        summ_engine_free(engine);
    }
    assert_int_equal(out[0].n, out[1].n);
    assert_memory_equal(out[0].at, out[1].at, out[0].n);
    test_text_end(&out[0]);
    test_text_end(&out[1]);
}

static void test_algorithms(void **state) {
    (void)state;
    for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++)
        for (size_t i = 0; i < N_SAMPLES; i++) {
            sample given = sample_at(i);
            check_all(&given, NULL, summ_item_at(SUMM_ALGORITHMS, k)->name, NULL);
        }
}

static void test_keyword_algorithms(void **state) {
    (void)state;
    for (size_t k = 0; summ_item_at(SUMM_KEYWORD_ALGORITHMS, k) != NULL; k++)
        for (size_t i = 0; i < N_SAMPLES; i++) {
            sample given = sample_at(i);
            check_all(&given, NULL, NULL, summ_item_at(SUMM_KEYWORD_ALGORITHMS, k)->name);
        }
}

static void test_languages(void **state) {
    (void)state;
    for (size_t k = 0; summ_item_at(SUMM_LANGUAGES, k) != NULL; k++)
        for (size_t i = 0; i + 1 < N_SAMPLES; i++) {
            sample given = sample_at(i);
            summ_doc_options options;
            summ_doc_options_init(&options, sizeof options);
            options.language = summ_item_at(SUMM_LANGUAGES, k)->name;
            check_all(&given, &options, NULL, NULL);
        }
}

/* Does this build lack the library that reads the format? */
static bool is_missing(const summ_doc_options *options) {
    summ_engine *engine;
    summ_doc *doc = NULL;
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    summ_status status = summ_doc_new(engine, "", 0, options, &doc);
    summ_doc_free(doc);
    summ_engine_free(engine);
    return status == SUMM_ERR_MISSING;
}

static void test_inputs(void **state) {
    (void)state;
    for (size_t k = 0; summ_item_at(SUMM_INPUTS, k) != NULL; k++)
        for (size_t i = 0; i < N_SAMPLES; i++) {
            sample given = sample_at(i);
            summ_doc_options options;
            summ_doc_options_init(&options, sizeof options);
            options.format = summ_item_at(SUMM_INPUTS, k)->name;
            if (!is_missing(&options))
                check_all(&given, &options, NULL, NULL);
        }
}

/* Of a merged document, each sentence stands in its part as it would in a document of its own. */
static void check_merged(const sample *given, const char *format) {
    const summ_part parts[] = {{.text = given->text, .n_bytes = given->n},
                               {.n_bytes = 0},
                               {.text = LIGHTHOUSE, .n_bytes = sizeof LIGHTHOUSE - 1}};
    const sample samples[] = {*given, {"nothing", "", 0}, {"English", LIGHTHOUSE, sizeof LIGHTHOUSE - 1}};
    static const char *const NAMES[] = {"a", "b", "c"};
    test_text out = {0};
    summ_engine *engine;
    summ_doc *doc;
    summ_sentences *all;
    summ_doc_options how;
    summ_report report;
    size_t source = 0;
    summ_doc_options_init(&how, sizeof how);
    how.format = format;
    how.encoding = "UTF-8";
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    assert_int_equal(summ_doc_new_merged(engine, parts, COUNT_OF(parts), &how, &doc), SUMM_OK);
    assert_int_equal(summ_split(doc, &all), SUMM_OK);
    for (size_t i = 0; i < summ_sentences_count(all); i++) {
        const summ_sentence *s = summ_sentences_at(all, i);
        assert_true(s->source >= source && s->source < COUNT_OF(parts) && s->index == i);
        source = s->source;
        check_sentence(&samples[source], s);
    }
    assert_int_equal(source, 2);
    summ_report_init(&report, sizeof report);
    report.sentences = all;
    report.offsets = 1;
    report.names = NAMES;
    report.n_names = COUNT_OF(NAMES);
    for (size_t i = 0; summ_item_at(SUMM_OUTPUTS, i) != NULL; i++)
        test_text_report(&out, summ_item_at(SUMM_OUTPUTS, i)->name, &report);
    assert_true(out.n > 0);
    test_text_end(&out);
    summ_sentences_free(all);
    summ_doc_free(doc);
    summ_engine_free(engine);
}

static void test_merged(void **state) {
    (void)state;
    for (size_t k = 0; summ_item_at(SUMM_INPUTS, k) != NULL; k++) {
        summ_doc_options options;
        summ_doc_options_init(&options, sizeof options);
        options.format = summ_item_at(SUMM_INPUTS, k)->name;
        for (size_t i = 0; !is_missing(&options) && i < N_SAMPLES; i++) {
            sample given = sample_at(i);
            check_merged(&given, options.format);
        }
    }
}

/* Whatever the reader wants, by every algorithm and in every language. */
static void check_wishes(const sample *given, const char *algorithm, const char *language) {
    static const char *const MUST[] = {"lens", "the harbour museum", "灯", "\xFF", ""};
    summ_doc *doc;
    summ_sentences *summary;
    summ_doc_options how;
    summ_summary_options o;
    test_api known;
    test_api_begin(&known, LIGHTHOUSE, sizeof LIGHTHOUSE / 3, language);
    summ_doc_options_init(&how, sizeof how);
    how.language = language;
    how.encoding = "UTF-8"; /* broken or not */
    how.title = "A light for the reef";
    assert_int_equal(summ_doc_new(known.engine, given->text, given->n, &how, &doc), SUMM_OK);
    summ_summary_options_init(&o, sizeof o);
    o.algorithm = algorithm;
    o.query = "Which towers will be lit? Где маяк";
    o.must = MUST;
    o.n_must = COUNT_OF(MUST);
    o.known = known.doc;
    o.no_quotes = o.no_questions = 1;
    o.max_sentences = 5;
    o.max_words = 70;
    assert_int_equal(summ_summarize(doc, &o, &summary), SUMM_OK);
    check_summary(given, summary);
    assert_true(summ_sentences_count(summary) <= 5);
    summ_sentences_free(summary);
    summ_doc_free(doc);
    test_api_end(&known);
}

static void test_wishes(void **state) {
    (void)state;
    for (size_t i = 0; i < N_SAMPLES; i++) {
        sample given = sample_at(i);
        for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++)
            check_wishes(&given, summ_item_at(SUMM_ALGORITHMS, k)->name, NULL);
        for (size_t k = 0; i + 1 < N_SAMPLES && summ_item_at(SUMM_LANGUAGES, k) != NULL; k++)
            check_wishes(&given, NULL, summ_item_at(SUMM_LANGUAGES, k)->name);
    }
}

/* The best sentence of the document has score 1, and with room for all of them it is chosen. */
static void check_best(const sample *given, const char *algorithm) {
    test_api api;
    summ_sentences *summary;
    summ_summary_options options;
    double best = 0;
    test_api_begin(&api, given->text, given->n, NULL);
    summ_summary_options_init(&options, sizeof options);
    options.algorithm = algorithm;
    options.max_sentences = 1000;
    assert_int_equal(summ_summarize(api.doc, &options, &summary), SUMM_OK);
    for (size_t i = 0; i < summ_sentences_count(summary); i++)
        best = fmax(best, summ_sentences_at(summary, i)->score);
    if (summ_sentences_count(summary) > 0 && best < 1)
        fail_msg("%s, %s: the best score is %g", algorithm, given->about, best);
    summ_sentences_free(summary);
    test_api_end(&api);
}

static void test_best_score(void **state) {
    (void)state;
    static const char *const USUAL[] = {"English", "Russian", "Chinese", "broken bytes"};
    for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++)
        for (size_t i = 0; i < N_SAMPLES; i++) {
            sample given = sample_at(i);
            for (size_t u = 0; u < COUNT_OF(USUAL); u++)
                if (strcmp(given.about, USUAL[u]) == 0)
                    check_best(&given, summ_item_at(SUMM_ALGORITHMS, k)->name);
        }
}

static void test_best_score_where_all_are_equal(void **state) {
    (void)state;
    for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++)
        for (size_t i = 0; i < N_SAMPLES; i++) {
            sample given = sample_at(i);
            check_best(&given, summ_item_at(SUMM_ALGORITHMS, k)->name);
        }
}

/* A sentence that stands there 2000 times is chosen once. */
static void test_repeated(void **state) {
    (void)state;
    sample given = sample_at(N_SAMPLES - 1);
    for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++) {
        test_api api;
        summ_sentences *summary;
        summ_summary_options options;
        test_api_begin(&api, given.text, given.n, NULL);
        summ_summary_options_init(&options, sizeof options);
        options.algorithm = summ_item_at(SUMM_ALGORITHMS, k)->name;
        assert_int_equal(summ_summarize(api.doc, &options, &summary), SUMM_OK);
        assert_int_equal(summ_sentences_count(summary), 1);
        summ_sentences_free(summary);
        test_api_end(&api);
    }
}

static void test_names(void **state) {
    (void)state;
    for (int kind = SUMM_ALGORITHMS; kind <= SUMM_OUTPUTS; kind++) {
        size_t n = 0;
        for (const summ_item *item; (item = summ_item_at((summ_kind)kind, n)) != NULL; n++) {
            assert_true(item->name[0] != '\0' && strlen(item->help) > 1);
            assert_ptr_equal(summ_item_at((summ_kind)kind, n), item);
            for (const char *c = item->name; *c != '\0'; c++) /* names are typed */
                assert_true((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || *c == '-' || *c == '_');
            for (size_t k = 0; k < n; k++) {
                assert_string_not_equal(summ_item_at((summ_kind)kind, k)->name, item->name);
                assert_string_not_equal(summ_item_at((summ_kind)kind, k)->help, item->help);
            }
        }
        assert_true(n > 0);
        assert_null(summ_item_at((summ_kind)kind, n + 1));
        assert_null(summ_item_at((summ_kind)kind, SIZE_MAX));
    }
    assert_null(summ_item_at((summ_kind)99, 0));
}

static void test_language_names(void **state) {
    (void)state;
    for (size_t i = 0; summ_item_at(SUMM_LANGUAGES, i) != NULL; i++) {
        const summ_item *item = summ_item_at(SUMM_LANGUAGES, i);
        assert_string_equal(summ_language_code(item->name), item->name);
        if (strchr(item->help, '(') == NULL)
            assert_string_equal(summ_language_code(item->help), item->name);
    }
}

/* The first row is the default. */
static void test_default_rows(void **state) {
    (void)state;
    test_text named = {0}, unnamed = {0};
    test_api api;
    const sample given = {"English", LIGHTHOUSE, sizeof LIGHTHOUSE - 1};
    test_api_begin(&api, given.text, given.n, NULL);
    report_all(&given, api.doc, summ_item_at(SUMM_ALGORITHMS, 0)->name, summ_item_at(SUMM_KEYWORD_ALGORITHMS, 0)->name,
               &named);
    report_all(&given, api.doc, NULL, NULL, &unnamed);
    assert_string_equal(named.at, unnamed.at);
    test_api_end(&api);
    test_text_end(&named);
    test_text_end(&unnamed);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_algorithms),     cmocka_unit_test(test_keyword_algorithms),
        cmocka_unit_test(test_languages),      cmocka_unit_test(test_inputs),
        cmocka_unit_test(test_merged),         cmocka_unit_test(test_wishes),
        cmocka_unit_test(test_best_score),     cmocka_unit_test(test_best_score_where_all_are_equal),
        cmocka_unit_test(test_repeated),       cmocka_unit_test(test_names),
        cmocka_unit_test(test_language_names), cmocka_unit_test(test_default_rows),
    };
    int n_failed = cmocka_run_group_tests_name("contract/tables", tests, NULL, NULL);
    test_text_end(&repeated);
    return n_failed;
}
