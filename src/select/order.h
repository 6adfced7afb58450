/* The order of taking: best first, each sentence's score lowered by what it repeats of those before it. */
#ifndef SM_SELECT_ORDER_H
#define SM_SELECT_ORDER_H

#include "select/select.h"

/* The sentences in the order in which a greedy choice takes them, and the score each had then. */
typedef struct sm_order {
    uint32_t *sentence;
    double *value;
    size_t n;
} sm_order;

/* Takes, again and again, the sentence with the largest score x (1 - diversity x largest cosine to those taken), near-
 * copies left out, until `enough` words and chars and sentences are reached or none is left; sentences that alone pass
 * a ceiling of `budget` are left out. As redundancy only grows, a sentence's value is worked out again only when it
 * comes up (lazy evaluation, Minoux 1978), SM_LOOKS_MAX times at the most. False: no memory.
 * O(n log n + stems of the sentences looked at). */
enum {
    SM_LOOKS_MAX = 16
};
bool sm_order_take(const sm_doc *doc, const double *score, double diversity, const sm_budget *budget,
                   const sm_budget *enough, sm_arena *scratch, sm_order *order);

#endif
