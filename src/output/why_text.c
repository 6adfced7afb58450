#include "output/why.h"

enum {
    SHOWN_FEATURES = 6 /* of a phrase: the largest */
};

const char *sm_verdict_name(summ_verdict verdict) {
    switch (verdict) {
    case SUMM_CHOSEN:
        return "chosen";
    case SUMM_CHOSEN_MUST:
        return "must";
    case SUMM_LEFT_NEXT:
        return "next best";
    case SUMM_LEFT_COPY:
        return "near-copy";
    case SUMM_LEFT_NO_ROOM:
        return "no room";
    case SUMM_LEFT_QUOTATION:
        return "quotation";
    case SUMM_LEFT_QUESTION:
        return "question";
    case SUMM_LEFT_SHORT:
        return "too short";
    case SUMM_LEFT_TITLE:
        return "title";
    case SUMM_LEFT_LABEL:
        return "label";
    }
    return "unknown";
}

static void put_short(sm_sink *sink, double number) {
    sm_put_real(sink, number, 2);
}

/* "sentence 4", counted from 1. */
static void put_sentence(size_t index, sm_sink *sink) {
    if (index == SUMM_NO_SENTENCE) {
        sm_put_string(sink, "what is known");
        return;
    }
    sm_put_string(sink, "sentence ");
    sm_put_count(sink, index + 1);
}

static void put_room(size_t needed, const char *unit, size_t left, sm_sink *sink) {
    sm_put_string(sink, ": ");
    sm_put_count(sink, needed);
    sm_put_string(sink, unit);
    sm_put_count(sink, left);
    sm_put_string(sink, " left");
}

static void put_verdict(const summ_reason *r, sm_sink *sink) {
    const summ_sentence *s = r->sentence;
    sm_put_string(sink, "    why: ");
    sm_put_string(sink, sm_verdict_name(r->verdict));
    if (r->verdict == SUMM_LEFT_COPY) {
        sm_put_string(sink, " of ");
        put_sentence(r->similar, sink);
    } else if (r->verdict == SUMM_LEFT_NO_ROOM && s->n_words > r->words_left)
        put_room(s->n_words, " words, ", r->words_left, sink);
    else if (r->verdict == SUMM_LEFT_NO_ROOM)
        put_room(s->n_chars, " characters, ", r->chars_left, sink);
    sm_put(sink, "\n", 1);
}

static void put_place(const sm_report *report, const summ_reason *r, sm_sink *sink) {
    const summ_sentence *s = r->sentence;
    sm_put_string(sink, "    score ");
    put_short(sink, s->score);
    sm_put_string(sink, ", ");
    put_sentence(s->index, sink);
    sm_put_string(sink, " of ");
    sm_put_count(sink, r->n_sentences);
    sm_put_string(sink, ", paragraph ");
    sm_put_count(sink, s->block + 1);
    if (s->source < report->n_names) {
        sm_put_string(sink, ", ");
        sm_put_name(sink, report->names[s->source]);
    }
    sm_put(sink, "\n", 1);
}

static void put_terms(const summ_reason *r, sm_sink *sink) {
    for (size_t i = 0; i < r->n_terms; i++) {
        sm_put_string(sink, i > 0 ? ", " : "    terms: ");
        sm_put(sink, r->terms[i].text, r->terms[i].n_bytes);
        sm_put(sink, " ", 1);
        put_short(sink, r->terms[i].weight);
    }
    sm_put(sink, "\n", r->n_terms > 0);
}

static void put_votes(const summ_reason *r, sm_sink *sink) {
    for (size_t i = 0; i < r->n_votes; i++) {
        sm_put_string(sink, i > 0 ? ", " : "    votes: sentence ");
        sm_put_count(sink, r->votes[i].index + 1);
        sm_put_string(sink, " (");
        put_short(sink, r->votes[i].weight);
        sm_put(sink, ")", 1);
    }
    sm_put(sink, "\n", r->n_votes > 0);
}

/* What goes before the next thing that moved a sentence. */
static void put_move(bool *first, const char *what, sm_sink *sink) {
    sm_put_string(sink, *first ? "    moved: " : "; ");
    sm_put_string(sink, what);
    *first = false;
}

static void put_factor(double factor, sm_sink *sink) {
    sm_put_string(sink, " x");
    put_short(sink, factor);
}

static void put_own_factor(const char *name, double factor, bool *first, sm_sink *sink) {
    if (factor < 1 || factor > 1) {
        put_move(first, name, sink);
        put_factor(factor, sink);
    }
}

static void put_moves(const summ_reason *r, sm_sink *sink) {
    bool first = true;
    if (r->verdict == SUMM_CHOSEN_MUST)
        put_move(&first, "must", sink);
    put_own_factor("position", r->position, &first, sink);
    put_own_factor("speaks of the text", r->cue, &first, sink);
    put_own_factor("cannot stand alone", r->alone, &first, sink);
    put_own_factor("known", r->novelty, &first, sink);
    put_own_factor("query", r->query, &first, sink);
    if (r->kept < 1 && r->verdict != SUMM_LEFT_COPY) {
        put_move(&first, "like ", sink);
        put_sentence(r->similar, sink);
        sm_put_string(sink, " (");
        put_short(sink, r->similarity);
        sm_put(sink, ")", 1);
        put_factor(r->kept, sink);
    }
    sm_put(sink, "\n", !first);
}

void sm_why_text_sentence(const sm_report *report, const summ_reason *r, sm_sink *sink) {
    if (r->sentence->rank == 0)
        put_verdict(r, sink);
    put_place(report, r, sink);
    put_terms(r, sink);
    put_votes(r, sink);
    put_moves(r, sink);
}

void sm_why_text_phrase(const summ_phrase_reason *r, sm_sink *sink) {
    sm_put_string(sink, "    score ");
    put_short(sink, r->phrase->score);
    sm_put_string(sink, r->phrase->count == 1 ? ", once\n" : ", ");
    if (r->phrase->count > 1) {
        sm_put_count(sink, r->phrase->count);
        sm_put_string(sink, " times\n");
    }
    for (size_t i = 0; i < r->n_features && i < SHOWN_FEATURES; i++) {
        const summ_phrase_feature *f = &r->features[i];
        sm_put_string(sink, i > 0 ? ", " : "    features: ");
        sm_put_string(sink, f->name);
        sm_put(sink, " ", 1);
        put_short(sink, f->value);
        put_factor(f->weight, sink);
        sm_put_string(sink, " = ");
        put_short(sink, f->contribution);
    }
    sm_put(sink, "\n", r->n_features > 0);
}
