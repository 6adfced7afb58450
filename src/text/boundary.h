/* Does a sentence end here? Rules of thumb in a fixed order, of which the first that decides wins. */
#ifndef SM_TEXT_BOUNDARY_H
#define SM_TEXT_BOUNDARY_H

#include "base/chars.h"
#include "text/items.h"
#include "text/sentences.h"

/* Bytes of the word before the marks that are looked at; abbreviations are shorter. */
enum {
    SM_LOOK_BACK = 48
};

/* A run of end marks that may end the sentence, and what stands around it. */
typedef struct sm_place {
    const sm_splitter *s;
    size_t begin;       /* of the sentence */
    size_t mark, after; /* the first mark, and behind the marks and the quotes and brackets that close after them */
    size_t next, end;   /* where a next sentence would begin (its quotes and brackets passed over); end of the block */
    size_t closed;      /* behind the character that closes the enclosure just passed, or 0 */
    size_t n_marks;
    sm_char first, last; /* of the marks */
    size_t word;         /* begin of the word before the marks */
    sm_char next_class;  /* of the character at next */
    bool footnote;       /* a number stands right behind the marks */
    unsigned lists;      /* that hold this word: bit = sm_list */
    sm_item item;        /* the list marker at begin */
} sm_place;

/* Fills in the lists. O(1): looks at a few dozen bytes around the marks. */
bool sm_boundary_is(sm_place *place);

#endif
