/* JSON Lines: one object on one line (RFC 8259; jsonlines.org). */
#include "output/json.h"
#include "output/why.h"

#include <string.h>

/* What a document says of itself; the caller's names for other members go before. */
static void put_said(const sm_report *r, const char *name, const char *value, bool *first, sm_sink *sink) {
    bool taken = (r->summary_name != NULL && strcmp(r->summary_name, name) == 0) ||
                 (r->keywords_name != NULL && strcmp(r->keywords_name, name) == 0);
    if (value == NULL || taken)
        return;
    sm_json_key(sink, name, first);
    sm_json_string(sink, value, strlen(value));
}

void sm_write_jsonl(const sm_report *report, sm_sink *sink);

static void put_name(const char *name, sm_sink *sink) {
    sm_json_string(sink, name, strlen(name));
}

static void put_span(const sm_report *r, const summ_span *span, const char *before, sm_sink *sink) {
    sm_put_string(sink, before);
    const char *name = r->names != NULL ? sm_report_name(r, span->source) : NULL;
    if (name != NULL) {
        sm_put_string(sink, "\"file\":");
        put_name(name, sink);
        sm_put(sink, ",", 1);
    }
    sm_put_string(sink, "\"begin\":");
    sm_put_count(sink, span->begin);
    sm_json_count(sink, "end", span->end);
    sm_json_count(sink, "line", span->line);
    sm_json_count(sink, "column", span->column);
}

/* The members that sentences and phrases share, in an object that is left open. */
static void open_result(const sm_report *r, const char *text, size_t n_bytes, double score, size_t rank,
                        const summ_span *span, sm_sink *sink) {
    sm_put_string(sink, "{\"text\":");
    sm_json_string(sink, text, n_bytes);
    if (r->scores) {
        sm_put_string(sink, ",\"score\":");
        sm_put_score(sink, score);
        sm_json_count(sink, "rank", rank);
    }
    if (r->offsets)
        put_span(r, span, ",", sink);
}

/* What was left of a trimmed sentence. */
static void put_pieces(const summ_sentence *s, sm_sink *sink) {
    if (s->n_pieces == 1 && s->pieces[0].begin == s->begin && s->pieces[0].end == s->end)
        return;
    sm_put_string(sink, ",\"pieces\":[");
    for (size_t i = 0; i < s->n_pieces; i++) {
        sm_put_string(sink, i > 0 ? ",{\"begin\":" : "{\"begin\":");
        sm_put_count(sink, s->pieces[i].begin);
        sm_json_count(sink, "end", s->pieces[i].end);
        sm_put(sink, "}", 1);
    }
    sm_put(sink, "]", 1);
}

static void put_sentence(const sm_report *r, const summ_sentence *s, sm_sink *sink) {
    summ_span span = {s->begin, s->end, s->line, s->column, s->source};
    open_result(r, s->text, s->n_bytes, s->score, s->rank, &span, sink);
    if (r->offsets)
        put_pieces(s, sink);
    sm_put(sink, "}", 1);
}

static void put_phrase(const sm_report *r, const summ_phrase *p, sm_sink *sink) {
    open_result(r, p->text, p->n_bytes, p->score, p->rank, &p->occurrences[0], sink);
    sm_json_count(sink, "count", p->count);
    sm_put_string(sink, ",\"forms\":[");
    for (size_t i = 0; i < p->n_forms; i++) {
        sm_put_string(sink, i > 0 ? ",{\"text\":" : "{\"text\":");
        sm_json_string(sink, p->forms[i].text, p->forms[i].n_bytes);
        sm_json_count(sink, "count", p->forms[i].count);
        sm_put(sink, "}", 1);
    }
    sm_put(sink, "]", 1);
    if (r->offsets) {
        sm_put_string(sink, ",\"occurrences\":[");
        for (size_t i = 0; i < p->count; i++) {
            put_span(r, &p->occurrences[i], i > 0 ? ",{" : "{", sink);
            sm_put(sink, "}", 1);
        }
        sm_put(sink, "]", 1);
    }
    sm_put(sink, "}", 1);
}

/* Strings; objects where there is more to tell. */
static void put_sentences(const sm_report *r, sm_sink *sink) {
    bool objects = r->scores || r->offsets;
    for (size_t i = 0; i < r->n_sentences; i++) {
        sm_put(sink, ",", i > 0);
        if (objects)
            put_sentence(r, &r->sentences[i], sink);
        else
            sm_json_string(sink, r->sentences[i].text, r->sentences[i].n_bytes);
    }
}

static void put_phrases(const sm_report *r, sm_sink *sink) {
    bool objects = r->scores || r->offsets;
    for (size_t i = 0; i < r->n_phrases; i++) {
        sm_put(sink, ",", i > 0);
        if (objects)
            put_phrase(r, &r->phrases[i], sink);
        else
            sm_json_string(sink, r->phrases[i].text, r->phrases[i].n_bytes);
    }
}

/* A key that the caller may have chosen. */
static void put_key(const char *given, const char *name, bool *first, sm_sink *sink) {
    if (given == NULL) {
        sm_json_key(sink, name, first);
        return;
    }
    sm_put(sink, ",", !*first);
    put_name(given, sink);
    sm_put(sink, ":", 1);
    *first = false;
}

void sm_write_jsonl(const sm_report *r, sm_sink *sink) {
    bool first = true;
    sm_put(sink, "{", 1);
    if (r->name != NULL) {
        sm_json_key(sink, "file", &first);
        put_name(r->name, sink);
    }
    if (r->names != NULL) {
        sm_json_key(sink, "files", &first);
        sm_put(sink, "[", 1);
        for (size_t i = 0; i < r->n_names; i++) {
            sm_put(sink, ",", i > 0);
            put_name(r->names[i], sink);
        }
        sm_put(sink, "]", 1);
    }
    put_said(r, "title", r->title, &first, sink);
    put_said(r, "author", r->author, &first, sink);
    put_said(r, "date", r->date, &first, sink);
    if (r->language != NULL) {
        sm_json_key(sink, "language", &first);
        sm_json_string(sink, r->language, strlen(r->language));
    }
    if (r->sentences != NULL) {
        put_key(r->summary_name, "summary", &first, sink);
        sm_put(sink, "[", 1);
        put_sentences(r, sink);
        sm_put(sink, "]", 1);
    }
    if (r->phrases != NULL) {
        put_key(r->keywords_name, "keywords", &first, sink);
        sm_put(sink, "[", 1);
        put_phrases(r, sink);
        sm_put(sink, "]", 1);
    }
    if (r->reasons != NULL || r->phrase_reasons != NULL) {
        sm_json_key(sink, "explain", &first);
        sm_why_json(r, sink);
    }
    sm_put(sink, "}\n", 2);
}
