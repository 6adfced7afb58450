#include "base/hash.h"

#include <string.h>

/* Odd constants with no pattern: the first 64 bits of the fractions of the square roots of 2, 3 and 5. */
static const uint64_t ROOT2 = 0x6a09e667f3bcc909u, ROOT3 = 0xbb67ae8584caa73bu, ROOT5 = 0x3c6ef372fe94f82bu;

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/* Bytes as a number, the first lowest: as they lie in memory here. */
static uint64_t read_4(const unsigned char *p) {
    uint32_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

static uint64_t read_8(const unsigned char *p) {
    uint64_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

#else

static uint64_t read_4(const unsigned char *p) {
    return p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24;
}

static uint64_t read_8(const unsigned char *p) {
    return read_4(p) | read_4(p + 4) << 32;
}

#endif

/* The same for n < 8; what is read twice lands on itself. */
static uint64_t read_few(const unsigned char *p, size_t n) {
    if (n >= 4)
        return read_4(p) | read_4(p + n - 4) << (8 * (n - 4));
    if (n == 0)
        return 0;
    return p[0] | (uint64_t)p[n / 2] << (8 * (n / 2)) | (uint64_t)p[n - 1] << (8 * (n - 1));
}

uint64_t sm_hash_first(const void *bytes, size_t n) {
    return n < 8 ? read_few(bytes, n) : read_8(bytes);
}

uint64_t sm_hash(uint64_t key, const void *bytes, size_t n) {
    const unsigned char *p = bytes;
    uint64_t h = sm_hash_fold(key ^ ROOT2, ROOT3 ^ n), k = sm_hash_fold(key ^ ROOT5, ROOT2);
    for (; n > 16; p += 16, n -= 16)
        h = sm_hash_fold(read_8(p) ^ k, read_8(p + 8) ^ h);
    uint64_t a = n < 8 ? read_few(p, n) : read_8(p), b = n <= 8 ? 0 : n < 16 ? read_few(p + 8, n - 8) : read_8(p + 8);
    return sm_hash_fold(sm_hash_fold(a ^ k, b ^ h) ^ ROOT3, key ^ ROOT5);
}
