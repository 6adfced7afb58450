#include "api/choice.h"
#include "api/found.h"
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

/* What the options of a report become; they have to outlive it. */
typedef struct used {
    sm_choice choice;
    sm_found found;
} used;

static summ_status read_options(const summ_report *r, used *u, sm_report *report) {
    summ_status status = SUMM_OK;
    if (r->summary_options != NULL) {
        status = sm_choice_read(r->summary_options, &u->choice);
        report->summary_options = &u->choice.options;
    }
    if (status == SUMM_OK && r->keyword_options != NULL) {
        status = sm_found_read(r->keyword_options, &u->found);
        report->keyword_options = &u->found.options;
    }
    return status;
}

static void add_sentences(const summ_report *r, sm_report *report) {
    if (r->sentences != NULL) {
        report->sentences = r->sentences->list;
        report->n_sentences = r->sentences->n;
        report->outline = r->sentences->outline;
        report->titles = r->sentences->titles;
        report->n_titles = r->sentences->n_titles;
    }
    if (r->explanation != NULL) {
        report->sentences = r->explanation->sentences;
        report->n_sentences = r->explanation->n_chosen;
        report->reasons = r->explanation->list;
        report->n_reasons = r->explanation->n;
    }
}

static void add_phrases(const summ_report *r, sm_report *report) {
    if (r->phrases != NULL) {
        report->phrases = r->phrases->list;
        report->n_phrases = r->phrases->n;
    }
    if (r->keyword_explanation != NULL) {
        report->phrases = r->keyword_explanation->phrases;
        report->n_phrases = r->keyword_explanation->n;
        report->phrase_reasons = r->keyword_explanation->list;
    }
}

/* Of the summary only what it measures. */
static void add_stats(const summ_report *r, sm_report *report) {
    sm_report full = *report;
    add_sentences(r, &full);
    report->has_kept = full.sentences != NULL;
    for (size_t i = 0; report->has_kept && i < full.n_sentences; i++)
        if (!sm_is_heading(&full, &full.sentences[i])) {
            report->n_kept_sentences++;
            report->n_kept_words += full.sentences[i].n_words;
        }
}

static sm_report begin(const summ_report *r) {
    bool named = r->names != NULL && r->n_names > 0;
    return (sm_report){.name = named ? NULL : r->name,
                       .names = named ? r->names : NULL,
                       .n_names = named ? r->n_names : 0,
                       .language = r->doc != NULL ? summ_doc_facts(r->doc)->language : NULL,
                       .scores = r->scores != 0,
                       .offsets = r->offsets != 0,
                       .apart = r->apart != 0,
                       .headed = r->headed != 0,
                       .summary_name = r->summary_name,
                       .keywords_name = r->keywords_name,
                       .facts = r->doc != NULL ? summ_doc_facts(r->doc) : NULL,
                       .about = r->about != 0 && r->doc != NULL,
                       .highlight = r->highlight != 0,
                       .right_to_left = is_right_to_left(r->doc),
                       .color = r->color != 0,
                       .width = r->width,
                       .stats = r->stats != 0};
}

summ_status summ_write(const char *format, const summ_report *given, summ_write_fn write, void *context) {
    summ_report r;
    used u;
    summ_report_init(&r, sizeof r);
    if (given == NULL || write == NULL || !sm_options_read(&r, sizeof r, given) || (r.stats != 0 && r.doc == NULL) ||
        (r.ranking != NULL && r.ranking->doc == NULL))
        return SUMM_ERR_ARGUMENT;
    const sm_writer *writer = sm_writer_at(sm_item_find(SUMM_OUTPUTS, format));
    if (writer == NULL)
        return SUMM_ERR_NAME;
    sm_report report = begin(&r);
    summ_status status = read_options(&r, &u, &report);
    if (status != SUMM_OK)
        return status;
    if (report.stats) {
        add_stats(&r, &report);
    } else {
        add_sentences(&r, &report);
        add_phrases(&r, &report);
    }
    sm_sink sink = {.write = write, .context = context};
    if (r.ranking != NULL && !report.stats)
        status = write_whole(writer, &r, &report, &sink);
    else
        writer->write(&report, &sink);
    return status != SUMM_OK ? status : sink.failed ? SUMM_ERR_WRITE : SUMM_OK;
}

summ_status summ_write_frame(const char *format, summ_frame part, summ_write_fn write, void *context) {
    if (write == NULL || (unsigned)part > SUMM_FRAME_END)
        return SUMM_ERR_ARGUMENT;
    const sm_writer *writer = sm_writer_at(sm_item_find(SUMM_OUTPUTS, format));
    if (writer == NULL)
        return SUMM_ERR_NAME;
    sm_sink sink = {.write = write, .context = context};
    sm_put_string(&sink, writer->frame->parts[part]);
    return sink.failed ? SUMM_ERR_WRITE : SUMM_OK;
}
