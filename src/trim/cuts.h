/* What is cut out of a sentence: a short list of spans, and how many words may still go. */
#ifndef SM_TRIM_CUTS_H
#define SM_TRIM_CUTS_H

#include "text/language.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    SM_CUTS_MAX = 10, /* four at the begin, two at the end, four asides */
    SM_CUTS_LEAST = 6 /* words that have to remain */
};

typedef struct sm_cut {
    size_t begin, end;
} sm_cut;

typedef struct sm_cuts {
    const char *text;
    size_t begin, end; /* of the sentence */
    const sm_language *language;
    size_t from;    /* the sentence goes on here: behind what is cut off its begin */
    size_t n_spare; /* words that may still be cut: half of them, and SM_CUTS_LEAST remain */
    sm_cut at[SM_CUTS_MAX];
    size_t n; /* ascending; they may touch */
} sm_cuts;

void sm_cuts_init(sm_cuts *cuts, const char *text, size_t begin, size_t end, const sm_language *language);

/* Cuts out [begin .. end), which no other cut overlaps. False, and nothing is cut, if too few words would remain or
 * there are SM_CUTS_MAX cuts. O(its bytes). */
bool sm_cuts_add(sm_cuts *cuts, size_t begin, size_t end);

/* Cuts off what stands before `from`. */
bool sm_cuts_add_opening(sm_cuts *cuts, size_t from);

#endif
