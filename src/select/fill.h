/* Filling a length: the 0/1 knapsack. */
#ifndef SM_SELECT_FILL_H
#define SM_SELECT_FILL_H

#include "base/arena.h"

#include <stdint.h>

enum {
    SM_FILL_MAX = 4096
}; /* units of length that are filled exactly */

/* Chooses among n items so that their lengths add up to `capacity` at most and their values to as much as can be.
 * chosen[i] tells whether item i is. Of a capacity above SM_FILL_MAX, all but the last SM_FILL_MAX units go to the items
 * in their order. False: no memory. O(n x min(capacity, SM_FILL_MAX)) time, as many bytes of scratch. */
bool sm_fill(size_t n, const size_t *length, const double *value, size_t capacity, sm_arena *scratch, bool *chosen);

#endif
