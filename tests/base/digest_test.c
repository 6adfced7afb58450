#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/digest.h"

/* Of the bytes 0, 1, 2 ..., so many of them: test vectors of the reference implementation, the lowest byte first; that of
 * 15 bytes stands in the paper. */
static void test_known_digests(void **state) {
    (void)state;
    static const struct {
        size_t n;
        uint64_t digest;
    } CASES[] = {
        {0, 0x726fdb47dd0e0e31u}, {1, 0x74f839c593dc67fdu}, {2, 0x0d6c8009d9a94f5au}, {3, 0x85676696d7fb7e2du},
        {4, 0xcf2794e0277187b7u}, {7, 0xab0200f58b01d137u}, {8, 0x93f5f5799a932462u}, {15, 0xa129ca6149be45e5u},
    };
    unsigned char bytes[16];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)i;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_true(sm_digest(CASES[i].n > 0 ? bytes : NULL, CASES[i].n) == CASES[i].digest);
}

static void test_every_bit_counts(void **state) {
    (void)state;
    char text[300] = {0};
    uint64_t before = sm_digest(text, sizeof text);
    for (size_t i = 0; i < 8 * sizeof text; i++) {
        text[i / 8] = (char)(1 << i % 8);
        assert_true(sm_digest(text, sizeof text) != before);
        text[i / 8] = 0;
    }
    assert_true(sm_digest(text, sizeof text - 1) != before);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_digests),
        cmocka_unit_test(test_every_bit_counts),
    };
    return cmocka_run_group_tests_name("base/digest", tests, NULL, NULL);
}
