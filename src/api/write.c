#include "api/whole.h"
#include "text/script.h"

static bool is_right_to_left(const summ_doc *doc) {
    return doc != NULL && (doc->doc.language->scripts & (SM_ARABIC | SM_HEBREW)) != 0;
}

/* The text of the ranking lives only while it is written. */
static summ_status write_whole(const sm_writer *writer, const summ_report *r, sm_report *report, sm_sink *sink) {
    const summ_engine *engine = r->ranking->doc->engine;
    const sm_places *places = r->phrases != NULL ? r->phrases->places : NULL;
    if (r->keyword_explanation != NULL)
        places = r->keyword_explanation->places;
    sm_alloc alloc;
    sm_arena arena;
    sm_alloc_init(&alloc, engine->allocator, engine->max_memory);
    sm_arena_init(&arena, &alloc);
    bool good = sm_whole_build(r->ranking, places, &arena, report);
    if (good)
        writer->write(report, sink);
    sm_arena_release(&arena);
    return good ? SUMM_OK : SUMM_ERR_MEMORY;
}

summ_status summ_write(const char *format, const summ_report *given, summ_write_fn write, void *context) {
    summ_report r;
    summ_report_init(&r, sizeof r);
    if (given == NULL || write == NULL || !sm_options_read(&r, sizeof r, given) ||
        (r.ranking != NULL && r.ranking->doc == NULL))
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
                        .keywords_name = r.keywords_name,
                        .highlight = r.highlight != 0,
                        .right_to_left = is_right_to_left(r.doc),
                        .color = r.color != 0,
                        .width = r.width};
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
    summ_status status = SUMM_OK;
    if (r.ranking != NULL)
        status = write_whole(writer, &r, &report, &sink);
    else
        writer->write(&report, &sink);
    return status != SUMM_OK ? status : sink.failed ? SUMM_ERR_WRITE : SUMM_OK;
}
