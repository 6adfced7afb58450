/* Quotations and brackets: a sentence does not end inside them. */
#ifndef SM_TEXT_ENCLOSED_H
#define SM_TEXT_ENCLOSED_H

#include <stddef.h>

/* Longer ones are not held together, nor are those that are not closed within their block. Bytes. Between double marks
 * whole speeches stand, which are of several sentences when they are long. */
enum {
    SM_ENCLOSED_MAX = 300,
    SM_QUOTED_MAX = 150, /* between double quotation marks, straight or English */
    SM_ENCLOSURES = 12
};

/* For each kind of enclosure, where the next closing character stands, as far as that is known: the text is searched
 * once, however many are opened. */
typedef struct sm_enclosed {
    const char *text;
    size_t begin, end;                 /* of the block */
    size_t closer[SM_ENCLOSURES];      /* SIZE_MAX: none before the end */
    size_t looked_from[SM_ENCLOSURES]; /* closer is the first from here on; SIZE_MAX: not looked yet */
} sm_enclosed;

void sm_enclosed_init(sm_enclosed *e, const char *text, size_t begin, size_t end);

/* If a quotation or bracket opens at `at`: where the character stands that closes it; else `at`. O(bytes) over the
 * whole block. */
size_t sm_enclosed_closer(sm_enclosed *e, size_t at);

#endif
