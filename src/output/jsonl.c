/* JSON Lines: one object on one line (RFC 8259; jsonlines.org). */
#include "base/utf8.h"
#include "output/output.h"

#include <string.h>

void sm_write_jsonl(const sm_report *report, sm_sink *sink);

static void put_escaped(sm_sink *sink, unsigned char c) {
    static const char HEX[] = "0123456789abcdef";
    char escape[6] = {'\\', (char)c, 0, 0, 0, 0};
    if (c < 0x20)
        memcpy(escape + 1, (char[]){'u', '0', '0', HEX[c >> 4], HEX[c & 15]}, 5);
    sm_put(sink, escape, c < 0x20 ? 6 : 2);
}

/* Bytes that are no UTF-8, which names of files may have, become U+FFFD. */
static void put_json_string(sm_sink *sink, const char *text, size_t n) {
    size_t from = 0, length;
    sm_put(sink, "\"", 1);
    for (size_t i = 0; i < n; i += length) {
        uint32_t c;
        length = sm_utf8_decode(text + i, n - i, &c);
        bool bad = c == SM_UTF8_BAD && length == 1;
        if (c >= 0x20 && c != '"' && c != '\\' && !bad)
            continue;
        sm_put(sink, text + from, i - from);
        if (bad)
            sm_put_string(sink, "\xEF\xBF\xBD");
        else
            put_escaped(sink, (unsigned char)c);
        from = i + length;
    }
    sm_put(sink, text + from, n - from);
    sm_put(sink, "\"", 1);
}

static void put_count_member(sm_sink *sink, const char *name, size_t number) {
    sm_put_string(sink, ",\"");
    sm_put_string(sink, name);
    sm_put_string(sink, "\":");
    sm_put_count(sink, number);
}

static void put_name(const char *name, sm_sink *sink) {
    put_json_string(sink, name, strlen(name));
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
    put_count_member(sink, "end", span->end);
    put_count_member(sink, "line", span->line);
    put_count_member(sink, "column", span->column);
}

/* The members that sentences and phrases share, in an object that is left open. */
static void open_result(const sm_report *r, const char *text, size_t n_bytes, double score, size_t rank,
                        const summ_span *span, sm_sink *sink) {
    sm_put_string(sink, "{\"text\":");
    put_json_string(sink, text, n_bytes);
    if (r->scores) {
        sm_put_string(sink, ",\"score\":");
        sm_put_score(sink, score);
        put_count_member(sink, "rank", rank);
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
        put_count_member(sink, "end", s->pieces[i].end);
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
    put_count_member(sink, "count", p->count);
    sm_put_string(sink, ",\"forms\":[");
    for (size_t i = 0; i < p->n_forms; i++) {
        sm_put_string(sink, i > 0 ? ",{\"text\":" : "{\"text\":");
        put_json_string(sink, p->forms[i].text, p->forms[i].n_bytes);
        put_count_member(sink, "count", p->forms[i].count);
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
            put_json_string(sink, r->sentences[i].text, r->sentences[i].n_bytes);
    }
}

static void put_phrases(const sm_report *r, sm_sink *sink) {
    bool objects = r->scores || r->offsets;
    for (size_t i = 0; i < r->n_phrases; i++) {
        sm_put(sink, ",", i > 0);
        if (objects)
            put_phrase(r, &r->phrases[i], sink);
        else
            put_json_string(sink, r->phrases[i].text, r->phrases[i].n_bytes);
    }
}

/* The name of a member and its colon; a comma before all but the first. */
static void put_key(sm_sink *sink, const char *key, bool *first) {
    sm_put_string(sink, *first ? "\"" : ",\"");
    sm_put_string(sink, key);
    sm_put_string(sink, "\":");
    *first = false;
}

void sm_write_jsonl(const sm_report *r, sm_sink *sink) {
    bool first = true;
    sm_put(sink, "{", 1);
    if (r->name != NULL) {
        put_key(sink, "file", &first);
        put_name(r->name, sink);
    }
    if (r->names != NULL) {
        put_key(sink, "files", &first);
        sm_put(sink, "[", 1);
        for (size_t i = 0; i < r->n_names; i++) {
            sm_put(sink, ",", i > 0);
            put_name(r->names[i], sink);
        }
        sm_put(sink, "]", 1);
    }
    if (r->language != NULL) {
        put_key(sink, "language", &first);
        put_json_string(sink, r->language, strlen(r->language));
    }
    if (r->sentences != NULL) {
        put_key(sink, "summary", &first);
        sm_put(sink, "[", 1);
        put_sentences(r, sink);
        sm_put(sink, "]", 1);
    }
    if (r->phrases != NULL) {
        put_key(sink, "keywords", &first);
        sm_put(sink, "[", 1);
        put_phrases(r, sink);
        sm_put(sink, "]", 1);
    }
    sm_put(sink, "}\n", 2);
}
