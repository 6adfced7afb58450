/* The spellings of chosen phrases, and which of them is shown. */
#ifndef SM_KEYWORD_FORMS_H
#define SM_KEYWORD_FORMS_H

#include "keyword/choose.h"

/* Fills in forms, form and small of phrases whose occurrences are known. False: no memory.
 * O(tokens + occurrences log occurrences). */
bool sm_forms_find(const sm_candidates *candidates, sm_arena *scratch, sm_key_phrases *phrases);

#endif
