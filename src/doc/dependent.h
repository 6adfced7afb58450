/* Sentences that cannot stand alone. */
#ifndef SM_DOC_DEPENDENT_H
#define SM_DOC_DEPENDENT_H

#include "doc/doc.h"

/* Does the sentence open with a word that leans on the sentence before, such as "he" or "however"? Only languages with
 * a list of such words have any, and the first sentence of a text has none before it. O(bytes of its first word). */
bool sm_dependent(const sm_doc *doc, uint32_t sentence);

#endif
