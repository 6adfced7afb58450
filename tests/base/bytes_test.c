#include "base/bytes.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static uint64_t plainly(const unsigned char *p, size_t n) {
    uint64_t v = 0;
    for (size_t i = n; i-- > 0;)
        v = v << 8 | p[i];
    return v;
}

/* At every place, of every length; each block ends where reading may. */
static void test_against_single_bytes(void **state) {
    (void)state;
    test_random r = {3};
    for (size_t at = 0; at < 8; at++)
        for (size_t n = 0; n <= 8; n++) {
            unsigned char *block = malloc(at + 8), *tight = (unsigned char *)malloc(at + n + 1) + 1;
            test_random_bytes(&r, (char *)block, at + 8);
            memcpy(tight, block, at + n);
            assert_true(sm_bytes_first(tight + at, n) == plainly(block + at, n));
            assert_true(sm_bytes_masked(block + at, n) == plainly(block + at, n));
            assert_true(sm_bytes_8(block + at) == plainly(block + at, 8));
            assert_true(sm_bytes_4(block + at) == plainly(block + at, 4));
            free(block);
            free(tight - 1);
        }
}

static void test_count_high(void **state) {
    (void)state;
    for (unsigned set = 0; set < 256; set++) {
        uint64_t highs = 0;
        size_t n = 0;
        for (unsigned k = 0; k < 8; k++)
            if ((set >> k & 1) != 0) {
                highs |= (uint64_t)0x80 << (8 * k);
                n++;
            }
        assert_int_equal(sm_bytes_count_high(highs), n);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_against_single_bytes),
        cmocka_unit_test(test_count_high),
    };
    return cmocka_run_group_tests_name("base/bytes", tests, NULL, NULL);
}
