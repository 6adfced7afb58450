/* Captions and pull quotes: paragraphs of one sentence that a longer sentence further on repeats. */
#ifndef SM_DOC_CAPTIONS_H
#define SM_DOC_CAPTIONS_H

#include "doc/doc.h"

/* Gives the role of caption to every paragraph that is a single sentence with at least four different content words,
 * nearly all of which stand in one later sentence that has more. In a text whose paragraphs mostly are single
 * sentences, a caption has to stand beside a label, too (a block that is no prose). To find the later sentence, those
 * that hold the rarest word are looked at, SM_CAPTION_LOOKS at the most, and none that has more than SM_CAPTION_TIMES
 * times its content words. False: no memory. O(tokens). */
enum {
    SM_CAPTION_LOOKS = 8,
    SM_CAPTION_TIMES = 32
};
bool sm_captions_mark(sm_doc *doc, sm_arena *scratch);

#endif
