#include "base/utf8.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* Unicode 15, table 3-7: well-formed byte sequences. */
static const struct {
    size_t length;
    unsigned char low[4], high[4];
} WELL_FORMED[] = {
    {1, {0x00, 0, 0, 0}, {0x7F, 0, 0, 0}},
    {2, {0xC2, 0x80, 0, 0}, {0xDF, 0xBF, 0, 0}},
    {3, {0xE0, 0xA0, 0x80, 0}, {0xE0, 0xBF, 0xBF, 0}},
    {3, {0xE1, 0x80, 0x80, 0}, {0xEC, 0xBF, 0xBF, 0}},
    {3, {0xED, 0x80, 0x80, 0}, {0xED, 0x9F, 0xBF, 0}},
    {3, {0xEE, 0x80, 0x80, 0}, {0xEF, 0xBF, 0xBF, 0}},
    {4, {0xF0, 0x90, 0x80, 0x80}, {0xF0, 0xBF, 0xBF, 0xBF}},
    {4, {0xF1, 0x80, 0x80, 0x80}, {0xF3, 0xBF, 0xBF, 0xBF}},
    {4, {0xF4, 0x80, 0x80, 0x80}, {0xF4, 0x8F, 0xBF, 0xBF}},
};

static bool matches_row(const unsigned char *p, size_t row) {
    for (size_t i = 0; i < WELL_FORMED[row].length; i++)
        if (p[i] < WELL_FORMED[row].low[i] || p[i] > WELL_FORMED[row].high[i])
            return false;
    return true;
}

static size_t decode_by_table(const unsigned char *p, size_t n, uint32_t *code) {
    for (size_t row = 0; row < sizeof WELL_FORMED / sizeof *WELL_FORMED; row++) {
        size_t length = WELL_FORMED[row].length;
        if (length > n || !matches_row(p, row))
            continue;
        static const unsigned char PAYLOAD[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
        *code = p[0] & PAYLOAD[length];
        for (size_t i = 1; i < length; i++)
            *code = *code * 64 + (p[i] - 0x80u);
        return length;
    }
    *code = 0xFFFD;
    return 1;
}

static bool decodes_like_the_table(const unsigned char p[4], size_t n) {
    uint32_t code = 1, expected;
    char copy[4];
    memcpy(copy, p, 4);
    size_t length = sm_utf8_decode(copy, n, &code), expected_length = decode_by_table(p, n, &expected);
    return length == expected_length && code == expected;
}

/* All pairs of first bytes, with what is at the bounds of a continuation behind them, cut off at each length. */
static void test_decode_against_table(void **state) {
    (void)state;
    static const unsigned char THIRD[] = {0x00, 0x7F, 0x80, 0xA5, 0xBF, 0xC0, 0xFF};
    enum {
        N = sizeof THIRD
    };
    for (unsigned i = 0; i < 256 * 256 * N * N; i++) {
        unsigned tail = i / (256 * 256);
        unsigned char p[4] = {(unsigned char)(i & 255), (unsigned char)(i >> 8 & 255), THIRD[tail % N],
                              THIRD[tail / N]};
        for (size_t n = 1; n <= 4; n++)
            if (!decodes_like_the_table(p, n))
                fail_msg("%02x %02x %02x %02x, %zu bytes of it", p[0], p[1], p[2], p[3], n);
    }
}

static void test_round_trip_of_all_scalar_values(void **state) {
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char bytes[6] = "\x01\x01\x01\x01\x01";
        uint32_t code = 0;
        size_t n = sm_utf8_encode(c, bytes);
        size_t shortest = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (n != shortest || bytes[n] != 1 || sm_utf8_decode(bytes, n, &code) != n || code != c)
            fail_msg("U+%04X", (unsigned)c);
    }
}

static void test_known_characters(void **state) {
    (void)state;
    static const struct {
        uint32_t code;
        const char *bytes;
    } CASES[] = {
        {'a', "a"},
        {0x7F, "\x7F"},
        {0x80, "\xC2\x80"},
        {0xE9, "\xC3\xA9"},
        {0x7FF, "\xDF\xBF"},
        {0x800, "\xE0\xA0\x80"},
        {0x20AC, "\xE2\x82\xAC"},
        {0xD7FF, "\xED\x9F\xBF"},
        {0xE000, "\xEE\x80\x80"},
        {0xFFFD, "\xEF\xBF\xBD"},
        {0xFFFF, "\xEF\xBF\xBF"},
        {0x10000, "\xF0\x90\x80\x80"},
        {0x1F4D6, "\xF0\x9F\x93\x96"},
        {0x10FFFF, "\xF4\x8F\xBF\xBF"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        uint32_t code = 0;
        char bytes[4];
        size_t n = strlen(CASES[i].bytes);
        assert_int_equal(sm_utf8_decode(CASES[i].bytes, n, &code), n);
        assert_int_equal(code, CASES[i].code);
        assert_int_equal(sm_utf8_encode(CASES[i].code, bytes), n);
        assert_memory_equal(bytes, CASES[i].bytes, n);
    }
}

static void test_ill_formed_bytes_read_singly(void **state) {
    (void)state;
    static const char *const CASES[] = {
        "\x80",             /* a continuation on its own */
        "\xBF\xBF",         /* several */
        "\xC0\x80",         /* overlong NUL */
        "\xC1\xBF",         /* overlong, two bytes */
        "\xE0\x9F\xBF",     /* overlong, three */
        "\xF0\x8F\xBF\xBF", /* overlong, four */
        "\xED\xA0\x80",     /* the first surrogate */
        "\xED\xBF\xBF",     /* the last */
        "\xF4\x90\x80\x80", /* above U+10FFFF */
        "\xF5\x80\x80\x80", /* bytes that never occur */
        "\xF8\x88\x80\x80\x80",
        "\xFE",
        "\xFF",
        "\xC3",
        "\xE2\x82",
        "\xF0\x9F\x93", /* cut off */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        size_t n = strlen(CASES[i]);
        for (size_t at = 0; at < n; at++) {
            uint32_t code = 0;
            assert_int_equal(sm_utf8_decode(CASES[i] + at, n - at, &code), 1);
            assert_int_equal(code, SM_UTF8_BAD);
            assert_int_equal(sm_utf8_before(CASES[i], 0, at + 1), at);
        }
        assert_int_equal(sm_utf8_count(CASES[i], n), n);
    }
}

/* Bytes that are often well-formed and often nearly so. */
static size_t random_text(test_random *r, char *text, size_t n) {
    static const char *const PIECES[] = {"a",    "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x93\x96", "\xE2\x82", "\xF0\x9F",
                                         "\x80", "\xBF",     "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF",     "\xC3"};
    size_t length = 0;
    while (length + 4 < n) {
        if (test_random_below(r, 3) == 0) {
            test_random_bytes(r, text + length++, 1);
            continue;
        }
        const char *piece = PIECES[test_random_below(r, sizeof PIECES / sizeof *PIECES)];
        memcpy(text + length, piece, strlen(piece));
        length += strlen(piece);
    }
    return length;
}

static void test_before_undoes_the_walk_forward(void **state) {
    (void)state;
    test_random r = {3};
    for (int round = 0; round < 3000; round++) {
        char text[64];
        size_t n = random_text(&r, text, sizeof text), begin = test_random_below(&r, 8), count = 0;
        for (size_t at = begin; at < n; count++) {
            uint32_t code;
            size_t next = at + sm_utf8_decode(text + at, n - at, &code);
            assert_int_equal(sm_utf8_before(text, begin, next), at);
            at = next;
        }
        assert_int_equal(sm_utf8_count(text + begin, n - begin), count);
    }
}

static void test_before_stops_at_begin(void **state) {
    (void)state;
    const char *euro = "\xE2\x82\xAC";
    assert_int_equal(sm_utf8_before(euro, 0, 3), 0);
    assert_int_equal(sm_utf8_before(euro, 1, 3), 2);
    assert_int_equal(sm_utf8_before(euro, 2, 3), 2);
    assert_int_equal(sm_utf8_before(euro, 0, 2), 1);
}

/* One byte of another kind at every place among others. */
static void test_ascii_runs(void **state) {
    (void)state;
    static const char STOPS[] = {'\n', '\r', '\x80', '\xFF', '\x0B', '\x7F', '\0'};
    for (size_t at = 0; at < 40; at++)
        for (size_t k = 0; k < sizeof STOPS; k++) {
            char text[40];
            memset(text, 'x', sizeof text);
            text[at] = STOPS[k];
            bool high = (unsigned char)STOPS[k] >= 0x80, ends = STOPS[k] == '\n' || STOPS[k] == '\r';
            for (size_t n = 0; n <= sizeof text; n++) {
                size_t stopped = at < n ? at : n;
                assert_int_equal(sm_utf8_ascii(text, n), high ? stopped : n);
                assert_int_equal(sm_utf8_ascii_in_line(text, n), high || ends ? stopped : n);
            }
        }
}

static void test_count(void **state) {
    (void)state;
    assert_int_equal(sm_utf8_count("", 0), 0);
    assert_int_equal(sm_utf8_count("a\0b", 3), 3);
    assert_int_equal(sm_utf8_count("na\xC3\xAFve \xE2\x82\xAC", 10), 7);
    assert_int_equal(sm_utf8_count("\xE2\x82z", 3), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decode_against_table),
        cmocka_unit_test(test_round_trip_of_all_scalar_values),
        cmocka_unit_test(test_known_characters),
        cmocka_unit_test(test_ill_formed_bytes_read_singly),
        cmocka_unit_test(test_before_undoes_the_walk_forward),
        cmocka_unit_test(test_before_stops_at_begin),
        cmocka_unit_test(test_ascii_runs),
        cmocka_unit_test(test_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
