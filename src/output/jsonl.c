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

typedef struct result {
    const char *text;
    size_t n_bytes, rank, begin, end, line, column;
    double score;
} result;

static void put_result(const sm_report *r, const result *x, sm_sink *sink) {
    if (!r->scores && !r->offsets) {
        put_json_string(sink, x->text, x->n_bytes);
        return;
    }
    sm_put_string(sink, "{\"text\":");
    put_json_string(sink, x->text, x->n_bytes);
    if (r->scores) {
        sm_put_string(sink, ",\"score\":");
        sm_put_score(sink, x->score);
        put_count_member(sink, "rank", x->rank);
    }
    if (r->offsets) {
        put_count_member(sink, "begin", x->begin);
        put_count_member(sink, "end", x->end);
        put_count_member(sink, "line", x->line);
        put_count_member(sink, "column", x->column);
    }
    sm_put(sink, "}", 1);
}

static void put_sentences(const sm_report *r, sm_sink *sink) {
    for (size_t i = 0; i < r->n_sentences; i++) {
        const summ_sentence *s = &r->sentences[i];
        result x = {s->text, s->n_bytes, s->rank, s->begin, s->end, s->line, s->column, s->score};
        sm_put(sink, ",", i > 0);
        put_result(r, &x, sink);
    }
}

static void put_phrases(const sm_report *r, sm_sink *sink) {
    for (size_t i = 0; i < r->n_phrases; i++) {
        const summ_phrase *p = &r->phrases[i];
        result x = {p->text, p->n_bytes, p->rank, p->occurrences[0].begin, p->occurrences[0].end,
                    p->line, p->column,  p->score};
        sm_put(sink, ",", i > 0);
        put_result(r, &x, sink);
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
        put_json_string(sink, r->name, strlen(r->name));
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
