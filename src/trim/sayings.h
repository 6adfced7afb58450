/* Attributions behind what was said: ", he said.", ", said Mr Smith.", ", according to the report." */
#ifndef SM_TRIM_SAYINGS_H
#define SM_TRIM_SAYINGS_H

#include "trim/cuts.h"
#include "trim/outline.h"

/* Cuts out the attribution between the last comma and the final mark, and the comma; the mark stays. What is said has
 * to stand on its own: no quotation, no words of its speaker ("I"), no mere clause ("When he came, she said."). Only
 * verbs that leave nothing open are cut: what somebody claims or denies stays attributed. A few words, and the bytes
 * of the sentence if they are an attribution. */
void sm_sayings_cut(sm_cuts *cuts, const sm_outline *outline);

#endif
