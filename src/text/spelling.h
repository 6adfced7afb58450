/* How words are spelled in a language: what a letter costs behind the two before it, learnt at build time from the
 * words of the language's lists by stopwords/spelling.c. A word that no list has is told by it (letter trigrams: Dunning
 * 1994, "Statistical identification of language").
 *
 * A cost is the negative logarithm of a probability, in steps of SM_SPELLING_STEP nats, half a byte each; three letters
 * find it by their hash, of two that meet the cheaper one counts. A word has a space before and behind it. */
#ifndef SM_TEXT_SPELLING_H
#define SM_TEXT_SPELLING_H

#include "base/hash.h"
#include "text/fold.h"

#include <stddef.h>
#include <stdint.h>

#define SM_SPELLING_STEP 0.37

enum {
    SM_SPELLING_BITS = 13,
    SM_SPELLING_BYTES = 1 << (SM_SPELLING_BITS - 1), /* of a table */
    SM_SPELLING_COSTLY = 15                          /* three letters that no word of the lists has in a row */
};

extern const uint8_t sm_spelling_costs[][SM_SPELLING_BYTES];
extern const uint8_t sm_spelling_tables[]; /* by sm_language_bit; what is spelled alike shares a table */

/* A letter, and the two before it. */
static inline uint32_t sm_spelling_slot(uint32_t before, uint32_t last, uint32_t letter) {
    uint64_t key = (uint64_t)before << 42 | (uint64_t)last << 21 | letter;
    return (uint32_t)((key * SM_HASH_ODD) >> (64 - SM_SPELLING_BITS));
}

/* Of a folded word: where the costs of its letters, and of its end, are. Returns how many there are. */
size_t sm_spelling_slots(const char *folded, size_t n, uint16_t slots[SM_WORD_MAX + 1]);

/* What they cost together in a language, in steps. */
unsigned sm_spelling_cost(unsigned language_bit, const uint16_t *slots, size_t n);

#endif
