#include "api/handles.h"
#include "output/output.h"

summ_status summ_write(const char *format, const summ_report *given, summ_write_fn write, void *context) {
    summ_report r;
    summ_report_init(&r, sizeof r);
    if (given == NULL || write == NULL || !sm_options_read(&r, sizeof r, given))
        return SUMM_ERR_ARGUMENT;
    const sm_writer *writer = sm_writer_at(sm_item_find(SUMM_OUTPUTS, format));
    if (writer == NULL)
        return SUMM_ERR_NAME;
    bool named = r.names != NULL && r.n_names > 0;
    sm_report report = {.name = named ? NULL : r.name,
                        .names = named ? r.names : NULL,
                        .n_names = named ? r.n_names : 0,
                        .language = r.doc != NULL ? summ_doc_language(r.doc) : NULL,
                        .scores = r.scores != 0,
                        .offsets = r.offsets != 0,
                        .apart = r.apart != 0,
                        .summary_name = r.summary_name,
                        .keywords_name = r.keywords_name};
    if (r.doc != NULL && r.about != 0) {
        report.title = summ_doc_title(r.doc);
        report.author = summ_doc_author(r.doc);
        report.date = summ_doc_date(r.doc);
    }
    if (r.sentences != NULL) {
        report.sentences = r.sentences->list;
        report.n_sentences = r.sentences->n;
    }
    if (r.phrases != NULL) {
        report.phrases = r.phrases->list;
        report.n_phrases = r.phrases->n;
    }
    if (r.explanation != NULL) {
        report.sentences = r.explanation->sentences;
        report.n_sentences = r.explanation->n_chosen;
        report.reasons = r.explanation->list;
        report.n_reasons = r.explanation->n;
    }
    if (r.keyword_explanation != NULL) {
        report.phrases = r.keyword_explanation->phrases;
        report.n_phrases = r.keyword_explanation->n;
        report.phrase_reasons = r.keyword_explanation->list;
    }
    sm_sink sink = {write, context, false};
    writer->write(&report, &sink);
    return sink.failed ? SUMM_ERR_WRITE : SUMM_OK;
}
