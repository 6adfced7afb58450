#include "base/chars.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <utf8proc.h>

/* What the header says of ASCII, by the functions of the C locale. */
static sm_char class_by_libc(int c) {
    if (isspace(c) || iscntrl(c))
        return SM_CHAR_SPACE;
    if (isalpha(c))
        return isupper(c) ? SM_CHAR_UPPER : SM_CHAR_LOWER;
    if (isdigit(c))
        return SM_CHAR_DIGIT;
    if (strchr("!?", c) != NULL)
        return SM_CHAR_END;
    if (strchr("([{", c) != NULL)
        return SM_CHAR_OPENER;
    if (strchr(")]}", c) != NULL)
        return SM_CHAR_CLOSER;
    if (strchr("\"'", c) != NULL)
        return SM_CHAR_QUOTE;
    return c == '.' ? SM_CHAR_STOP : SM_CHAR_OTHER;
}

static void test_ascii(void **state) {
    (void)state;
    for (int c = 0; c < 128; c++)
        if (sm_char_of((uint32_t)c) != class_by_libc(c))
            fail_msg("0x%02x is %d", (unsigned)c, (int)sm_char_of((uint32_t)c));
}

static void test_ranges_beyond_ascii(void **state) {
    (void)state;
    static const struct {
        uint32_t first, last;
        sm_char class;
    } CASES[] = {
        {0x80, 0x9F, SM_CHAR_SPACE},                                            /* controls */
        {0xA0, 0xA0, SM_CHAR_SPACE},                                            /* no-break space */
        {0x2000, 0x200A, SM_CHAR_SPACE},       {0x2028, 0x2029, SM_CHAR_SPACE}, /* line and paragraph separator */
        {0x202F, 0x202F, SM_CHAR_SPACE},       {0x3000, 0x3000, SM_CHAR_SPACE},
        {0xC0, 0xD6, SM_CHAR_UPPER},           {0xDF, 0xF6, SM_CHAR_LOWER},
        {0x1C5, 0x1C5, SM_CHAR_UPPER},                                        /* title case */
        {0x391, 0x3A1, SM_CHAR_UPPER},                                        /* Greek */
        {0x3B1, 0x3C9, SM_CHAR_LOWER},         {0x410, 0x42F, SM_CHAR_UPPER}, /* Cyrillic */
        {0x430, 0x44F, SM_CHAR_LOWER},         {0x531, 0x556, SM_CHAR_UPPER}, /* Armenian */
        {0x5D0, 0x5EA, SM_CHAR_LOWER},                                        /* Hebrew: no case */
        {0x627, 0x63A, SM_CHAR_LOWER},                                        /* Arabic */
        {0x905, 0x939, SM_CHAR_LOWER},                                        /* Devanagari */
        {0xAC00, 0xD7A3, SM_CHAR_LOWER},  /* Hangul, which has spaces between words */
        {0x300, 0x36F, SM_CHAR_EXTEND},   /* combining marks */
        {0x93E, 0x94D, SM_CHAR_EXTEND},   /* vowel signs */
        {0xAD, 0xAD, SM_CHAR_EXTEND},     /* soft hyphen */
        {0x200C, 0x200D, SM_CHAR_EXTEND}, /* zero-width joiners */
        {0xFEFF, 0xFEFF, SM_CHAR_EXTEND},      {0x660, 0x669, SM_CHAR_DIGIT}, /* Arabic */
        {0x966, 0x96F, SM_CHAR_DIGIT},                                        /* Devanagari */
        {0x2160, 0x217F, SM_CHAR_DIGIT},                                      /* Roman numerals */
        {0xFF10, 0xFF19, SM_CHAR_DIGIT},       {0x3005, 0x3007, SM_CHAR_IDEOGRAPH},
        {0x3041, 0x3096, SM_CHAR_IDEOGRAPH}, /* Hiragana */
        {0x30A1, 0x30FA, SM_CHAR_IDEOGRAPH}, /* Katakana */
        {0x3400, 0x4DBF, SM_CHAR_IDEOGRAPH},   {0x4E00, 0x9FFF, SM_CHAR_IDEOGRAPH},
        {0xF900, 0xFAFF, SM_CHAR_IDEOGRAPH},   {0xFF66, 0xFF9F, SM_CHAR_IDEOGRAPH}, /* halfwidth Katakana */
        {0x20000, 0x2A6DF, SM_CHAR_IDEOGRAPH}, {0x589, 0x589, SM_CHAR_FULL_STOP},
        {0x61F, 0x61F, SM_CHAR_FULL_STOP},     {0x6D4, 0x6D4, SM_CHAR_FULL_STOP},
        {0x964, 0x965, SM_CHAR_FULL_STOP},     {0x104A, 0x104B, SM_CHAR_FULL_STOP},
        {0x1362, 0x1362, SM_CHAR_FULL_STOP},   {0x17D4, 0x17D5, SM_CHAR_FULL_STOP},
        {0x700, 0x702, SM_CHAR_END},           {0x1803, 0x1803, SM_CHAR_END},
        {0x2026, 0x2026, SM_CHAR_END},         {0x203C, 0x203D, SM_CHAR_END},
        {0x2047, 0x2049, SM_CHAR_END},         {0x3002, 0x3002, SM_CHAR_FULL_STOP},
        {0xFF01, 0xFF01, SM_CHAR_FULL_STOP},   {0xFF0E, 0xFF0E, SM_CHAR_FULL_STOP},
        {0xFF1F, 0xFF1F, SM_CHAR_FULL_STOP},   {0xFF61, 0xFF61, SM_CHAR_FULL_STOP},
        {0x2018, 0x2018, SM_CHAR_OPENER},      {0x201A, 0x201A, SM_CHAR_OPENER},
        {0x201E, 0x201E, SM_CHAR_OPENER},      {0x300C, 0x300C, SM_CHAR_OPENER}, /* corner brackets */
        {0x2019, 0x2019, SM_CHAR_CLOSER},      {0x201D, 0x201D, SM_CHAR_CLOSER},
        {0x300D, 0x300D, SM_CHAR_CLOSER},      {0xFF08, 0xFF08, SM_CHAR_OPENER},
        {0xFF09, 0xFF09, SM_CHAR_CLOSER},      {0x2013, 0x2014, SM_CHAR_OTHER}, /* dashes */
        {0x20AC, 0x20AC, SM_CHAR_OTHER},       {0x1F600, 0x1F600, SM_CHAR_OTHER},
        {0xFFFD, 0xFFFD, SM_CHAR_OTHER},       {0xE000, 0xE000, SM_CHAR_OTHER}, /* private use */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        for (uint32_t c = CASES[i].first; c <= CASES[i].last; c++)
            if (sm_char_of(c) != CASES[i].class)
                fail_msg("U+%04X is %d, not %d", (unsigned)c, (int)sm_char_of(c), (int)CASES[i].class);
}

static void test_every_code_point_has_a_class(void **state) {
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        sm_char class = sm_char_of(c);
        if (class > SM_CHAR_QUOTE || ((class == SM_CHAR_STOP || class == SM_CHAR_QUOTE) && c >= 0x80))
            fail_msg("U+%04X is %d", (unsigned)c, (int)class);
    }
}

static void test_groups(void **state) {
    (void)state;
    static const struct {
        sm_char class;
        bool letter, word, ends, closes, opens;
    } CASES[] = {
        {SM_CHAR_OTHER, false, false, false, false, false},    {SM_CHAR_SPACE, false, false, false, false, false},
        {SM_CHAR_LOWER, true, true, false, false, false},      {SM_CHAR_UPPER, true, true, false, false, false},
        {SM_CHAR_DIGIT, false, true, false, false, false},     {SM_CHAR_IDEOGRAPH, false, true, false, false, false},
        {SM_CHAR_STOP, false, false, true, false, false},      {SM_CHAR_END, false, false, true, false, false},
        {SM_CHAR_FULL_STOP, false, false, true, false, false}, {SM_CHAR_OPENER, false, false, false, false, true},
        {SM_CHAR_CLOSER, false, false, false, true, false},    {SM_CHAR_QUOTE, false, false, false, true, true},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_int_equal(sm_char_is_letter(CASES[i].class), CASES[i].letter);
        assert_int_equal(sm_char_is_word(CASES[i].class), CASES[i].word);
        assert_int_equal(sm_char_ends_sentence(CASES[i].class), CASES[i].ends);
        assert_int_equal(sm_char_closes(CASES[i].class), CASES[i].closes);
        assert_int_equal(sm_char_opens(CASES[i].class), CASES[i].opens);
    }
}

static void test_apostrophes(void **state) {
    (void)state;
    assert_true(sm_char_is_apostrophe('\''));
    assert_true(sm_char_is_apostrophe(0x2019));
    assert_false(sm_char_is_apostrophe('"'));
    assert_false(sm_char_is_apostrophe(0x2018));
}

static void test_widths(void **state) {
    (void)state;
    static const struct {
        uint32_t code;
        size_t width;
    } CASES[] = {{'a', 1},    {' ', 1},    {'~', 1},    {0x7F, 0},    {'\n', 0},   {0xE9, 1},
                 {0x301, 0},  {0x200D, 0}, {0x5D0, 1},  {0x627, 1},   {0x4E2D, 2}, {0x3042, 2},
                 {0xAC00, 2}, {0xFF01, 2}, {0xFF71, 1}, {0x1F600, 2}, {0xFFFD, 1}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (sm_char_width(CASES[i].code) != CASES[i].width)
            fail_msg("U+%04X has %zu columns", (unsigned)CASES[i].code, sm_char_width(CASES[i].code));
    for (uint32_t code = 0; code < 0x110000; code++)
        assert_true(sm_char_width(code) <= 2);
}

static void test_last_characters(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint32_t last;
    } CASES[] = {{"", 0},
                 {" \n", 0},
                 {"\")", 0},
                 {"a", 'a'},
                 {"Yes.", '.'},
                 {"Yes.\")", '.'},
                 {"\xC2\xAB oui. \xC2\xBB ", '.'},
                 {"caf\xC3\xA9", 0xE9},
                 {"a\xC3", 0xFFFD},
                 {"\xE3\x80\x82\xE3\x80\x8D", 0x3002}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_int_equal(sm_char_last(CASES[i].text, 0, strlen(CASES[i].text)), CASES[i].last);
    assert_int_equal(sm_char_last("ab\")", 1, 3), 'b');
    assert_int_equal(sm_char_last("a\")", 1, 3), 0);
}

static void test_library_is_named_with_its_version(void **state) {
    (void)state;
    assert_true(strncmp(sm_chars_library, "utf8proc ", 9) == 0);
    assert_true(isdigit((unsigned char)sm_chars_library[9]));
}

/* Letters and digits, as they are written outside of East Asia, are what their general category says. */
static void test_every_letter_and_digit(void **state) {
    (void)state;
    for (uint32_t code = 0x80; code < 0x110000; code++) {
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
        bool upper = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
        bool lower = category == UTF8PROC_CATEGORY_LL, digit = category == UTF8PROC_CATEGORY_ND;
        sm_char c = sm_char_of(code);
        if ((c == SM_CHAR_UPPER) != upper || (lower && c != SM_CHAR_LOWER) || (digit && c != SM_CHAR_DIGIT))
            fail_msg("U+%04X of category %d is %d", (unsigned)code, (int)category, (int)c);
    }
    assert_int_equal(sm_char_of(0x110000), SM_CHAR_OTHER);
    assert_int_equal(sm_char_of(UINT32_MAX), SM_CHAR_OTHER);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_ranges_beyond_ascii),
        cmocka_unit_test(test_every_code_point_has_a_class),
        cmocka_unit_test(test_every_letter_and_digit),
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_apostrophes),
        cmocka_unit_test(test_widths),
        cmocka_unit_test(test_last_characters),
        cmocka_unit_test(test_library_is_named_with_its_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
