/* result.c - what one text gives. */
#include "result.h"

#include "whole.h"
#include <string.h>

static bool is_all(const settings *from) {
    return from->split || from->extract;
}

static bool has_summary(const settings *from, const char *format) {
    return !is_all(from) && (from->length_given || !from->keywords_given || whole_is_shown(from, format));
}

static bool has_phrases(const settings *from, const char *format) {
    return !is_all(from) && !from->stats && (from->keywords_given || whole_is_page(from, format));
}

static summ_status make_sentences(const settings *from, const char *format, result *out) {
    if (from->extract)
        return summ_paragraphs(out->doc, &out->sentences);
    if (from->split)
        return summ_split(out->doc, &out->sentences);
    if (!has_summary(from, format))
        return SUMM_OK;
    if (from->explain)
        return summ_explain(out->doc, &from->summary, &out->explanation);
    return summ_summarize(out->doc, &from->summary, &out->sentences);
}

/* Formats that people read. */
static bool is_for_people(const char *format) {
    return strcmp(format, "text") == 0 || strcmp(format, "markdown") == 0 || strcmp(format, "html") == 0;
}

static summ_status make_phrases(const settings *from, const char *format, result *out) {
    if (!has_phrases(from, format))
        return SUMM_OK;
    out->keywords = from->keywords;
    out->keywords.overlap = from->overlap == OVERLAP_BY_FORMAT ? !is_for_people(format) : from->overlap == OVERLAP_YES;
    if (from->explain)
        return summ_explain_keywords(out->doc, &out->keywords, &out->keyword_explanation);
    return summ_keywords(out->doc, &out->keywords, &out->phrases);
}

summ_status result_make(const settings *from, const summ_engine *engine, const char *format, const summ_part *parts,
                        size_t n_parts, result *out) {
    *out = (result){0};
    summ_doc_options options = from->doc;
    options.borrow = 1; /* the parts outlive the result */
    summ_status status = summ_doc_new_merged(engine, parts, n_parts, &options, &out->doc);
    if (status == SUMM_OK)
        status = make_sentences(from, format, out);
    if (status == SUMM_OK)
        status = make_phrases(from, format, out);
    if (status == SUMM_OK && whole_is_shown(from, format))
        status = summ_rank(out->doc, &from->summary, &out->ranking);
    if (status != SUMM_OK)
        result_free(out);
    return status;
}

void result_free(result *made) {
    summ_sentences_free(made->sentences);
    summ_phrases_free(made->phrases);
    summ_sentences_free(made->ranking);
    summ_explanation_free(made->explanation);
    summ_keyword_explanation_free(made->keyword_explanation);
    summ_doc_free(made->doc);
    *made = (result){0};
}

/* Chosen sentences and phrases with their reasons. */
static size_t count_explained(const result *made) {
    const summ_keyword_explanation *keywords = made->keyword_explanation;
    size_t n = keywords != NULL ? summ_keyword_explanation_count(keywords) : 0, n_told = 0;
    if (made->explanation != NULL)
        n_told = summ_explanation_count(made->explanation);
    for (size_t i = 0; i < n_told; i++)
        n += summ_explanation_at(made->explanation, i)->sentence->rank > 0;
    return n;
}

size_t result_count(const result *made) {
    size_t n_sentences = made->sentences != NULL ? summ_sentences_count(made->sentences) : 0;
    size_t n_phrases = made->phrases != NULL ? summ_phrases_count(made->phrases) : 0;
    return n_sentences + n_phrases + count_explained(made);
}

summ_status result_write(const settings *from, const result *made, const char *format, bool headed,
                         const char *const *names, size_t n_names, summ_write_fn write, void *context) {
    summ_report report;
    summ_report_init(&report, sizeof report);
    report.doc = made->doc;
    report.name = n_names == 1 ? names[0] : NULL;
    report.names = n_names > 1 ? names : NULL;
    report.about = n_names > 0;
    report.n_names = n_names;
    report.sentences = made->sentences;
    report.phrases = made->phrases;
    report.explanation = made->explanation;
    report.keyword_explanation = made->keyword_explanation;
    report.scores = from->scores;
    report.offsets = from->offsets;
    report.apart = from->extract;
    report.headed = headed;
    report.summary_name = from->summary_name;
    report.keywords_name = from->keywords_name;
    report.stats = from->stats;
    report.summary_options = has_summary(from, format) ? &from->summary : NULL;
    report.keyword_options = has_phrases(from, format) ? &made->keywords : NULL;
    report.ranking = made->ranking;
    report.highlight = from->highlight;
    report.color = from->colored;
    report.width = from->width;
    return summ_write(format, &report, write, context);
}
