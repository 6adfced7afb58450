/* A vocabulary: byte strings, each with a dense number in order of first appearance. The only file that knows
 * uthash; its hash is ours, keyed (base/hash.h). */
#ifndef SM_TEXT_VOCAB_H
#define SM_TEXT_VOCAB_H

#include "base/arena.h"

#include <stdint.h>

typedef struct sm_vocab_entry sm_vocab_entry;

typedef struct sm_vocab {
    sm_arena *arena; /* holds the table */
    uint64_t key;
    sm_vocab_entry *head;
    uint32_t n; /* strings so far */
} sm_vocab;

#define SM_VOCAB_NONE UINT32_MAX

void sm_vocab_init(sm_vocab *vocab, sm_arena *arena, uint64_t key);

/* The number of a string: the one it has, or the next, `n` before the call. The bytes are not copied and have to
 * stay. SM_VOCAB_NONE: no memory. O(bytes) on average. */
uint32_t sm_vocab_add(sm_vocab *vocab, const char *bytes, size_t n_bytes);

/* The number of a string, or SM_VOCAB_NONE if it is not there. */
uint32_t sm_vocab_find(const sm_vocab *vocab, const char *bytes, size_t n_bytes);

#endif
