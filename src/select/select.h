/* Selection: scores and ceilings become chosen sentences. */
#ifndef SM_SELECT_SELECT_H
#define SM_SELECT_SELECT_H

#include "doc/doc.h"

/* Ceilings; SUMM_NO_LIMIT for none. */
typedef struct sm_budget {
    size_t sentences;
    size_t words;
    size_t chars; /* with one between two sentences */
} sm_budget;

typedef struct sm_select_options {
    sm_budget budget;
    double diversity; /* 0 to 1 */
    bool in_order;    /* fill lengths with the first that fit, best first */
} sm_select_options;

/* The chosen sentences, best first. */
typedef struct sm_picks {
    uint32_t *sentence;
    size_t n;
} sm_picks;

/* Chooses among the candidates of `doc` by `score` (one for each sentence, >= 0); equal scores by position. Near-copies
 * are never chosen together. False: no memory. */
bool sm_select(const sm_doc *doc, const double *score, const sm_select_options *options, sm_arena *scratch,
               sm_picks *picks);

#endif
