/* Words of scripts that put no space between them and whose characters are letters: Thai, Lao, Khmer, Burmese. */
#ifndef SM_TEXT_SEGMENT_H
#define SM_TEXT_SEGMENT_H

#include "text/lists.h"

enum {
    SM_SEGMENT_MAX = 12
}; /* characters (with their marks) of the longest word looked for */

/* The end of the word that begins at `at`, in a run of letters that ends at `end`: the longest known one (a stop word
 * or one with a rank), or else all up to where the next known word of at least two characters begins (maximal
 * matching). O(bytes of the word). */
size_t sm_segment_end(const sm_lists *lists, const sm_language *language, const char *text, size_t at, size_t end);

#endif
