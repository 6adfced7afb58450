#include "keyword/forms.h"

#include "base/work.h"
#include "num/heap.h"
#include "text/registry.h"

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

/* Words rather than their acronym, which they explain; then the commoner; then the shorter: the singular rather than
 * the plural. (Acronyms where they are commoner: 0.2 less F1.) */
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

static bool find_for(const spelling *s, sm_key_phrase *p) {
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

bool sm_forms_find(const sm_candidates *c, sm_arena *scratch, sm_key_phrases *phrases) {
    spelling s = {.c = c, .scratch = scratch};
    if (!find_spellings(&s))
        return false;
    for (size_t i = 0; i < phrases->list.n; i++)
        if (!sm_work_step(scratch, phrases->list.at[i].n_occurrences) || !find_for(&s, &phrases->list.at[i]))
            return false;
    return true;
}
