/* result.c - what one text gives. */
#include "result.h"

#include "whole.h"
#include <string.h>

static summ_status make_sentences(const settings *from, const char *format, result *out) {
    if (from->extract)
        return summ_paragraphs(out->doc, &out->sentences);
    if (from->split)
        return summ_split(out->doc, &out->sentences);
    if (from->keywords_given && !from->length_given && !whole_is_shown(from, format))
        return SUMM_OK;
    if (from->explain)
        return summ_explain(out->doc, &from->summary, &out->explanation);
    return summ_summarize(out->doc, &from->summary, &out->sentences);
}

static summ_status make_phrases(const settings *from, const char *format, result *out) {
    if (from->split || from->extract || (!from->keywords_given && !whole_is_page(from, format)))
        return SUMM_OK;
    summ_keyword_options options = from->keywords;
    bool by_format = strcmp(format, "text") != 0 && strcmp(format, "html") != 0;
    options.overlap = from->overlap == OVERLAP_BY_FORMAT ? by_format : from->overlap == OVERLAP_YES;
    if (from->explain)
        return summ_explain_keywords(out->doc, &options, &out->keyword_explanation);
    return summ_keywords(out->doc, &options, &out->phrases);
}

summ_status result_make(const settings *from, const summ_engine *engine, const char *format, const summ_part *parts,
                        size_t n_parts, result *out) {
    *out = (result){0};
    summ_status status = summ_doc_new_merged(engine, parts, n_parts, &from->doc, &out->doc);
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

summ_status result_write(const settings *from, const result *made, const char *format, const char *const *names,
                         size_t n_names, summ_write_fn write, void *context) {
    summ_report report;
    summ_report_init(&report, sizeof report);
    report.doc = made->doc;
    report.name = n_names == 1 ? names[0] : NULL;
    report.names = n_names > 1 ? names : NULL;
    report.n_names = n_names;
    report.sentences = made->sentences;
    report.phrases = made->phrases;
    report.explanation = made->explanation;
    report.keyword_explanation = made->keyword_explanation;
    report.scores = from->scores;
    report.offsets = from->offsets;
    report.apart = from->extract;
    report.summary_name = from->summary_name;
    report.keywords_name = from->keywords_name;
    report.ranking = made->ranking;
    report.highlight = from->highlight;
    report.color = from->colored;
    report.width = from->width;
    return summ_write(format, &report, write, context);
}
