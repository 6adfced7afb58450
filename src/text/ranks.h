/* How common words are in a language at large: the ranks of its commonest words, made at build time by
 * stopwords/embed.c from stopwords/ranks/<code>.txt. A table holds hashes, not words: a word that is not in the list is
 * taken for one that is once in some ten thousand times. */
#ifndef SM_TEXT_RANKS_H
#define SM_TEXT_RANKS_H

#include "base/hash.h"
#include "text/language.h"

#include <stdint.h>

/* Slots of one language: a hash table with linear probing, `mask` + 1 slots from `begin` on; count 0: no list. */
typedef struct sm_rank_table {
    uint32_t begin, mask, count;
} sm_rank_table;

/* A slot has the rank, from 1, in its low SM_RANK_BITS bits and a part of the hash above; 0 is free. */
enum {
    SM_RANK_BITS = 13
};

extern const sm_rank_table sm_rank_tables[]; /* by sm_language_bit */
extern const uint32_t sm_rank_slots[];

static inline uint64_t sm_rank_hash(const char *folded, size_t n) {
    return sm_hash(0, folded, n);
}

/* The rank of the word with that hash, from 1, or 0 if it is not among the commonest. O(1). */
uint32_t sm_rank_find(unsigned language_bit, uint64_t hash);

/* The rank of a word as it is written, without its possessive ending; 0 also in a language without a list. O(n). */
uint32_t sm_rank_of(const sm_language *language, const char *word, size_t n);

/* How many ranks there are; 0 without a list. */
uint32_t sm_rank_count(unsigned language_bit);

/* For each code point below SM_LETTERS_MAX, the set of languages in whose lists it is usual. */
enum {
    SM_LETTERS_MAX = 0x800
};
extern const uint64_t sm_letter_languages[];

#endif
