#include "base/hash.h"

#include "base/bytes.h"

/* Odd constants with no pattern: the first 64 bits of the fractions of the square roots of 2, 3 and 5. */
static const uint64_t ROOT2 = 0x6a09e667f3bcc909u, ROOT3 = 0xbb67ae8584caa73bu, ROOT5 = 0x3c6ef372fe94f82bu;

uint64_t sm_hash(uint64_t key, const void *bytes, size_t n) {
    const unsigned char *p = bytes;
    uint64_t h = sm_hash_fold(key ^ ROOT2, ROOT3 ^ n), k = sm_hash_fold(key ^ ROOT5, ROOT2);
    for (; n > 16; p += 16, n -= 16)
        h = sm_hash_fold(sm_bytes_8(p) ^ k, sm_bytes_8(p + 8) ^ h);
    uint64_t a = sm_bytes_first(p, n), b = n > 8 ? sm_bytes_first(p + 8, n - 8) : 0;
    return sm_hash_fold(sm_hash_fold(a ^ k, b ^ h) ^ ROOT3, key ^ ROOT5);
}
