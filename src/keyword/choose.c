#include "keyword/choose.h"

#include "keyword/forms.h"
#include "keyword/joined.h"
#include "num/heap.h"

typedef enum state {
    FREE,
    CHOSEN, /* stands in the list */
    COVERED /* stands within a phrase of the list */
} state;

typedef struct chooser {
    const sm_candidates *c;
    sm_arena *scratch;
    const sm_joined *joined;
    uint8_t *state; /* of each candidate */
    sm_key_phrases *phrases;
} chooser;

static const double GIVES_WAY = 0.5; /* share of the occurrences */

/* The longer phrase that a candidate is mostly part of, or itself. */
static uint32_t usual_holder(const sm_candidates *c, uint32_t id) {
    const sm_candidate *p = &c->list.at[id];
    while (sm_candidate_held(c, p) > 1 && sm_candidate_held(c, p) >= GIVES_WAY * p->count) {
        id = p->holder;
        p = &c->list.at[id];
    }
    return id;
}

/* Is a candidate within this one chosen, or this one itself? */
static bool holds_chosen(const chooser *ch, const sm_candidate *p) {
    for (uint32_t from = 0; from < p->n_tokens; from++)
        for (uint32_t n = 1; n <= p->n_tokens - from; n++) {
            uint32_t id = sm_candidate_at(ch->c, p->first_token + from, n);
            if (id != SM_NO_CANDIDATE && ch->state[id] == CHOSEN)
                return true;
        }
    return false;
}

static void cover(chooser *ch, const sm_candidate *p) {
    for (uint32_t from = 0; from < p->n_tokens; from++)
        for (uint32_t n = 1; n <= p->n_tokens - from; n++) {
            uint32_t id = sm_candidate_at(ch->c, p->first_token + from, n);
            if (id != SM_NO_CANDIDATE)
                ch->state[id] = COVERED;
        }
}

static bool choose(chooser *ch, sm_ranked best, bool overlap) {
    uint32_t id = overlap ? best.id : usual_holder(ch->c, best.id);
    const sm_candidate *p = &ch->c->list.at[id];
    if (!overlap && (ch->state[id] != FREE || holds_chosen(ch, p)))
        return true;
    if (!overlap)
        cover(ch, p);
    ch->state[id] = CHOSEN;
    if (ch->joined->other[id] != SM_NO_CANDIDATE)
        ch->state[ch->joined->other[id]] = CHOSEN;
    sm_key_phrase phrase = {.candidate = id, .score = best.value};
    size_t n = sm_joined_count(ch->joined, ch->c, id);
    phrase.occurrences = sm_arena_get(ch->scratch, n, sizeof *phrase.occurrences);
    return phrase.occurrences != NULL && sm_vec_push(&ch->phrases->list, phrase, ch->scratch);
}

static bool take_best(const sm_candidates *c, const sm_joined *j, const double *score, size_t most, bool overlap,
                      sm_arena *scratch, sm_key_phrases *phrases) {
    sm_heap heap = {sm_arena_get(scratch, c->list.n, sizeof *heap.at), 0};
    chooser ch = {c, scratch, j, sm_arena_get_zero(scratch, c->list.n, 1), phrases};
    if (heap.at == NULL || ch.state == NULL)
        return false;
    for (uint32_t i = 0; i < c->list.n; i++)
        if (score[i] > 0)
            heap.at[heap.n++] = (sm_ranked){score[i], i};
    sm_heap_build(&heap);
    while (heap.n > 0 && phrases->list.n < most)
        if (!choose(&ch, sm_heap_pop(&heap), overlap))
            return false;
    return true;
}

bool sm_choose_phrases(const sm_candidates *c, double *score, size_t most, bool overlap, sm_arena *scratch,
                       sm_key_phrases *phrases) {
    sm_joined joined;
    *phrases = (sm_key_phrases){0};
    return sm_join(c, score, scratch, &joined) && take_best(c, &joined, score, most, overlap, scratch, phrases) &&
           sm_joined_gather(&joined, c, scratch, phrases) && sm_forms_find(c, scratch, phrases);
}
