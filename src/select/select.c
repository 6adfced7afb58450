#include "select/select.h"

#include "select/fill.h"
#include "select/must.h"
#include "select/order.h"
#include "select/trace.h"
#include "select/unwanted.h"

#include <string.h>

/* The greedy order is followed for a while beyond the ceiling, to have pieces that fill it. */
enum {
    ORDER_TIMES = 3,
    ORDER_WORDS = 100,
    ORDER_CHARS = 600
};

typedef struct selection {
    const sm_doc *doc;
    const sm_select_options *options;
    sm_shares shares; /* with a space behind the last sentence of each too */
    sm_arena *scratch;
    bool *left_out;
    sm_picks must;
    sm_order order; /* begins with `must` */
    double least;   /* what a sentence without any score is worth, so that it still fills room that is left */
} selection;

/* The sentences of the order that have one share. */
typedef struct group {
    const selection *s;
    const uint32_t *at; /* their places in the order, ascending */
    size_t n, n_must;
    sm_budget budget;
    sm_arena *scratch;
} group;

static size_t beyond(size_t ceiling, size_t more) {
    return ceiling > (SUMM_NO_LIMIT - more) / ORDER_TIMES ? SUMM_NO_LIMIT : ORDER_TIMES * ceiling + more;
}

static bool leave_out(selection *s) {
    if (!s->options->no_quotes && !s->options->no_questions)
        return true;
    s->left_out = sm_arena_get(s->scratch, s->doc->sentences.n, sizeof *s->left_out);
    for (size_t i = 0; s->left_out != NULL && i < s->doc->sentences.n; i++)
        s->left_out[i] = sm_unwanted(s->doc, s->options, &s->doc->sentences.at[i]) != SM_WANTED;
    return s->left_out != NULL;
}

static bool has_length(const sm_budget *b) {
    return b->words != SUMM_NO_LIMIT || b->chars != SUMM_NO_LIMIT;
}

/* What is enough for each share. */
static sm_budget *enough_of(const selection *s) {
    sm_budget *enough = sm_arena_get(s->scratch, s->shares.n, sizeof *enough);
    for (size_t i = 0; enough != NULL && i < s->shares.n; i++) {
        const sm_budget *b = &s->shares.budget[i];
        enough[i] = (sm_budget){b->sentences, beyond(b->words, ORDER_WORDS), beyond(b->chars, ORDER_CHARS)};
        if (has_length(b))
            enough[i].sentences = SUMM_NO_LIMIT; /* some of them may not fit beside others */
    }
    return enough;
}

static bool take_order(selection *s, const double *score) {
    sm_order_options options = {.diversity = s->options->diversity,
                                .shares = s->shares,
                                .enough = enough_of(s),
                                .left_out = s->left_out,
                                .first = &s->must,
                                .known = s->options->known};
    return options.enough != NULL && sm_order_take(s->doc, score, &options, s->scratch, &s->order);
}

static const sm_sentence *ordered(const group *g, size_t i) {
    return &g->s->doc->sentences.at[g->s->order.sentence[g->at[i]]];
}

/* The first of the order that fit, under any mixture of ceilings; returns what is left of them. */
static sm_budget choose_in_order(const group *g, bool *chosen) {
    sm_budget left = g->budget;
    for (size_t i = 0; i < g->n; i++) {
        chosen[i] = sm_budget_fits(&left, ordered(g, i));
        if (chosen[i])
            sm_budget_spend(&left, ordered(g, i));
    }
    return left;
}

/* What a sentence adds: its score for each of its words. */
static double value_of(const group *g, size_t i) {
    double value = g->s->order.value[g->at[i]];
    return (value > g->s->least ? value : g->s->least) * ordered(g, i)->n_words;
}

static void find_least(selection *s) {
    double most = 0;
    for (size_t i = 0; i < s->order.n; i++)
        most = s->order.value[i] > most ? s->order.value[i] : most;
    s->least = most > 0 ? 1e-9 * most : 1;
}

/* The worth of a choice, or -1 if it passes a ceiling. */
static double judge(const group *g, const bool *chosen) {
    sm_budget left = g->budget;
    double sum = 0;
    for (size_t i = 0; i < g->n; i++) {
        if (!chosen[i])
            continue;
        if (!sm_budget_fits(&left, ordered(g, i)))
            return -1;
        sm_budget_spend(&left, ordered(g, i));
        sum += value_of(g, i);
    }
    return sum;
}

/* The best choice as far as one length and the number of sentences decide, what must be in it apart. */
static bool choose_best(const group *g, bool by_words, bool *chosen) {
    size_t first = g->n_must, n = g->n;
    size_t *length = sm_arena_get(g->scratch, n, sizeof *length);
    double *value = sm_arena_get(g->scratch, n, sizeof *value);
    sm_budget left = g->budget;
    if (length == NULL || value == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        length[i] = by_words ? ordered(g, i)->n_words : ordered(g, i)->n_chars + (size_t)1;
        value[i] = value_of(g, i);
        if (i < first) {
            sm_budget_spend(&left, ordered(g, i));
            chosen[i] = true;
        }
    }
    sm_fill_limits limits = {by_words ? left.words : left.chars, left.sentences};
    return sm_fill(n - first, length + first, value + first, limits, g->scratch, chosen + first);
}

/* Takes the choice for one length if it keeps the other ceilings and is worth more. */
static bool improve(const group *g, bool by_words, bool *chosen) {
    bool *other = sm_arena_get(g->scratch, g->n, sizeof *other);
    if (other == NULL || !choose_best(g, by_words, other))
        return false;
    if (judge(g, other) > judge(g, chosen))
        memcpy(chosen, other, g->n * sizeof *chosen);
    return true;
}

static bool has_all(const group *g, const bool *chosen) {
    size_t n = 0;
    while (n < g->n && chosen[n])
        n++;
    return n == g->n;
}

/* Where their number alone decides, none is chosen for its length. */
static bool choose_group(const group *g, bool *chosen) {
    sm_budget left = choose_in_order(g, chosen);
    if (g->s->options->in_order || left.sentences == 0 || has_all(g, chosen))
        return true;
    return (g->budget.words == SUMM_NO_LIMIT || improve(g, true, chosen)) &&
           (g->budget.chars == SUMM_NO_LIMIT || improve(g, false, chosen));
}

/* The places of the order by share, those of share i in at[begin[i] .. begin[i + 1]). */
static bool sort_by_share(const selection *s, uint32_t **at, uint32_t **begin) {
    size_t n = s->shares.n;
    *at = sm_arena_get(s->scratch, s->order.n, sizeof **at);
    *begin = sm_arena_get_zero(s->scratch, n + 2, sizeof **begin);
    if (*at == NULL || *begin == NULL)
        return false;
    uint32_t *next = *begin + 1;
    for (size_t i = 0; i < s->order.n; i++)
        next[sm_share_of(&s->shares, s->order.sentence[i]) + 1]++;
    for (size_t i = 0; i < n; i++)
        next[i + 1] += next[i];
    for (uint32_t i = 0; i < s->order.n; i++)
        (*at)[next[sm_share_of(&s->shares, s->order.sentence[i])]++] = i;
    return true;
}

/* The scratch of a group is its own: that of all together may be much. */
static bool choose_groups(const selection *s, bool *taken) {
    uint32_t *at, *begin;
    bool *chosen = sm_arena_get(s->scratch, s->order.n, sizeof *chosen), good = chosen != NULL;
    good = good && sort_by_share(s, &at, &begin);
    for (size_t k = 0; good && k < s->shares.n; k++) {
        sm_arena own;
        group g = {.s = s, .at = at + begin[k], .n = begin[k + 1] - begin[k], .scratch = &own};
        g.budget = s->shares.budget[k];
        while (g.n_must < g.n && g.at[g.n_must] < s->must.n)
            g.n_must++;
        sm_arena_init(&own, s->scratch->alloc);
        good = choose_group(&g, chosen + begin[k]);
        sm_arena_release(&own);
        for (size_t i = 0; good && i < g.n; i++)
            taken[g.at[i]] = chosen[begin[k] + i];
    }
    return good;
}

static void keep_trace(const selection *s, const bool *chosen) {
    sm_trace *t = s->options->trace;
    *t = (sm_trace){.doc = s->doc,
                    .options = *s->options,
                    .order = s->order,
                    .n_must = s->must.n,
                    .chosen = chosen,
                    .whole = s->shares.budget[0],
                    .left = s->shares.budget[0]};
    for (size_t i = 0; i < s->order.n; i++)
        if (chosen[i])
            sm_budget_spend(&t->left, &s->doc->sentences.at[s->order.sentence[i]]);
}

static bool choose(selection *s, sm_picks *picks) {
    find_least(s);
    bool *chosen = sm_arena_get(s->scratch, s->order.n, sizeof *chosen);
    if (chosen == NULL || !choose_groups(s, chosen))
        return false;
    for (size_t i = 0; i < s->order.n; i++)
        if (chosen[i])
            picks->sentence[picks->n++] = s->order.sentence[i];
    if (s->options->trace == NULL)
        return true;
    keep_trace(s, chosen);
    return sm_trace_index(s->options->trace, s->scratch);
}

static bool read_shares(selection *s) {
    const sm_shares one = {.budget = &s->options->budget, .n = 1};
    s->shares = s->options->shares != NULL ? *s->options->shares : one;
    sm_budget *budget = sm_arena_get(s->scratch, s->shares.n, sizeof *budget);
    for (size_t i = 0; budget != NULL && i < s->shares.n; i++) {
        budget[i] = s->shares.budget[i];
        budget[i].chars += budget[i].chars != SUMM_NO_LIMIT;
    }
    s->shares.budget = budget;
    return budget != NULL;
}

bool sm_select(const sm_doc *doc, const double *score, const sm_select_options *options, sm_arena *scratch,
               sm_picks *picks) {
    selection s = {.doc = doc, .options = options, .scratch = scratch};
    *picks = (sm_picks){sm_arena_get(scratch, doc->n_candidates + options->n_must, sizeof *picks->sentence), 0};
    return picks->sentence != NULL && read_shares(&s) && leave_out(&s) &&
           sm_must_pick(doc, score, options, &s.shares, s.left_out, scratch, &s.must) && take_order(&s, score) &&
           choose(&s, picks);
}
