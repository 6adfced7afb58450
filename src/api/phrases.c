/* Key phrases. */
#include "api/handles.h"
#include "base/utf8.h"
#include "keyword/choose.h"
#include "keyword/keyness.h"
#include "keyword/keyword.h"
#include "text/fold.h"

#include <string.h>

enum {
    MAX_WORDS = 8
};

static const sm_scorer *find_scorer(const char *name) {
    for (size_t i = 0; sm_scorer_at(i) != NULL; i++)
        if (name == NULL || strcmp(sm_scorer_at(i)->item.name, name) == 0)
            return sm_scorer_at(i);
    return NULL;
}

/* The bytes of a phrase, a possessive ending aside. */
static void bytes_of(const sm_doc *doc, sm_key_span span, uint32_t *begin, uint32_t *end) {
    uint32_t last = span.first + span.n - 1;
    *begin = doc->tokens.at[span.first].begin;
    *end = doc->tokens.at[last].end - sm_doc_word(doc, last)->possessive;
}

static bool add_occurrences(summ_phrase *out, const summ_doc *doc, const sm_key_phrase *p, sm_arena *arena) {
    summ_span *spans = sm_arena_get(arena, p->n_occurrences, sizeof *spans);
    for (uint32_t i = 0; spans != NULL && i < p->n_occurrences; i++) {
        uint32_t begin, end;
        bytes_of(&doc->doc, p->occurrences[i], &begin, &end);
        spans[i] = sm_doc_span(doc, begin, end);
    }
    out->occurrences = spans;
    return spans != NULL;
}

/* Folds the first letter where that keeps its length. */
static void make_small(char *text) {
    char folded[SM_WORD_MAX];
    uint32_t code;
    size_t n = sm_utf8_decode(text, strlen(text), &code);
    if (sm_fold(text, n, false, folded) == n)
        memcpy(text, folded, n);
}

static char *shown_at(const summ_doc *doc, sm_key_span span, sm_arena *arena, size_t *n_bytes) {
    uint32_t begin, end;
    bytes_of(&doc->doc, span, &begin, &end);
    return sm_doc_shown(doc, begin, end, arena, n_bytes);
}

static bool add_forms(summ_phrase *out, const summ_doc *doc, const sm_key_phrase *p, sm_arena *arena) {
    summ_form *forms = sm_arena_get(arena, p->n_forms, sizeof *forms);
    for (uint32_t i = 0; forms != NULL && i < p->n_forms; i++) {
        forms[i].count = p->forms[i].count;
        forms[i].text = shown_at(doc, p->forms[i].span, arena, &forms[i].n_bytes);
        if (forms[i].text == NULL)
            return false;
    }
    out->forms = forms;
    out->n_forms = p->n_forms;
    return forms != NULL;
}

static bool add(summ_phrases *list, const summ_doc *doc, const sm_key_phrase *p, double best) {
    sm_arena *arena = &list->memory.arena;
    summ_phrase *out = &list->list[list->n];
    *out = (summ_phrase){.count = p->n_occurrences, .score = p->score / best, .rank = list->n + 1};
    char *text = shown_at(doc, p->form, arena, &out->n_bytes);
    if (text == NULL || !add_occurrences(out, doc, p, arena) || !add_forms(out, doc, p, arena))
        return false;
    if (p->small)
        make_small(text);
    out->text = text;
    list->n++;
    return true;
}

/* Phrases that are too short score nothing. */
static void drop_short(const sm_candidates *c, size_t min_words, double *score) {
    for (size_t i = 0; i < c->list.n; i++)
        score[i] = c->list.at[i].n_tokens < min_words ? 0 : score[i];
}

static summ_status find(const summ_doc *doc, const sm_scorer *scorer, const summ_keyword_options *options,
                        sm_arena *scratch, summ_phrases *list) {
    sm_candidates c;
    sm_key_phrases best;
    double *score;
    if (!sm_candidates_find(&doc->doc, (uint32_t)options->max_words, scorer->connectors, scratch, &c) ||
        (score = sm_arena_get(scratch, c.list.n, sizeof *score)) == NULL || !scorer->score(&c, scratch, score))
        return SUMM_ERR_MEMORY;
    if (options->against != NULL && !sm_keyness_weigh(&c, &options->against->doc, scorer->connectors, scratch, score))
        return SUMM_ERR_MEMORY;
    drop_short(&c, options->min_words, score);
    if (!sm_choose_phrases(&c, score, options->max_phrases, options->overlap != 0, scratch, &best))
        return SUMM_ERR_MEMORY;
    list->list = sm_arena_get(&list->memory.arena, best.list.n, sizeof *list->list);
    if (list->list == NULL)
        return SUMM_ERR_MEMORY;
    for (size_t i = 0; i < best.list.n; i++) {
        const sm_key_phrase *p = &best.list.at[i];
        if (!add(list, doc, p, best.list.at[0].score))
            return SUMM_ERR_MEMORY;
    }
    return SUMM_OK;
}

static summ_status find_in_scratch(const summ_doc *doc, const sm_scorer *scorer, const summ_keyword_options *options,
                                   summ_phrases *list) {
    sm_arena scratch; /* counted with the list, so that max_memory holds for both together */
    sm_arena_init(&scratch, &list->memory.alloc);
    summ_status status = find(doc, scorer, options, &scratch, list);
    sm_arena_release(&scratch);
    return status;
}

static bool is_valid(const summ_keyword_options *o) {
    return o->min_words >= 1 && o->min_words <= o->max_words && o->max_words <= MAX_WORDS;
}

summ_status summ_keywords(const summ_doc *doc, const summ_keyword_options *given, summ_phrases **phrases) {
    summ_keyword_options options;
    summ_keyword_options_init(&options, sizeof options);
    if (doc == NULL || phrases == NULL || !sm_options_read(&options, sizeof options, given) || !is_valid(&options))
        return SUMM_ERR_ARGUMENT;
    const sm_scorer *scorer = find_scorer(options.algorithm);
    if (scorer == NULL)
        return SUMM_ERR_NAME;
    summ_phrases *list = sm_handle_new(doc->engine, sizeof *list);
    summ_status status = list != NULL ? find_in_scratch(doc, scorer, &options, list) : SUMM_ERR_MEMORY;
    if (status != SUMM_OK)
        summ_phrases_free(list);
    else
        *phrases = list;
    return status;
}

size_t summ_phrases_count(const summ_phrases *phrases) {
    return phrases->n;
}

const summ_phrase *summ_phrases_at(const summ_phrases *phrases, size_t index) {
    return index < phrases->n ? &phrases->list[index] : NULL;
}

void summ_phrases_free(summ_phrases *phrases) {
    sm_handle_free(phrases, sizeof *phrases);
}
