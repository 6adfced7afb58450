/* Ceilings, and what is left of them. */
#ifndef SM_SELECT_BUDGET_H
#define SM_SELECT_BUDGET_H

#include "doc/doc.h"

/* SUMM_NO_LIMIT for none. */
typedef struct sm_budget {
    size_t sentences;
    size_t words;
    size_t chars; /* with one for the space behind each sentence */
} sm_budget;

/* Ceilings that hold apart for the sentences of each share. */
typedef struct sm_shares {
    const uint32_t *of;      /* for each sentence, its share; NULL: all have the first */
    const sm_budget *budget; /* n of them, n > 0 */
    size_t n;
} sm_shares;

static inline size_t sm_share_of(const sm_shares *shares, uint32_t sentence) {
    return shares->of != NULL ? shares->of[sentence] : 0;
}

/* Does the sentence fit into what is left? */
static inline bool sm_budget_fits(const sm_budget *left, const sm_sentence *s) {
    return left->sentences > 0 && s->n_words <= left->words && s->n_chars + (size_t)1 <= left->chars;
}

/* Takes the sentence, which fits, off. */
static inline void sm_budget_spend(sm_budget *left, const sm_sentence *s) {
    left->sentences -= left->sentences != SUMM_NO_LIMIT;
    left->words -= left->words != SUMM_NO_LIMIT ? s->n_words : 0;
    left->chars -= left->chars != SUMM_NO_LIMIT ? s->n_chars + (size_t)1 : 0;
}

#endif
