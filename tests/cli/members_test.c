/* The small scanner of records, on lines that are JSON and on lines that are not. */
#include "cli/members.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void test_members(void **state) {
    (void)state;
    static const char LINE[] = " {\"a\" : \"x\\\"}\" ,\"b\":[1,{\"c\":\"]\"}], \"\":null } ";
    static const char *const KEYS[] = {"\"a\"", "\"b\"", "\"\""};
    const char *end = LINE + sizeof LINE - 1, *at = members_begin(LINE, end), *from, *to;
    member one;
    for (size_t i = 0; i < COUNT_OF(KEYS); i++) {
        assert_true(members_next(&at, end, &one));
        assert_int_equal(one.n_key, strlen(KEYS[i]));
        assert_memory_equal(one.key, KEYS[i], one.n_key);
        assert_int_equal(members_string(&one, &from, &to), i == 0);
    }
    assert_false(members_next(&at, end, &one));
    at = members_begin(LINE, end);
    assert_true(members_next(&at, end, &one) && members_string(&one, &from, &to));
    assert_int_equal(to - from, 4);
    assert_memory_equal(from, "x\\\"}", 4);
}

static void test_no_strings(void **state) {
    (void)state;
    static const char *const LINES[] = {"{\"a\"}",       "{\"a\":}",       "{\"a\":\"}",
                                        "{\"a\":\"b}",   "{\"a\":\"b\"c}", "{\"a\":1}",
                                        "{\"a\" \"b\"}", "{\"a\":\"\\\"}", "{\"a\":\"b\"\"c\"}"};
    for (size_t i = 0; i < COUNT_OF(LINES); i++) {
        const char *at = LINES[i], *end = at + strlen(at), *from, *to;
        member one;
        if (members_next(&at, end, &one) && members_string(&one, &from, &to))
            fail_msg("%s", LINES[i]);
    }
}

/* As jansson reads the same string, in a block of just its size. */
static void check_decoding(const char *inside, size_t n) {
    char line[256], *source = malloc(n + 1), *out = malloc(n + 1);
    size_t n_out;
    assert_true(source != NULL && out != NULL && n + 4 < sizeof line);
    memcpy(source + 1, inside, n);
    bool good = members_decode(source + 1, source + 1 + n, out, &n_out);
    json_t *checked = good ? json_stringn(out, n_out) : NULL;
    line[0] = line[1 + n] = '"';
    memcpy(line + 1, inside, n);
    json_t *expected = json_loadb(line, n + 2, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    if (!json_equal(checked, expected) && (checked != NULL || expected != NULL))
        fail_msg("%.*s", (int)n, inside);
    json_decref(checked);
    json_decref(expected);
    free(source);
    free(out);
}

static void test_decoding_cases(void **state) {
    (void)state;
    static const char *const CASES[] = {
        "",
        "plain",
        "\\n\\t\\r\\b\\f\\/\\\\\\\"",
        "\\u0041\\u00e9\\u4E2D",
        "\\ud83d\\ude00",
        "\\u0000",
        "\\",
        "\\x",
        "\\u12",
        "\\u12g4",
        "\\ud83d",
        "\\ude00",
        "\\ud83dx",
        "\\ud83d\\n",
        "\\ud83d\\ud83d",
        "\\ud83d\\u0041",
        "\x01",
        "\x1F\x7F",
        "\xC3\xA9",
        "\xC3",
        "\xED\xA0\x80",
        "\xF4\x90\x80\x80",
        "\"",
        "a\"b",
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++)
        check_decoding(CASES[i], strlen(CASES[i]));
}

static void test_decoding_anything(void **state) {
    (void)state;
    static const char *const PIECES[] = {"\\",       "u",    "d83d", "\\ude00", "\"", "0",
                                         "\xC3\xA9", "\x80", "x",    "\n",      "n",  "\\u"};
    test_random r = {8};
    for (int i = 0; i < 20000; i++) {
        char inside[64] = "";
        for (size_t k = test_random_below(&r, 7); k > 0; k--)
            strcat(inside, PIECES[test_random_below(&r, COUNT_OF(PIECES))]);
        check_decoding(inside, strlen(inside));
    }
}

/* Whatever the bytes: nothing beyond the line is read. */
static void test_scanning_anything(void **state) {
    (void)state;
    static const char SIGNS[] = "{}[]:,\"\"\\ ab1";
    test_random r = {9};
    for (int i = 0; i < 20000; i++) {
        size_t n = test_random_below(&r, 24);
        char *line = malloc(n + 1);
        assert_non_null(line);
        for (size_t k = 0; k < n; k++)
            line[1 + k] = SIGNS[test_random_below(&r, sizeof SIGNS - 1)];
        const char *end = line + 1 + n, *at = members_begin(line + 1, end), *from, *to;
        member one;
        for (size_t k = 0; members_next(&at, end, &one); k++) {
            assert_true(k <= n && one.begin <= one.key && one.key + one.n_key <= end && one.end <= end);
            if (members_string(&one, &from, &to))
                assert_true(line < from && from <= to && to < end);
        }
        free(line);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_members),           cmocka_unit_test(test_no_strings),
        cmocka_unit_test(test_decoding_cases),    cmocka_unit_test(test_decoding_anything),
        cmocka_unit_test(test_scanning_anything),
    };
    return cmocka_run_group_tests_name("cli/members", tests, NULL, NULL);
}
