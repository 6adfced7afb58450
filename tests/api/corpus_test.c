/* Corpora through summ.h: what they count, what they change, and what is refused. */
#include "support/document.h"

static const char *const TEXTS[] = {
    ("The harbour has a lantern. The keeper of the harbour lights the lantern at dusk. At dawn the keeper "
     "walks home along the shore."),
    "The keeper counts the boats in the harbour.",
    "A keeper who sleeps lets the lantern go out.",
    "The glacier is behind the harbour, and a keeper is on it.",
};

typedef struct fixture {
    test_memory memory;
    summ_engine *engine;
    summ_doc *doc[COUNT_OF(TEXTS)];
    summ_corpus *corpus; /* of all */
} fixture;

static void begin(fixture *f) {
    summ_engine_options options;
    summ_doc_options how;
    f->memory = test_memory_new();
    summ_engine_options_init(&options, sizeof options);
    options.allocator = test_memory_allocator(&f->memory);
    assert_int_equal(summ_engine_new(&options, &f->engine), SUMM_OK);
    summ_doc_options_init(&how, sizeof how);
    how.language = "en";
    assert_int_equal(summ_corpus_new(f->engine, &f->corpus), SUMM_OK);
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        assert_int_equal(summ_doc_new(f->engine, TEXTS[i], strlen(TEXTS[i]), &how, &f->doc[i]), SUMM_OK);
        assert_int_equal(summ_corpus_add(f->corpus, f->doc[i]), SUMM_OK);
    }
}

static void end(fixture *f) {
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        summ_doc_free(f->doc[i]);
    summ_corpus_free(f->corpus);
    summ_engine_free(f->engine);
    test_memory_end(&f->memory);
}

static void test_what_is_counted(void **state) {
    (void)state;
    fixture f;
    summ_corpus *none;
    begin(&f);
    assert_int_equal(summ_corpus_size(f.corpus), 4);
    assert_string_equal(summ_corpus_language(f.corpus), "en");
    assert_int_equal(summ_corpus_count(f.corpus, "harbour", 7), 3);
    assert_int_equal(summ_corpus_count(f.corpus, "lantern", 7), 2);
    assert_int_equal(summ_corpus_count(f.corpus, "keeper", 6), 4);
    assert_int_equal(summ_corpus_count(f.corpus, "the", 3), 0); /* a stop word */
    assert_int_equal(summ_corpus_count(f.corpus, NULL, 0), 0);
    assert_int_equal(summ_corpus_new(f.engine, &none), SUMM_OK);
    assert_int_equal(summ_corpus_size(none), 0);
    assert_null(summ_corpus_language(none));
    assert_int_equal(summ_corpus_count(none, "harbour", 7), 0);
    summ_corpus_free(none);
    end(&f);
}

/* Documents need not outlive what they were added to. */
static void test_documents_may_go(void **state) {
    (void)state;
    fixture f;
    begin(&f);
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        summ_doc_free(f.doc[i]);
        f.doc[i] = NULL;
    }
    assert_int_equal(summ_corpus_count(f.corpus, "harbour", 7), 3);
    end(&f);
}

/* ---- What it changes --------------------------------------------------------------------------------------------- */

static summ_phrases *find(const summ_doc *doc, const char *algorithm, const summ_corpus *corpus) {
    summ_phrases *found;
    summ_keyword_options o;
    summ_keyword_options_init(&o, sizeof o);
    o.algorithm = algorithm;
    o.corpus = corpus;
    o.max_phrases = 1000;
    o.max_words = 2;
    assert_int_equal(summ_keywords(doc, &o, &found), SUMM_OK);
    return found;
}

/* f ln(1 + sum of (N + 1) / (n + 1)) over the words, divided by that of the best. */
static double tfidf_by_hand(const summ_corpus *corpus, const summ_phrase *p) {
    double sum = 0;
    for (const char *stem = p->stem; stem != NULL; stem = strchr(stem, ' ') != NULL ? strchr(stem, ' ') + 1 : NULL)
        sum += (1.0 + (double)summ_corpus_size(corpus)) /
               (1.0 + (double)summ_corpus_count(corpus, stem, strcspn(stem, " ")));
    return (double)p->count * log(1 + sum);
}

static void test_key_phrases_by_tfidf(void **state) {
    (void)state;
    fixture f;
    begin(&f);
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        summ_phrases *found = find(f.doc[i], "tfidf", f.corpus);
        double best = tfidf_by_hand(f.corpus, summ_phrases_at(found, 0));
        assert_true(summ_phrases_count(found) > 2);
        for (size_t k = 0; k < summ_phrases_count(found); k++) {
            const summ_phrase *p = summ_phrases_at(found, k);
            assert_close(p->score, tfidf_by_hand(f.corpus, p) / best, 1e-12);
        }
        summ_phrases_free(found);
    }
    end(&f);
}

/* Of words that occur as often, the one that fewer documents hold: here the glacier, not the harbour. */
static void test_rare_words_win(void **state) {
    (void)state;
    static const char *const ALGORITHMS[] = {"tfidf", "kpminer"};
    for (size_t a = 0; a < COUNT_OF(ALGORITHMS); a++) {
        fixture f;
        double glacier = 0, harbour = 0;
        begin(&f);
        summ_phrases *found = find(f.doc[3], ALGORITHMS[a], f.corpus);
        for (size_t k = 0; k < summ_phrases_count(found); k++) {
            const summ_phrase *p = summ_phrases_at(found, k);
            glacier = strcmp(p->stem, "glacier") == 0 ? p->score : glacier;
            harbour = strcmp(p->stem, "harbour") == 0 ? p->score : harbour;
        }
        assert_true(glacier > harbour);
        summ_phrases_free(found);
        end(&f);
    }
}

/* By every algorithm, with all scores. */
static void show(const summ_doc *doc, const char *ranker, const char *scorer, const summ_corpus *corpus,
                 test_text *out) {
    summ_sentences *ranking;
    summ_report report;
    summ_summary_options o;
    summ_summary_options_init(&o, sizeof o);
    o.algorithm = ranker;
    o.corpus = corpus;
    summ_phrases *phrases = find(doc, scorer, corpus);
    assert_int_equal(summ_rank(doc, &o, &ranking), SUMM_OK);
    summ_report_init(&report, sizeof report);
    report.sentences = ranking;
    report.phrases = phrases;
    report.scores = 1;
    test_text_report(out, "jsonl", &report);
    summ_sentences_free(ranking);
    summ_phrases_free(phrases);
}

static bool is_one_of(const char *name, const char *const *names, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* The results with a corpus differ for those that ask for one, and for no others; one without documents is none. */
static void check_row(fixture *f, const char *ranker, const char *scorer, bool asks) {
    test_text alone = {0}, with = {0}, empty = {0};
    summ_corpus *none;
    assert_int_equal(summ_corpus_new(f->engine, &none), SUMM_OK);
    show(f->doc[0], ranker, scorer, NULL, &alone);
    show(f->doc[0], ranker, scorer, none, &empty);
    show(f->doc[0], ranker, scorer, f->corpus, &with);
    assert_string_equal(empty.at, alone.at);
    if ((strcmp(with.at, alone.at) != 0) != asks)
        fail_msg("%s, %s: a corpus %s", ranker, scorer, asks ? "changes nothing" : "changes something");
    summ_corpus_free(none);
    test_text_end(&alone);
    test_text_end(&with);
    test_text_end(&empty);
}

static void test_who_asks(void **state) {
    (void)state;
    static const char *const RANKERS[] = {"tfidf", "lexrank"}, *const SCORERS[] = {"tfidf", "kpminer"};
    fixture f;
    begin(&f);
    for (size_t i = 0; summ_item_at(SUMM_ALGORITHMS, i) != NULL; i++) {
        const char *name = summ_item_at(SUMM_ALGORITHMS, i)->name;
        if (strcmp(name, "lexrank-threshold") != 0) /* two sentences are joined or not, whatever they weigh */
            check_row(&f, name, NULL, is_one_of(name, RANKERS, COUNT_OF(RANKERS)));
    }
    for (size_t i = 0; summ_item_at(SUMM_KEYWORD_ALGORITHMS, i) != NULL; i++) {
        const char *name = summ_item_at(SUMM_KEYWORD_ALGORITHMS, i)->name;
        check_row(&f, NULL, name, is_one_of(name, SCORERS, COUNT_OF(SCORERS)));
    }
    end(&f);
}

/* ---- Bytes ------------------------------------------------------------------------------------------------------- */

static int refuse(void *context, const char *bytes, size_t n) {
    (void)context;
    (void)bytes;
    (void)n;
    return 1;
}

static void test_there_and_back(void **state) {
    (void)state;
    fixture f;
    test_text form = {0}, again = {0}, before = {0}, after = {0};
    summ_corpus *read;
    begin(&f);
    assert_int_equal(summ_corpus_write(f.corpus, test_text_write, &form), SUMM_OK);
    assert_int_equal(summ_corpus_write(f.corpus, refuse, NULL), SUMM_ERR_WRITE);
    assert_int_equal(summ_corpus_read(f.engine, form.at, form.n, &read), SUMM_OK);
    assert_int_equal(summ_corpus_write(read, test_text_write, &again), SUMM_OK);
    assert_int_equal(again.n, form.n);
    assert_memory_equal(again.at, form.at, form.n);
    show(f.doc[0], "tfidf", "tfidf", f.corpus, &before);
    show(f.doc[0], "tfidf", "tfidf", read, &after);
    assert_string_equal(before.at, after.at);
    assert_int_equal(summ_corpus_add(read, f.doc[0]), SUMM_OK);
    assert_int_equal(summ_corpus_count(read, "lantern", 7), 3);
    summ_corpus_free(read);
    test_text_end(&form);
    test_text_end(&again);
    test_text_end(&before);
    test_text_end(&after);
    end(&f);
}

/* Numbers of a byte, of two and of three. */
static void test_many_documents(void **state) {
    (void)state;
    static const size_t MANY[] = {127, 128, 16383, 16384};
    fixture f;
    begin(&f);
    size_t before = summ_corpus_count(f.corpus, "lantern", 7), n = 0;
    for (size_t i = 0; i < COUNT_OF(MANY); i++) {
        test_text form = {0};
        summ_corpus *read;
        for (; n < MANY[i]; n++)
            assert_int_equal(summ_corpus_add(f.corpus, f.doc[0]), SUMM_OK);
        assert_int_equal(summ_corpus_write(f.corpus, test_text_write, &form), SUMM_OK);
        assert_int_equal(summ_corpus_read(f.engine, form.at, form.n, &read), SUMM_OK);
        assert_int_equal(summ_corpus_size(read), COUNT_OF(TEXTS) + n);
        assert_int_equal(summ_corpus_count(read, "lantern", 7), before + n);
        summ_corpus_free(read);
        test_text_end(&form);
    }
    end(&f);
}

/* The report says that there was one, not which. */
static void test_what_is_told_of_it(void **state) {
    (void)state;
    fixture f;
    test_text told = {0};
    summ_sentences *sentences;
    summ_phrases *phrases;
    summ_summary_options summary;
    summ_keyword_options keywords;
    summ_report report;
    begin(&f);
    summ_summary_options_init(&summary, sizeof summary);
    summ_keyword_options_init(&keywords, sizeof keywords);
    summary.corpus = keywords.corpus = f.corpus;
    assert_int_equal(summ_summarize(f.doc[0], &summary, &sentences), SUMM_OK);
    assert_int_equal(summ_keywords(f.doc[0], &keywords, &phrases), SUMM_OK);
    summ_report_init(&report, sizeof report);
    report.doc = f.doc[0];
    report.sentences = sentences;
    report.summary_options = &summary;
    report.phrases = phrases;
    report.keyword_options = &keywords;
    assert_int_equal(summ_write("json", &report, test_text_write, &told), SUMM_OK);
    const char *first = strstr(told.at, "\"corpus\":true");
    assert_non_null(first);
    assert_non_null(strstr(first + 1, "\"corpus\":true"));
    summ_phrases_free(phrases);
    summ_sentences_free(sentences);
    test_text_end(&told);
    end(&f);
}

/* These bytes are what version 1.0 writes: they stay readable. */
static void test_recorded_bytes(void **state) {
    (void)state;
    static const char FORM[] = "summ corpus 1\n\2en\2\3\0\4bark\2\0\3dog\2\0\3owl\1\xF1Va\x16\x83\x92\x99\xD3";
    test_text bytes = {0};
    summ_engine *engine;
    summ_corpus *corpus;
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    assert_int_equal(summ_corpus_read(engine, FORM, sizeof FORM - 1, &corpus), SUMM_OK);
    assert_int_equal(summ_corpus_size(corpus), 2);
    assert_int_equal(summ_corpus_count(corpus, "dog", 3), 2);
    assert_int_equal(summ_corpus_count(corpus, "owl", 3), 1);
    assert_int_equal(summ_corpus_write(corpus, test_text_write, &bytes), SUMM_OK);
    assert_int_equal(bytes.n, sizeof FORM - 1);
    assert_memory_equal(bytes.at, FORM, bytes.n);
    summ_corpus_free(corpus);
    summ_engine_free(engine);
    test_text_end(&bytes);
}

/* ---- What is refused --------------------------------------------------------------------------------------------- */

static void test_another_language(void **state) {
    (void)state;
    static const char GERMAN[] = "Der Turm steht am Hafen. Der Hafen ist alt.";
    fixture f;
    summ_doc *german;
    summ_doc_options how;
    summ_summary_options o;
    summ_keyword_options k;
    summ_sentences *summary = NULL;
    summ_explanation *why = NULL;
    summ_phrases *phrases = NULL;
    summ_keyword_explanation *why_phrases = NULL;
    begin(&f);
    summ_doc_options_init(&how, sizeof how);
    how.language = "de";
    assert_int_equal(summ_doc_new(f.engine, GERMAN, sizeof GERMAN - 1, &how, &german), SUMM_OK);
    assert_int_equal(summ_corpus_add(f.corpus, german), SUMM_ERR_LANGUAGE);
    assert_int_equal(summ_corpus_size(f.corpus), 4);
    summ_summary_options_init(&o, sizeof o);
    summ_keyword_options_init(&k, sizeof k);
    o.corpus = k.corpus = f.corpus;
    assert_int_equal(summ_summarize(german, &o, &summary), SUMM_ERR_LANGUAGE);
    assert_int_equal(summ_rank(german, &o, &summary), SUMM_ERR_LANGUAGE);
    assert_int_equal(summ_explain(german, &o, &why), SUMM_ERR_LANGUAGE);
    assert_int_equal(summ_keywords(german, &k, &phrases), SUMM_ERR_LANGUAGE);
    assert_int_equal(summ_explain_keywords(german, &k, &why_phrases), SUMM_ERR_LANGUAGE);
    assert_true(summary == NULL && why == NULL && phrases == NULL && why_phrases == NULL);
    summ_doc_free(german);
    end(&f);
}

/* The ceiling of the engine holds, and what was counted before it was reached stays. */
static void test_ceiling(void **state) {
    (void)state;
    enum {
        CEILING = 40000
    };
    test_memory memory = test_memory_new();
    summ_engine *engine, *ample;
    summ_corpus *corpus;
    summ_engine_options options;
    size_t n = 0;
    summ_status status = SUMM_OK;
    summ_engine_options_init(&options, sizeof options);
    options.max_memory = CEILING;
    options.allocator = test_memory_allocator(&memory);
    assert_int_equal(summ_engine_new(&options, &engine), SUMM_OK);
    assert_int_equal(summ_engine_new(NULL, &ample), SUMM_OK);
    assert_int_equal(summ_corpus_new(engine, &corpus), SUMM_OK);
    size_t before = memory.bytes;
    while (status == SUMM_OK) {
        char text[64];
        summ_doc *doc;
        summ_doc_options how;
        summ_doc_options_init(&how, sizeof how);
        how.language = "en";
        snprintf(text, sizeof text, "The harbour has lantern%zuq and ferry%zuz.", n, n);
        assert_int_equal(summ_doc_new(ample, text, strlen(text), &how, &doc), SUMM_OK);
        status = summ_corpus_add(corpus, doc);
        n += status == SUMM_OK;
        summ_doc_free(doc);
        assert_true(memory.bytes - before <= CEILING);
    }
    assert_int_equal(status, SUMM_ERR_MEMORY);
    assert_true(n > 10);
    assert_int_equal(summ_corpus_size(corpus), n);
    assert_int_equal(summ_corpus_count(corpus, "harbour", 7), n);
    summ_corpus_free(corpus);
    summ_engine_free(ample);
    summ_engine_free(engine);
    test_memory_end(&memory);
}

static void test_arguments(void **state) {
    (void)state;
    fixture f;
    summ_corpus *corpus = NULL;
    begin(&f);
    assert_int_equal(summ_corpus_new(NULL, &corpus), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_corpus_new(f.engine, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_corpus_add(NULL, f.doc[0]), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_corpus_add(f.corpus, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_corpus_write(NULL, test_text_write, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_corpus_write(f.corpus, NULL, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_corpus_read(NULL, "", 0, &corpus), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_corpus_read(f.engine, NULL, 1, &corpus), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_corpus_read(f.engine, "", 0, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_corpus_read(f.engine, NULL, 0, &corpus), SUMM_ERR_CORPUS);
    assert_int_equal(summ_corpus_read(f.engine, "PK\3\4", 4, &corpus), SUMM_ERR_CORPUS);
    assert_null(corpus);
    summ_corpus_free(NULL);
    end(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_counted),
        cmocka_unit_test(test_documents_may_go),
        cmocka_unit_test(test_key_phrases_by_tfidf),
        cmocka_unit_test(test_rare_words_win),
        cmocka_unit_test(test_who_asks),
        cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_many_documents),
        cmocka_unit_test(test_what_is_told_of_it),
        cmocka_unit_test(test_recorded_bytes),
        cmocka_unit_test(test_another_language),
        cmocka_unit_test(test_ceiling),
        cmocka_unit_test(test_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
