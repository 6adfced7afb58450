#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/digest.h"

/* Figures of `b2sum -l 64`, whose digest is written byte by byte, the lowest first. */
static void check(const char *text, size_t n, const char *hex) {
    uint64_t digest = sm_digest(text, n);
    for (size_t i = 0; i < 8; i++) {
        char byte[3] = {hex[2 * i], hex[2 * i + 1], '\0'};
        assert_int_equal(digest >> (8 * i) & 0xFF, strtoul(byte, NULL, 16));
    }
}

static void test_known_digests(void **state) {
    (void)state;
    char text[1000];
    memset(text, 'a', sizeof text);
    check(NULL, 0, "e4a6a0577479b2b4");
    check("abc", 3, "d8bb14d833d59559");
    check("\0\xFF\x80", 3, "0b201772397c3ae9");
    check(text, 127, "03d6a9be11f3f18a");
    check(text, 128, "f06643fe9c7e18da");
    check(text, 129, "e462535bb0c5a299");
    check(text, 256, "78b03efd0a5ea28b");
    check(text, 1000, "1fd513b6ebdb21d8");
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
