/* The stems of one text in another. */
#ifndef SM_DOC_TERMS_H
#define SM_DOC_TERMS_H

#include "doc/doc.h"

#define SM_TERM_NONE UINT32_MAX

/* For each stem of `other`, the number of the same stem in `doc`, or SM_TERM_NONE; in `arena`. NULL: no memory.
 * O(stems of both). */
const uint32_t *sm_terms_map(const sm_doc *doc, const sm_doc *other, sm_arena *arena);

#endif
