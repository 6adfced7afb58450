#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* This file sees the portable branch of sm_hash_fold; the library was built with whichever the compiler has. */
#ifdef __SIZEOF_INT128__
#define HAS_INT128 1
#undef __SIZEOF_INT128__
#endif
#include "base/hash.h"

#include "support/random.h"

static const uint64_t EDGES[] = {0,
                                 1,
                                 2,
                                 0x7FFFFFFF,
                                 0x80000000,
                                 0xFFFFFFFF,
                                 0x100000000,
                                 0x100000001,
                                 0x7FFFFFFFFFFFFFFF,
                                 0x8000000000000000,
                                 0xFFFFFFFF00000000,
                                 0xFFFFFFFFFFFFFFFE,
                                 0xFFFFFFFFFFFFFFFF};
enum {
    N_EDGES = sizeof EDGES / sizeof *EDGES
};

static void test_fold_of_known_products(void **state) {
    (void)state;
    static const struct {
        uint64_t a, b, folded;
    } CASES[] = {
        {0, 0xFFFFFFFFFFFFFFFF, 0},
        {1, 0x123456789ABCDEF0, 0x123456789ABCDEF0},
        {0x100000000, 0x100000000, 1},
        {0x8000000000000000, 2, 1},
        {0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF},
        {0xFFFFFFFFFFFFFFFF, 2, 0xFFFFFFFFFFFFFFFF},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_true(sm_hash_fold(CASES[i].a, CASES[i].b) == CASES[i].folded);
        assert_true(sm_hash_fold(CASES[i].b, CASES[i].a) == CASES[i].folded);
    }
}

#ifdef HAS_INT128
static uint64_t fold_by_128_bits(uint64_t a, uint64_t b) {
    __extension__ typedef unsigned __int128 u128;
    u128 product = (u128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static void test_portable_fold_equals_128_bits(void **state) {
    (void)state;
    test_random r = {4};
    for (size_t i = 0; i < N_EDGES; i++)
        for (size_t k = 0; k < N_EDGES; k++)
            assert_true(sm_hash_fold(EDGES[i], EDGES[k]) == fold_by_128_bits(EDGES[i], EDGES[k]));
    for (int i = 0; i < 100000; i++) {
        uint64_t a = test_random_next(&r), b = test_random_next(&r) >> (i % 64);
        if (sm_hash_fold(a, b) != fold_by_128_bits(a, b))
            fail_msg("%llx * %llx", (unsigned long long)a, (unsigned long long)b);
    }
}
#endif

/* The construction once more, byte by byte and with the portable fold. */
static uint64_t read_number(const unsigned char *p, size_t n) {
    uint64_t v = 0;
    for (size_t i = n; i-- > 0;)
        v = v << 8 | p[i];
    return v;
}

static uint64_t hash_plainly(uint64_t key, const unsigned char *p, size_t n) {
    const uint64_t root2 = 0x6a09e667f3bcc909, root3 = 0xbb67ae8584caa73b, root5 = 0x3c6ef372fe94f82b;
    uint64_t h = sm_hash_fold(key ^ root2, root3 ^ n), k = sm_hash_fold(key ^ root5, root2);
    size_t at = 0;
    for (; n - at > 16; at += 16)
        h = sm_hash_fold(read_number(p + at, 8) ^ k, read_number(p + at + 8, 8) ^ h);
    size_t left = n - at, first = left < 8 ? left : 8;
    uint64_t a = read_number(p + at, first), b = read_number(p + at + first, left - first);
    return sm_hash_fold(sm_hash_fold(a ^ k, b ^ h) ^ root3, key ^ root5);
}

static void test_equals_the_plain_form_at_each_length_and_place(void **state) {
    (void)state;
    test_random r = {5};
    char bytes[128];
    test_random_bytes(&r, bytes, sizeof bytes);
    for (size_t n = 0; n <= 100; n++)
        for (size_t at = 0; at < 16; at++) {
            uint64_t key = n * 0x9E3779B97F4A7C15u + at;
            assert_true(sm_hash(key, bytes + at, n) == hash_plainly(key, (unsigned char *)bytes + at, n));
        }
}

/* The word lists, which are keyed with 0, are laid out by these values when the library is built. */
static void test_pinned_values(void **state) {
    (void)state;
    static const struct {
        uint64_t key;
        const char *bytes;
        uint64_t hash;
    } CASES[] = {
        {0x0, "", 0xbeaa3c1ce6b5b683},
        {0x0, "a", 0x9b219976fa35fa42},
        {0x0, "the", 0x17d5fe3ade18f8ae},
        {0x0, "sentence", 0x92d360cf61699b84},
        {0x0, "lighthouse", 0xc0d84f6af888b16c},
        {0x0, "sixteen letters.", 0x8ca8dc51baddbf5b},
        {0x0, "seventeen letters", 0x57c4302f4d368578},
        {0x1, "", 0x82c600b253bd9814},
        {0x1, "the", 0xc876423a8f0aa5d5},
        {0xffffffffffffffff, "the", 0xdd142b505998c691},
        {0x2a, "the quick brown fox jumps over the lazy dog", 0xc29d907f0b1f462e},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        uint64_t hash = sm_hash(CASES[i].key, CASES[i].bytes, strlen(CASES[i].bytes));
        if (hash != CASES[i].hash)
            fail_msg("\"%s\": 0x%016llx", CASES[i].bytes, (unsigned long long)hash);
    }
}

static int compare(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static size_t count_distinct(uint64_t *values, size_t n) {
    size_t distinct = n > 0;
    qsort(values, n, sizeof *values, compare);
    for (size_t i = 1; i < n; i++)
        distinct += values[i] != values[i - 1];
    return distinct;
}

static void test_every_bit_counts(void **state) {
    (void)state;
    test_random r = {6};
    for (size_t n = 1; n <= 48; n++) {
        unsigned char bytes[48];
        uint64_t hashes[1 + 48 * 8];
        size_t n_hashes = 0;
        test_random_bytes(&r, (char *)bytes, n);
        hashes[n_hashes++] = sm_hash(n, bytes, n);
        for (size_t bit = 0; bit < 8 * n; bit++) {
            bytes[bit / 8] ^= (unsigned char)(1u << bit % 8);
            hashes[n_hashes++] = sm_hash(n, bytes, n);
            bytes[bit / 8] ^= (unsigned char)(1u << bit % 8);
        }
        assert_int_equal(count_distinct(hashes, n_hashes), n_hashes);
    }
}

static void test_length_counts(void **state) {
    (void)state;
    static const unsigned char ZEROS[200];
    uint64_t hashes[sizeof ZEROS + 1];
    for (size_t n = 0; n <= sizeof ZEROS; n++)
        hashes[n] = sm_hash(7, ZEROS, n);
    assert_int_equal(count_distinct(hashes, sizeof ZEROS + 1), sizeof ZEROS + 1);
}

enum {
    N_WORDS = 20000,
    WORD = 5
};

/* "aaaaa", "aaaab", ...: as alike as words are. */
static void make_word(size_t number, char word[WORD]) {
    for (size_t i = WORD; i-- > 0; number /= 26)
        word[i] = (char)('a' + number % 26);
}

static void hash_words(uint64_t key, uint64_t mask, uint64_t hashes[N_WORDS]) {
    for (size_t i = 0; i < N_WORDS; i++) {
        char word[WORD];
        make_word(i, word);
        hashes[i] = sm_hash(key, word, WORD) & mask;
    }
}

static void test_no_collision_in_64_bits(void **state) {
    (void)state;
    static uint64_t hashes[N_WORDS];
    for (uint64_t key = 0; key < 4; key++) {
        hash_words(key, UINT64_MAX, hashes);
        assert_int_equal(count_distinct(hashes, N_WORDS), N_WORDS);
    }
}

/* The low bits alone, which is what tables look at, are spread as evenly as thrown dice: of N words in M slots about
 * M (1 - exp(-N / M)) slots are taken. Here that is 17187 of 65536, with a standard deviation below 50. */
static void test_low_bits_are_spread(void **state) {
    (void)state;
    static uint64_t hashes[N_WORDS];
    for (uint64_t key = 0; key < 4; key++) {
        hash_words(key, 0xFFFF, hashes);
        size_t taken = count_distinct(hashes, N_WORDS);
        assert_in_range(taken, 17187 - 300, 17187 + 300);
    }
}

/* Words that share a slot under one key do not under another, but for chance: 1 in 65536 pairs. */
static void test_collisions_change_with_the_key(void **state) {
    (void)state;
    static uint64_t here[N_WORDS], there[N_WORDS];
    static uint32_t owner[0x10000];
    memset(owner, 0, sizeof owner);
    hash_words(1, 0xFFFF, here);
    hash_words(2, 0xFFFF, there);
    size_t pairs = 0, again = 0;
    for (size_t i = 0; i < N_WORDS; i++) {
        uint32_t *first = &owner[here[i]];
        if (*first != 0) {
            pairs++;
            again += there[*first - 1] == there[i];
        }
        *first = (uint32_t)i + 1;
    }
    assert_true(pairs > 1000);
    assert_true(again <= 3);
}

static void test_keys_give_different_orders(void **state) {
    (void)state;
    static uint64_t here[N_WORDS], there[N_WORDS];
    hash_words(11, UINT64_MAX, here);
    hash_words(12, UINT64_MAX, there);
    size_t turned = 0;
    for (size_t i = 1; i < N_WORDS; i++)
        turned += (here[i - 1] < here[i]) != (there[i - 1] < there[i]);
    assert_in_range(turned, N_WORDS * 4 / 10, N_WORDS * 6 / 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fold_of_known_products),
#ifdef HAS_INT128
        cmocka_unit_test(test_portable_fold_equals_128_bits),
#endif
        cmocka_unit_test(test_equals_the_plain_form_at_each_length_and_place),
        cmocka_unit_test(test_pinned_values),
        cmocka_unit_test(test_every_bit_counts),
        cmocka_unit_test(test_length_counts),
        cmocka_unit_test(test_no_collision_in_64_bits),
        cmocka_unit_test(test_low_bits_are_spread),
        cmocka_unit_test(test_collisions_change_with_the_key),
        cmocka_unit_test(test_keys_give_different_orders),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
