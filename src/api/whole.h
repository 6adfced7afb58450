/* The whole text of a ranking with what was chosen of it, for the formats that show it. */
#ifndef SM_API_WHOLE_H
#define SM_API_WHOLE_H

#include "api/handles.h"
#include "output/output.h"

/* Fills report->whole in: the sentences and phrases of the report are those that are marked; `places` has the
 * occurrences of the phrases. It lives in `arena`. False: no memory. O(sentences + occurrences x log phrases). */
bool sm_whole_build(const summ_sentences *ranking, const sm_places *places, sm_arena *arena, sm_report *report);

#endif
