/* What has to be covered. */
#ifndef SM_SELECT_MUST_H
#define SM_SELECT_MUST_H

#include "select/select.h"

/* Sentences that together hold every text of options->must that stands in a sentence of prose and fits into its share:
 * again and again the one that holds most of those not covered yet; a candidate before others, then the larger score,
 * then the earlier. A text stands in a sentence if its stems do, one behind the other, or,
 * in a language without spaces, its bytes. At most n_must sentences, none
 * that `left_out` marks, which may be NULL. False: no memory. O(n_must x tokens + n_must^2 x sentences), with
 * the tokens of the text and of what is looked for. */
bool sm_must_pick(const sm_doc *doc, const double *score, const sm_select_options *options, const sm_shares *shares,
                  const bool *left_out, sm_arena *scratch, sm_picks *picks);

#endif
