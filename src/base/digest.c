#include "base/digest.h"

#include "base/bytes.h"

/* The bytes 0 to 15, the key of the reference's own test vectors. */
static const uint64_t KEY0 = 0x0706050403020100u, KEY1 = 0x0f0e0d0c0b0a0908u;

typedef struct state {
    uint64_t v0, v1, v2, v3;
} state;

static inline uint64_t rotate(uint64_t x, unsigned left) {
    return x << left | x >> (64 - left);
}

static inline void mix(state *s) {
    s->v0 += s->v1;
    s->v1 = rotate(s->v1, 13) ^ s->v0;
    s->v0 = rotate(s->v0, 32);
    s->v2 += s->v3;
    s->v3 = rotate(s->v3, 16) ^ s->v2;
    s->v0 += s->v3;
    s->v3 = rotate(s->v3, 21) ^ s->v0;
    s->v2 += s->v1;
    s->v1 = rotate(s->v1, 17) ^ s->v2;
    s->v2 = rotate(s->v2, 32);
}

static inline void take(state *s, uint64_t word) {
    s->v3 ^= word;
    mix(s);
    mix(s);
    s->v0 ^= word;
}

uint64_t sm_digest(const void *bytes, size_t n) {
    const unsigned char *p = bytes;
    state s = {KEY0 ^ 0x736f6d6570736575u, KEY1 ^ 0x646f72616e646f6du, KEY0 ^ 0x6c7967656e657261u,
               KEY1 ^ 0x7465646279746573u};
    for (size_t left = n; left >= 8; left -= 8, p += 8)
        take(&s, sm_bytes_8(p));
    take(&s, sm_bytes_few(p, n % 8) | (uint64_t)n << 56);
    s.v2 ^= 0xFF;
    for (int i = 0; i < 4; i++)
        mix(&s);
    return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}
