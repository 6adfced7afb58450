/* Selection: scores and ceilings become chosen sentences. */
#ifndef SM_SELECT_SELECT_H
#define SM_SELECT_SELECT_H

#include "select/budget.h"

typedef struct sm_select_options {
    sm_budget budget;
    const sm_shares
        *shares;        /* ceilings in place of `budget`, which hold apart for each share; or NULL. Not with trace */
    double diversity;   /* 0 to 1 */
    bool in_order;      /* fill lengths with the first that fit, best first */
    bool no_quotes;     /* leave out sentences that quote, and */
    bool no_questions;  /* those that ask */
    const sm_doc *must; /* n_must texts; each has to stand in a chosen sentence if it stands in any that fits */
    size_t n_must;
    const sm_doc *known;    /* what the reader knows: counts as chosen before; or NULL */
    struct sm_trace *trace; /* takes what tells why (select/trace.h), in scratch; or NULL */
} sm_select_options;

/* The chosen sentences, best first. */
typedef struct sm_picks {
    uint32_t *sentence;
    size_t n;
} sm_picks;

/* Chooses among the candidates of `doc` by `score` (one for each sentence, >= 0); equal scores by position. Near-copies
 * are never chosen together. Where ceilings on length are given, the sentences are those that together have the most
 * score for their words, as far as one ceiling decides; else the first of the order that fit. With shares, no two of
 * all that are chosen are near-copies, and each is lowered by what it repeats of those of other shares too. False: no
 * memory. */
bool sm_select(const sm_doc *doc, const double *score, const sm_select_options *options, sm_arena *scratch,
               sm_picks *picks);

#endif
