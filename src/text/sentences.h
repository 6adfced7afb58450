/* Sentences: where one ends. Walks over a block from end mark to end mark and asks text/boundary.h of each. */
#ifndef SM_TEXT_SENTENCES_H
#define SM_TEXT_SENTENCES_H

#include "text/enclosed.h"
#include "text/lists.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct sm_splitter {
    const char *text;
    const sm_language *language;
    const sm_lists *lists; /* NULL: those of the language */
    bool uncased;          /* the text has no capitals, so that a small letter may begin a sentence */
    sm_enclosed enclosed;  /* of the block at hand; begins all zero */
} sm_splitter;

/* The end of the sentence that begins at `begin`, within a block that ends at `end`; begin < end. Sentences of a block
 * are asked for in their order, blocks too. O(bytes) for all of them. */
size_t sm_sentence_end(sm_splitter *splitter, size_t begin, size_t end);

#endif
