/* Why a summary has the sentences it has. */
#include "api/choice.h"
#include "base/work.h"
#include "doc/support.h"

#include <string.h>

enum {
    NEXT = 3 /* sentences that are shown beside the chosen ones */
};

typedef struct explaining {
    const summ_doc *doc;
    summ_explanation *out;
    sm_choice choice;
    sm_trace trace;
    sm_support support;
} explaining;

/* One word, or two with a space between them. */
static bool name_term(const explaining *x, uint32_t column, summ_term *term) {
    sm_arena *arena = &x->out->memory.arena;
    uint32_t words[2];
    size_t n_words = sm_support_words(&x->support, column, words), n_bytes[2] = {0, 0};
    const char *text[2] = {"", ""};
    for (size_t k = 0; k < n_words; k++) {
        const sm_word *w = &x->doc->doc.words.at[words[k]];
        text[k] = sm_doc_shown(x->doc, w->begin, w->begin + w->n_bytes - w->possessive, arena, &n_bytes[k]);
        if (text[k] == NULL)
            return false;
    }
    term->text = text[0];
    term->n_bytes = n_bytes[0];
    if (n_words == 1)
        return true;
    char *both = sm_arena_get(arena, n_bytes[0] + n_bytes[1] + 2, 1);
    if (both == NULL)
        return false;
    memcpy(both, text[0], n_bytes[0]);
    both[n_bytes[0]] = ' ';
    memcpy(both + n_bytes[0] + 1, text[1], n_bytes[1] + 1);
    term->text = both;
    term->n_bytes += 1 + n_bytes[1];
    return true;
}

static bool add_terms(const explaining *x, uint32_t sentence, summ_reason *r) {
    sm_ranked best[SM_SUPPORT_TERMS];
    r->n_terms = sm_support_terms(&x->support, sentence, best);
    summ_term *terms = sm_arena_get(&x->out->memory.arena, r->n_terms, sizeof *terms);
    r->terms = terms;
    for (size_t i = 0; terms != NULL && i < r->n_terms; i++) {
        terms[i].weight = best[i].value;
        if (!name_term(x, best[i].id, &terms[i]))
            return false;
    }
    return terms != NULL;
}

static bool add_votes(explaining *x, uint32_t sentence, summ_reason *r) {
    sm_ranked best[SM_SUPPORT_VOTERS];
    r->n_votes = sm_support_voters(&x->support, sentence, best);
    summ_vote *votes = sm_arena_get(&x->out->memory.arena, r->n_votes, sizeof *votes);
    r->votes = votes;
    for (size_t i = 0; votes != NULL && i < r->n_votes; i++)
        votes[i] = (summ_vote){best[i].id, best[i].value};
    return votes != NULL;
}

static double factor_of(const double *factor, uint32_t sentence) {
    return factor != NULL ? factor[sentence] : 1;
}

static void add_factors(const sm_choice *c, uint32_t sentence, summ_reason *r) {
    sm_rank_factors why = c->why[sentence];
    r->position = why.position;
    r->cue = why.cue;
    r->alone = why.alone;
    r->novelty = factor_of(c->known, sentence);
    r->query = factor_of(c->query, sentence);
    r->base = c->largest > 0 ? c->found[sentence] / (r->position * r->cue * r->alone) / c->largest : 1;
}

/* What is left of a ceiling on characters counts one behind the last sentence. */
static void add_room(const sm_trace *t, summ_reason *r) {
    size_t chars = t->left.chars;
    r->words_left = t->left.words;
    r->chars_left = chars == SUMM_NO_LIMIT || chars == 0 ? chars : chars - 1;
}

static void add_verdict(explaining *x, uint32_t sentence, summ_reason *r) {
    sm_verdict v = sm_trace_judge(&x->trace, sentence);
    r->verdict = v.verdict;
    r->kept = v.kept;
    r->similarity = v.cosine;
    r->similar = v.like != SM_NO_SENTENCE ? v.like : SUMM_NO_SENTENCE;
}

static bool is_ranked(const explaining *x, uint32_t sentence) {
    return sm_trace_chose(&x->trace, sentence) || x->doc->doc.sentences.at[sentence].candidate;
}

static bool add(explaining *x, uint32_t sentence, uint32_t rank) {
    summ_explanation *out = x->out;
    summ_reason *r = &out->list[out->n];
    double score = is_ranked(x, sentence) ? x->choice.score[sentence] : 0;
    *r = (summ_reason){.sentence = &out->sentences[out->n], .n_sentences = x->doc->doc.sentences.n};
    add_verdict(x, sentence, r);
    add_factors(&x->choice, sentence, r);
    add_room(&x->trace, r);
    bool good =
        sm_choice_show(x->doc, &x->choice, sentence, score, rank, &out->memory.arena, &out->sentences[out->n]) &&
        add_terms(x, sentence, r) && add_votes(x, sentence, r);
    good = good && sm_work_pass(&out->memory.arena); /* votes come from the whole text */
    bool shown = good && out->sentences[out->n].text != NULL;
    out->n += shown;
    out->n_chosen += shown && rank > 0;
    return good;
}

/* Is `b` ahead of `a`, which comes before it in the text? */
static bool is_ahead(const explaining *x, uint32_t b, uint32_t a) {
    bool a_ranked = is_ranked(x, a), b_ranked = is_ranked(x, b);
    return a_ranked != b_ranked ? b_ranked : b_ranked && x->choice.score[b] > x->choice.score[a];
}

/* The best that were not chosen; returns how many there are. */
static size_t find_next(const explaining *x, uint32_t next[NEXT]) {
    size_t n = 0;
    for (uint32_t i = 0; i < x->doc->doc.sentences.n; i++) {
        size_t at = n;
        if (sm_trace_chose(&x->trace, i))
            continue;
        while (at > 0 && is_ahead(x, i, next[at - 1]))
            at--;
        n += n < NEXT;
        for (size_t k = n; k-- > at + 1;)
            next[k] = next[k - 1];
        if (at < NEXT)
            next[at] = i;
    }
    return n;
}

static bool fill(explaining *x) {
    summ_explanation *out = x->out;
    uint32_t next[NEXT];
    size_t n_next = find_next(x, next), n = x->choice.n + n_next;
    out->list = sm_arena_get(&out->memory.arena, n, sizeof *out->list);
    out->sentences = sm_arena_get(&out->memory.arena, n, sizeof *out->sentences);
    if (out->list == NULL || out->sentences == NULL)
        return false;
    for (size_t i = 0; i < x->choice.n; i++)
        if (!add(x, x->choice.chosen[i].sentence, x->choice.chosen[i].rank))
            return false;
    for (size_t i = 0; i < n_next; i++)
        if (!add(x, next[i], 0))
            return false;
    return true;
}

static summ_status explain(explaining *x, sm_arena *scratch) {
    summ_status status = sm_choice_make(&x->choice, x->doc, &x->trace, scratch);
    if (status != SUMM_OK)
        return status;
    bool good = sm_support_init(&x->support, &x->doc->doc, x->choice.score, scratch) && fill(x);
    return good ? SUMM_OK : SUMM_ERR_MEMORY;
}

static summ_status watch(explaining *x) {
    sm_alloc *alloc = &x->out->memory.alloc;
    sm_work work;
    sm_arena scratch; /* counted with the handle, so that max_memory holds for both together */
    sm_arena_init(&scratch, alloc);
    sm_work_begin(&work, alloc, x->choice.options.progress, x->choice.options.progress_context, x->doc->doc.tokens.n);
    summ_status status = explain(x, &scratch);
    sm_arena_release(&scratch);
    return sm_work_end(alloc, status);
}

summ_status summ_explain(const summ_doc *doc, const summ_summary_options *options, summ_explanation **explanation) {
    explaining x = {.doc = doc};
    if (doc == NULL || explanation == NULL)
        return SUMM_ERR_ARGUMENT;
    summ_status status = sm_choice_read(options, &x.choice);
    if (status == SUMM_OK && x.choice.options.outline != 0)
        status = SUMM_ERR_ARGUMENT;
    if (status != SUMM_OK)
        return status;
    x.out = sm_handle_new(doc->engine, sizeof *x.out);
    if (x.out == NULL)
        return SUMM_ERR_MEMORY;
    status = watch(&x);
    if (status != SUMM_OK)
        summ_explanation_free(x.out);
    else
        *explanation = x.out;
    return status;
}

size_t summ_explanation_count(const summ_explanation *explanation) {
    return explanation->n;
}

const summ_reason *summ_explanation_at(const summ_explanation *explanation, size_t index) {
    return index < explanation->n ? &explanation->list[index] : NULL;
}

void summ_explanation_free(summ_explanation *explanation) {
    sm_handle_free(explanation, sizeof *explanation);
}
