/* A keyed hash of bytes: multiply two 64-bit lanes to 128 bits and fold (the construction of wyhash, Wang Yi 2019).
 * The key decides which inputs collide. The library keys its tables with the digest of the text itself
 * (base/digest.h): whoever changes the text to make words collide changes the key, so a text cannot be crafted to flood
 * them, and yet nothing random takes part. Where the key is known, inputs that collide are easily made. */
#ifndef SM_BASE_HASH_H
#define SM_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* Equal on every machine. O(n). */
uint64_t sm_hash(uint64_t key, const void *bytes, size_t n);

/* 2^64 / golden ratio: odd, and without a pattern. */
#define SM_HASH_ODD UINT64_C(0x9e3779b97f4a7c15)

/* The high and low half of a 128-bit product, xored. */
static inline uint64_t sm_hash_fold(uint64_t a, uint64_t b) {
#ifdef __SIZEOF_INT128__
    __extension__ typedef unsigned __int128 u128;
    u128 p = (u128)a * b;
    return (uint64_t)p ^ (uint64_t)(p >> 64);
#else
    uint64_t al = (uint32_t)a, ah = a >> 32, bl = (uint32_t)b, bh = b >> 32;
    uint64_t ll = al * bl, lh = al * bh, hl = ah * bl, hh = ah * bh;
    uint64_t middle = (ll >> 32) + (uint32_t)lh + (uint32_t)hl;
    return ((middle << 32) | (uint32_t)ll) ^ (hh + (lh >> 32) + (hl >> 32) + (middle >> 32));
#endif
}

#endif
