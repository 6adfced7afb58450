#include "select/select.h"

#include "select/fill.h"
#include "select/must.h"
#include "select/order.h"
#include "select/trace.h"
#include "select/unwanted.h"

/* The greedy order is followed for a while beyond the ceiling, to have pieces that fill it. */
enum {
    ORDER_TIMES = 3,
    ORDER_WORDS = 100,
    ORDER_CHARS = 600
};

typedef struct selection {
    const sm_doc *doc;
    const sm_select_options *options;
    sm_budget budget; /* with a space behind the last sentence too */
    sm_arena *scratch;
    bool *left_out;
    sm_picks must;
    sm_order order; /* begins with `must` */
    double least;   /* what a sentence without any score is worth, so that it still fills room that is left */
} selection;

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

static bool take_order(selection *s, const double *score) {
    sm_budget enough = {s->budget.sentences, beyond(s->budget.words, ORDER_WORDS),
                        beyond(s->budget.chars, ORDER_CHARS)};
    if (has_length(&s->budget))
        enough.sentences = SUMM_NO_LIMIT; /* some of them may not fit beside others */
    sm_order_options options = {.diversity = s->options->diversity,
                                .budget = s->budget,
                                .enough = enough,
                                .left_out = s->left_out,
                                .first = &s->must,
                                .known = s->options->known};
    return sm_order_take(s->doc, score, &options, s->scratch, &s->order);
}

static const sm_sentence *ordered(const selection *s, size_t i) {
    return &s->doc->sentences.at[s->order.sentence[i]];
}

/* The first of the order that fit, under any mixture of ceilings; returns what is left of them. */
static sm_budget choose_in_order(const selection *s, bool *chosen) {
    sm_budget left = s->budget;
    for (size_t i = 0; i < s->order.n; i++) {
        chosen[i] = sm_budget_fits(&left, ordered(s, i));
        if (chosen[i])
            sm_budget_spend(&left, ordered(s, i));
    }
    return left;
}

/* What a sentence adds: its score for each of its words. */
static double value_of(const selection *s, size_t i) {
    double value = s->order.value[i];
    return (value > s->least ? value : s->least) * ordered(s, i)->n_words;
}

static void find_least(selection *s) {
    double most = 0;
    for (size_t i = 0; i < s->order.n; i++)
        most = s->order.value[i] > most ? s->order.value[i] : most;
    s->least = most > 0 ? 1e-9 * most : 1;
}

/* The worth of a choice, or -1 if it passes a ceiling. */
static double judge(const selection *s, const bool *chosen) {
    sm_budget left = s->budget;
    double sum = 0;
    for (size_t i = 0; i < s->order.n; i++) {
        if (!chosen[i])
            continue;
        if (!sm_budget_fits(&left, ordered(s, i)))
            return -1;
        sm_budget_spend(&left, ordered(s, i));
        sum += value_of(s, i);
    }
    return sum;
}

/* The best choice as far as one length and the number of sentences decide, what must be in it apart. */
static bool choose_best(const selection *s, bool by_words, bool *chosen) {
    size_t first = s->must.n, n = s->order.n;
    size_t *length = sm_arena_get(s->scratch, n, sizeof *length);
    double *value = sm_arena_get(s->scratch, n, sizeof *value);
    sm_budget left = s->budget;
    if (length == NULL || value == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        length[i] = by_words ? ordered(s, i)->n_words : ordered(s, i)->n_chars + (size_t)1;
        value[i] = value_of(s, i);
        if (i < first) {
            sm_budget_spend(&left, ordered(s, i));
            chosen[i] = true;
        }
    }
    sm_fill_limits limits = {by_words ? left.words : left.chars, left.sentences};
    return sm_fill(n - first, length + first, value + first, limits, s->scratch, chosen + first);
}

/* Takes the choice for one length if it keeps the other ceilings and is worth more. */
static bool improve(const selection *s, bool by_words, bool **chosen) {
    bool *other = sm_arena_get(s->scratch, s->order.n, sizeof *other);
    if (other == NULL || !choose_best(s, by_words, other))
        return false;
    if (judge(s, other) > judge(s, *chosen))
        *chosen = other;
    return true;
}

static void keep_trace(const selection *s, const bool *chosen) {
    sm_trace *t = s->options->trace;
    *t = (sm_trace){.doc = s->doc,
                    .options = *s->options,
                    .order = s->order,
                    .n_must = s->must.n,
                    .chosen = chosen,
                    .whole = s->budget,
                    .left = s->budget};
    for (size_t i = 0; i < s->order.n; i++)
        if (chosen[i])
            sm_budget_spend(&t->left, ordered(s, i));
}

static bool choose(selection *s, sm_picks *picks) {
    find_least(s);
    bool *chosen = sm_arena_get(s->scratch, s->order.n, sizeof *chosen);
    if (chosen == NULL)
        return false;
    sm_budget left = choose_in_order(s, chosen);
    bool best = !s->options->in_order && left.sentences > 0; /* their number alone decides: none for its length */
    if (best && s->budget.words != SUMM_NO_LIMIT && !improve(s, true, &chosen))
        return false;
    if (best && s->budget.chars != SUMM_NO_LIMIT && !improve(s, false, &chosen))
        return false;
    for (size_t i = 0; i < s->order.n; i++)
        if (chosen[i])
            picks->sentence[picks->n++] = s->order.sentence[i];
    if (s->options->trace == NULL)
        return true;
    keep_trace(s, chosen);
    return sm_trace_index(s->options->trace, s->scratch);
}

bool sm_select(const sm_doc *doc, const double *score, const sm_select_options *options, sm_arena *scratch,
               sm_picks *picks) {
    selection s = {.doc = doc, .options = options, .budget = options->budget, .scratch = scratch};
    if (s.budget.chars != SUMM_NO_LIMIT)
        s.budget.chars++;
    *picks = (sm_picks){sm_arena_get(scratch, doc->n_candidates + options->n_must, sizeof *picks->sentence), 0};
    return picks->sentence != NULL && leave_out(&s) &&
           sm_must_pick(doc, score, options, &s.budget, s.left_out, scratch, &s.must) && take_order(&s, score) &&
           choose(&s, picks);
}
