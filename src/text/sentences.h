/* Sentences: where one ends. Rules of thumb in a fixed order, the first that decides wins; see the table in the .c. */
#ifndef SM_TEXT_SENTENCES_H
#define SM_TEXT_SENTENCES_H

#include "text/enclosed.h"
#include "text/language.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct sm_splitter {
    const char *text;
    const sm_language *language;
    bool uncased;         /* the text has no capitals, so that a small letter may begin a sentence */
    sm_enclosed enclosed; /* of the block at hand; begins all zero */
} sm_splitter;

/* The end of the sentence that begins at `begin`, within a block that ends at `end`; begin < end. Sentences of a block
 * are asked for in their order, blocks too. O(bytes) for all of them. */
size_t sm_sentence_end(sm_splitter *splitter, size_t begin, size_t end);

#endif
