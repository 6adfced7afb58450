/* Filling a length: the 0/1 knapsack. */
#ifndef SM_SELECT_FILL_H
#define SM_SELECT_FILL_H

#include "base/arena.h"

#include <stdint.h>

enum {
    SM_FILL_MAX = 4096,     /* units of length that are filled exactly */
    SM_FILL_CELLS = 1 << 24 /* bytes of scratch, at the most */
};

typedef struct sm_fill_limits {
    size_t length;
    size_t items; /* how many may be chosen */
} sm_fill_limits;

/* Chooses among n items so that neither limit is passed and their values add up to as much as can be. chosen[i] tells
 * whether item i is. Of a length above SM_FILL_MAX, all but the last SM_FILL_MAX units go to the items in their order;
 * so do all that the exact choice would need more than SM_FILL_CELLS for. False: no memory.
 * O(n x min(items, n) x min(length, SM_FILL_MAX)) time and bytes of scratch, at most SM_FILL_CELLS. */
bool sm_fill(size_t n, const size_t *length, const double *value, sm_fill_limits limits, sm_arena *scratch,
             bool *chosen);

#endif
