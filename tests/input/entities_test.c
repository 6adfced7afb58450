#include "input/entities.h"

#include "support/memory.h"

static void check(const char *p, size_t expected_n, uint32_t expected_code) {
    uint32_t code = 0;
    size_t n = sm_entity_decode(p, strlen(p), &code);
    if (n != expected_n || code != expected_code)
        fail_msg("%s: %zu bytes, U+%04X", p, n, (unsigned)code);
}

static void test_names(void **state) {
    (void)state;
    check("&amp;", 5, '&');
    check("&eacute;t", 8, 0xE9);
    check("&rsquo;", 7, 0x2019);
    check("&apos;", 6, '\'');
    check("&Lstrok;", 8, 0x141);
    check("&AMP;", 5, '&');
}

static void test_names_without_semicolon(void **state) {
    (void)state;
    check("&amp", 4, '&');
    check("&copy 2031", 5, 0xA9);
    check("&nbsphere", 5, 0xA0);
    check("&notit;", 4, 0xAC);
    check("&rsquo", 0, 0);
    check("&hellip.", 0, 0);
}

static void test_no_reference(void **state) {
    (void)state;
    check("&", 0, 0);
    check("&;", 0, 0);
    check("& b", 0, 0);
    check("&nosuchname;", 0, 0);
    check("&#", 0, 0);
    check("&#;", 0, 0);
    check("&#x;", 0, 0);
    check("&#xg", 0, 0);
    check("&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;", 0, 0);
}

static void test_numbers(void **state) {
    (void)state;
    check("&#65;", 5, 'A');
    check("&#65B", 4, 'A');
    check("&#x41;", 6, 'A');
    check("&#X2019;", 8, 0x2019);
    check("&#128512;", 9, 0x1F600);
    check("&#150;", 6, 0x2013); /* as in Windows-1252 */
    check("&#129;", 6, 0x81);
}

static void test_numbers_of_no_character(void **state) {
    (void)state;
    check("&#0;", 4, 0xFFFD);
    check("&#xD800;", 8, 0xFFFD);
    check("&#x110000;", 10, 0xFFFD);
    check("&#9999999999;", 13, 0xFFFD);
    check("&#4294967361;", 13, 0xFFFD); /* 2 to the 32nd and 65 */
}

static void test_ends_where_the_bytes_end(void **state) {
    (void)state;
    uint32_t code;
    assert_int_equal(sm_entity_decode("&amp;", 4, &code), 4);
    assert_int_equal(sm_entity_decode("&amp;", 1, &code), 0);
    assert_int_equal(sm_entity_decode("&#65;", 2, &code), 0);
    assert_int_equal(sm_entity_decode("&#65;", 3, &code), 3);
    assert_int_equal(code, 6);
}

/* The table is searched by halves. */
static void test_every_row_is_found(void **state) {
    (void)state;
#define OLD(name, code)                                                                                                \
    check("&" #name ";", sizeof #name + 1, code);                                                                      \
    check("&" #name, sizeof #name, code);
#define NEW(name, code) check("&" #name ";", sizeof #name + 1, code);
#include "input/entities.def"
#undef OLD
#undef NEW
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_names_without_semicolon),
        cmocka_unit_test(test_no_reference),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_numbers_of_no_character),
        cmocka_unit_test(test_ends_where_the_bytes_end),
        cmocka_unit_test(test_every_row_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
