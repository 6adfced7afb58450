/* Selections that are watched, and ended by whoever watches: for every algorithm, at every call. */
#include "support/document.h"

/* ---- Whoever watches --------------------------------------------------------------------------------------------- */

typedef struct observer {
    size_t n_calls, last, total;
    size_t cancel_at; /* this call; 0: never */
} observer;

static int observe(void *context, size_t done, size_t total) {
    observer *o = context;
    assert_true(o->cancel_at == 0 || o->n_calls < o->cancel_at); /* never again once it was ended */
    assert_true(done >= o->last && done <= total);
    assert_true(total > 0 && (o->total == 0 || total == o->total));
    o->last = done;
    o->total = total;
    return ++o->n_calls == o->cancel_at ? -1 : 0;
}

/* ---- What is watched --------------------------------------------------------------------------------------------- */

typedef struct call {
    const summ_doc *doc;
    summ_summary_options summary;
    summ_keyword_options keywords;
} call;

static void call_init(call *c, const summ_doc *doc) {
    c->doc = doc;
    summ_summary_options_init(&c->summary, sizeof c->summary);
    summ_keyword_options_init(&c->keywords, sizeof c->keywords);
}

/* One of the functions that can be watched: reports what it finds. Nothing is set when it fails. */
typedef summ_status call_fn(const call *c, summ_report *report);

static summ_status call_summarize(const call *c, summ_report *report) {
    summ_sentences *found = NULL;
    summ_status status = summ_summarize(c->doc, &c->summary, &found);
    report->sentences = found;
    return status;
}

static summ_status call_rank(const call *c, summ_report *report) {
    summ_sentences *found = NULL;
    summ_status status = summ_rank(c->doc, &c->summary, &found);
    report->sentences = found;
    return status;
}

static summ_status call_explain(const call *c, summ_report *report) {
    summ_explanation *found = NULL;
    summ_status status = summ_explain(c->doc, &c->summary, &found);
    report->explanation = found;
    return status;
}

static summ_status call_keywords(const call *c, summ_report *report) {
    summ_phrases *found = NULL;
    summ_status status = summ_keywords(c->doc, &c->keywords, &found);
    report->phrases = found;
    return status;
}

static summ_status call_explain_keywords(const call *c, summ_report *report) {
    summ_keyword_explanation *found = NULL;
    summ_status status = summ_explain_keywords(c->doc, &c->keywords, &found);
    report->keyword_explanation = found;
    return status;
}

static bool has_results(const summ_report *r) {
    return r->sentences != NULL || r->explanation != NULL || r->phrases != NULL || r->keyword_explanation != NULL;
}

static void free_results(const summ_report *r) {
    summ_sentences_free((summ_sentences *)(uintptr_t)r->sentences);
    summ_explanation_free((summ_explanation *)(uintptr_t)r->explanation);
    summ_phrases_free((summ_phrases *)(uintptr_t)r->phrases);
    summ_keyword_explanation_free((summ_keyword_explanation *)(uintptr_t)r->keyword_explanation);
}

/* What it finds with this observer, or nobody, appended to a text. */
static summ_status run(const call *given, call_fn *function, observer *o, test_text *out) {
    call c = *given;
    summ_report report;
    summ_report_init(&report, sizeof report);
    report.scores = report.offsets = 1;
    c.summary.progress = c.keywords.progress = o != NULL ? observe : NULL;
    c.summary.progress_context = c.keywords.progress_context = o;
    summ_status status = function(&c, &report);
    assert_true(has_results(&report) == (status == SUMM_OK));
    if (status == SUMM_OK)
        test_text_report(out, "jsonl", &report);
    free_results(&report);
    return status;
}

/* Watched or not it finds the same; ended at the k-th call it leaves nothing behind. Of many calls some are tried. */
static void check(test_api *api, const call *c, call_fn *function) {
    test_text alone = {0}, watched = {0}, again = {0};
    observer all = {0};
    assert_int_equal(run(c, function, NULL, &alone), SUMM_OK);
    assert_int_equal(run(c, function, &all, &watched), SUMM_OK);
    assert_true(all.n_calls > 0);
    assert_string_equal(watched.at, alone.at);
    size_t blocks = api->memory.blocks;
    for (size_t k = 1; k <= all.n_calls; k += 1 + k / 8) {
        observer some = {.cancel_at = k};
        assert_int_equal(run(c, function, &some, NULL), SUMM_ERR_CANCELLED);
        assert_int_equal(some.n_calls, k);
        assert_int_equal(api->memory.blocks, blocks);
    }
    assert_int_equal(run(c, function, NULL, &again), SUMM_OK);
    assert_string_equal(again.at, alone.at);
    test_text_end(&alone);
    test_text_end(&watched);
    test_text_end(&again);
}

/* ---- Texts ------------------------------------------------------------------------------------------------------- */

static void begin(test_api *api, size_t n_sentences) {
    test_random r = {7};
    test_text text = {0};
    test_text_put(&text, "A light for the reef\n\n");
    for (size_t i = 0; i < n_sentences; i += 5) {
        test_text_add_sentences(&text, &r, n_sentences - i < 5 ? n_sentences - i : 5, 30, 4, 12);
        test_text_put(&text, "\n\n");
    }
    test_api_begin(api, text.at, text.n, "en");
    test_text_end(&text);
}

static void check_sizes(void (*check_row)(test_api *, const char *), summ_kind kind) {
    static const size_t SIZES[] = {0, 1, 60};
    for (size_t i = 0; i < COUNT_OF(SIZES); i++) {
        test_api api;
        begin(&api, SIZES[i]);
        for (size_t k = 0; summ_item_at(kind, k) != NULL; k++)
            check_row(&api, summ_item_at(kind, k)->name);
        test_api_end(&api);
    }
}

/* ---- Tests ------------------------------------------------------------------------------------------------------- */

static void check_ranker(test_api *api, const char *name) {
    call c;
    call_init(&c, api->doc);
    c.summary.algorithm = name;
    check(api, &c, call_summarize);
    check(api, &c, call_rank);
    check(api, &c, call_explain);
}

static void test_every_ranker(void **state) {
    (void)state;
    check_sizes(check_ranker, SUMM_ALGORITHMS);
}

static void check_scorer(test_api *api, const char *name) {
    call c;
    call_init(&c, api->doc);
    c.keywords.algorithm = name;
    check(api, &c, call_keywords);
    check(api, &c, call_explain_keywords);
}

static void test_every_keyword_algorithm(void **state) {
    (void)state;
    check_sizes(check_scorer, SUMM_KEYWORD_ALGORITHMS);
}

/* All that a reader may want, each of which takes walks of its own. */
static void test_wishes(void **state) {
    (void)state;
    static const char *const MUST[] = {"lantern", "saddle timber", "nowhere"};
    test_api api, other;
    call c;
    begin(&api, 60);
    begin(&other, 20);
    call_init(&c, api.doc);
    c.summary.query = "harbour lantern";
    c.summary.must = MUST;
    c.summary.n_must = COUNT_OF(MUST);
    c.summary.known = other.doc;
    c.summary.max_words = 60;
    c.summary.max_sentences = 5;
    c.summary.no_quotes = c.summary.trim = c.summary.truncate = 1;
    check(&api, &c, call_summarize);
    c.summary.outline = 1;
    c.summary.max_words = 8;
    check(&api, &c, call_summarize);
    c.keywords.against = other.doc;
    c.keywords.overlap = 0;
    check(&api, &c, call_keywords);
    test_api_end(&other);
    test_api_end(&api);
}

/* In long texts too it is asked often: after 65536 words, or one round of an iteration over all. */
static void test_long_texts_ask_often(void **state) {
    (void)state;
    test_api api;
    call c;
    begin(&api, 20000);
    call_init(&c, api.doc);
    for (size_t k = 0; summ_item_at(SUMM_ALGORITHMS, k) != NULL; k++) {
        test_text out = {0};
        observer all = {0}, some = {.cancel_at = 1};
        c.summary.algorithm = summ_item_at(SUMM_ALGORITHMS, k)->name;
        assert_int_equal(run(&c, call_summarize, &all, &out), SUMM_OK);
        assert_true(all.n_calls >= 2 && all.n_calls < 2000);
        assert_int_equal(run(&c, call_summarize, &some, NULL), SUMM_ERR_CANCELLED);
        test_text_end(&out);
    }
    test_api_end(&api);
}

/* To have no memory is something else. */
static void test_without_memory_while_watched(void **state) {
    (void)state;
    test_api api;
    call c;
    begin(&api, 10);
    call_init(&c, api.doc);
    for (size_t n = 1;; n++) {
        test_text out = {0};
        observer all = {0};
        test_memory_fail(&api.memory, n, true);
        summ_status status = run(&c, call_summarize, &all, &out);
        bool failed = test_memory_failed(&api.memory);
        test_memory_fail(&api.memory, 0, false);
        assert_int_equal(status, failed ? SUMM_ERR_MEMORY : SUMM_OK);
        test_text_end(&out);
        if (!failed)
            break;
    }
    test_api_end(&api);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_ranker),
        cmocka_unit_test(test_every_keyword_algorithm),
        cmocka_unit_test(test_wishes),
        cmocka_unit_test(test_long_texts_ask_often),
        cmocka_unit_test(test_without_memory_while_watched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
