/* How often numbers of 64 bits, hashes as a rule, were counted. Scratch memory; nothing depends on the order inside. */
#ifndef SM_PLAIN_TALLY_H
#define SM_PLAIN_TALLY_H

#include "base/arena.h"

#include <stdint.h>

typedef struct sm_tally {
    struct sm_tally_entry {
        uint64_t key;
        uint32_t value; /* 0: the entry is free */
    } * at;
    size_t mask; /* entries - 1, a power of two less one; at most half of them are used */
    uint64_t seed;
} sm_tally;

/* Room for `most` different keys. The seed, a hash of the whole text where there may be many, decides which ones meet:
 * no text can be crafted to have them all in one place. False: no memory. */
bool sm_tally_init(sm_tally *tally, size_t most, uint64_t seed, sm_arena *scratch);

/* The value of a key, 0 at first; it counts as absent as long as it is 0. O(1). */
uint32_t *sm_tally_at(sm_tally *tally, uint64_t key);

#endif
