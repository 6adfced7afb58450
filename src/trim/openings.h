/* What may be cut off the begin of a sentence. Each function cuts at most once, behind what was cut before. All look at
 * a few words. */
#ifndef SM_TRIM_OPENINGS_H
#define SM_TRIM_OPENINGS_H

#include "trim/cuts.h"

/* "LONDON (Reuters) - ", "PARIS, March 3 (AP) -- ", "(CNN) ", "NEW YORK - ": an agency in brackets, or a place all in
 * capitals, a dash and a capital, and no second dash, which would make an aside of what follows. In any language. */
void sm_openings_cut_dateline(sm_cuts *cuts);

/* "However, ", "But ", "On the other hand, ". */
void sm_openings_cut_connective(sm_cuts *cuts);

/* "According to the ministry, ", unless a second comma near by makes it doubtful where the source's name ends. */
void sm_openings_cut_source(sm_cuts *cuts);

#endif
