/* Numbers that look random and are the same in every run: xorshift64* (Vigna 2016). */
#ifndef TESTS_SUPPORT_RANDOM_H
#define TESTS_SUPPORT_RANDOM_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* One part in so many of what is tested at random or at length: TEST_SHARE in the environment, for tools that slow a
 * program down. 1 without it. */
static inline size_t test_share(void) {
    const char *share = getenv("TEST_SHARE");
    long n = share != NULL ? strtol(share, NULL, 10) : 1;
    return n > 1 ? (size_t)n : 1;
}

typedef struct test_random {
    uint64_t state; /* not 0 */
} test_random;

static inline uint64_t test_random_next(test_random *r) {
    r->state ^= r->state >> 12;
    r->state ^= r->state << 25;
    r->state ^= r->state >> 27;
    return r->state * 0x2545F4914F6CDD1Du;
}

/* 0 to n - 1; n > 0. */
static inline size_t test_random_below(test_random *r, size_t n) {
    return (size_t)(test_random_next(r) >> 11) % n;
}

/* 0 to 1, 1 excluded. */
static inline double test_random_unit(test_random *r) {
    return (double)(test_random_next(r) >> 11) / 9007199254740992.0;
}

static inline void test_random_bytes(test_random *r, char *bytes, size_t n) {
    for (size_t i = 0; i < n; i++)
        bytes[i] = (char)(unsigned char)(test_random_next(r) >> 56);
}

#endif
