#include "plain/tally.h"

#include "base/hash.h"

bool sm_tally_init(sm_tally *tally, size_t most, uint64_t seed, sm_arena *scratch) {
    size_t n = 16;
    while (n / 2 < most)
        n *= 2;
    tally->mask = n - 1;
    tally->seed = seed;
    tally->at = sm_arena_get_zero(scratch, n, sizeof *tally->at);
    return tally->at != NULL;
}

uint32_t *sm_tally_at(sm_tally *tally, uint64_t key) {
    size_t i = (size_t)sm_hash_fold(key ^ tally->seed, 0xD6E8FEB86659FD93u) & tally->mask;
    while (tally->at[i].value != 0 && tally->at[i].key != key)
        i = (i + 1) & tally->mask;
    tally->at[i].key = key;
    return &tally->at[i].value;
}
