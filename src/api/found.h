/* Key phrases from options to what is shown, and what led to them: for summ_keywords and summ_explain_keywords. */
#ifndef SM_API_FOUND_H
#define SM_API_FOUND_H

#include "api/corpus.h"
#include "keyword/choose.h"
#include "keyword/keyword.h"

typedef struct sm_found {
    summ_keyword_options options;
    const sm_scorer *scorer;
    const sm_corpus *corpus; /* or NULL */
    sm_candidates candidates;
    sm_key_phrases best; /* of the candidates */
    summ_phrase *list;   /* the same, as the caller sees them */
    sm_places *places;   /* of each */
    size_t n;
} sm_found;

/* Checks what the caller asks for, and makes out the defaults. SUMM_ERR_ARGUMENT, SUMM_ERR_NAME. */
summ_status sm_found_read(const summ_keyword_options *given, sm_found *found);

/* Finds the phrases that were read about. The list and the places live in `arena`, all else in `scratch`. False: no
 * memory. O(words x longest phrase), plus sorting the candidates. */
bool sm_found_make(sm_found *found, const summ_doc *doc, sm_arena *arena, sm_arena *scratch);

#endif
