#include "api/choice.h"
#include "api/trimmed.h"

#include "base/work.h"
#include "select/relevance.h"

#include <string.h>

static bool has_must(const summ_summary_options *o) {
    for (size_t i = 0; i < o->n_must; i++)
        if (o->must == NULL || o->must[i] == NULL)
            return false;
    return true;
}

static bool is_valid(const summ_summary_options *o) {
    bool diversity = o->diversity == SUMM_DIVERSITY_OWN || (o->diversity >= 0 && o->diversity <= 1);
    bool order = o->order == SUMM_ORDER_POSITION || o->order == SUMM_ORDER_SCORE;
    return diversity && order && has_must(o) && o->max_percent > 0 && o->max_percent <= 100;
}

/* What is not said, but holds. */
static void make_out_defaults(summ_summary_options *o, const sm_ranker *ranker) {
    o->algorithm = ranker->item.name;
    if (o->max_sentences == SUMM_NO_LIMIT && o->max_words == SUMM_NO_LIMIT && o->max_chars == SUMM_NO_LIMIT &&
        o->max_percent >= 100 && o->outline == 0)
        o->max_sentences = SM_OWN_SENTENCES;
    if (o->diversity == SUMM_DIVERSITY_OWN)
        o->diversity = ranker->diversity;
}

summ_status sm_choice_read(const summ_summary_options *given, sm_choice *c) {
    *c = (sm_choice){0};
    summ_summary_options_init(&c->options, sizeof c->options);
    if (!sm_options_read(&c->options, sizeof c->options, given) || !is_valid(&c->options))
        return SUMM_ERR_ARGUMENT;
    c->ranker = sm_ranker_at(sm_item_find(SUMM_ALGORITHMS, c->options.algorithm));
    if (c->ranker == NULL)
        return SUMM_ERR_NAME;
    make_out_defaults(&c->options, c->ranker);
    return SUMM_OK;
}

static size_t percent_of(double percent, size_t n) {
    size_t part = percent >= 100 ? SUMM_NO_LIMIT : (size_t)(percent * (double)n / 100);
    return part > 0 ? part : 1;
}

sm_budget sm_choice_budget(const summ_summary_options *o, size_t n_sentences, size_t own) {
    size_t share = percent_of(o->max_percent, n_sentences);
    sm_budget budget = {o->max_sentences < share ? o->max_sentences : share, o->max_words, o->max_chars};
    if (budget.sentences == SUMM_NO_LIMIT && budget.words == SUMM_NO_LIMIT && budget.chars == SUMM_NO_LIMIT)
        budget.sentences = own;
    return budget;
}

/* Words that the caller gave, read as a text in the language of the document. */
static summ_status read_words(const summ_doc *doc, const char *words, sm_arena *scratch, sm_doc *read) {
    size_t n = strlen(words);
    if (n >= UINT32_MAX)
        return SUMM_ERR_TOO_LARGE;
    return sm_doc_build(read, sm_reader_at(0), words, (uint32_t)n, doc->doc.language, &doc->engine->lists, scratch);
}

static summ_status read_must(const summ_doc *doc, const summ_summary_options *o, sm_arena *scratch,
                             sm_select_options *select) {
    sm_doc *must = sm_arena_get(scratch, o->n_must, sizeof *must);
    summ_status status = must != NULL ? SUMM_OK : SUMM_ERR_MEMORY;
    for (size_t i = 0; status == SUMM_OK && i < o->n_must; i++)
        status = read_words(doc, o->must[i], scratch, &must[i]);
    select->must = must;
    select->n_must = o->n_must;
    return status;
}

static sm_rank_factors *get_factors(size_t n, sm_arena *scratch) {
    sm_rank_factors *ones = sm_arena_get(scratch, n, sizeof *ones);
    for (size_t i = 0; ones != NULL && i < n; i++)
        ones[i] = (sm_rank_factors){1, 1, 1};
    return ones;
}

/* Weighs the scores; if it is traced, keeps what each was multiplied by. */
static summ_status apply(sm_choice *c, const sm_doc *doc, const sm_doc *other,
                         bool (*weigh)(const sm_doc *, const sm_doc *, sm_arena *, double *), sm_arena *scratch,
                         double **factor) {
    size_t n = c->found != NULL ? doc->sentences.n : 0;
    double *before = sm_arena_get(scratch, n, sizeof *before);
    if (before == NULL)
        return SUMM_ERR_MEMORY;
    if (n > 0)
        memcpy(before, c->score, n * sizeof *before);
    if (!weigh(doc, other, scratch, c->score))
        return SUMM_ERR_MEMORY;
    for (size_t i = 0; i < n; i++)
        before[i] = before[i] > 0 ? c->score[i] / before[i] : 1;
    *factor = c->found != NULL ? before : NULL;
    return SUMM_OK;
}

/* Scores are what the algorithm finds in the text, then weighed by what the reader wants. */
static summ_status weigh_scores(sm_choice *c, const summ_doc *doc, sm_arena *scratch) {
    const summ_summary_options *o = &c->options;
    summ_status status = SUMM_OK;
    sm_doc query;
    if (o->known != NULL)
        status = apply(c, &doc->doc, &o->known->doc, sm_relevance_new, scratch, &c->known);
    if (status != SUMM_OK || o->query == NULL)
        return status;
    status = read_words(doc, o->query, scratch, &query);
    return status == SUMM_OK ? apply(c, &doc->doc, &query, sm_relevance_to, scratch, &c->query) : status;
}

static summ_status find_scores(sm_choice *c, const summ_doc *doc, bool traced, sm_arena *scratch) {
    size_t n = doc->doc.sentences.n;
    c->score = sm_arena_get(scratch, n, sizeof *c->score);
    c->found = traced ? sm_arena_get(scratch, n, sizeof *c->found) : NULL;
    c->why = traced ? get_factors(n, scratch) : NULL;
    if (c->score == NULL || (traced && (c->found == NULL || c->why == NULL)))
        return SUMM_ERR_MEMORY;
    sm_rank_options rank = {.seed = c->options.seed, .corpus = c->corpus, .why = c->why};
    if (!sm_work_pass(scratch) || !c->ranker->rank(&doc->doc, &rank, scratch, c->score))
        return SUMM_ERR_MEMORY;
    for (size_t i = 0; i < n; i++)
        c->score[i] = doc->doc.sentences.at[i].candidate ? c->score[i] : 0; /* others may have to be taken too */
    if (traced && n > 0)
        memcpy(c->found, c->score, n * sizeof *c->found);
    return weigh_scores(c, doc, scratch);
}

static double largest_score(const sm_doc *doc, const double *score) {
    double largest = 0;
    for (size_t i = 0; i < doc->sentences.n; i++)
        if (doc->sentences.at[i].candidate && score[i] > largest)
            largest = score[i];
    return largest;
}

/* Scores from 0 to 1; where all are 0, all are as good as the best. */
static void scale_scores(sm_choice *c, const sm_doc *doc) {
    c->largest = largest_score(doc, c->score);
    for (size_t i = 0; i < doc->sentences.n; i++)
        c->score[i] = c->largest > 0 ? c->score[i] / c->largest : 1;
}

/* The ranks that picks get in order of the text, 0 for sentences that are not picked. */
static uint32_t *rank_picks(const sm_doc *doc, const sm_picks *picks, sm_arena *scratch) {
    uint32_t *rank = sm_arena_get_zero(scratch, doc->sentences.n, sizeof *rank);
    for (uint32_t i = 0; rank != NULL && i < picks->n; i++)
        rank[picks->sentence[i]] = i + 1;
    return rank;
}

/* Puts what is chosen into the order of the sections, in which it stays as it is. */
static bool sort_by_section(sm_choice *c, sm_arena *scratch) {
    const sm_shares *sections = &c->outline->shares;
    uint32_t *next = sm_arena_get_zero(scratch, sections->n + 1, sizeof *next);
    sm_chosen *sorted = sm_arena_get(scratch, c->n, sizeof *sorted);
    if (next == NULL || sorted == NULL)
        return false;
    for (size_t i = 0; i < c->n; i++)
        next[sm_share_of(sections, c->chosen[i].sentence) + 1]++;
    for (size_t i = 0; i < sections->n; i++)
        next[i + 1] += next[i];
    for (size_t i = 0; i < c->n; i++)
        sorted[next[sm_share_of(sections, c->chosen[i].sentence)]++] = c->chosen[i];
    c->chosen = sorted;
    return true;
}

/* Puts the picks into the order asked for. */
static bool list_picks(sm_choice *c, const sm_doc *doc, const sm_picks *picks, sm_arena *scratch) {
    const uint32_t *rank = rank_picks(doc, picks, scratch);
    c->chosen = sm_arena_get(scratch, picks->n, sizeof *c->chosen);
    if (rank == NULL || c->chosen == NULL)
        return false;
    if (c->options.order == SUMM_ORDER_SCORE)
        for (uint32_t i = 0; i < picks->n; i++)
            c->chosen[c->n++] = (sm_chosen){picks->sentence[i], i + 1};
    else
        for (uint32_t i = 0; i < doc->sentences.n; i++)
            if (rank[i] != 0)
                c->chosen[c->n++] = (sm_chosen){i, rank[i]};
    return c->outline == NULL || sort_by_section(c, scratch);
}

/* Ceilings count what is shown; all else depends on the sentences as they stand. */
static bool select(const sm_choice *c, const sm_doc *doc, const sm_select_options *options, sm_arena *scratch,
                   sm_picks *picks) {
    bool by_length = c->budget.words != SUMM_NO_LIMIT || c->budget.chars != SUMM_NO_LIMIT;
    sm_doc *shown = sm_arena_get(scratch, 1, sizeof *shown); /* the trace keeps it */
    if (shown == NULL)
        return false;
    *shown = *doc;
    if (c->options.trim != 0 && by_length && !sm_trimmed_measure(doc, scratch, shown))
        return false;
    return sm_select(shown, c->score, options, scratch, picks);
}

/* In sections of which no sentence fits, the best is cut. */
static bool cut_rest(sm_choice *c, const sm_doc *doc, const sm_select_options *options, sm_arena *scratch,
                     sm_picks *picks) {
    sm_select_options one = *options;
    sm_shares rest;
    sm_picks more;
    one.shares = &rest;
    if (!sm_outline_rest(c->outline, picks->sentence, picks->n, scratch, &rest) ||
        !select(c, doc, &one, scratch, &more))
        return false;
    sm_picks all = {sm_arena_get(scratch, picks->n + more.n, sizeof *all.sentence), 0};
    if (all.sentence == NULL)
        return false;
    for (size_t i = 0; i < picks->n; i++)
        all.sentence[all.n++] = picks->sentence[i];
    for (size_t i = 0; i < more.n; i++) {
        c->outline->cut[more.sentence[i]] = true;
        all.sentence[all.n++] = more.sentence[i];
    }
    *picks = all;
    return true;
}

static bool choose_outline(sm_choice *c, const sm_doc *doc, const sm_select_options *options, sm_arena *scratch) {
    sm_select_options each = *options;
    sm_picks picks;
    c->outline = sm_arena_get(scratch, 1, sizeof *c->outline);
    if (c->outline == NULL || !sm_outline_begin(c->outline, doc, &c->options, scratch))
        return false;
    each.shares = &c->outline->shares;
    if (!select(c, doc, &each, scratch, &picks) ||
        (c->options.truncate != 0 && !cut_rest(c, doc, &each, scratch, &picks)))
        return false;
    scale_scores(c, doc);
    return list_picks(c, doc, &picks, scratch);
}

/* Where no sentence fits, the one that would be chosen if it did may be cut. */
static bool choose(sm_choice *c, const sm_doc *doc, const sm_select_options *options, sm_arena *scratch) {
    sm_picks picks;
    if (!select(c, doc, options, scratch, &picks))
        return false;
    c->cut = picks.n == 0 && c->options.truncate != 0 && c->budget.sentences > 0;
    if (c->cut) {
        sm_select_options one = *options;
        one.budget = (sm_budget){1, SUMM_NO_LIMIT, SUMM_NO_LIMIT};
        if (!select(c, doc, &one, scratch, &picks))
            return false;
    }
    scale_scores(c, doc);
    return list_picks(c, doc, &picks, scratch);
}

summ_status sm_choice_make(sm_choice *c, const summ_doc *doc, sm_trace *trace, sm_arena *scratch) {
    const summ_summary_options *o = &c->options;
    c->budget = sm_choice_budget(o, doc->doc.sentences.n, SM_OWN_SENTENCES);
    sm_select_options select = {.budget = c->budget,
                                .diversity = o->diversity,
                                .in_order = c->ranker->fill == SM_FILL_IN_ORDER,
                                .no_quotes = o->no_quotes != 0,
                                .no_questions = o->no_questions != 0,
                                .known = o->known != NULL ? &o->known->doc : NULL,
                                .trace = trace};
    summ_status status = sm_corpus_for(o->corpus, &doc->doc, &c->corpus);
    if (status == SUMM_OK)
        status = find_scores(c, doc, trace != NULL, scratch);
    if (status == SUMM_OK)
        status = read_must(doc, o, scratch, &select);
    if (status != SUMM_OK)
        return status;
    bool good =
        o->outline != 0 ? choose_outline(c, &doc->doc, &select, scratch) : choose(c, &doc->doc, &select, scratch);
    return good ? SUMM_OK : SUMM_ERR_MEMORY;
}
