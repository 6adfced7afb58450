/* Acronyms and what they stand for, where the text says so: "World Health Organization (WHO)", "WHO (World Health
 * Organization)". Schwartz & Hearst 2003: read from right to left, every letter of the acronym has to stand in the
 * words, the first at the beginning of one. */
#ifndef SM_KEYWORD_ACRONYMS_H
#define SM_KEYWORD_ACRONYMS_H

#include "doc/doc.h"

/* n tokens from `first` on. */
typedef struct sm_key_span {
    uint32_t first, n;
} sm_key_span;

typedef struct sm_acronym {
    uint32_t token;        /* the acronym */
    sm_key_span expansion; /* in the same sentence; begins and ends on a content word */
} sm_acronym;

typedef struct sm_acronyms {
    SM_VEC(sm_acronym) list; /* in the order of the text, for each stem the first */
} sm_acronyms;

/* False: no memory. O(tokens + bytes beside brackets). */
bool sm_acronyms_find(const sm_doc *doc, sm_arena *arena, sm_acronyms *acronyms);

#endif
