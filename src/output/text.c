/* Text: one result a line, sentences first, an empty line, key phrases. */
#include "base/utf8.h"
#include "output/output.h"

#include <string.h>

void sm_write_text(const sm_report *report, sm_sink *sink);

/* Names may hold anything; on a line they may not hold what would break it. */
static void put_name(sm_sink *sink, const char *name) {
    size_t n = strlen(name), length;
    for (size_t i = 0; i < n; i += length) {
        uint32_t c;
        length = sm_utf8_decode(name + i, n - i, &c);
        bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        sm_put(sink, control ? "?" : name + i, control ? 1 : length);
    }
}

static void put_place(const sm_report *r, size_t source, size_t line, size_t column, sm_sink *sink) {
    const char *name = sm_report_name(r, source);
    if (!r->offsets)
        return;
    if (name != NULL) {
        put_name(sink, name);
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

void sm_write_text(const sm_report *r, sm_sink *sink) {
    for (size_t i = 0; i < r->n_sentences; i++) {
        const summ_sentence *s = &r->sentences[i];
        put_place(r, s->source, s->line, s->column, sink);
        put_result(r, s->score, s->rank, s->text, s->n_bytes, sink);
    }
    if (r->n_sentences > 0 && r->n_phrases > 0)
        sm_put(sink, "\n", 1);
    for (size_t i = 0; i < r->n_phrases; i++)
        put_phrase(r, &r->phrases[i], sink);
}
