/* Several texts as one document: where its sentences and phrases stand, in the part that each is of. */
#include "support/document.h"
#include "text/shown.h"

enum {
    MOST = 5
};

#define BYTES(first, n) ((summ_part){.text = (first), .n_bytes = (n)})
#define PART(literal)                                                                                                  \
    { .text = literal, .n_bytes = sizeof(literal) - 1 }

typedef struct merged {
    test_memory memory;
    summ_engine *engine;
    summ_doc *doc;
    summ_sentences *all;
    summ_phrases *phrases;
} merged;

static void begin(merged *m, const summ_part *parts, size_t n, const char *language) {
    summ_engine_options settings;
    summ_doc_options how;
    summ_keyword_options which;
    m->memory = test_memory_new();
    summ_engine_options_init(&settings, sizeof settings);
    settings.allocator = test_memory_allocator(&m->memory);
    assert_int_equal(summ_engine_new(&settings, &m->engine), SUMM_OK);
    summ_doc_options_init(&how, sizeof how);
    how.language = language;
    assert_int_equal(summ_doc_new_merged(m->engine, parts, n, &how, &m->doc), SUMM_OK);
    assert_int_equal(summ_split(m->doc, &m->all), SUMM_OK);
    summ_keyword_options_init(&which, sizeof which);
    which.max_phrases = 1000;
    assert_int_equal(summ_keywords(m->doc, &which, &m->phrases), SUMM_OK);
}

static void end(merged *m) {
    summ_sentences_free(m->all);
    summ_phrases_free(m->phrases);
    summ_doc_free(m->doc);
    summ_engine_free(m->engine);
    test_memory_end(&m->memory);
}

/* ---- Each part as a document of its own -------------------------------------------------------------------------- */

/* The sentences are those of the parts one by one: same bytes, lines, columns and words. */
static void check_sentences(const merged *m, const summ_part *parts, size_t n, const char *language) {
    size_t at = 0;
    for (size_t k = 0; k < n; k++) {
        test_api alone;
        summ_sentences *own;
        test_api_begin(&alone, parts[k].text, parts[k].n_bytes, language);
        assert_int_equal(summ_split(alone.doc, &own), SUMM_OK);
        for (size_t i = 0; i < summ_sentences_count(own); i++, at++) {
            const summ_sentence *s = summ_sentences_at(m->all, at), *o = summ_sentences_at(own, i);
            assert_non_null(s);
            assert_string_equal(s->text, o->text);
            assert_true(s->begin == o->begin && s->end == o->end && s->source == k && o->source == 0);
            assert_true(s->line == o->line && s->column == o->column);
            assert_true(s->index == at && s->n_words == o->n_words && s->n_chars == o->n_chars);
        }
        summ_sentences_free(own);
        test_api_end(&alone);
    }
    assert_int_equal(summ_sentences_count(m->all), at);
}

/* The sentence of the part that holds the bytes. */
static const summ_sentence *sentence_of(const merged *m, const summ_span *o) {
    for (size_t i = 0; i < summ_sentences_count(m->all); i++) {
        const summ_sentence *s = summ_sentences_at(m->all, i);
        if (s->source == o->source && s->begin <= o->begin && o->end <= s->end)
            return s;
    }
    fail_msg("no sentence has bytes %zu to %zu of part %zu", o->begin, o->end, o->source);
    return NULL;
}

/* Occurrences ascend from part to part; the bytes of each, read again alone, are a form of the phrase. */
static void check_phrases(const merged *m, const summ_part *parts, size_t n) {
    for (size_t i = 0; i < summ_phrases_count(m->phrases); i++) {
        const summ_phrase *p = summ_phrases_at(m->phrases, i);
        for (size_t k = 0; k < p->count; k++) {
            const summ_span *o = &p->occurrences[k], *before = k > 0 ? o - 1 : NULL;
            assert_true(o->source < n && o->begin < o->end && o->end <= parts[o->source].n_bytes);
            assert_true(before == NULL || before->source < o->source ||
                        (before->source == o->source && before->begin < o->begin));
            const summ_sentence *s = sentence_of(m, o);
            assert_true(o->line > s->line || (o->line == s->line && o->column >= s->column));
        }
    }
}

static void check(const summ_part *parts, size_t n, const char *language) {
    merged m;
    begin(&m, parts, n, language);
    check_sentences(&m, parts, n, language);
    check_phrases(&m, parts, n);
    end(&m);
}

#define LIT     "The lantern of the harbour was lit. "
#define FERRIES "Two ferries left the harbour\nat night. The lantern of the ferry was lit.\r\n"
#define UTF_16LE                                                                                                       \
    "\xFF\xFET\0h\0e\0 \0l\0a\0n\0t\0e\0r\0n\0 \0o\0f\0 \0t\0h\0e\0\n\0c\0a\0f\0\xE9\0 \0w\0a\0s\0 \0l\0i\0t\0.\0 \0"  \
    "\x3D\xD8\0\xDE \0T\0h\0e\0 \0h\0a\0r\0b\0o\0u\0r\0 \0s\0l\0e\0p\0t\0.\0"
#define UTF_16BE "\xFE\xFF\0T\0h\0e\0 \0l\0a\0n\0t\0e\0r\0n\0 \0s\0l\0e\0p\0t\0."
#define WINDOWS                                                                                                        \
    "The caf\xE9 \x93lantern\x94 of the harbour \x96 an old one \x96 was lit.\nThe caf\xE9 of the ferry was closed."

static void test_parts_as_documents(void **state) {
    (void)state;
    static const struct {
        size_t n;
        summ_part parts[MOST];
    } CASES[] = {
        {1, {PART(LIT)}},
        {2, {PART(LIT), PART(FERRIES)}},
        {3, {PART("\n\n" LIT LIT "\n"), PART(FERRIES), PART(LIT "\n\n" FERRIES)}},
        {2, {PART(""), PART(LIT)}},
        {5, {PART(""), PART(LIT), PART(""), PART("\n \n"), PART(FERRIES)}},
        {3, {PART(""), PART(""), PART("")}},
        {2, {{.text = NULL}, PART(LIT)}},
        {3, {PART("\xEF\xBB\xBF" LIT), PART("\xEF\xBB\xBF" FERRIES), PART("\xEF\xBB\xBF")}},
        {4, {PART(LIT), PART(UTF_16LE), PART(WINDOWS), PART(UTF_16BE)}},
        {4, {PART(WINDOWS), PART(UTF_16BE), PART(UTF_16LE), PART(LIT)}},
        {3, {PART("The l\xFFmp of \x80 the ferry was lit\xC3"), PART("\x80 The lamp."), PART("\xFF")}},
        {3, {PART("The lamp\0 was lit."), PART("\0"), PART("\0The ferry left.")}},
        {2, {PART("no end mark"), PART("and none here")}}, /* no sentence reaches across */
        {3, {PART("One lamp"), PART("One lamp"), PART(LIT)}},
    };
    for (size_t k = 0; k < COUNT_OF(CASES); k++)
        check(CASES[k].parts, CASES[k].n, "en");
}

static void test_anything(void **state) {
    (void)state;
    test_random r = {71};
    for (int k = 0; k < 60; k++) {
        test_text texts[MOST] = {{0}};
        summ_part parts[MOST];
        size_t n = 1 + test_random_below(&r, MOST);
        for (size_t i = 0; i < n; i++) {
            test_text_put(&texts[i], "\xEF\xBB\xBF"); /* so that it is UTF-8, whatever follows */
            test_text_add_pieces(&texts[i], &r, test_random_below(&r, k % 5 == 0 ? 400 : 30));
            parts[i] = (summ_part){.text = texts[i].at, .n_bytes = texts[i].n};
        }
        check(parts, n, "en");
        for (size_t i = 0; i < n; i++)
            test_text_end(&texts[i]);
    }
}

/* ---- Places, by hand --------------------------------------------------------------------------------------------- */

static const summ_phrase *phrase(const merged *m, const char *text) {
    for (size_t i = 0; i < summ_phrases_count(m->phrases); i++)
        if (strcmp(summ_phrases_at(m->phrases, i)->text, text) == 0)
            return summ_phrases_at(m->phrases, i);
    fail_msg("no phrase %s", text);
    return NULL;
}

static void check_span(const summ_span *o, summ_span expected) {
    if (o->begin != expected.begin || o->end != expected.end || o->line != expected.line ||
        o->column != expected.column || o->source != expected.source)
        fail_msg("%zu-%zu at %zu:%zu of %zu", o->begin, o->end, o->line, o->column, o->source);
}

/* Bytes of UTF-8 with a byte order mark, of UTF-16, of windows-1252. */
static void test_places(void **state) {
    (void)state;
    const summ_part parts[] = {PART("\xEF\xBB\xBF\n" LIT), PART(UTF_16LE), PART(""), PART(WINDOWS)};
    merged m;
    begin(&m, parts, 4, "en");
    assert_string_equal(summ_doc_facts(m.doc)->encoding, "UTF-8");
    const summ_phrase *p = phrase(&m, "lantern");
    assert_int_equal(p->count, 3);
    check_span(&p->occurrences[0], (summ_span){8, 15, 2, 5, 0});
    check_span(&p->occurrences[1], (summ_span){10, 24, 1, 5, 1});
    check_span(&p->occurrences[2], (summ_span){10, 17, 1, 11, 3});
    p = phrase(&m, "caf\xC3\xA9");
    assert_int_equal(p->count, 3);
    check_span(&p->occurrences[0], (summ_span){40, 48, 2, 1, 1});
    check_span(&p->occurrences[1], (summ_span){4, 8, 1, 5, 3});
    check_span(&p->occurrences[2], (summ_span){62, 66, 2, 5, 3});
    assert_memory_equal(parts[3].text + 62, "caf\xE9", 4);
    const summ_sentence *s = summ_sentences_at(m.all, 2);
    assert_string_equal(s->text, "\xF0\x9F\x98\x80 The harbour slept.");
    assert_true(s->source == 1 && s->line == 2 && s->column == 15 && s->begin == 68 && s->end == 110);
    end(&m);
}

/* Summaries and key phrases are of all parts together. */
static void test_one_summary(void **state) {
    (void)state;
    const summ_part parts[] = {
        PART("Harbour news\n\nThe ferry left the harbour in the morning. It rained all day long."),
        PART("Island news\n\nThe ferry came to the island in the evening. Nobody saw it go.")};
    merged m;
    summ_sentences *summary;
    summ_summary_options o;
    begin(&m, parts, 2, "en");
    summ_summary_options_init(&o, sizeof o);
    o.max_sentences = 2;
    assert_int_equal(summ_summarize(m.doc, &o, &summary), SUMM_OK);
    assert_int_equal(summ_sentences_count(summary), 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(summ_sentences_at(summary, i)->source, i);
        assert_non_null(strstr(summ_sentences_at(summary, i)->text, "The ferry"));
    }
    assert_int_equal(phrase(&m, "ferry")->count, 2);
    summ_sentences_free(summary);
    end(&m);
}

/* A sentence that two parts share is chosen once. */
static void test_copies_in_parts(void **state) {
    (void)state;
    const summ_part parts[] = {PART("The ferry left the old harbour in the morning."),
                               PART("The ferry left the old harbour in the morning."),
                               PART("The ferry left the old harbour in the morning.")};
    merged m;
    summ_sentences *summary;
    begin(&m, parts, 3, "en");
    assert_int_equal(summ_sentences_count(m.all), 3);
    assert_int_equal(summ_summarize(m.doc, NULL, &summary), SUMM_OK);
    assert_int_equal(summ_sentences_count(summary), 1);
    assert_int_equal(summ_sentences_at(summary, 0)->source, 0);
    summ_sentences_free(summary);
    end(&m);
}

/* Each text has an opening of its own: the first sentences of all come before any second one. */
static void test_openings(void **state) {
    (void)state;
    static const summ_part PARTS[] = {PART("The ferry is late today. It carries timber and salt. Nobody waits for it."),
                                      PART(""), PART("Owls hunt in the meadow. They sleep in the old barn at noon."),
                                      PART("A kettle sang in the kitchen. The cook was fast asleep there.")};
    static const size_t SOURCES[] = {0, 2, 3, 0, 2};
    merged m;
    summ_sentences *first;
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    options.algorithm = "lead";
    options.max_sentences = 5;
    options.order = SUMM_ORDER_SCORE;
    begin(&m, PARTS, COUNT_OF(PARTS), "en");
    assert_int_equal(summ_summarize(m.doc, &options, &first), SUMM_OK);
    assert_int_equal(summ_sentences_count(first), COUNT_OF(SOURCES));
    for (size_t i = 0; i < COUNT_OF(SOURCES); i++)
        assert_int_equal(summ_sentences_at(first, i)->source, SOURCES[i]);
    summ_sentences_free(first);
    end(&m);
}

static void test_bad_bytes(void **state) {
    (void)state;
    const summ_part parts[] = {PART("\xEF\xBB\xBF"
                                    "a\xFF"),
                               PART("\xEF\xBB\xBF"
                                    "b"),
                               PART("\xEF\xBB\xBF\x80 c \xC3")};
    merged m;
    begin(&m, parts, 3, "en");
    assert_int_equal(summ_doc_facts(m.doc)->n_bad_bytes, 3);
    end(&m);
}

/* ---- Arguments and limits ---------------------------------------------------------------------------------------- */

static summ_engine *engine_with(size_t max_bytes, size_t max_memory) {
    summ_engine *engine;
    summ_engine_options options;
    summ_engine_options_init(&options, sizeof options);
    options.max_bytes = max_bytes;
    options.max_memory = max_memory;
    assert_int_equal(summ_engine_new(&options, &engine), SUMM_OK);
    return engine;
}

static void test_arguments(void **state) {
    (void)state;
    const summ_part good[] = {PART(LIT), PART("")}, bad[] = {PART(LIT), {.n_bytes = 1}},
                    binary[] = {PART(LIT), PART("%PDF-1.4\n")};
    summ_engine *engine = engine_with(SUMM_NO_LIMIT, SUMM_NO_LIMIT);
    summ_doc *doc = NULL;
    summ_doc_options how;
    summ_doc_options_init(&how, sizeof how);
    assert_int_equal(summ_doc_new_merged(NULL, good, 2, NULL, &doc), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_doc_new_merged(engine, NULL, 2, NULL, &doc), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_doc_new_merged(engine, NULL, 0, NULL, &doc), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_doc_new_merged(engine, good, 0, NULL, &doc), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_doc_new_merged(engine, good, 2, NULL, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_doc_new_merged(engine, bad, 2, NULL, &doc), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_doc_new_merged(engine, binary, 2, NULL, &doc), SUMM_ERR_BINARY);
    how.format = "parchment";
    assert_int_equal(summ_doc_new_merged(engine, good, 2, &how, &doc), SUMM_ERR_NAME);
    how.format = NULL;
    how.language = "klingon";
    assert_int_equal(summ_doc_new_merged(engine, good, 2, &how, &doc), SUMM_ERR_LANGUAGE);
    how.language = NULL;
    how.encoding = "runes";
    assert_int_equal(summ_doc_new_merged(engine, good, 2, &how, &doc), SUMM_ERR_ENCODING);
    how.encoding = "UTF-8"; /* named: bytes are taken for text */
    assert_null(doc);
    assert_int_equal(summ_doc_new_merged(engine, binary, 2, &how, &doc), SUMM_OK);
    summ_doc_free(doc);
    summ_engine_free(engine);
}

/* The limits are on the sum; sizes are refused before a byte is read. */
static void test_sums(void **state) {
    (void)state;
    const summ_part parts[] = {PART("abcde"), PART(""), PART("fghij")};
    const summ_part huge[] = {BYTES("a", UINT32_MAX / 2), BYTES("b", UINT32_MAX / 2), BYTES("c", 1)};
    const summ_part beyond[] = {BYTES("a", SIZE_MAX), BYTES("b", SIZE_MAX)};
    summ_doc *doc = NULL;
    summ_engine *engine = engine_with(9, SUMM_NO_LIMIT);
    assert_int_equal(summ_doc_new_merged(engine, parts, 3, NULL, &doc), SUMM_ERR_TOO_LARGE);
    assert_int_equal(summ_doc_new_merged(engine, parts, 2, NULL, &doc), SUMM_OK);
    summ_doc_free(doc);
    summ_engine_free(engine);
    engine = engine_with(10, SUMM_NO_LIMIT);
    assert_int_equal(summ_doc_new_merged(engine, parts, 3, NULL, &doc), SUMM_OK);
    summ_doc_free(doc);
    summ_engine_free(engine);
    doc = NULL;
    engine = engine_with(SUMM_NO_LIMIT, 1 << 20);
    assert_int_equal(summ_doc_new_merged(engine, huge, 3, NULL, &doc), SUMM_ERR_TOO_LARGE);
    assert_int_equal(summ_doc_new_merged(engine, huge, 2, NULL, &doc), SUMM_ERR_MEMORY);
    assert_int_equal(summ_doc_new_merged(engine, beyond, 1, NULL, &doc), SUMM_ERR_TOO_LARGE);
    assert_int_equal(summ_doc_new_merged(engine, beyond, 2, NULL, &doc), SUMM_ERR_TOO_LARGE);
    assert_null(doc);
    summ_engine_free(engine);
}

/* One part is a document as summ_doc_new makes it. */
static void test_one_part(void **state) {
    (void)state;
    static const summ_part PARTS[] = {PART(LIT FERRIES), PART(""), PART(UTF_16LE), PART(WINDOWS), PART("\xFF\0\x80")};
    for (size_t i = 0; i < COUNT_OF(PARTS); i++) {
        merged m;
        test_api alone;
        test_text reports[2] = {{0}};
        begin(&m, &PARTS[i], 1, NULL);
        test_api_begin(&alone, PARTS[i].text, PARTS[i].n_bytes, NULL);
        assert_string_equal(summ_doc_facts(m.doc)->language, summ_doc_facts(alone.doc)->language);
        assert_string_equal(summ_doc_facts(m.doc)->encoding, summ_doc_facts(alone.doc)->encoding);
        assert_int_equal(summ_doc_facts(m.doc)->n_bad_bytes, summ_doc_facts(alone.doc)->n_bad_bytes);
        for (size_t k = 0; k < 2; k++) {
            summ_sentences *summary;
            summ_report report;
            assert_int_equal(summ_summarize(k == 0 ? m.doc : alone.doc, NULL, &summary), SUMM_OK);
            summ_report_init(&report, sizeof report);
            report.sentences = summary;
            report.scores = report.offsets = 1;
            test_text_report(&reports[k], "jsonl", &report);
            summ_sentences_free(summary);
        }
        assert_string_equal(reports[0].at, reports[1].at);
        test_text_end(&reports[0]);
        test_text_end(&reports[1]);
        test_api_end(&alone);
        end(&m);
    }
}

/* The document holds copies of all parts. */
static void test_copy(void **state) {
    (void)state;
    char first[] = LIT, second[] = FERRIES;
    const summ_part parts[] = {BYTES(first, sizeof first - 1), BYTES(second, sizeof second - 1)};
    merged m;
    summ_sentences *all;
    begin(&m, parts, 2, "en");
    memset(first, 'x', sizeof first);
    memset(second, 'x', sizeof second);
    assert_int_equal(summ_split(m.doc, &all), SUMM_OK);
    assert_string_equal(summ_sentences_at(all, 0)->text, "The lantern of the harbour was lit.");
    assert_string_equal(summ_sentences_at(all, 2)->text, "The lantern of the ferry was lit.");
    summ_sentences_free(all);
    end(&m);
}

static void test_many_parts(void **state) {
    (void)state;
    enum {
        MANY = 3000
    };
    static summ_part parts[MANY];
    merged m;
    for (size_t i = 0; i < MANY; i++)
        parts[i] = i % 3 == 0 ? (summ_part)PART("") : (summ_part)PART(LIT);
    begin(&m, parts, MANY, "en");
    assert_int_equal(summ_sentences_count(m.all), 2000);
    for (size_t i = 0; i < 2000; i++) {
        const summ_sentence *s = summ_sentences_at(m.all, i);
        assert_true(s->source == i / 2 * 3 + i % 2 + 1 && s->begin == 0 && s->line == 1 && s->column == 1);
    }
    end(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_as_documents),
        cmocka_unit_test(test_anything),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_openings),
        cmocka_unit_test(test_one_summary),
        cmocka_unit_test(test_copies_in_parts),
        cmocka_unit_test(test_bad_bytes),
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_one_part),
        cmocka_unit_test(test_copy),
        cmocka_unit_test(test_many_parts),
    };
    return cmocka_run_group_tests_name("api/merged", tests, NULL, NULL);
}
