#include "output/json.h"
#include "output/why.h"

#include <string.h>

static void open_object(const char *text, size_t n, bool first, sm_sink *sink) {
    sm_put_string(sink, first ? "{\"text\":" : ",{\"text\":");
    sm_json_string(sink, text, n);
}

static void put_place(const sm_report *report, const summ_reason *r, sm_sink *sink) {
    const summ_sentence *s = r->sentence;
    sm_json_count(sink, "rank", s->rank);
    sm_json_real(sink, "score", s->score);
    sm_json_count(sink, "index", s->index);
    sm_json_count(sink, "sentences", r->n_sentences);
    sm_json_count(sink, "block", s->block);
    if (s->source < report->n_names)
        sm_json_text(sink, "file", report->names[s->source], strlen(report->names[s->source]));
}

static void put_factors(const summ_reason *r, sm_sink *sink) {
    sm_json_real(sink, "base", r->base);
    sm_json_real(sink, "position", r->position);
    sm_json_real(sink, "cue", r->cue);
    sm_json_real(sink, "alone", r->alone);
    sm_json_real(sink, "novelty", r->novelty);
    sm_json_real(sink, "query", r->query);
    sm_json_real(sink, "kept", r->kept);
    sm_json_real(sink, "similarity", r->similarity);
    if (r->similar != SUMM_NO_SENTENCE)
        sm_json_count(sink, "similar", r->similar);
}

static void put_room(const summ_reason *r, sm_sink *sink) {
    sm_json_count(sink, "words", r->sentence->n_words);
    sm_json_count(sink, "chars", r->sentence->n_chars);
    if (r->words_left != SUMM_NO_LIMIT)
        sm_json_count(sink, "words_left", r->words_left);
    if (r->chars_left != SUMM_NO_LIMIT)
        sm_json_count(sink, "chars_left", r->chars_left);
}

static void put_terms(const summ_reason *r, sm_sink *sink) {
    sm_put_string(sink, ",\"terms\":[");
    for (size_t i = 0; i < r->n_terms; i++) {
        open_object(r->terms[i].text, r->terms[i].n_bytes, i == 0, sink);
        sm_json_real(sink, "weight", r->terms[i].weight);
        sm_put(sink, "}", 1);
    }
    sm_put(sink, "]", 1);
}

static void put_votes(const summ_reason *r, sm_sink *sink) {
    sm_put_string(sink, ",\"votes\":[");
    for (size_t i = 0; i < r->n_votes; i++) {
        sm_put_string(sink, i > 0 ? ",{\"index\":" : "{\"index\":");
        sm_put_count(sink, r->votes[i].index);
        sm_json_real(sink, "weight", r->votes[i].weight);
        sm_put(sink, "}", 1);
    }
    sm_put(sink, "]", 1);
}

static void put_sentences(const sm_report *report, sm_sink *sink) {
    for (size_t i = 0; i < report->n_reasons; i++) {
        const summ_reason *r = &report->reasons[i];
        const char *verdict = sm_verdict_name(r->verdict);
        open_object(r->sentence->text, r->sentence->n_bytes, i == 0, sink);
        sm_json_text(sink, "verdict", verdict, strlen(verdict));
        put_place(report, r, sink);
        put_factors(r, sink);
        put_room(r, sink);
        put_terms(r, sink);
        put_votes(r, sink);
        sm_put(sink, "}", 1);
    }
}

static void put_features(const summ_phrase_reason *r, sm_sink *sink) {
    sm_put_string(sink, ",\"features\":[");
    for (size_t i = 0; i < r->n_features; i++) {
        const summ_phrase_feature *f = &r->features[i];
        sm_put_string(sink, i > 0 ? ",{\"name\":" : "{\"name\":");
        sm_json_string(sink, f->name, strlen(f->name));
        sm_json_real(sink, "value", f->value);
        sm_json_real(sink, "weight", f->weight);
        sm_json_real(sink, "contribution", f->contribution);
        sm_put(sink, "}", 1);
    }
    sm_put(sink, "]", 1);
}

static void put_phrases(const sm_report *report, sm_sink *sink) {
    for (size_t i = 0; i < report->n_phrases; i++) {
        const summ_phrase_reason *r = &report->phrase_reasons[i];
        open_object(r->phrase->text, r->phrase->n_bytes, i == 0, sink);
        sm_json_count(sink, "rank", r->phrase->rank);
        sm_json_real(sink, "score", r->phrase->score);
        sm_json_count(sink, "count", r->phrase->count);
        put_features(r, sink);
        sm_put(sink, "}", 1);
    }
}

void sm_why_json(const sm_report *report, sm_sink *sink) {
    bool first = true;
    sm_put(sink, "{", 1);
    if (report->reasons != NULL) {
        sm_json_key(sink, "sentences", &first);
        sm_put(sink, "[", 1);
        put_sentences(report, sink);
        sm_put(sink, "]", 1);
    }
    if (report->phrase_reasons != NULL) {
        sm_json_key(sink, "keywords", &first);
        sm_put(sink, "[", 1);
        put_phrases(report, sink);
        sm_put(sink, "]", 1);
    }
    sm_put(sink, "}", 1);
}
