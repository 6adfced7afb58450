/* A vocabulary: byte strings, each with a dense number in order of first appearance. Made for the words of a text, of
 * which there are millions: open addressing with linear probing; a slot holds a string's first eight bytes and its
 * length, so that short strings are compared without a look at where they stand. (uthash, which text/registry.h has,
 * took 2 to 3 times as long over the words of 3.3 MB of stories.) */
#ifndef SM_TEXT_VOCAB_H
#define SM_TEXT_VOCAB_H

#include "base/arena.h"

#include <stdint.h>

typedef struct sm_vocab_slot {
    uint64_t first;  /* the first 8 bytes */
    uint32_t tag;    /* 24 bits of the hash and the length, up to 255 */
    uint32_t number; /* 1 + the string's; 0: free */
} sm_vocab_slot;

typedef struct sm_vocab_string {
    const char *bytes;
    uint32_t n_bytes, hash;
} sm_vocab_string;

typedef struct sm_vocab {
    sm_arena *arena;
    uint64_t key; /* of the hash */
    sm_vocab_slot *slots;
    uint32_t n_slots;
    uint32_t n; /* strings so far */
    SM_VEC(sm_vocab_string) strings;
} sm_vocab;

#define SM_VOCAB_NONE UINT32_MAX

void sm_vocab_init(sm_vocab *vocab, sm_arena *arena, uint64_t key);

/* The number of a string: the one it has, or the next, `n` before the call. The bytes are not copied and have to
 * stay. SM_VOCAB_NONE: no memory, and the vocabulary is as it was. O(bytes) on average. */
uint32_t sm_vocab_add(sm_vocab *vocab, const char *bytes, size_t n_bytes);

/* The same; `readable` >= n_bytes may be read from there, as of a word within a text: with 16 it is faster. */
uint32_t sm_vocab_add_within(sm_vocab *vocab, const char *bytes, size_t n_bytes, size_t readable);

/* The number of a string, or SM_VOCAB_NONE if it is not there. */
uint32_t sm_vocab_find(const sm_vocab *vocab, const char *bytes, size_t n_bytes);

#endif
