#include "select/trace.h"

#include "doc/prose.h"
#include "select/unwanted.h"

bool sm_trace_index(sm_trace *t, sm_arena *scratch) {
    t->place = sm_arena_get_zero(scratch, t->doc->sentences.n, sizeof *t->place);
    for (uint32_t i = 0; t->place != NULL && i < t->order.n; i++)
        t->place[t->order.sentence[i]] = i + 1;
    return t->place != NULL;
}

static uint32_t count_known(const sm_trace *t) {
    return t->options.known != NULL ? t->options.known->matrix.n_rows : 0;
}

/* How many counted when the value of a sentence was worked out: of one that was not taken, all. */
static uint32_t count_before(const sm_trace *t, uint32_t sentence) {
    const sm_look *look = &t->order.looks[sentence];
    if (t->place[sentence] == 0)
        return count_known(t) + (uint32_t)t->order.n;
    return look->looks > 0 ? look->valued : 0;
}

/* The first of the order with the same words. */
static uint32_t find_same(const sm_trace *t, uint32_t sentence) {
    uint32_t words = sm_redundancy_words(&t->order.redundancy, sentence);
    const sm_taken *taken = t->order.redundancy.taken.at + count_known(t);
    for (size_t i = 0; i < t->order.n; i++)
        if (taken[i].words == words)
            return t->order.sentence[i];
    return SM_NO_SENTENCE;
}

static void judge_likeness(sm_trace *t, uint32_t sentence, const sm_nearest *nearest, sm_verdict *v) {
    uint32_t n_known = count_known(t);
    v->cosine = nearest->cosine;
    v->kept = 1 - t->options.diversity * nearest->cosine;
    v->like = SM_NO_SENTENCE;
    if (nearest->taken != UINT32_MAX && nearest->taken >= n_known)
        v->like = t->order.sentence[nearest->taken - n_known];
    if (nearest->taken == UINT32_MAX && nearest->copy)
        v->like = find_same(t, sentence);
}

static bool fits_length(const sm_budget *budget, const sm_sentence *s) {
    sm_budget length = *budget;
    length.sentences = SUMM_NO_LIMIT;
    return sm_budget_fits(&length, s);
}

/* Of a sentence that might have been chosen. */
static summ_verdict judge_room(const sm_trace *t, const sm_sentence *s) {
    if (!fits_length(&t->whole, s))
        return SUMM_LEFT_NO_ROOM;
    return t->left.sentences == 0 || fits_length(&t->left, s) ? SUMM_LEFT_NEXT : SUMM_LEFT_NO_ROOM;
}

/* Of a sentence that is no candidate. */
static summ_verdict judge_shape(const sm_trace *t, const sm_sentence *s) {
    if (t->doc->input.blocks.at[s->block].role == SM_ROLE_TITLE)
        return SUMM_LEFT_TITLE;
    return sm_prose_holds(t->doc, s) ? SUMM_LEFT_SHORT : SUMM_LEFT_LABEL;
}

static summ_verdict judge_left(const sm_trace *t, const sm_sentence *s, bool copy) {
    if (!s->candidate)
        return judge_shape(t, s);
    sm_unwanted_kind kind = sm_unwanted(t->doc, &t->options, s);
    if (kind != SM_WANTED)
        return kind == SM_UNWANTED_QUESTION ? SUMM_LEFT_QUESTION : SUMM_LEFT_QUOTATION;
    return copy ? SUMM_LEFT_COPY : judge_room(t, s);
}

sm_verdict sm_trace_judge(sm_trace *t, uint32_t sentence) {
    const sm_sentence *s = &t->doc->sentences.at[sentence];
    sm_nearest nearest = sm_redundancy_nearest(&t->order.redundancy, sentence, count_before(t, sentence));
    sm_verdict v;
    nearest.copy = nearest.copy && t->place[sentence] == 0; /* else it would be one of itself */
    judge_likeness(t, sentence, &nearest, &v);
    if (sm_trace_chose(t, sentence))
        v.verdict = t->place[sentence] <= t->n_must ? SUMM_CHOSEN_MUST : SUMM_CHOSEN;
    else
        v.verdict = judge_left(t, s, nearest.copy);
    return v;
}
