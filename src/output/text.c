/* Text: one result a line, sentences first, an empty line, key phrases. */
#include "output/highlight.h"
#include "output/stats.h"
#include "output/why.h"

void sm_write_text(const sm_report *report, sm_sink *sink);

/* What stands before a result steps back behind it. */
static void dim(const sm_report *r, const char *sequence, sm_sink *sink) {
    if (r->color && (r->offsets || r->scores))
        sm_put_string(sink, sequence);
}

static void put_place(const sm_report *r, size_t source, size_t line, size_t column, sm_sink *sink) {
    const char *name = sm_report_name(r, source);
    dim(r, "\x1B[2m", sink);
    if (!r->offsets)
        return;
    if (name != NULL) {
        sm_put_name(sink, name);
        sm_put(sink, ":", 1);
    }
    sm_put_count(sink, line);
    sm_put(sink, ":", 1);
    sm_put_count(sink, column);
    sm_put(sink, ": ", 2);
}

static void put_result(const sm_report *r, double score, size_t rank, const char *text, size_t n, sm_sink *sink) {
    if (r->scores) {
        sm_put_score(sink, score);
        sm_put(sink, "\t", 1);
        sm_put_count(sink, rank);
        sm_put(sink, "\t", 1);
    }
    dim(r, "\x1B[0m", sink);
    sm_put(sink, text, n);
    sm_put(sink, "\n", 1);
}

/* With places, a line for each occurrence. */
static void put_phrase(const sm_report *r, const summ_phrase *p, sm_sink *sink) {
    for (size_t k = 0; k < (r->offsets ? p->count : 1); k++) {
        const summ_span *o = &p->occurrences[k];
        put_place(r, o->source, o->line, o->column, sink);
        put_result(r, p->score, p->rank, p->text, p->n_bytes, sink);
    }
}

static void put_sentence(const sm_report *r, const summ_sentence *s, sm_sink *sink) {
    put_place(r, s->source, s->line, s->column, sink);
    put_result(r, s->score, s->rank, s->text, s->n_bytes, sink);
}

/* The sentences that were not chosen, and why. */
static void put_others(const sm_report *r, sm_sink *sink) {
    if (r->reasons == NULL || r->n_reasons <= r->n_sentences)
        return;
    sm_put_string(sink, r->n_sentences > 0 ? "\nNot chosen:\n" : "Not chosen:\n");
    for (size_t i = r->n_sentences; i < r->n_reasons; i++) {
        put_sentence(r, r->reasons[i].sentence, sink);
        sm_why_text_sentence(r, &r->reasons[i], sink);
    }
}

static void put_results(const sm_report *r, sm_sink *sink) {
    for (size_t i = 0; i < r->n_sentences; i++) {
        if (i > 0 && (r->apart || sm_is_heading(r, &r->sentences[i])))
            sm_put(sink, "\n", 1);
        put_sentence(r, &r->sentences[i], sink);
        if (r->reasons != NULL)
            sm_why_text_sentence(r, &r->reasons[i], sink);
    }
    put_others(r, sink);
    if (r->n_sentences + r->n_reasons > 0 && r->n_phrases > 0)
        sm_put(sink, "\n", 1);
    for (size_t i = 0; i < r->n_phrases; i++) {
        put_phrase(r, &r->phrases[i], sink);
        if (r->phrase_reasons != NULL)
            sm_why_text_phrase(&r->phrase_reasons[i], sink);
    }
}

void sm_write_text(const sm_report *report, sm_sink *sink) {
    if (report->stats)
        sm_stats_text(report, sink);
    else if (report->highlight)
        sm_highlight_text(report, sink);
    else
        put_results(report, sink);
}
