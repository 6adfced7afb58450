/* Keyness: how much more usual a phrase is in this text than in another. */
#ifndef SM_KEYWORD_KEYNESS_H
#define SM_KEYWORD_KEYNESS_H

#include "keyword/candidates.h"

/* Multiplies the score of each candidate by its log-likelihood ratio G2 against the text `against` (Dunning 1993),
 * divided by what that would be if `against` had it nowhere: phrases that are only here keep their scores, those that
 * are no rarer there get 0. `max_connectors` as for the candidates. False: no memory. O(tokens of both x longest
 * span). */
bool sm_keyness_weigh(const sm_candidates *candidates, const sm_doc *against, uint32_t max_connectors,
                      sm_arena *scratch, double *score);

#endif
