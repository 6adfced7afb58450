/* A lazy greedy choice (Minoux 1978): numbered items are taken one after the other, each time the one that gains most.
 * What an item gains never rises while others are taken, so what it gained when last worked out is a bound, and only
 * items whose bound comes up first are worked out again.
 *
 * A part of the gain that may rise and fall, such as the price of length when the whole grows longer, can be told apart
 * as the toll of a group if it is the same for all items of the group: each group has a heap of its own, and the first
 * of each group, less its toll, compete. */
#ifndef SM_NUM_GREEDY_H
#define SM_NUM_GREEDY_H

#include "base/arena.h"

#include <stdint.h>

typedef struct sm_greedy {
    const uint32_t *item; /* n numbers, ascending */
    uint32_t n;
    /* What the item would gain now, toll aside; adds the steps it took to *work. */
    double (*gain)(void *context, uint32_t item, size_t *work);
    void (*take)(void *context, uint32_t item); /* the steps are of the order of those of `gain` */
    void *context;
    size_t most_work;
    double (*toll)(const void *context, uint32_t group); /* NULL: there is none, nor are there groups */
    const uint32_t *group;                               /* of item[k]: group[k] < n_groups */
    uint32_t n_groups;
} sm_greedy;

/* Writes the n items in the order in which they are taken; of equal gains the lower number first. Every item is worked
 * out once; once all the steps, those of looking at the groups included, come to most_work, the rest follow in the
 * order of what is known of them. The choice is exact where most_work suffices. False: no memory. O(most_work + the
 * steps of working all items out twice + n log n). */
bool sm_greedy_order(const sm_greedy *greedy, sm_arena *tmp, uint32_t *order);

#endif
