#include "text/ranks.h"

#include "text/fold.h"

uint32_t sm_rank_find(unsigned bit, uint64_t hash) {
    sm_rank_table table = sm_rank_tables[bit];
    uint32_t part = (uint32_t)(hash >> 32) >> SM_RANK_BITS << SM_RANK_BITS;
    if (table.count == 0)
        return 0;
    for (uint32_t i = (uint32_t)hash & table.mask;; i = (i + 1) & table.mask) {
        uint32_t slot = sm_rank_slots[table.begin + i];
        if (slot == 0)
            return 0;
        if ((slot ^ part) >> SM_RANK_BITS == 0)
            return slot & ((1u << SM_RANK_BITS) - 1);
    }
}

uint32_t sm_rank_of(const sm_language *language, const char *word, size_t n) {
    unsigned bit = sm_language_bit(language);
    char folded[SM_WORD_MAX];
    if (bit >= SM_LANGUAGES_MAX)
        return 0;
    n = sm_language_fold(language, word, n, folded);
    return n > 0 ? sm_rank_find(bit, sm_rank_hash(folded, n)) : 0;
}

uint32_t sm_rank_count(unsigned bit) {
    return sm_rank_tables[bit].count;
}
