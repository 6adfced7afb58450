/* Key phrases: a document becomes scored candidates. One file and one row of scorers.def for each algorithm. */
#ifndef SM_KEYWORD_KEYWORD_H
#define SM_KEYWORD_KEYWORD_H

#include "keyword/candidates.h"

/* score writes a score >= 0 for each candidate of the list, higher is better; 0 leaves it out. False: no memory. */
typedef struct sm_scorer {
    summ_item item;
    uint32_t connectors; /* that its candidates may have inside */
    bool (*score)(const sm_candidates *candidates, sm_arena *scratch, double *score);
} sm_scorer;

/* Row `index`, or NULL past the end. */
const sm_scorer *sm_scorer_at(size_t index);

/* Is its score e to the weighted sum of the features of keyword/features.h? */
bool sm_scorer_has_features(const sm_scorer *scorer);

#endif
