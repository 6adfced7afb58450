#include "select/select.h"

#include "select/fill.h"
#include "select/order.h"

/* The greedy order is followed for a while beyond the ceiling, to have pieces that fill it. */
enum {
    ORDER_TIMES = 3,
    ORDER_WORDS = 100,
    ORDER_CHARS = 600
};

static size_t beyond(size_t ceiling, size_t more) {
    return ceiling > (SUMM_NO_LIMIT - more) / ORDER_TIMES ? SUMM_NO_LIMIT : ORDER_TIMES * ceiling + more;
}

static bool fits(const sm_sentence *s, const sm_budget *left) {
    return left->sentences > 0 && s->n_words <= left->words && s->n_chars + (size_t)1 <= left->chars;
}

static void spend(const sm_sentence *s, sm_budget *left) {
    left->sentences -= left->sentences != SUMM_NO_LIMIT;
    left->words -= left->words != SUMM_NO_LIMIT ? s->n_words : 0;
    left->chars -= left->chars != SUMM_NO_LIMIT ? s->n_chars + (size_t)1 : 0;
}

/* The first of the order that fit, under any mixture of ceilings. */
static void pick_in_order(const sm_doc *doc, const sm_order *order, sm_budget left, sm_picks *picks) {
    for (size_t i = 0; i < order->n; i++) {
        const sm_sentence *s = &doc->sentences.at[order->sentence[i]];
        if (!fits(s, &left))
            continue;
        spend(s, &left);
        picks->sentence[picks->n++] = order->sentence[i];
    }
}

/* The best of the order within one length: a knapsack in which a sentence is worth its score times its words. */
static bool pick_best(const sm_doc *doc, const sm_order *order, const sm_budget *budget, sm_arena *scratch,
                      sm_picks *picks) {
    bool by_words = budget->words != SUMM_NO_LIMIT;
    size_t *length = sm_arena_get(scratch, order->n, sizeof *length);
    double *value = sm_arena_get(scratch, order->n, sizeof *value);
    bool *chosen = sm_arena_get(scratch, order->n, sizeof *chosen);
    if (length == NULL || value == NULL || chosen == NULL)
        return false;
    for (size_t i = 0; i < order->n; i++) {
        const sm_sentence *s = &doc->sentences.at[order->sentence[i]];
        length[i] = by_words ? s->n_words : s->n_chars + (size_t)1;
        value[i] = order->value[i] * s->n_words;
    }
    if (!sm_fill(order->n, length, value, by_words ? budget->words : budget->chars, scratch, chosen))
        return false;
    for (size_t i = 0; i < order->n; i++)
        if (chosen[i])
            picks->sentence[picks->n++] = order->sentence[i];
    return true;
}

static bool is_one_length(const sm_budget *b) {
    return b->sentences == SUMM_NO_LIMIT && (b->words == SUMM_NO_LIMIT) != (b->chars == SUMM_NO_LIMIT);
}

bool sm_select(const sm_doc *doc, const double *score, const sm_select_options *options, sm_arena *scratch,
               sm_picks *picks) {
    sm_budget budget = options->budget;
    if (budget.chars < SUMM_NO_LIMIT) /* the last sentence has no space behind it */
        budget.chars++;
    sm_budget enough = {budget.sentences, beyond(budget.words, ORDER_WORDS), beyond(budget.chars, ORDER_CHARS)};
    if (budget.words != SUMM_NO_LIMIT || budget.chars != SUMM_NO_LIMIT)
        enough.sentences = SUMM_NO_LIMIT; /* some of them may not fit beside others */
    sm_order order;
    picks->n = 0;
    picks->sentence = sm_arena_get(scratch, doc->n_candidates, sizeof *picks->sentence);
    if (picks->sentence == NULL ||
        !sm_order_take(doc, score, options->diversity, &options->budget, &enough, scratch, &order))
        return false;
    if (is_one_length(&budget) && !options->in_order)
        return pick_best(doc, &order, &budget, scratch, picks);
    pick_in_order(doc, &order, budget, picks);
    return true;
}
