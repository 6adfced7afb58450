#include "keyword/choose.h"

#include "num/heap.h"
#include "text/registry.h"

typedef enum state {
    FREE,
    CHOSEN, /* stands in the list */
    COVERED /* stands within a phrase of the list */
} state;

typedef struct chooser {
    const sm_candidates *c;
    sm_arena *scratch;
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
    sm_key_phrase phrase = {.candidate = id, .score = best.value};
    phrase.occurrences = sm_arena_get(ch->scratch, p->count, sizeof *phrase.occurrences);
    return phrase.occurrences != NULL && sm_vec_push(&ch->phrases->list, phrase, ch->scratch);
}

static bool take_best(const sm_candidates *c, const double *score, size_t most, bool overlap, sm_arena *scratch,
                      sm_key_phrases *phrases) {
    sm_heap heap = {sm_arena_get(scratch, c->list.n, sizeof *heap.at), 0};
    chooser ch = {c, scratch, sm_arena_get_zero(scratch, c->list.n, 1), phrases};
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

/* One walk over the text gathers the occurrences of all chosen phrases. */
static bool find_occurrences(const sm_candidates *c, sm_arena *scratch, sm_key_phrases *phrases) {
    uint32_t *chosen = sm_arena_get_zero(scratch, c->list.n, sizeof *chosen); /* 1 + number in the list, or 0 */
    if (chosen == NULL)
        return false;
    for (uint32_t i = 0; i < phrases->list.n; i++)
        chosen[phrases->list.at[i].candidate] = i + 1;
    for (uint32_t t = 0; t < c->doc->tokens.n; t++)
        for (uint32_t n = 1; c->at[t] + n <= c->at[t + 1]; n++) {
            uint32_t id = sm_candidate_at(c, t, n);
            if (id != SM_NO_CANDIDATE && chosen[id] != 0) {
                sm_key_phrase *p = &phrases->list.at[chosen[id] - 1];
                p->occurrences[p->n_occurrences++] = t;
            }
        }
    return true;
}

/* Does a capital at the first token come from the word itself, as far as can be told from its place? */
static bool is_telling(const sm_doc *doc, uint32_t token) {
    return token > 0 && !doc->tokens.at[token].boundary;
}

/* The commonest spelling among the occurrences; those behind other words count before those where a sentence or clause
 * begins. Spellings are told apart as sequences of words, possessive endings aside. */
static bool find_form(const sm_candidates *c, const uint32_t *word, const bool *has_small, sm_arena *scratch,
                      sm_key_phrase *p) {
    uint32_t n = c->list.at[p->candidate].n_tokens;
    uint32_t *count = sm_arena_get_zero(scratch, p->n_occurrences, sizeof *count), most = 0;
    sm_registry forms;
    bool telling = false;
    sm_registry_init(&forms, scratch, c->doc->key);
    for (uint32_t i = 0; i < p->n_occurrences; i++)
        telling = telling || is_telling(c->doc, p->occurrences[i]);
    for (uint32_t i = 0; count != NULL && i < p->n_occurrences; i++) {
        uint32_t at = p->occurrences[i];
        if (telling && !is_telling(c->doc, at))
            continue;
        uint32_t form = sm_registry_add(&forms, (const char *)(word + at), n * sizeof *word);
        if (form == SM_REGISTRY_NONE)
            return false;
        if (++count[form] > most) {
            most = count[form];
            p->form = at;
        }
    }
    p->small = !telling && has_small[c->stem[p->form]] && sm_doc_word(c->doc, p->form)->letters == SM_CASE_CAPITAL;
    return count != NULL;
}

bool sm_choose_phrases(const sm_candidates *c, const double *score, size_t most, bool overlap, sm_arena *scratch,
                       sm_key_phrases *phrases) {
    *phrases = (sm_key_phrases){0};
    const sm_doc *doc = c->doc;
    uint32_t *word = sm_arena_get(scratch, doc->tokens.n, sizeof *word);
    bool *has_small = sm_arena_get_zero(scratch, doc->stems.n, sizeof *has_small); /* stems also spelled in small */
    if (word == NULL || has_small == NULL || !take_best(c, score, most, overlap, scratch, phrases) ||
        !find_occurrences(c, scratch, phrases))
        return false;
    for (uint32_t t = 0; t < doc->tokens.n; t++)
        word[t] = doc->tokens.at[t].word;
    for (size_t i = 0; i < doc->words.n; i++)
        if (doc->words.at[i].letters == SM_CASE_LOWER)
            has_small[doc->words.at[i].stem] = true;
    for (size_t i = 0; i < phrases->list.n; i++)
        if (!find_form(c, word, has_small, scratch, &phrases->list.at[i]))
            return false;
    return true;
}
