#include "text/items.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static sm_item item_of(const char *text) {
    return sm_item_at(text, 0, strlen(text));
}

static void test_markers(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t n;
        unsigned value;
    } CASES[] = {
        {"1. one", 2, 1},
        {"12. twelve", 3, 12},
        {"999. many", 4, 999},
        {"1) one", 2, 1},
        {"2.) two", 3, 2},
        {"(3) three", 3, 3},
        {"a) one", 2, 1},
        {"b. two", 2, 2},
        {"B) two", 2, 2},
        {"(z) last", 3, 26},
        {"a.) one", 3, 1},
        {"1.", 2, 1},
        {"\xE2\x80\xA2 one", 4, 0},
        {"\xE2\x80\xA2 1. one", 6, 1},
        {"\xE2\x80\xA2"
         "2) two",
         5, 2},
        {"1.\tone", 2, 1},
        {"1.\xC2\xA0one", 2, 1},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        sm_item item = item_of(CASES[i].text);
        if (item.n != CASES[i].n || (CASES[i].value != 0 && item.value != CASES[i].value))
            fail_msg("\"%s\": %zu bytes, value %u", CASES[i].text, item.n, item.value);
    }
}

static void test_no_markers(void **state) {
    (void)state;
    static const char *const CASES[] = {"",           " ",       "one",   "1",      "1 one",  "1.5 kg", "1.one",
                                        "1000. many", "(1 one",  "(1. x", ". one",  ") x",    "()",     "ab) x",
                                        "-1. x",      "\xFF) x", "é) x",  "a.m. x", " 1. one"};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (item_of(CASES[i]).n != 0)
            fail_msg("\"%s\": %zu bytes", CASES[i], item_of(CASES[i]).n);
}

static void test_reads_no_further_than_the_end(void **state) {
    (void)state;
    assert_int_equal(sm_item_at("1. one", 0, 2).n, 2);
    assert_int_equal(sm_item_at("1. one", 0, 1).n, 0);
    assert_int_equal(sm_item_at("1. one", 0, 0).n, 0);
    assert_int_equal(sm_item_at("at 2) x", 3, 7).n, 2);
    assert_int_equal(sm_item_at("\xE2\x80\xA2", 0, 2).n, 0);
}

static void test_what_goes_on_with_a_list(void **state) {
    (void)state;
    static const struct {
        const char *item, *next;
        bool follows;
    } CASES[] = {
        {"1. x", "2. x", true},
        {"9. x", "10. x", true},
        {"1) x", "2) x", true},
        {"(1) x", "(2) x", true},
        {"a) x", "b) x", true},
        {"1. x", "3. x", false},
        {"2. x", "1. x", false},
        {"1. x", "1. x", false},
        {"1. x", "2) x", false},
        {"1) x", "(2) x", false},
        {"1. x", "b. x", false},
        {"a. x", "2. x", false},
        {"1. x", "x", false},
        {"x", "1. x", false},
        {"x", "y", false},
        {"\xE2\x80\xA2 x", "\xE2\x80\xA2 y", true},
        {"\xE2\x80\xA2 x", "1. y", false},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        sm_item item = item_of(CASES[i].item), next = item_of(CASES[i].next);
        if (sm_item_follows(&item, &next) != CASES[i].follows)
            fail_msg("\"%s\", \"%s\"", CASES[i].item, CASES[i].next);
    }
}

static void test_any_bytes(void **state) {
    (void)state;
    static const char SIGNS[] = "0123ab.()\xE2\x80\xA2 \xFF";
    test_random r = {22};
    for (int round = 0; round < 20000; round++) {
        size_t n = test_random_below(&r, 12);
        char *bytes = malloc(n > 0 ? n : 1);
        assert_non_null(bytes);
        for (size_t i = 0; i < n; i++)
            bytes[i] = SIGNS[test_random_below(&r, sizeof SIGNS)];
        for (size_t at = 0; at <= n; at++)
            assert_in_range(sm_item_at(bytes, at, n).n, 0, n - at);
        free(bytes);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markers),
        cmocka_unit_test(test_no_markers),
        cmocka_unit_test(test_reads_no_further_than_the_end),
        cmocka_unit_test(test_what_goes_on_with_a_list),
        cmocka_unit_test(test_any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
