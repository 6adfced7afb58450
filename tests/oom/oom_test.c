/* Every allocation of the whole pipeline fails in turn, once and from then on: nothing crashes, nothing leaks, the
 * status says so, the engine works on, and without failures the output is what it was. First through the library's own
 * allocator, for every row of every table; then through malloc, which reaches libstemmer as well. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "summ.h"
#include "support/sanitized.h"

static const char TEXT[] =
    "A Bridge for Toads\n\nWar\n\nEvery spring the toads of the valley walk to the lake. The new bridge carries the "
    "toads "
    "over the road, and the toads like the bridge. \xFF\xC3\xA9tude U.S. 3,000 l'eau.\n\nNobody had counted the toads "
    "before the bridge was built. Since then the bridge has carried nine thousand toads to the lake every spring. "
    "The bridge carries the toads over the road.\n";

static const char RUSSIAN_1251[] = "\xCC\xEE\xF1\xF2 \xEE\xF2\xEA\xF0\xFB\xEB\xE8 \xE2\xE5\xF1\xED\xEE\xE9. "
                                   "\xCF\xEE \xEC\xEE\xF1\xF2\xF3 \xE8\xE4\xF3\xF2 \xEB\xFE\xE4\xE8, "
                                   "\xE0 \xEF\xEE\xE4 \xEC\xEE\xF1\xF2\xEE\xEC \xF3\xF2\xEA\xE8.";

/* ---- What fails ---- */

typedef struct plan {
    size_t at;     /* the number of the allocation that fails, from 0; SIZE_MAX: none */
    bool for_ever; /* and all after it */
    size_t seen;
    size_t blocks; /* held now */
} plan;

static bool fails(plan *p) {
    size_t number = p->seen++;
    return number == p->at || (p->for_ever && number > p->at);
}

static void *resize(void *context, void *block, size_t old_bytes, size_t new_bytes) {
    plan *p = context;
    (void)old_bytes;
    if (new_bytes == 0) {
        p->blocks -= block != NULL;
        free(block);
        return NULL;
    }
    if (fails(p))
        return NULL;
    void *made = realloc(block, new_bytes);
    p->blocks += made != NULL && block == NULL;
    return made;
}

/* ---- The pipeline ---- */

typedef struct task {
    const char *algorithm, *keyword_algorithm, *language, *input, *output;
    const char *text; /* NULL: TEXT */
    size_t n_bytes;
    const char *encoding;
    bool trim;
    bool wishes; /* whatever the reader may want, of several texts, with a title that is given */
    bool explain;
    bool outline; /* of few words, so that sentences are cut */
    bool ranking;
    bool corpus; /* of the text, written and read again */
} task;

typedef struct text {
    char bytes[65536];
    size_t n;
} text;

static int collect(void *context, const char *bytes, size_t n) {
    text *t = context;
    assert_true(t->n + n < sizeof t->bytes);
    memcpy(t->bytes + t->n, bytes, n);
    t->n += n;
    return 0;
}

static void wish(summ_summary_options *options, const summ_doc *known) {
    static const char *const MUST[] = {"the road", "nobody", "zebra \xFF"};
    options->query = "Who counted the toads of the lake? \xC3";
    options->must = MUST;
    options->n_must = sizeof MUST / sizeof *MUST;
    options->known = known;
    options->no_quotes = options->no_questions = 1;
    options->max_sentences = 4;
    options->max_chars = 300;
}

/* With known words, a question and a word that must be there. */
static summ_status run_explain(const summ_doc *doc, const task *t, text *out) {
    static const char *const MUST[] = {"valley"};
    summ_explanation *why = NULL;
    summ_keyword_explanation *keyword_why = NULL;
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    options.algorithm = t->algorithm;
    options.max_sentences = 2;
    options.query = "toads";
    options.must = MUST;
    options.n_must = 1;
    options.known = doc;
    summ_status status = summ_explain(doc, &options, &why);
    if (status == SUMM_OK)
        status = summ_explain_keywords(doc, NULL, &keyword_why);
    if (status == SUMM_OK) {
        summ_report report;
        summ_report_init(&report, sizeof report);
        report.explanation = why;
        report.keyword_explanation = keyword_why;
        status = summ_write(t->output, &report, collect, out);
    }
    summ_explanation_free(why);
    summ_keyword_explanation_free(keyword_why);
    return status;
}

/* With all wishes, if there is something known. */
static summ_status run_doc(const summ_doc *doc, const summ_doc *known, const summ_corpus *corpus, const task *t,
                           text *out) {
    summ_sentences *summary = NULL, *ranking = NULL;
    summ_phrases *phrases = NULL;
    summ_summary_options summary_options;
    summ_keyword_options keyword_options;
    if (t->explain)
        return run_explain(doc, t, out);
    summ_summary_options_init(&summary_options, sizeof summary_options);
    summ_keyword_options_init(&keyword_options, sizeof keyword_options);
    summary_options.algorithm = t->algorithm;
    summary_options.max_words = 60;
    summary_options.trim = t->trim;
    summary_options.outline = t->outline;
    if (t->outline) {
        summary_options.max_words = 12;
        summary_options.truncate = 1;
    }
    summary_options.corpus = keyword_options.corpus = corpus;
    if (known != NULL)
        wish(&summary_options, known);
    keyword_options.algorithm = t->keyword_algorithm;
    keyword_options.overlap = 0;
    summ_status status = summ_summarize(doc, &summary_options, &summary);
    if (status == SUMM_OK)
        status = summ_keywords(doc, &keyword_options, &phrases);
    if (status == SUMM_OK && t->ranking)
        status = summ_rank(doc, &summary_options, &ranking);
    if (status == SUMM_OK) {
        summ_report report;
        summ_report_init(&report, sizeof report);
        report.doc = doc;
        report.about = 1;
        report.sentences = summary;
        report.phrases = phrases;
        report.summary_options = &summary_options;
        report.keyword_options = &keyword_options;
        report.ranking = ranking;
        status = summ_write(t->output, &report, collect, out);
    }
    summ_sentences_free(summary);
    summ_sentences_free(ranking);
    summ_phrases_free(phrases);
    return status;
}

static summ_status run_wishes(const summ_engine *engine, const task *t, text *out) {
    static const char KNOWN[] = "The new bridge carries the toads over the road. Nobody has \"counted the toads\" yet.";
    const summ_part parts[] = {{.text = TEXT, .n_bytes = sizeof TEXT - 1},
                               {.n_bytes = 0},
                               {.text = TEXT, .n_bytes = sizeof TEXT / 2},
                               {.text = "\xFF\xFE"
                                        "a\0",
                                .n_bytes = 4}};
    summ_doc *known, *doc;
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.language = t->language;
    options.title = "Toads and bridges";
    out->n = 0;
    summ_status status = summ_doc_new(engine, KNOWN, sizeof KNOWN - 1, &options, &known);
    if (status != SUMM_OK)
        return status;
    status = summ_doc_new_merged(engine, parts, sizeof parts / sizeof *parts, &options, &doc);
    if (status == SUMM_OK) {
        status = run_doc(doc, known, NULL, t, out);
        summ_doc_free(doc);
    }
    summ_doc_free(known);
    return status;
}

static summ_status run_corpus(const summ_engine *engine, const summ_doc *doc, const task *t, text *out) {
    summ_corpus *counted, *read = NULL;
    summ_status status = summ_corpus_new(engine, &counted);
    if (status != SUMM_OK)
        return status;
    status = summ_corpus_add(counted, doc);
    if (status == SUMM_OK)
        status = summ_corpus_write(counted, collect, out);
    if (status == SUMM_OK)
        status = summ_corpus_read(engine, out->bytes, out->n, &read);
    if (status == SUMM_OK)
        status = run_doc(doc, NULL, read, t, out);
    summ_corpus_free(read);
    summ_corpus_free(counted);
    return status;
}

static summ_status run_engine(const summ_engine *engine, const task *t, text *out) {
    if (t->wishes)
        return run_wishes(engine, t, out);
    summ_doc *doc;
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.language = t->language;
    options.format = t->input;
    options.encoding = t->encoding;
    out->n = 0;
    const char *bytes = t->text != NULL ? t->text : TEXT;
    summ_status status = summ_doc_new(engine, bytes, t->text != NULL ? t->n_bytes : sizeof TEXT - 1, &options, &doc);
    if (status == SUMM_OK) {
        status = t->corpus ? run_corpus(engine, doc, t, out) : run_doc(doc, NULL, NULL, t, out);
        summ_doc_free(doc);
    }
    return status;
}

static summ_engine *new_engine(plan *p, size_t max_memory) {
    summ_engine *engine;
    summ_engine_options options;
    summ_engine_options_init(&options, sizeof options);
    options.allocator = (summ_allocator){resize, p};
    options.max_memory = max_memory;
    assert_int_equal(summ_engine_new(&options, &engine), SUMM_OK);
    return engine;
}

static void assert_same(const text *a, const text *b) {
    assert_int_equal(a->n, b->n);
    assert_memory_equal(a->bytes, b->bytes, a->n);
}

/* Fails each allocation of one task in turn. */
static void fail_each(const task *t, bool for_ever) {
    static text good, out;
    plan p = {SIZE_MAX, for_ever, 0, 0};
    summ_engine *engine = new_engine(&p, SUMM_NO_LIMIT);
    size_t before = p.seen;
    assert_int_equal(run_engine(engine, t, &good), SUMM_OK);
    size_t n = p.seen - before;
    assert_true(n > 5);
    for (size_t i = 0; i < n; i++) {
        p = (plan){i, for_ever, 0, 1};
        assert_int_equal(run_engine(engine, t, &out), SUMM_ERR_MEMORY);
        assert_int_equal(p.blocks, 1); /* the engine */
    }
    p = (plan){SIZE_MAX, false, 0, 1};
    assert_int_equal(run_engine(engine, t, &out), SUMM_OK);
    assert_same(&good, &out);
    summ_engine_free(engine);
    assert_int_equal(p.blocks, 0);
}

static void fail_each_both_ways(const task *t) {
    fail_each(t, false);
    fail_each(t, true);
}

/* Does this build lack the library that reads the format? */
static bool is_missing(const char *input) {
    static text out;
    task t = {.input = input};
    plan p = {SIZE_MAX, false, 0, 0};
    summ_engine *engine = new_engine(&p, SUMM_NO_LIMIT);
    summ_status status = run_engine(engine, &t, &out);
    summ_engine_free(engine);
    return status == SUMM_ERR_MISSING;
}

static void test_every_row(void **state) {
    (void)state;
    const summ_item *row;
    for (size_t i = 0; (row = summ_item_at(SUMM_ALGORITHMS, i)) != NULL; i++)
        fail_each_both_ways(&(task){.algorithm = row->name});
    for (size_t i = 0; (row = summ_item_at(SUMM_KEYWORD_ALGORITHMS, i)) != NULL; i++)
        fail_each_both_ways(&(task){.keyword_algorithm = row->name});
    for (size_t i = 0; (row = summ_item_at(SUMM_LANGUAGES, i)) != NULL; i++)
        fail_each_both_ways(&(task){.language = row->name});
    for (size_t i = 0; (row = summ_item_at(SUMM_INPUTS, i)) != NULL; i++)
        if (!is_missing(row->name))
            fail_each_both_ways(&(task){.input = row->name});
    for (size_t i = 0; (row = summ_item_at(SUMM_OUTPUTS, i)) != NULL; i++)
        fail_each_both_ways(&(task){.output = row->name});
}

/* By every algorithm, and in languages with and without spaces. */
static void test_wishes(void **state) {
    (void)state;
    static const char *const LANGUAGES[] = {"en", "el", "hy", "zh", "th"};
    const summ_item *row;
    for (size_t i = 0; (row = summ_item_at(SUMM_ALGORITHMS, i)) != NULL; i++)
        fail_each_both_ways(&(task){.wishes = true, .algorithm = row->name});
    for (size_t i = 0; i < sizeof LANGUAGES / sizeof *LANGUAGES; i++)
        fail_each_both_ways(&(task){.wishes = true, .language = LANGUAGES[i]});
}

static void test_rankings(void **state) {
    (void)state;
    const summ_item *row;
    for (size_t i = 0; (row = summ_item_at(SUMM_OUTPUTS, i)) != NULL; i++)
        fail_each_both_ways(&(task){.ranking = true, .output = row->name});
    fail_each_both_ways(&(task){.ranking = true, .wishes = true, .output = "html"});
}

static void test_corpora(void **state) {
    (void)state;
    fail_each_both_ways(&(task){.corpus = true, .algorithm = "tfidf", .keyword_algorithm = "tfidf"});
    fail_each_both_ways(&(task){.corpus = true, .algorithm = "lexrank", .keyword_algorithm = "kpminer"});
}

static void test_explanations(void **state) {
    (void)state;
    fail_each_both_ways(&(task){.explain = true});
    fail_each_both_ways(&(task){.explain = true, .algorithm = "lead", .output = "jsonl"});
    fail_each_both_ways(&(task){.explain = true, .output = "html"});
}

static void test_outlines(void **state) {
    (void)state;
    static const char book[] = "The Bridge\n\nPART I\n\nChapter 1\n\nEvery spring the toads of the valley walk to the "
                               "lake. The new bridge carries "
                               "the toads over the road.\n\nChapter 2\n\nNobody had counted the toads of the valley "
                               "before the new bridge over the "
                               "road was built.\n";
    fail_each_both_ways(&(task){.outline = true, .text = book, .n_bytes = sizeof book - 1, .output = "markdown"});
    fail_each_both_ways(&(task){.outline = true, .trim = true});
    fail_each_both_ways(&(task){.outline = true, .wishes = true});
}

static task russian(const char *encoding) {
    return (task){.text = RUSSIAN_1251, .n_bytes = sizeof RUSSIAN_1251 - 1, .encoding = encoding};
}

/* The text with two bytes for each. */
static task wide(const char *encoding) {
    static char bytes[2 * sizeof TEXT];
    for (size_t i = 0; i + 1 < sizeof TEXT; i++)
        bytes[2 * i] = TEXT[i];
    return (task){.text = bytes, .n_bytes = 2 * (sizeof TEXT - 1), .encoding = encoding};
}

static void test_character_sets(void **state) {
    (void)state;
    task tasks[] = {russian("windows-1251"), russian(NULL), wide(NULL), wide("UTF-16LE")};
    for (size_t i = 0; i < sizeof tasks / sizeof *tasks; i++)
        fail_each_both_ways(&tasks[i]);
}

/* A page with all that pages have; and one that is read without its tree. */
static void test_web_pages(void **state) {
    (void)state;
    static const char page[] =
        "<html lang=en><meta charset=windows-1252><meta name=author content=Ada><title>Toads &amp; bridges</title>"
        "<script type='application/ld+json'>{\"datePublished\":\"2031-05-03\"}</script><time "
        "datetime=2031></time><nav><a "
        "href=/>Home</a></nav><h1>Toads "
        "&amp; bridges</h1><p>Every spring the toads of the valley walk to the lake, \x93in thousands\x94. The bridge "
        "carries the toads over the road.<br>Nobody had counted them.</p><ul><li>Nine thousand toads.</ul>";
    static char deep[4096];
    while (strlen(deep) + 8 < sizeof deep)
        strcat(deep, "<div>");
    strcat(deep, "x");
    task tasks[] = {{.input = "html", .text = page, .n_bytes = sizeof page - 1},
                    {.input = "html", .text = deep, .n_bytes = strlen(deep)}};
    for (size_t i = 0; !is_missing("html") && i < sizeof tasks / sizeof *tasks; i++)
        fail_each_both_ways(&tasks[i]);
}

/* A text with all that Markdown has. */
static void test_markdown(void **state) {
    (void)state;
    static const char source[] =
        "---\ntitle: Toads\nlang: en\n---\n# Toads &amp; bridges\n\nEvery *spring* the [toads][t] of the `valley` walk "
        "to the __lake__. ![A toad](toad.png)\n\n> The bridge carries\n> the toads over the road.\n\n- Nobody had "
        "counted them.\n- Nine\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n[t]: /toads 'Toads'\n";
    task t = {.input = "markdown", .text = source, .n_bytes = sizeof source - 1};
    if (!is_missing("markdown"))
        fail_each_both_ways(&t);
}

static void test_trimming(void **state) {
    (void)state;
    static const char NEWS[] = "LEEDS (Reuters) - The old bridge (pictured) was closed to all lorries, officials said. "
                               "However, the masons of the town will mend it before the winter begins.";
    fail_each_both_ways(&(task){.text = NEWS, .n_bytes = sizeof NEWS - 1, .language = "en", .trim = true});
}

/* A ceiling on memory at every step from nothing to enough. */
static void limit_memory(const task *t) {
    static text good, out;
    plan p = {SIZE_MAX, false, 0, 0};
    summ_engine *engine = new_engine(&p, SUMM_NO_LIMIT);
    assert_int_equal(run_engine(engine, t, &good), SUMM_OK);
    summ_engine_free(engine);
    summ_status status = SUMM_ERR_MEMORY;
    for (size_t limit = 0; status != SUMM_OK; limit += 97) {
        engine = new_engine(&p, limit);
        status = run_engine(engine, t, &out);
        assert_true(status == SUMM_OK || status == SUMM_ERR_MEMORY);
        assert_true(limit < 1000000);
        summ_engine_free(engine);
        assert_int_equal(p.blocks, 0);
    }
    assert_same(&good, &out);
}

static void test_memory_limit(void **state) {
    (void)state;
    limit_memory(&(task){0});
    limit_memory(&(task){.wishes = true});
}

/* ---- malloc itself, for what the caller's allocator does not reach ---- */

#if defined(__GLIBC__) && !TEST_SANITIZED

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void __libc_free(void *);
void *malloc(size_t n);
void *calloc(size_t n, size_t size);
void *realloc(void *block, size_t n);
void free(void *block);

static plan all_of_it = {SIZE_MAX, false, 0, 0};
static bool counting;
static bool spares_strings, spared; /* see libstemmer_crashes */

static bool fails_now(void) {
    return counting && fails(&all_of_it);
}

void *malloc(size_t n) {
    void *p = fails_now() ? NULL : __libc_malloc(n);
    all_of_it.blocks += counting && p != NULL;
    return p;
}

void *calloc(size_t n, size_t size) {
    bool fail = fails_now();
    if (fail && spares_strings && size == sizeof(char *)) {
        spared = true;
        fail = false;
    }
    void *p = fail ? NULL : __libc_calloc(n, size);
    all_of_it.blocks += counting && p != NULL;
    return p;
}

void *realloc(void *block, size_t n) {
    void *p = fails_now() ? NULL : __libc_realloc(block, n);
    all_of_it.blocks += counting && p != NULL && block == NULL;
    return p;
}

void free(void *block) {
    all_of_it.blocks -= counting && block != NULL;
    __libc_free(block);
}

static summ_status run_default(const task *t, text *out) {
    summ_engine *engine;
    summ_status status = summ_engine_new(NULL, &engine);
    if (status == SUMM_OK) {
        status = run_engine(engine, t, out);
        summ_engine_free(engine);
    }
    return status;
}

/* One run with the given allocation failing; what is still held must be nothing. */
static summ_status run_failing(const task *t, size_t at, bool for_ever, text *out) {
    all_of_it = (plan){at, for_ever, 0, 0};
    counting = true;
    summ_status status = run_default(t, out);
    counting = false;
    assert_int_equal(all_of_it.blocks, 0);
    return status;
}

/* libstemmer 2.2.0 follows a null pointer when the array for the strings of a stemmer is not to be had; of its stemmers
 * the Danish and the Finnish have strings. Our code can not prevent that: exactly that allocation is spared. */
static bool libstemmer_crashes(const char *language) {
    return strcmp(language, "da") == 0 || strcmp(language, "fi") == 0;
}

static void fail_malloc(const task *t, bool for_ever) {
    static text good, out;
    size_t n_spared = 0;
    spares_strings = t->language != NULL && libstemmer_crashes(t->language);
    assert_int_equal(run_failing(t, SIZE_MAX, false, &good), SUMM_OK);
    size_t n = all_of_it.seen;
    assert_true(n > 5);
    for (size_t i = 0; i < n; i++) {
        spared = false;
        summ_status status = run_failing(t, i, for_ever, &out);
        n_spared += spared;
        assert_int_equal(status, spared && !for_ever ? SUMM_OK : SUMM_ERR_MEMORY);
    }
    assert_true(n_spared <= 1);
    assert_int_equal(run_failing(t, SIZE_MAX, false, &out), SUMM_OK);
    assert_same(&good, &out);
}

static void test_libc_malloc(void **state) {
    (void)state;
    const summ_item *row;
    for (size_t i = 0; (row = summ_item_at(SUMM_LANGUAGES, i)) != NULL; i++) {
        fail_malloc(&(task){.language = row->name}, false);
        fail_malloc(&(task){.language = row->name}, true);
    }
    task tasks[] = {
        wide("UTF-16"), russian("windows-1252"), {.wishes = true}, {.input = "html"}, {.input = "markdown"}};
    for (size_t i = 0; i < sizeof tasks / sizeof *tasks; i++)
        if (tasks[i].input == NULL || !is_missing(tasks[i].input)) {
            fail_malloc(&tasks[i], false);
            fail_malloc(&tasks[i], true);
        }
}

/* The form without an engine. */
static void test_libc_malloc_of_the_simple_form(void **state) {
    (void)state;
    for (size_t i = 0, n = 1; i <= 2 * n; i++) {
        char *summary = NULL;
        all_of_it = (plan){i == 0 ? SIZE_MAX : (i - 1) / 2, i % 2 == 0, 0, 0};
        counting = true;
        summ_status status = summ_text(TEXT, sizeof TEXT - 1, 2, &summary);
        summ_free(summary);
        counting = false;
        n = i == 0 ? all_of_it.seen : n;
        assert_int_equal(status, i == 0 ? SUMM_OK : SUMM_ERR_MEMORY);
        assert_int_equal(all_of_it.blocks, 0);
    }
}

/* What iconv loads when it meets a character set first is the C library's, and stays. */
static void test_libc_malloc_under_iconv(void **state) {
    (void)state;
    static text good, out;
    task all = russian("windows-1251");
    assert_int_equal(run_failing(&all, SIZE_MAX, false, &good), SUMM_OK); /* loads what is kept */
    assert_int_equal(run_failing(&all, SIZE_MAX, false, &good), SUMM_OK);
    size_t n = all_of_it.seen;
    for (size_t i = 0; i < n; i++)
        assert_int_equal(run_failing(&all, i, false, &out), SUMM_ERR_MEMORY);
    assert_int_equal(run_failing(&all, SIZE_MAX, false, &out), SUMM_OK);
    assert_same(&good, &out);
}

#else

static void test_libc_malloc(void **state) {
    (void)state;
    skip(); /* malloc belongs to the sanitizer here */
}

static void test_libc_malloc_of_the_simple_form(void **state) {
    (void)state;
    skip();
}

static void test_libc_malloc_under_iconv(void **state) {
    (void)state;
    skip();
}

#endif

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row),
        cmocka_unit_test(test_wishes),
        cmocka_unit_test(test_rankings),
        cmocka_unit_test(test_corpora),
        cmocka_unit_test(test_explanations),
        cmocka_unit_test(test_outlines),
        cmocka_unit_test(test_character_sets),
        cmocka_unit_test(test_web_pages),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_trimming),
        cmocka_unit_test(test_memory_limit),
        cmocka_unit_test(test_libc_malloc),
        cmocka_unit_test(test_libc_malloc_of_the_simple_form),
        cmocka_unit_test(test_libc_malloc_under_iconv),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
