/* KLSum (Haghighi & Vanderwende 2009): take, again and again, the sentence with which KL(P || Q) becomes smallest, P
 * being the shares of words in the text and Q those in the summary. Q is smoothed by adding one word of each kind to
 * the summary (Laplace); the paper does not say how. Less makes for short sentences: adding 0.01 instead of 1 cost 6
 * points of ROUGE-1 with three sentences. sumy's KLSum, 3.7 below, sums over the words of the summary alone.
 *
 * With c(w) the counts in the summary, T their sum, both with the words added, a sentence that holds w n(w) times and
 * L words in all lowers the divergence by sum of P(w) ln(1 + n(w) / c(w)), which never rises as the summary grows, less
 * ln(1 + L / T), which depends on the length alone: the toll of num/greedy.h, whose groups are the lengths. The choice
 * is exact up to FREE steps and STEPS for each sentence and nonzero, and then keeps to what is known. */
#include "doc/features.h"
#include "num/greedy.h"
#include "rank/rank.h"

#include <math.h>

bool sm_rank_kl(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score);

enum {
    FREE = 1 << 20,
    STEPS = 8
};

typedef struct summary {
    const sm_csr *rows;
    double *p;     /* of each stem in the text */
    double *count; /* of each stem in the summary, one more */
    double n_words;
    uint32_t *group;  /* of each candidate */
    uint32_t *length; /* of each group */
    uint32_t n_groups;
} summary;

static double gain(void *context, uint32_t sentence, size_t *work) {
    const summary *s = context;
    const sm_csr *m = s->rows;
    double sum = 0;
    for (uint32_t e = m->start[sentence]; e < m->start[sentence + 1]; e++)
        sum += s->p[m->col[e]] * log1p((double)m->val[e] / s->count[m->col[e]]);
    *work += m->start[sentence + 1] - m->start[sentence] + (size_t)1;
    return sum;
}

static double toll(const void *context, uint32_t group) {
    const summary *s = context;
    return log1p(s->length[group] / s->n_words);
}

static void take(void *context, uint32_t sentence) {
    summary *s = context;
    const sm_csr *m = s->rows;
    for (uint32_t e = m->start[sentence]; e < m->start[sentence + 1]; e++) {
        s->count[m->col[e]] += (double)m->val[e];
        s->n_words += (double)m->val[e];
    }
}

static bool count_words(summary *s, sm_arena *scratch) {
    const sm_csr *m = s->rows;
    s->p = sm_arena_get_zero(scratch, m->n_cols, sizeof *s->p);
    s->count = sm_arena_get(scratch, m->n_cols, sizeof *s->count);
    if (s->p == NULL || s->count == NULL)
        return false;
    double n_words = 0;
    for (uint32_t e = 0; e < m->start[m->n_rows]; e++) {
        s->p[m->col[e]] += (double)m->val[e];
        n_words += (double)m->val[e];
    }
    for (uint32_t t = 0; t < m->n_cols; t++) {
        s->n_words += s->p[t] > 0 ? 1 : 0; /* stems of stop words have no share */
        s->p[t] /= n_words > 0 ? n_words : 1;
        s->count[t] = 1;
    }
    return true;
}

static bool group_by_length(summary *s, const uint32_t *candidates, uint32_t n, sm_arena *scratch) {
    const double *of = sm_csr_row_sums(s->rows, scratch);
    uint32_t longest = 0;
    s->group = sm_arena_get(scratch, n, sizeof *s->group);
    s->length = sm_arena_get(scratch, n, sizeof *s->length);
    if (of == NULL || s->group == NULL || s->length == NULL)
        return false;
    for (uint32_t k = 0; k < n; k++)
        longest = of[candidates[k]] > longest ? (uint32_t)of[candidates[k]] : longest;
    uint32_t *number = sm_arena_get_zero(scratch, (size_t)longest + 1, sizeof *number);
    if (number == NULL)
        return false;
    for (uint32_t k = 0; k < n; k++) {
        uint32_t length = (uint32_t)of[candidates[k]];
        if (number[length] == 0) {
            s->length[s->n_groups] = length;
            number[length] = ++s->n_groups;
        }
        s->group[k] = number[length] - 1;
    }
    return true;
}

bool sm_rank_kl(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score) {
    (void)options;
    summary s = {.rows = &doc->matrix};
    uint32_t n = doc->n_candidates, *order = sm_arena_get(scratch, n, sizeof *order);
    const uint32_t *candidates = sm_features_candidates(doc, scratch);
    if (order == NULL || candidates == NULL || !count_words(&s, scratch) ||
        !group_by_length(&s, candidates, n, scratch))
        return false;
    sm_greedy g = {candidates, n,       gain,
                   take,       &s,      FREE + STEPS * ((size_t)n + doc->matrix.start[doc->matrix.n_rows]),
                   toll,       s.group, s.n_groups};
    if (!sm_greedy_order(&g, scratch, order))
        return false;
    sm_rank_by_order(doc, order, score);
    return true;
}
