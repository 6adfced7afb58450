/* The order of taking: best first, each sentence's score lowered by what it repeats of those before it. */
#ifndef SM_SELECT_ORDER_H
#define SM_SELECT_ORDER_H

#include "select/redundancy.h"
#include "select/select.h"

typedef struct sm_order_options {
    double diversity;
    sm_shares shares;      /* sentences that alone pass theirs are left out */
    sm_budget *enough;     /* for each share: ends its taking when one is reached; counts down */
    const bool *left_out;  /* for each sentence, or NULL */
    const sm_picks *first; /* taken before all others, or NULL */
    const sm_doc *known;   /* its sentences count as taken before; or NULL */
} sm_order_options;

/* How often a sentence that waits to be taken was looked at, and how many had been taken then. */
typedef struct sm_look {
    uint32_t taken;  /* at the last look, known ones among them */
    uint32_t valued; /* at the last look that worked its value out */
    uint32_t looks;
} sm_look;

/* The sentences in the order in which a greedy choice takes them, and the score each had then. The rest tells why. */
typedef struct sm_order {
    uint32_t *sentence;
    double *value;
    size_t n;
    sm_look *looks; /* for each sentence of the document */
    sm_redundancy redundancy;
} sm_order;

/* Takes, again and again, the sentence with the largest score x (1 - diversity x largest cosine to those taken), near-
 * copies left out, until there is enough or none is left. As redundancy only grows, a sentence's value is worked out
 * again only when it comes up (lazy evaluation, Minoux 1978), SM_LOOKS_MAX times at the most. False: no memory.
 * O(n log n + stems of the sentences looked at). */
enum {
    SM_LOOKS_MAX = 16
};
bool sm_order_take(const sm_doc *doc, const double *score, const sm_order_options *options, sm_arena *scratch,
                   sm_order *order);

#endif
