#include "modes.h"

#include <stdlib.h>
#include <string.h>

enum {
    PIECE = 1021, /* bytes that a feed is given at a time */
    PART = 256    /* and of a part of a merged text */
};

/* ---- Documents --------------------------------------------------------------------------------------------------- */

static summ_doc_options reading(const hard_subject *s) {
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.format = s->format;
    options.encoding = s->encoding;
    return options;
}

static summ_status analyse(const hard_subject *s, const char *row) {
    (void)row;
    summ_doc_options options = reading(s);
    summ_doc *doc;
    summ_status status = summ_doc_new(s->engine, s->text, s->n, &options, &doc);
    if (status == SUMM_OK)
        summ_doc_free(doc);
    return status;
}

static summ_status feed(const hard_subject *s, const char *row) {
    (void)row;
    summ_doc_options options = reading(s);
    summ_feed *feed;
    summ_doc *doc;
    summ_status status = summ_feed_new(s->engine, &feed);
    if (status != SUMM_OK)
        return status;
    for (size_t at = 0; status == SUMM_OK && at < s->n; at += PIECE)
        status = summ_feed_add(feed, s->text + at, s->n - at < PIECE ? s->n - at : PIECE);
    if (status == SUMM_OK && (status = summ_feed_doc(feed, &options, &doc)) == SUMM_OK)
        summ_doc_free(doc);
    summ_feed_free(feed);
    return status;
}

static summ_status merge(const hard_subject *s, const char *row) {
    (void)row;
    enum {
        MOST = 1 << 14
    };
    static summ_part parts[MOST];
    summ_doc_options options = reading(s);
    summ_doc *doc;
    size_t n = 0, length = s->n / MOST + 1 > PART ? s->n / MOST + 1 : PART;
    options.encoding = "UTF-8";
    for (size_t at = 0; n == 0 || at < s->n; at += length)
        parts[n++] = (summ_part){.text = s->text + at, .n_bytes = s->n - at < length ? s->n - at : length};
    summ_status status = summ_doc_new_merged(s->engine, parts, n, &options, &doc);
    if (status == SUMM_OK)
        summ_doc_free(doc);
    return status;
}

/* ---- Sentences --------------------------------------------------------------------------------------------------- */

static summ_summary_options wish(const char *algorithm) {
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    options.algorithm = algorithm;
    return options;
}

static summ_status freed(summ_status status, summ_sentences *sentences) {
    if (status == SUMM_OK)
        summ_sentences_free(sentences);
    return status;
}

static summ_status summarized(const hard_subject *s, const summ_summary_options *options) {
    summ_sentences *summary;
    summ_status status = summ_summarize(s->doc, options, &summary);
    return freed(status, status == SUMM_OK ? summary : NULL);
}

static summ_status split(const hard_subject *s, const char *row) {
    (void)row;
    summ_sentences *sentences;
    summ_status status = summ_split(s->doc, &sentences);
    return freed(status, status == SUMM_OK ? sentences : NULL);
}

static summ_status paragraphs(const hard_subject *s, const char *row) {
    (void)row;
    summ_sentences *found;
    summ_status status = summ_paragraphs(s->doc, &found);
    return freed(status, status == SUMM_OK ? found : NULL);
}

static summ_status outline(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    options.outline = 1;
    return summarized(s, &options);
}

static summ_status trim(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    options.trim = 1;
    options.max_percent = 50;
    return summarized(s, &options);
}

static summ_status truncate(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    options.truncate = 1;
    options.max_chars = 40;
    return summarized(s, &options);
}

static summ_status words(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    options.max_words = 1000;
    options.order = SUMM_ORDER_SCORE;
    return summarized(s, &options);
}

static summ_status chars(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    options.max_chars = s->n / 8;
    return summarized(s, &options);
}

static summ_status percent(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    options.max_percent = 25;
    options.diversity = 1;
    return summarized(s, &options);
}

static summ_status query(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    options.query = "owls hunt mice, a zyxomma";
    return summarized(s, &options);
}

static summ_status must(const hard_subject *s, const char *row) {
    static const char *const MUST[] = {"owls hunt", "a", "zyxomma", ""};
    summ_summary_options options = wish(row);
    options.must = MUST;
    options.n_must = sizeof MUST / sizeof *MUST;
    return summarized(s, &options);
}

/* The last quarter of the text, from a word on. */
static summ_status must_long(const hard_subject *s, const char *row) {
    size_t from = s->n - s->n / 4;
    while (from < s->n && s->text[from] != ' ')
        from++;
    char *end = calloc(s->n - from + 1, 1);
    const char *must = end;
    if (end == NULL)
        return SUMM_ERR_MEMORY;
    memcpy(end, s->text + from, s->n - from);
    summ_summary_options options = wish(row);
    options.must = &must;
    options.n_must = 1;
    summ_status status = summarized(s, &options);
    free(end);
    return status;
}

static summ_status known(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    options.known = s->doc;
    return summarized(s, &options);
}

static summ_status left_out(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    options.no_quotes = options.no_questions = 1;
    return summarized(s, &options);
}

static summ_status summary(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    return summarized(s, &options);
}

/* All sentences, one by one, as far as none repeats another. */
static summ_status all(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    options.max_sentences = s->n;
    return summarized(s, &options);
}

static summ_status rank(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    summ_sentences *ranking;
    summ_status status = summ_rank(s->doc, &options, &ranking);
    return freed(status, status == SUMM_OK ? ranking : NULL);
}

static summ_status explain(const hard_subject *s, const char *row) {
    summ_summary_options options = wish(row);
    summ_explanation *why;
    summ_status status = summ_explain(s->doc, &options, &why);
    if (status == SUMM_OK)
        summ_explanation_free(why);
    return status;
}

/* ---- Key phrases ------------------------------------------------------------------------------------------------- */

static summ_keyword_options phrase_wish(const char *algorithm) {
    summ_keyword_options options;
    summ_keyword_options_init(&options, sizeof options);
    options.algorithm = algorithm;
    return options;
}

static summ_status found(const hard_subject *s, const summ_keyword_options *options) {
    summ_phrases *phrases;
    summ_status status = summ_keywords(s->doc, options, &phrases);
    if (status == SUMM_OK)
        summ_phrases_free(phrases);
    return status;
}

static summ_status phrases(const hard_subject *s, const char *row) {
    summ_keyword_options options = phrase_wish(row);
    return found(s, &options);
}

static summ_status phrases_long(const hard_subject *s, const char *row) {
    summ_keyword_options options = phrase_wish(row);
    options.max_words = options.min_words = 8;
    return found(s, &options);
}

static summ_status phrases_all(const hard_subject *s, const char *row) {
    summ_keyword_options options = phrase_wish(row);
    options.max_phrases = s->n;
    return found(s, &options);
}

static summ_status phrases_apart(const hard_subject *s, const char *row) {
    summ_keyword_options options = phrase_wish(row);
    options.max_phrases = s->n;
    options.overlap = 0;
    return found(s, &options);
}

static summ_status phrases_against(const hard_subject *s, const char *row) {
    summ_keyword_options options = phrase_wish(row);
    options.against = s->doc;
    return found(s, &options);
}

static summ_status explain_phrases(const hard_subject *s, const char *row) {
    summ_keyword_options options = phrase_wish(row);
    summ_keyword_explanation *why;
    summ_status status = summ_explain_keywords(s->doc, &options, &why);
    if (status == SUMM_OK)
        summ_keyword_explanation_free(why);
    return status;
}

/* ---- Reports ----------------------------------------------------------------------------------------------------- */

/* One of all there is, in a report. */
typedef struct results {
    summ_sentences *split, *ranking;
    summ_phrases *phrases;
    summ_explanation *why;
} results;

static void end_results(results *r) {
    summ_sentences_free(r->split);
    summ_sentences_free(r->ranking);
    summ_phrases_free(r->phrases);
    summ_explanation_free(r->why);
}

static summ_status make_results(const hard_subject *s, results *r) {
    summ_keyword_options all;
    summ_keyword_options_init(&all, sizeof all);
    all.max_phrases = 1000;
    *r = (results){0};
    summ_status status = summ_split(s->doc, &r->split);
    status = status == SUMM_OK ? summ_rank(s->doc, NULL, &r->ranking) : status;
    status = status == SUMM_OK ? summ_keywords(s->doc, &all, &r->phrases) : status;
    return status == SUMM_OK ? summ_explain(s->doc, NULL, &r->why) : status;
}

static int swallow(void *context, const char *bytes, size_t n_bytes) {
    (void)bytes;
    *(size_t *)context += n_bytes;
    return 0;
}

static summ_status reported(const char *format, summ_report *report) {
    size_t written = 0;
    return summ_write(format, report, swallow, &written);
}

static summ_report report_of(const hard_subject *s) {
    summ_report report;
    summ_report_init(&report, sizeof report);
    report.doc = s->doc;
    report.name = "owls.txt";
    report.scores = report.offsets = 1;
    return report;
}

/* All sentences and a thousand phrases with their places. */
static summ_status write(const hard_subject *s, const char *row) {
    results r;
    summ_report report = report_of(s);
    summ_status status = make_results(s, &r);
    report.sentences = r.split;
    report.phrases = r.phrases;
    status = status == SUMM_OK ? reported(row, &report) : status;
    report.stats = 1;
    status = status == SUMM_OK ? reported(row, &report) : status;
    end_results(&r);
    return status;
}

static summ_status write_whole(const hard_subject *s, const char *row) {
    results r;
    summ_report report = report_of(s);
    summ_status status = make_results(s, &r);
    report.ranking = report.sentences = r.ranking;
    report.phrases = r.phrases;
    report.highlight = 1;
    report.width = 80;
    status = status == SUMM_OK ? reported(row, &report) : status;
    report.highlight = 0;
    status = status == SUMM_OK ? reported(row, &report) : status;
    end_results(&r);
    return status;
}

static summ_status write_why(const hard_subject *s, const char *row) {
    results r;
    summ_report report = report_of(s);
    summ_status status = make_results(s, &r);
    report.explanation = r.why;
    status = status == SUMM_OK ? reported(row, &report) : status;
    end_results(&r);
    return status;
}

static const hard_mode MODES[] = {
#define READ(name)       {#name, name, true, false, SUMM_ALGORITHMS},
#define ONE(name)        {#name, name, false, false, SUMM_ALGORITHMS},
#define EACH(name, kind) {#name, name, false, true, kind},
#include "modes.def"
#undef READ
#undef ONE
#undef EACH
};

const hard_mode *hard_mode_at(size_t index) {
    return index < sizeof MODES / sizeof *MODES ? &MODES[index] : NULL;
}
