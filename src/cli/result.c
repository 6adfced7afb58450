/* result.c - what one text gives. */
#include "result.h"

#include <string.h>

static summ_status make_sentences(const settings *from, result *out) {
    if (from->split)
        return summ_split(out->doc, &out->sentences);
    if (from->keywords_given && !from->length_given)
        return SUMM_OK;
    return summ_summarize(out->doc, &from->summary, &out->sentences);
}

static summ_status make_phrases(const settings *from, const char *format, result *out) {
    if (from->split || !from->keywords_given)
        return SUMM_OK;
    summ_keyword_options options = from->keywords;
    bool by_format = strcmp(format, "text") != 0;
    options.overlap = from->overlap == OVERLAP_BY_FORMAT ? by_format : from->overlap == OVERLAP_YES;
    return summ_keywords(out->doc, &options, &out->phrases);
}

summ_status result_make(const settings *from, const summ_engine *engine, const char *format, const summ_part *parts,
                        size_t n_parts, result *out) {
    *out = (result){0};
    summ_status status = summ_doc_new_merged(engine, parts, n_parts, &from->doc, &out->doc);
    if (status == SUMM_OK)
        status = make_sentences(from, out);
    if (status == SUMM_OK)
        status = make_phrases(from, format, out);
    if (status != SUMM_OK)
        result_free(out);
    return status;
}

void result_free(result *made) {
    summ_sentences_free(made->sentences);
    summ_phrases_free(made->phrases);
    summ_doc_free(made->doc);
    *made = (result){0};
}

size_t result_count(const result *made) {
    size_t n_sentences = made->sentences != NULL ? summ_sentences_count(made->sentences) : 0;
    size_t n_phrases = made->phrases != NULL ? summ_phrases_count(made->phrases) : 0;
    return n_sentences + n_phrases;
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
    report.scores = from->scores;
    report.offsets = from->offsets;
    return summ_write(format, &report, write, context);
}
