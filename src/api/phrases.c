/* Key phrases. */
#include "api/found.h"
#include "base/utf8.h"
#include "base/work.h"
#include "keyword/keyness.h"
#include "text/fold.h"

#include <string.h>

enum {
    MAX_WORDS = 8
};

/* The bytes of a phrase, a possessive ending aside. */
static void bytes_of(const sm_doc *doc, sm_key_span span, uint32_t *begin, uint32_t *end) {
    uint32_t last = span.first + span.n - 1;
    *begin = doc->tokens.at[span.first].begin;
    *end = doc->tokens.at[last].end - sm_doc_word(doc, last)->possessive;
}

/* In the text and in the caller's bytes. */
static bool add_occurrences(summ_phrase *out, sm_places *places, const summ_doc *doc, const sm_key_phrase *p,
                            sm_arena *arena) {
    summ_span *spans = sm_arena_get(arena, p->n_occurrences, sizeof *spans);
    sm_range *ranges = sm_arena_get(arena, p->n_occurrences, sizeof *ranges);
    for (uint32_t i = 0; spans != NULL && ranges != NULL && i < p->n_occurrences; i++) {
        bytes_of(&doc->doc, p->occurrences[i], &ranges[i].begin, &ranges[i].end);
        spans[i] = sm_doc_span(doc, ranges[i].begin, ranges[i].end);
    }
    out->occurrences = spans;
    places->at = ranges;
    return spans != NULL && ranges != NULL;
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

/* The stems of the words, with spaces between them. */
static bool add_stem(summ_phrase *out, const sm_candidates *c, const sm_candidate *candidate, sm_arena *arena) {
    const uint32_t *ids = c->stem + candidate->first_token;
    const sm_stem_entry *stems = c->doc->stems.at;
    size_t n = candidate->n_tokens;
    for (uint32_t i = 0; i < candidate->n_tokens; i++)
        n += stems[ids[i]].n_bytes;
    char *next = sm_arena_get(arena, n, 1);
    out->stem = next;
    out->n_stem_bytes = n - 1;
    for (uint32_t i = 0; next != NULL && i < candidate->n_tokens; i++) {
        memcpy(next, stems[ids[i]].text, stems[ids[i]].n_bytes);
        next += stems[ids[i]].n_bytes;
        *next++ = i + 1 < candidate->n_tokens ? ' ' : '\0';
    }
    return out->stem != NULL;
}

static bool add(sm_found *found, const summ_doc *doc, const sm_key_phrase *p, sm_arena *arena) {
    double best = found->best.list.at[0].score;
    summ_phrase *out = &found->list[found->n];
    *out = (summ_phrase){.count = p->n_occurrences, .score = p->score / best, .rank = found->n + 1};
    char *text = shown_at(doc, p->form, arena, &out->n_bytes);
    if (text == NULL || !sm_work_step(arena, p->n_occurrences) ||
        !add_occurrences(out, &found->places[found->n], doc, p, arena) || !add_forms(out, doc, p, arena) ||
        !add_stem(out, &found->candidates, &found->candidates.list.at[p->candidate], arena))
        return false;
    if (p->small)
        make_small(text);
    out->text = text;
    found->n++;
    return true;
}

/* Phrases that are too short score nothing. */
static void drop_short(const sm_candidates *c, size_t min_words, double *score) {
    for (size_t i = 0; i < c->list.n; i++)
        score[i] = c->list.at[i].n_tokens < min_words ? 0 : score[i];
}

bool sm_found_make(sm_found *found, const summ_doc *doc, sm_arena *arena, sm_arena *scratch) {
    const summ_keyword_options *o = &found->options;
    sm_candidates *c = &found->candidates;
    double *score;
    if (!sm_candidates_find(&doc->doc, (uint32_t)o->max_words, found->scorer->connectors, scratch, c))
        return false;
    c->corpus = found->corpus;
    if ((score = sm_arena_get(scratch, c->list.n, sizeof *score)) == NULL || !sm_work_pass(scratch) ||
        !found->scorer->score(c, scratch, score))
        return false;
    if (o->against != NULL && !sm_keyness_weigh(c, &o->against->doc, found->scorer->connectors, scratch, score))
        return false;
    drop_short(c, o->min_words, score);
    if (!sm_choose_phrases(c, score, o->max_phrases, o->overlap != 0, scratch, &found->best))
        return false;
    found->list = sm_arena_get(arena, found->best.list.n, sizeof *found->list);
    found->places = sm_arena_get(arena, found->best.list.n, sizeof *found->places);
    bool good = found->list != NULL && found->places != NULL;
    for (size_t i = 0; good && i < found->best.list.n; i++)
        good = add(found, doc, &found->best.list.at[i], arena);
    return good;
}

static bool is_valid(const summ_keyword_options *o) {
    return o->min_words >= 1 && o->min_words <= o->max_words && o->max_words <= MAX_WORDS;
}

summ_status sm_found_read(const summ_keyword_options *given, sm_found *found) {
    *found = (sm_found){0};
    summ_keyword_options_init(&found->options, sizeof found->options);
    if (!sm_options_read(&found->options, sizeof found->options, given) || !is_valid(&found->options))
        return SUMM_ERR_ARGUMENT;
    found->scorer = sm_scorer_at(sm_item_find(SUMM_KEYWORD_ALGORITHMS, found->options.algorithm));
    if (found->scorer == NULL)
        return SUMM_ERR_NAME;
    found->options.algorithm = found->scorer->item.name;
    return SUMM_OK;
}

static summ_status find(sm_found *found, const summ_doc *doc, summ_phrases *list) {
    sm_work work;
    sm_arena scratch; /* counted with the list, so that max_memory holds for both together */
    sm_arena_init(&scratch, &list->memory.alloc);
    sm_work_begin(&work, &list->memory.alloc, found->options.progress, found->options.progress_context,
                  doc->doc.tokens.n);
    bool good = sm_found_make(found, doc, &list->memory.arena, &scratch);
    sm_arena_release(&scratch);
    list->list = found->list;
    list->places = found->places;
    list->n = found->n;
    return sm_work_end(&list->memory.alloc, good ? SUMM_OK : SUMM_ERR_MEMORY);
}

summ_status summ_keywords(const summ_doc *doc, const summ_keyword_options *options, summ_phrases **phrases) {
    sm_found found;
    if (doc == NULL || phrases == NULL)
        return SUMM_ERR_ARGUMENT;
    summ_status status = sm_found_read(options, &found);
    if (status == SUMM_OK)
        status = sm_corpus_for(found.options.corpus, &doc->doc, &found.corpus);
    if (status != SUMM_OK)
        return status;
    summ_phrases *list = sm_handle_new(doc->engine, sizeof *list);
    if (list == NULL)
        return SUMM_ERR_MEMORY;
    status = find(&found, doc, list);
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
