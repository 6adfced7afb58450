#include "base/digest.h"

#include "base/bytes.h"

#include <string.h>

/* Names as in RFC 7693, section 3: v, the working vector, begins with the state h and ends with IV; each of 12 rounds
 * mixes it with the 16 words of a block m in an order of its own, SIGMA. */
enum {
    BLOCK = 128, /* bytes */
    ROUNDS = 12,
    DIGEST = 8 /* bytes asked for, which are part of the parameters */
};

static const uint64_t IV[8] = {0x6a09e667f3bcc908u, 0xbb67ae8584caa73bu, 0x3c6ef372fe94f82bu, 0xa54ff53a5f1d36f1u,
                               0x510e527fade682d1u, 0x9b05688c2b3e6c1fu, 0x1f83d9abfb41bd6bu, 0x5be0cd19137e2179u};

static const unsigned char SIGMA[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

static uint64_t rotate(uint64_t x, unsigned right) {
    return x >> right | x << (64 - right);
}

static inline void mix(uint64_t v[16], int a, int b, int c, int d, uint64_t x, uint64_t y) {
    v[a] += v[b] + x;
    v[d] = rotate(v[d] ^ v[a], 32);
    v[c] += v[d];
    v[b] = rotate(v[b] ^ v[c], 24);
    v[a] += v[b] + y;
    v[d] = rotate(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = rotate(v[b] ^ v[c], 63);
}

static void read_words(const unsigned char *block, uint64_t m[16]) {
    for (size_t i = 0; i < 16; i++)
        m[i] = sm_bytes_8(block + 8 * i);
}

/* `done`: bytes up to the end of the block. */
static void compress(uint64_t h[8], const unsigned char *block, uint64_t done, int last) {
    uint64_t v[16], m[16];
    read_words(block, m);
    memcpy(v, h, 8 * sizeof *v);
    memcpy(v + 8, IV, 8 * sizeof *v);
    v[12] ^= done;
    v[14] = last ? ~v[14] : v[14];
    for (int round = 0; round < ROUNDS; round++) {
        const unsigned char *s = SIGMA[round % 10];
        mix(v, 0, 4, 8, 12, m[s[0]], m[s[1]]);
        mix(v, 1, 5, 9, 13, m[s[2]], m[s[3]]);
        mix(v, 2, 6, 10, 14, m[s[4]], m[s[5]]);
        mix(v, 3, 7, 11, 15, m[s[6]], m[s[7]]);
        mix(v, 0, 5, 10, 15, m[s[8]], m[s[9]]);
        mix(v, 1, 6, 11, 12, m[s[10]], m[s[11]]);
        mix(v, 2, 7, 8, 13, m[s[12]], m[s[13]]);
        mix(v, 3, 4, 9, 14, m[s[14]], m[s[15]]);
    }
    for (int i = 0; i < 8; i++)
        h[i] ^= v[i] ^ v[i + 8];
}

uint64_t sm_digest(const void *bytes, size_t n) {
    const unsigned char *p = bytes;
    unsigned char last[BLOCK] = {0};
    uint64_t h[8], done = 0;
    memcpy(h, IV, sizeof h);
    h[0] ^= 0x01010000u ^ DIGEST;
    for (; n - done > BLOCK; p += BLOCK)
        compress(h, p, done += BLOCK, 0);
    if (n > done)
        memcpy(last, p, (size_t)(n - done));
    compress(h, last, n, 1);
    return h[0];
}
