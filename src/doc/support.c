#include "doc/support.h"

/* Of equally common words one in small letters, which no sentence begins with, then the first. */
static bool is_better_form(const sm_word *new, const sm_word *old) {
    bool is_small = new->letters == SM_CASE_LOWER && old->letters != SM_CASE_LOWER;
    return new->count > old->count || (new->count == old->count &&is_small);
}

static bool find_forms(sm_support *s, sm_arena *scratch) {
    const sm_doc *doc = s->doc;
    s->form = sm_arena_get_zero(scratch, doc->stems.n, sizeof *s->form);
    if (s->form == NULL)
        return false;
    for (uint32_t i = 0; i < doc->words.n; i++) {
        const sm_word *w = &doc->words.at[i];
        uint32_t *form = &s->form[w->stem];
        if (doc->words.at[*form].stem != w->stem || is_better_form(w, &doc->words.at[*form]))
            *form = i;
    }
    return true;
}

static bool sum_columns(sm_support *s, sm_arena *scratch) {
    const sm_csr *a = &s->rows;
    s->sum = sm_arena_get_zero(scratch, a->n_cols, sizeof *s->sum);
    for (uint32_t i = 0; s->sum != NULL && i < a->n_rows; i++)
        for (uint32_t e = a->start[i]; e < a->start[i + 1]; e++)
            s->sum[a->col[e]] += (double)a->val[e] * s->score[i];
    return s->sum != NULL;
}

bool sm_support_init(sm_support *s, const sm_doc *doc, const double *score, sm_arena *scratch) {
    *s = (sm_support){.doc = doc, .score = score};
    s->vote = sm_arena_get_zero(scratch, doc->sentences.n, sizeof *s->vote);
    s->voter = sm_arena_get(scratch, doc->sentences.n, sizeof *s->voter);
    return s->vote != NULL && s->voter != NULL && find_forms(s, scratch) &&
           sm_features_with_pairs(doc, scratch, &s->rows, &s->pair) &&
           sm_csr_transpose(&s->rows, scratch, &s->columns) && sum_columns(s, scratch);
}

/* Of the support of a sentence, what the term of its entry e gives. */
static double worth(const sm_support *s, uint32_t sentence, uint32_t e) {
    double own = (double)s->rows.val[e];
    return own * (s->sum[s->rows.col[e]] - own * s->score[sentence]);
}

static double total(const sm_support *s, uint32_t sentence) {
    double sum = 0;
    for (uint32_t e = s->rows.start[sentence]; e < s->rows.start[sentence + 1]; e++)
        sum += worth(s, sentence, e);
    return sum;
}

/* Keeps the `most` best in their order. */
static size_t insert(sm_ranked *best, size_t n, size_t most, sm_ranked new) {
    size_t at = n;
    while (at > 0 && (new.value > best[at - 1].value || (new.value == best[at - 1].value &&new.id < best[at - 1].id)))
        at--;
    if (at == most)
        return n;
    n += n < most;
    for (size_t i = n - 1; i > at; i--)
        best[i] = best[i - 1];
    best[at] = new;
    return n;
}

/* Shares of a sum, which may be smaller by a rounding. */
static size_t scale(sm_ranked *best, size_t n, double sum) {
    for (size_t i = 0; i < n; i++)
        best[i].value = best[i].value < sum ? best[i].value / sum : 1;
    return sum > 0 ? n : 0;
}

size_t sm_support_terms(const sm_support *s, uint32_t sentence, sm_ranked terms[SM_SUPPORT_TERMS]) {
    size_t n = 0;
    for (uint32_t e = s->rows.start[sentence]; e < s->rows.start[sentence + 1]; e++) {
        double value = worth(s, sentence, e);
        if (value > 0)
            n = insert(terms, n, SM_SUPPORT_TERMS, (sm_ranked){value, s->rows.col[e]});
    }
    return scale(terms, n, total(s, sentence));
}

/* Adds up the votes of the sentences that hold a term; returns how many voters there are then. */
static size_t collect(sm_support *s, uint32_t sentence, uint32_t e, size_t n) {
    const sm_csr *c = &s->columns;
    uint32_t column = s->rows.col[e];
    if (c->start[column + 1] - c->start[column] > SM_SUPPORT_POSTINGS)
        return n;
    for (uint32_t at = c->start[column]; at < c->start[column + 1]; at++) {
        uint32_t voter = c->col[at];
        double vote = (double)s->rows.val[e] * (double)c->val[at] * s->score[voter];
        if (voter == sentence || !(vote > 0))
            continue;
        if (s->vote[voter] <= 0)
            s->voter[n++] = voter;
        s->vote[voter] += vote;
    }
    return n;
}

size_t sm_support_voters(sm_support *s, uint32_t sentence, sm_ranked voters[SM_SUPPORT_VOTERS]) {
    size_t n = 0, n_all = 0;
    for (uint32_t e = s->rows.start[sentence]; e < s->rows.start[sentence + 1]; e++)
        n_all = collect(s, sentence, e, n_all);
    for (size_t i = 0; i < n_all; i++) {
        n = insert(voters, n, SM_SUPPORT_VOTERS, (sm_ranked){s->vote[s->voter[i]], s->voter[i]});
        s->vote[s->voter[i]] = 0;
    }
    return scale(voters, n, total(s, sentence));
}

size_t sm_support_words(const sm_support *s, uint32_t column, uint32_t words[2]) {
    size_t n_stems = s->doc->stems.n;
    if (column < n_stems) {
        words[0] = s->form[column];
        return 1;
    }
    words[0] = s->form[s->pair[column - n_stems].left];
    words[1] = s->form[s->pair[column - n_stems].right];
    return 2;
}
