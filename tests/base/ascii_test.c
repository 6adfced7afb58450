/* Characters of ASCII: all 256 bytes against what C says of them in the C locale. */
#include "base/ascii.h"

#include "support/memory.h"

#include <ctype.h>

static void test_classes(void **state) {
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        char c = (char)byte;
        bool ascii = byte < 0x80;
        assert_int_equal((unsigned char)sm_ascii_small(c), ascii ? tolower(byte) : byte);
        assert_int_equal(sm_ascii_is_letter(c), ascii && isalpha(byte));
        assert_int_equal(sm_ascii_is_digit(c), ascii && isdigit(byte));
        assert_int_equal(sm_ascii_is_alphanumeric(c), ascii && isalnum(byte));
        assert_int_equal(sm_ascii_is_space(c), ascii && isspace(byte) && byte != '\v');
    }
}

static void test_sets(void **state) {
    (void)state;
    assert_true(sm_ascii_is_one_of('b', "abc"));
    assert_false(sm_ascii_is_one_of('B', "abc"));
    assert_false(sm_ascii_is_one_of('a', ""));
    assert_false(sm_ascii_is_one_of('\0', "abc"));
    assert_true(sm_ascii_is_one_of('\xFF', "\xFF"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_sets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
