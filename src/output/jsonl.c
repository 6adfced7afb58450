/* JSON Lines: one object on one line (RFC 8259; jsonlines.org). */
#include "output/json.h"
#include "output/stats.h"
#include "output/why.h"

#include <string.h>

void sm_write_jsonl(const sm_report *report, sm_sink *sink);

/* What a document says of itself; the caller's names for other members go before. */
static void put_said(const sm_report *r, const char *name, const char *value, bool *first, sm_sink *sink) {
    bool taken = (r->summary_name != NULL && strcmp(r->summary_name, name) == 0) ||
                 (r->keywords_name != NULL && strcmp(r->keywords_name, name) == 0);
    if (value == NULL || taken)
        return;
    sm_json_key(sink, name, first);
    sm_json_string(sink, value, strlen(value));
}

static void put_about(const sm_report *r, bool *first, sm_sink *sink) {
    put_said(r, "title", r->facts->title, first, sink);
    put_said(r, "author", r->facts->author, first, sink);
    put_said(r, "date", r->facts->date, first, sink);
}

/* Strings; objects where there is more to tell. */
static void put_sentences(const sm_report *r, sm_sink *sink) {
    bool objects = r->scores || r->offsets || r->outline;
    sm_put(sink, "[", 1);
    for (size_t i = 0; i < r->n_sentences; i++) {
        sm_put(sink, ",", i > 0);
        if (objects) {
            sm_json_open_sentence(r, &r->sentences[i], sink);
            sm_put(sink, "}", 1);
        } else {
            sm_json_string(sink, r->sentences[i].text, r->sentences[i].n_bytes);
        }
    }
    sm_put(sink, "]", 1);
}

static void put_phrases(const sm_report *r, sm_sink *sink) {
    bool objects = r->scores || r->offsets;
    sm_put(sink, "[", 1);
    for (size_t i = 0; i < r->n_phrases; i++) {
        sm_put(sink, ",", i > 0);
        if (objects) {
            sm_json_open_phrase(r, &r->phrases[i], sink);
            sm_put(sink, "}", 1);
        } else {
            sm_json_string(sink, r->phrases[i].text, r->phrases[i].n_bytes);
        }
    }
    sm_put(sink, "]", 1);
}

/* A key that the caller may have chosen. */
static void put_key(const char *given, const char *name, bool *first, sm_sink *sink) {
    if (given == NULL) {
        sm_json_key(sink, name, first);
        return;
    }
    sm_put(sink, ",", !*first);
    sm_json_string(sink, given, strlen(given));
    sm_put(sink, ":", 1);
    *first = false;
}

static void put_stats(const sm_report *r, sm_sink *sink) {
    sm_put_string(sink, "{\"encoding\":");
    sm_json_string(sink, r->facts->encoding, strlen(r->facts->encoding));
    sm_json_real(sink, "language_sureness", r->facts->language_sureness);
    sm_json_stats(r, sink);
    sm_put(sink, "}", 1);
}

void sm_write_jsonl(const sm_report *r, sm_sink *sink) {
    bool first = true;
    sm_put(sink, "{", 1);
    sm_json_names(r, &first, sink);
    if (r->about)
        put_about(r, &first, sink);
    if (r->language != NULL) {
        sm_json_key(sink, "language", &first);
        sm_json_string(sink, r->language, strlen(r->language));
    }
    if (r->stats) {
        sm_json_key(sink, "stats", &first);
        put_stats(r, sink);
    }
    if (r->sentences != NULL) {
        put_key(r->summary_name, "summary", &first, sink);
        put_sentences(r, sink);
    }
    if (r->phrases != NULL) {
        put_key(r->keywords_name, "keywords", &first, sink);
        put_phrases(r, sink);
    }
    if (r->reasons != NULL || r->phrase_reasons != NULL) {
        sm_json_key(sink, "explain", &first);
        sm_why_json(r, sink);
    }
    sm_put(sink, "}\n", 2);
}
