/* Asides in brackets: "(see Figure 2)", "(pictured)", "[12]", "[citation needed]". */
#ifndef SM_TRIM_ASIDES_H
#define SM_TRIM_ASIDES_H

#include "trim/cuts.h"
#include "trim/outline.h"

/* Cuts out the asides within `begin` to `end`, with the spaces before them. Those stay that are part of what is said:
 * in quotations; joined to a word; behind a word that needs another ("in (4)"); short forms and other names ("World
 * Health Organization (WHO)", "Burma (Myanmar)"); numbers of a list, years, formulas; those that restrict ("not",
 * "except", "allegedly"); and all of a sentence that has more than four, a list of things. O(bytes). */
void sm_asides_cut(sm_cuts *cuts, sm_enclosed *enclosed, size_t begin, size_t end);

#endif
