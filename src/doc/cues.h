/* Cues: phrases in which a text says what it is about. */
#ifndef SM_DOC_CUES_H
#define SM_DOC_CUES_H

#include "doc/doc.h"

/* Does the text speak of itself in this sentence ("this paper", "we propose"; Edmundson 1969)? So it does where a stop
 * word of the cues of its language stands right before another word of them. O(tokens of the sentence). */
bool sm_cues_in(const sm_doc *doc, uint32_t sentence);

#endif
