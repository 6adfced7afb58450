/* Acronyms joined with the words they stand for: two candidates, or one and what is none, become one phrase. */
#ifndef SM_KEYWORD_JOINED_H
#define SM_KEYWORD_JOINED_H

#include "keyword/choose.h"

/* Of an acronym and its words at least one is a candidate; the other is part of its phrase. */
typedef struct sm_joined {
    sm_acronyms acronyms;
    uint32_t *other;   /* of each candidate: the candidate it makes one phrase with, or SM_NO_CANDIDATE */
    uint32_t *extra;   /* how many occurrences it gets from what is no candidate */
    uint32_t *spelled; /* of each word: 1 + the acronym that it is, though no candidate: WHO looks like a stop word */
} sm_joined;

/* Of two candidates the words get the better score, the acronym 0. False: no memory. O(tokens + candidates). */
bool sm_join(const sm_candidates *candidates, double *score, sm_arena *scratch, sm_joined *joined);

/* The occurrences of the phrase that a candidate makes, with those it is joined with. */
size_t sm_joined_count(const sm_joined *joined, const sm_candidates *candidates, uint32_t id);

/* Gathers the occurrences of all chosen phrases, for which there is room, in one walk over the text. False: no memory.
 * O(tokens x longest candidate). */
bool sm_joined_gather(const sm_joined *joined, const sm_candidates *candidates, sm_arena *scratch,
                      sm_key_phrases *phrases);

#endif
