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

typedef struct spelling {
    const sm_candidates *c;
    sm_arena *scratch;
    uint32_t *word;  /* of each token: a spelling is a stretch of it */
    bool *has_small; /* stems that are also spelled in small letters */
} spelling;

static bool sort_forms(const sm_key_form *forms, sm_arena *scratch, sm_key_phrase *p) {
    sm_heap heap = {sm_arena_get(scratch, p->n_forms, sizeof *heap.at), p->n_forms};
    p->forms = sm_arena_get(scratch, p->n_forms, sizeof *p->forms);
    if (heap.at == NULL || p->forms == NULL)
        return false;
    for (uint32_t i = 0; i < p->n_forms; i++)
        heap.at[i] = (sm_ranked){forms[i].count, i};
    sm_heap_build(&heap);
    for (uint32_t i = 0; i < p->n_forms; i++)
        p->forms[i] = forms[sm_heap_pop(&heap).id];
    return true;
}

/* Spellings are told apart as sequences of words, possessive endings aside. */
static bool count_forms(const spelling *s, const uint32_t *tokens, uint32_t n_tokens, uint32_t n, sm_key_form *forms,
                        uint32_t *n_forms) {
    sm_registry known;
    sm_registry_init(&known, s->scratch, s->c->doc->key);
    for (uint32_t i = 0; i < n_tokens; i++) {
        uint32_t id = sm_registry_add(&known, (const char *)(s->word + tokens[i]), n * sizeof *s->word);
        if (id == SM_REGISTRY_NONE)
            return false;
        if (forms[id].count++ == 0)
            forms[id].first = tokens[i];
    }
    *n_forms = known.n;
    return true;
}

static uint32_t length_of(const sm_doc *doc, uint32_t first, uint32_t n) {
    return doc->tokens.at[first + n - 1].end - doc->tokens.at[first].begin;
}

/* The commonest form, of equal ones the shortest: the singular rather than the plural. */
static uint32_t best_form(const sm_doc *doc, const sm_key_form *forms, uint32_t n_forms, uint32_t n) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < n_forms; i++)
        if (forms[i].count > forms[best].count ||
            (forms[i].count == forms[best].count &&
             length_of(doc, forms[i].first, n) < length_of(doc, forms[best].first, n)))
            best = i;
    return forms[best].first;
}

/* The form to show: the best among the occurrences behind other words, or if there are none, of all. */
static bool choose_form(const spelling *s, uint32_t n, sm_key_phrase *p) {
    const sm_doc *doc = s->c->doc;
    uint32_t *telling = sm_arena_get(s->scratch, p->n_occurrences, sizeof *telling), n_telling = 0, n_forms;
    sm_key_form *forms = sm_arena_get_zero(s->scratch, p->n_occurrences, sizeof *forms);
    if (telling == NULL || forms == NULL)
        return false;
    for (uint32_t i = 0; i < p->n_occurrences; i++)
        if (is_telling(doc, p->occurrences[i]))
            telling[n_telling++] = p->occurrences[i];
    if (!count_forms(s, telling, n_telling, n, forms, &n_forms))
        return false;
    p->form = n_telling > 0 ? best_form(doc, forms, n_forms, n) : best_form(doc, p->forms, p->n_forms, n);
    p->small =
        n_telling == 0 && s->has_small[s->c->stem[p->form]] && sm_doc_word(doc, p->form)->letters == SM_CASE_CAPITAL;
    return true;
}

static bool find_forms(const spelling *s, sm_key_phrase *p) {
    uint32_t n = s->c->list.at[p->candidate].n_tokens;
    sm_key_form *forms = sm_arena_get_zero(s->scratch, p->n_occurrences, sizeof *forms);
    return forms != NULL && count_forms(s, p->occurrences, p->n_occurrences, n, forms, &p->n_forms) &&
           sort_forms(forms, s->scratch, p) && choose_form(s, n, p);
}

static bool find_spellings(spelling *s) {
    const sm_doc *doc = s->c->doc;
    s->word = sm_arena_get(s->scratch, doc->tokens.n, sizeof *s->word);
    s->has_small = sm_arena_get_zero(s->scratch, doc->stems.n, sizeof *s->has_small);
    if (s->word == NULL || s->has_small == NULL)
        return false;
    for (uint32_t t = 0; t < doc->tokens.n; t++)
        s->word[t] = doc->tokens.at[t].word;
    for (size_t i = 0; i < doc->words.n; i++)
        if (doc->words.at[i].letters == SM_CASE_LOWER)
            s->has_small[doc->words.at[i].stem] = true;
    return true;
}

bool sm_choose_phrases(const sm_candidates *c, const double *score, size_t most, bool overlap, sm_arena *scratch,
                       sm_key_phrases *phrases) {
    spelling s = {.c = c, .scratch = scratch};
    *phrases = (sm_key_phrases){0};
    if (!find_spellings(&s) || !take_best(c, score, most, overlap, scratch, phrases) ||
        !find_occurrences(c, scratch, phrases))
        return false;
    for (size_t i = 0; i < phrases->list.n; i++)
        if (!find_forms(&s, &phrases->list.at[i]))
            return false;
    return true;
}
