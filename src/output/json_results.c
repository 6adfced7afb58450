/* Sentences and phrases in JSON. */
#include "output/json.h"

#include <string.h>

static void put_name(const char *name, sm_sink *sink) {
    sm_json_string(sink, name, strlen(name));
}

void sm_json_names(const sm_report *r, bool *first, sm_sink *sink) {
    if (r->name != NULL) {
        sm_json_key(sink, "file", first);
        put_name(r->name, sink);
    }
    if (r->names == NULL)
        return;
    sm_json_key(sink, "files", first);
    sm_put(sink, "[", 1);
    for (size_t i = 0; i < r->n_names; i++) {
        sm_put(sink, ",", i > 0);
        put_name(r->names[i], sink);
    }
    sm_put(sink, "]", 1);
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
        sm_json_real(sink, "score", score);
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

static void put_role(const summ_sentence *s, sm_sink *sink) {
    static const char *const NAMES[] = {
        [SUMM_ROLE_PARAGRAPH] = "paragraph", [SUMM_ROLE_TITLE] = "title", [SUMM_ROLE_HEADING] = "heading",
        [SUMM_ROLE_ITEM] = "item",           [SUMM_ROLE_QUOTE] = "quote", [SUMM_ROLE_CAPTION] = "caption",
        [SUMM_ROLE_CODE] = "code",           [SUMM_ROLE_LABEL] = "label"};
    sm_put_string(sink, ",\"role\":\"");
    sm_put_string(sink, NAMES[s->role]);
    sm_put(sink, "\"", 1);
    if (s->level > 0)
        sm_json_count(sink, "level", (size_t)s->level);
}

void sm_json_open_sentence(const sm_report *r, const summ_sentence *s, sm_sink *sink) {
    summ_span span = {s->begin, s->end, s->line, s->column, s->source};
    open_result(r, s->text, s->n_bytes, s->score, s->rank, &span, sink);
    if (r->offsets)
        put_pieces(s, sink);
    if (r->outline || r->apart)
        put_role(s, sink);
}

void sm_json_open_phrase(const sm_report *r, const summ_phrase *p, sm_sink *sink) {
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
}
