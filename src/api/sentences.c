/* Summaries and lists of all sentences. */
#include "api/trimmed.h"
#include "rank/rank.h"
#include "select/relevance.h"
#include "select/select.h"

#include <string.h>

static const sm_ranker *find_ranker(const char *name) {
    for (size_t i = 0; sm_ranker_at(i) != NULL; i++)
        if (name == NULL || strcmp(sm_ranker_at(i)->item.name, name) == 0)
            return sm_ranker_at(i);
    return NULL;
}

static summ_sentence describe(const summ_doc *doc, uint32_t index, double score, size_t rank) {
    const sm_sentence *s = &doc->doc.sentences.at[index];
    summ_span span = sm_doc_span(doc, s->begin, s->end);
    return (summ_sentence){.index = index,
                           .block = s->block,
                           .begin = span.begin,
                           .end = span.end,
                           .line = span.line,
                           .column = span.column,
                           .source = span.source,
                           .score = score,
                           .rank = rank};
}

static bool add(summ_sentences *list, const summ_doc *doc, uint32_t index, double score, size_t rank, bool trim) {
    summ_sentence *out = &list->list[list->n];
    *out = describe(doc, index, score, rank);
    bool good = sm_trimmed_show(doc, &doc->doc.sentences.at[index], trim, &list->memory.arena, out);
    list->n += good;
    return good;
}

static bool make_room(summ_sentences *list, size_t most) {
    list->list = sm_arena_get(&list->memory.arena, most, sizeof *list->list);
    return list->list != NULL;
}

summ_status summ_split(const summ_doc *doc, summ_sentences **sentences) {
    if (doc == NULL || sentences == NULL)
        return SUMM_ERR_ARGUMENT;
    summ_sentences *list = sm_handle_new(doc->engine, sizeof *list);
    bool good = list != NULL && make_room(list, doc->doc.sentences.n);
    for (uint32_t i = 0; good && i < doc->doc.sentences.n; i++)
        good = add(list, doc, i, 0, 0, false);
    if (good)
        *sentences = list;
    else
        summ_sentences_free(list);
    return good ? SUMM_OK : SUMM_ERR_MEMORY;
}

static double largest_score(const sm_doc *doc, const double *score) {
    double largest = 0;
    for (size_t i = 0; i < doc->sentences.n; i++)
        if (doc->sentences.at[i].candidate && score[i] > largest)
            largest = score[i];
    return largest;
}

/* The ranks that picks get in order of the text, 0 for sentences that are not picked. */
static bool rank_picks(const sm_doc *doc, const sm_picks *picks, sm_arena *scratch, uint32_t **rank) {
    *rank = sm_arena_get_zero(scratch, doc->sentences.n, sizeof **rank);
    for (uint32_t i = 0; *rank != NULL && i < picks->n; i++)
        (*rank)[picks->sentence[i]] = i + 1;
    return *rank != NULL;
}

/* Scores from 0 to 1; where all are 0, all are as good as the best. */
static void scale_scores(const sm_doc *doc, double *score) {
    double largest = largest_score(doc, score);
    for (size_t i = 0; i < doc->sentences.n; i++)
        score[i] = largest > 0 ? score[i] / largest : 1;
}

static bool add_picks(summ_sentences *list, const summ_doc *doc, double *score, const sm_picks *picks,
                      const summ_summary_options *options, sm_arena *scratch) {
    bool trim = options->trim != 0;
    uint32_t *rank;
    scale_scores(&doc->doc, score);
    if (!rank_picks(&doc->doc, picks, scratch, &rank))
        return false;
    if (options->order == SUMM_ORDER_SCORE) {
        for (size_t i = 0; i < picks->n; i++)
            if (!add(list, doc, picks->sentence[i], score[picks->sentence[i]], i + 1, trim))
                return false;
        return true;
    }
    for (uint32_t i = 0; i < doc->doc.sentences.n; i++)
        if (rank[i] != 0 && !add(list, doc, i, score[i], rank[i], trim))
            return false;
    return true;
}

static size_t percent_of(double percent, size_t n) {
    size_t part = percent >= 100 ? SUMM_NO_LIMIT : (size_t)(percent * (double)n / 100);
    return part > 0 ? part : 1;
}

static sm_budget budget_of(const summ_summary_options *o, size_t n_sentences) {
    size_t share = percent_of(o->max_percent, n_sentences);
    sm_budget budget = {o->max_sentences < share ? o->max_sentences : share, o->max_words, o->max_chars};
    if (budget.sentences == SUMM_NO_LIMIT && budget.words == SUMM_NO_LIMIT && budget.chars == SUMM_NO_LIMIT)
        budget.sentences = 3;
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

/* Scores are what the algorithm finds in the text, then weighed by what the reader wants. */
static summ_status score_sentences(const summ_doc *doc, const sm_ranker *ranker, const summ_summary_options *o,
                                   sm_arena *scratch, double *score) {
    sm_rank_options rank = {o->seed};
    sm_doc query;
    if (!ranker->rank(&doc->doc, &rank, scratch, score))
        return SUMM_ERR_MEMORY;
    for (size_t i = 0; i < doc->doc.sentences.n; i++)
        score[i] = doc->doc.sentences.at[i].candidate ? score[i] : 0; /* others may have to be taken too */
    if (o->known != NULL && !sm_relevance_new(&doc->doc, &o->known->doc, scratch, score))
        return SUMM_ERR_MEMORY;
    if (o->query == NULL)
        return SUMM_OK;
    summ_status status = read_words(doc, o->query, scratch, &query);
    if (status == SUMM_OK && !sm_relevance_to(&doc->doc, &query, scratch, score))
        status = SUMM_ERR_MEMORY;
    return status;
}

/* Ceilings count what is shown; all else depends on the sentences as they stand. */
static bool choose(const summ_doc *doc, const double *score, const sm_select_options *select, bool trim,
                   sm_arena *scratch, sm_picks *picks) {
    sm_doc shown = doc->doc;
    bool by_length = select->budget.words != SUMM_NO_LIMIT || select->budget.chars != SUMM_NO_LIMIT;
    if (trim && by_length && !sm_trimmed_measure(&doc->doc, scratch, &shown))
        return false;
    return sm_select(&shown, score, select, scratch, picks);
}

/* No sentence fits: the beginning of the one that would be chosen if it did. */
static bool add_begin(summ_sentences *list, const summ_doc *doc, double *score, const sm_select_options *given,
                      bool trim, sm_arena *scratch) {
    sm_select_options select = *given;
    sm_picks picks;
    bool fits = false;
    select.budget = (sm_budget){given->budget.sentences > 0, SUMM_NO_LIMIT, SUMM_NO_LIMIT};
    if (!sm_select(&doc->doc, score, &select, scratch, &picks) || !make_room(list, picks.n))
        return false;
    scale_scores(&doc->doc, score);
    if (picks.n == 0)
        return true;
    list->list[0] = describe(doc, picks.sentence[0], score[picks.sentence[0]], 1);
    bool good = sm_trimmed_show_begin(doc, picks.sentence[0], trim, given->budget.words, given->budget.chars,
                                      &list->memory.arena, &list->list[0], &fits);
    list->n = good && fits;
    return good;
}

static summ_status summarize(const summ_doc *doc, const sm_ranker *ranker, const summ_summary_options *o,
                             sm_arena *scratch, summ_sentences *list) {
    sm_select_options select = {.budget = budget_of(o, doc->doc.sentences.n),
                                .diversity = o->diversity == SUMM_DIVERSITY_OWN ? ranker->diversity : o->diversity,
                                .in_order = ranker->fill == SM_FILL_IN_ORDER,
                                .no_quotes = o->no_quotes != 0,
                                .no_questions = o->no_questions != 0,
                                .known = o->known != NULL ? &o->known->doc : NULL};
    double *score = sm_arena_get(scratch, doc->doc.sentences.n, sizeof *score);
    sm_picks picks;
    summ_status status = score != NULL ? score_sentences(doc, ranker, o, scratch, score) : SUMM_ERR_MEMORY;
    if (status == SUMM_OK)
        status = read_must(doc, o, scratch, &select);
    if (status != SUMM_OK)
        return status;
    bool good = choose(doc, score, &select, o->trim != 0, scratch, &picks);
    if (good && picks.n == 0 && o->truncate != 0)
        good = add_begin(list, doc, score, &select, o->trim != 0, scratch);
    else
        good = good && make_room(list, picks.n) && add_picks(list, doc, score, &picks, o, scratch);
    return good ? SUMM_OK : SUMM_ERR_MEMORY;
}

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

summ_status summ_summarize(const summ_doc *doc, const summ_summary_options *given, summ_sentences **summary) {
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    if (doc == NULL || summary == NULL || !sm_options_read(&options, sizeof options, given) || !is_valid(&options))
        return SUMM_ERR_ARGUMENT;
    const sm_ranker *ranker = find_ranker(options.algorithm);
    if (ranker == NULL)
        return SUMM_ERR_NAME;
    summ_sentences *list = sm_handle_new(doc->engine, sizeof *list);
    if (list == NULL)
        return SUMM_ERR_MEMORY;
    sm_arena scratch; /* counted with the list, so that max_memory holds for both together */
    sm_arena_init(&scratch, &list->memory.alloc);
    summ_status status = summarize(doc, ranker, &options, &scratch, list);
    sm_arena_release(&scratch);
    if (status != SUMM_OK)
        summ_sentences_free(list);
    else
        *summary = list;
    return status;
}

size_t summ_sentences_count(const summ_sentences *sentences) {
    return sentences->n;
}

const summ_sentence *summ_sentences_at(const summ_sentences *sentences, size_t index) {
    return index < sentences->n ? &sentences->list[index] : NULL;
}

void summ_sentences_free(summ_sentences *sentences) {
    sm_handle_free(sentences, sizeof *sentences);
}
