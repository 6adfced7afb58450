#include "keyword/choose.h"

#include "num/heap.h"
#include "text/registry.h"

#include <math.h>

typedef enum state {
    FREE,
    CHOSEN, /* stands in the list */
    COVERED /* stands within a phrase of the list */
} state;

/* Acronyms and the words they stand for, of which at least one is a candidate: the other is part of its phrase. */
typedef struct joined {
    sm_acronyms acronyms;
    uint32_t *other;   /* of each candidate: the candidate it makes one phrase with, or SM_NO_CANDIDATE */
    uint32_t *extra;   /* how many occurrences it gets from that, or from what is no candidate */
    uint32_t *spelled; /* of each word: 1 + the acronym that it is, though no candidate: WHO looks like a stop word */
} joined;

typedef struct chooser {
    const sm_candidates *c;
    sm_arena *scratch;
    const joined *joined;
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
    size_t n = (size_t)p->count + ch->joined->extra[id];
    phrase.occurrences = sm_arena_get(ch->scratch, n, sizeof *phrase.occurrences);
    return phrase.occurrences != NULL && sm_vec_push(&ch->phrases->list, phrase, ch->scratch);
}

static bool take_best(const sm_candidates *c, const joined *j, const double *score, size_t most, bool overlap,
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

static uint32_t candidate_of(const sm_candidates *c, sm_key_span span) {
    return span.n <= c->at[span.first + 1] - c->at[span.first] ? sm_candidate_at(c, span.first, span.n)
                                                               : SM_NO_CANDIDATE;
}

/* Two candidates: the words get the better score. */
static void join_candidates(const sm_candidates *c, uint32_t id, uint32_t words, double *score, joined *j) {
    if (j->other[words] != SM_NO_CANDIDATE)
        return;
    j->other[id] = words;
    j->other[words] = id;
    j->extra[words] = c->list.at[id].count;
    score[words] = fmax(score[words], score[id]);
    score[id] = 0;
}

static void join_one(const sm_candidates *c, uint32_t number, double *score, joined *j) {
    const sm_acronym *a = &j->acronyms.list.at[number];
    uint32_t id = candidate_of(c, (sm_key_span){a->token, 1}), words = candidate_of(c, a->expansion);
    uint32_t word = c->doc->tokens.at[a->token].word;
    if (id != SM_NO_CANDIDATE && words != SM_NO_CANDIDATE) {
        join_candidates(c, id, words, score, j);
    } else if (id != SM_NO_CANDIDATE) {
        j->extra[id] = 1;
    } else if (words != SM_NO_CANDIDATE && j->extra[words] == 0) {
        j->extra[words] = c->doc->words.at[word].count;
        j->spelled[word] = number + 1;
    }
}

static bool join(const sm_candidates *c, double *score, sm_arena *scratch, joined *j) {
    j->other = sm_arena_get(scratch, c->list.n, sizeof *j->other);
    j->extra = sm_arena_get_zero(scratch, c->list.n, sizeof *j->extra);
    j->spelled = sm_arena_get_zero(scratch, c->doc->words.n, sizeof *j->spelled);
    if (j->other == NULL || j->extra == NULL || j->spelled == NULL || !sm_acronyms_find(c->doc, scratch, &j->acronyms))
        return false;
    for (size_t i = 0; i < c->list.n; i++)
        j->other[i] = SM_NO_CANDIDATE;
    for (uint32_t i = 0; i < j->acronyms.list.n; i++)
        join_one(c, i, score, j);
    return true;
}

typedef struct gatherer {
    const sm_candidates *c;
    const joined *j;
    uint32_t *chosen; /* of each candidate: 1 + number in the list, or 0 */
    sm_key_phrases *phrases;
    size_t next_acronym; /* in the order of their words */
} gatherer;

static void add_occurrence(const gatherer *g, uint32_t id, sm_key_span span) {
    if (id == SM_NO_CANDIDATE || g->chosen[id] == 0)
        return;
    sm_key_phrase *p = &g->phrases->list.at[g->chosen[id] - 1];
    p->occurrences[p->n_occurrences++] = span;
}

/* Where one of an acronym and its words is no candidate. Words are not, for a stop word among them. */
static void add_other(gatherer *g, uint32_t t) {
    const sm_acronym *list = g->j->acronyms.list.at;
    uint32_t spelled = g->j->spelled[g->c->doc->tokens.at[t].word];
    if (spelled != 0)
        add_occurrence(g, candidate_of(g->c, list[spelled - 1].expansion), (sm_key_span){t, 1});
    for (; g->next_acronym < g->j->acronyms.list.n && list[g->next_acronym].expansion.first <= t; g->next_acronym++) {
        const sm_acronym *a = &list[g->next_acronym];
        if (a->expansion.first == t && candidate_of(g->c, a->expansion) == SM_NO_CANDIDATE)
            add_occurrence(g, candidate_of(g->c, (sm_key_span){a->token, 1}), a->expansion);
    }
}

/* One walk over the text gathers the occurrences of all chosen phrases. */
static bool find_occurrences(const sm_candidates *c, const joined *j, sm_arena *scratch, sm_key_phrases *phrases) {
    gatherer g = {c, j, sm_arena_get_zero(scratch, c->list.n, sizeof *g.chosen), phrases, 0};
    if (g.chosen == NULL)
        return false;
    for (uint32_t i = 0; i < phrases->list.n; i++) {
        uint32_t id = phrases->list.at[i].candidate;
        g.chosen[id] = i + 1;
        if (j->other[id] != SM_NO_CANDIDATE)
            g.chosen[j->other[id]] = i + 1;
    }
    for (uint32_t t = 0; t < c->doc->tokens.n; t++) {
        add_other(&g, t);
        for (uint32_t n = 1; c->at[t] + n <= c->at[t + 1]; n++)
            add_occurrence(&g, sm_candidate_at(c, t, n), (sm_key_span){t, n});
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
static bool count_forms(const spelling *s, const sm_key_span *spans, uint32_t n, sm_key_form *forms,
                        uint32_t *n_forms) {
    sm_registry known;
    sm_registry_init(&known, s->scratch, s->c->doc->key);
    for (uint32_t i = 0; i < n; i++) {
        const char *words = (const char *)(s->word + spans[i].first);
        uint32_t id = sm_registry_add(&known, words, spans[i].n * sizeof *s->word);
        if (id == SM_REGISTRY_NONE)
            return false;
        if (forms[id].count++ == 0)
            forms[id].span = spans[i];
    }
    *n_forms = known.n;
    return true;
}

static uint32_t length_of(const sm_doc *doc, sm_key_span span) {
    return doc->tokens.at[span.first + span.n - 1].end - doc->tokens.at[span.first].begin;
}

/* Words rather than their acronym, which they explain; then the commoner; then the shorter: the singular rather than the
 * plural. (Acronyms where they are commoner: 0.2 less F1.) */
static bool is_better(const sm_doc *doc, const sm_key_form *b, const sm_key_form *a) {
    if (b->span.n != a->span.n)
        return b->span.n > a->span.n;
    if (b->count != a->count)
        return b->count > a->count;
    return length_of(doc, b->span) < length_of(doc, a->span);
}

static sm_key_span best_form(const sm_doc *doc, const sm_key_form *forms, uint32_t n_forms) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < n_forms; i++)
        if (is_better(doc, &forms[i], &forms[best]))
            best = i;
    return forms[best].span;
}

/* The form to show: the best among the occurrences behind other words, or if there are none, of all. */
static bool choose_form(const spelling *s, sm_key_phrase *p) {
    const sm_doc *doc = s->c->doc;
    sm_key_span *telling = sm_arena_get(s->scratch, p->n_occurrences, sizeof *telling);
    sm_key_form *forms = sm_arena_get_zero(s->scratch, p->n_occurrences, sizeof *forms);
    uint32_t n_telling = 0, n_forms;
    if (telling == NULL || forms == NULL)
        return false;
    for (uint32_t i = 0; i < p->n_occurrences; i++)
        if (is_telling(doc, p->occurrences[i].first))
            telling[n_telling++] = p->occurrences[i];
    if (!count_forms(s, telling, n_telling, forms, &n_forms))
        return false;
    p->form = best_form(doc, p->forms, p->n_forms);
    sm_key_span told = n_telling > 0 ? best_form(doc, forms, n_forms) : (sm_key_span){0};
    bool is_told = told.n >= p->form.n; /* or the words of an acronym stand in brackets only */
    p->form = is_told ? told : p->form;
    const sm_word *first = sm_doc_word(doc, p->form.first);
    p->small = !is_told && s->has_small[first->stem] && first->letters == SM_CASE_CAPITAL;
    return true;
}

static bool find_forms(const spelling *s, sm_key_phrase *p) {
    sm_key_form *forms = sm_arena_get_zero(s->scratch, p->n_occurrences, sizeof *forms);
    return forms != NULL && count_forms(s, p->occurrences, p->n_occurrences, forms, &p->n_forms) &&
           sort_forms(forms, s->scratch, p) && choose_form(s, p);
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

bool sm_choose_phrases(const sm_candidates *c, double *score, size_t most, bool overlap, sm_arena *scratch,
                       sm_key_phrases *phrases) {
    spelling s = {.c = c, .scratch = scratch};
    joined j;
    *phrases = (sm_key_phrases){0};
    if (!find_spellings(&s) || !join(c, score, scratch, &j) ||
        !take_best(c, &j, score, most, overlap, scratch, phrases) || !find_occurrences(c, &j, scratch, phrases))
        return false;
    for (size_t i = 0; i < phrases->list.n; i++)
        if (!find_forms(&s, &phrases->list.at[i]))
            return false;
    return true;
}
