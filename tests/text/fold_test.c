#include "text/fold.h"

#include "base/utf8.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include <cmocka.h>

typedef struct fold_case {
    const char *word, *folded;
} fold_case;

static void check_cases(const fold_case *cases, size_t n_cases, bool dotless) {
    for (size_t i = 0; i < n_cases; i++) {
        char out[SM_WORD_MAX + 1];
        size_t n = sm_fold(cases[i].word, strlen(cases[i].word), dotless, out);
        assert_in_range(n, 0, SM_WORD_MAX);
        out[n] = '\0';
        assert_string_equal(out, cases[i].folded);
    }
}

static void test_words_of_many_scripts(void **state) {
    (void)state;
    static const fold_case CASES[] = {
        {"", ""},
        {"a", "a"},
        {"WORD", "word"},
        {"MiXeD-Case_09", "mixed-case_09"},
        {"@[`{", "@[`{"}, /* next to the letters in ASCII */
        {"Straße", "strasse"},
        {"STRAẞE", "strasse"},
        {"ÄÖÜ", "äöü"},
        {"ÉTÉ", "été"},
        {"ΟΔΟΣ", "οδοσ"},
        {"οδος", "οδοσ"},
        {"ΆΝΘΡΩΠΟΣ", "άνθρωποσ"},
        {"МОСКВА", "москва"},
        {"ԵՐԵՎԱՆ", "երեվան"},
        {"ǅ", "ǆ"},
        {"İ", "i\xCC\x87"},
        {"ı", "ı"},
        {"ISTANBUL", "istanbul"},
        {"\xEF\xAC\x81n", "fin"}, /* a ligature */
        {"नेपाली", "नेपाली"},
        {"שלום", "שלום"},
        {"東京", "東京"},
        {"한국", "한국"},
    };
    check_cases(CASES, sizeof CASES / sizeof *CASES, false);
}

static void test_turkish(void **state) {
    (void)state;
    static const fold_case CASES[] = {
        {"ISPARTA", "ısparta"},       {"İSTANBUL", "istanbul"}, {"IŞIK", "ışık"}, {"ılık", "ılık"},
        {"DİYARBAKIR", "diyarbakır"}, {"iyi", "iyi"},           {"ÇOK", "çok"},   {"abc", "abc"},
    };
    check_cases(CASES, sizeof CASES / sizeof *CASES, true);
}

static void test_decomposed_words_are_composed(void **state) {
    (void)state;
    static const fold_case CASES[] = {
        {"e\xCC\x81te\xCC\x81", "été"},
        {"E\xCC\x81", "é"},
        {"A\xCC\x8Angstro\xCC\x88m", "ångström"},
        {"a\xCC\xA3\xCC\x82", "\xE1\xBA\xAD"},      /* a, dot below, circumflex: one letter */
        {"a\xCC\x82\xCC\xA3", "\xE1\xBA\xAD"},      /* the same in the other order */
        {"o\xCC\x82\xCC\x81", "\xE1\xBB\x91"},      /* both above: this order is another letter than */
        {"o\xCC\x81\xCC\x82", "\xC3\xB3\xCC\x82"},  /* that one */
        {"q\xCC\x87\xCC\xA3", "q\xCC\xA3\xCC\x87"}, /* no such letter, but one order */
        {"\xE1\xBA\xA4", "\xE1\xBA\xA5"},
        {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "한"},
        {"\xE2\x84\xAB", "å"}, /* the sign of the unit */
    };
    check_cases(CASES, sizeof CASES / sizeof *CASES, false);
}

static void test_apostrophes_are_straight(void **state) {
    (void)state;
    static const fold_case CASES[] = {{"DON\xE2\x80\x99T", "don't"}, {"don't", "don't"}, {"l\xE2\x80\x99été", "l'été"}};
    check_cases(CASES, sizeof CASES / sizeof *CASES, false);
    check_cases(CASES, sizeof CASES / sizeof *CASES, true);
}

static void test_the_longest_word(void **state) {
    (void)state;
    char word[300], out[SM_WORD_MAX];
    memset(word, 'A', sizeof word);
    assert_int_equal(sm_fold(word, SM_WORD_MAX, false, out), SM_WORD_MAX);
    assert_int_equal(out[SM_WORD_MAX - 1], 'a');
    assert_int_equal(sm_fold(word, SM_WORD_MAX + 1, false, out), 0);
    assert_int_equal(sm_fold(word, sizeof word, true, out), 0);
}

/* U+0149 is two bytes and folds to three: 85 of them fit, 86 do not. */
static void test_words_that_grow(void **state) {
    (void)state;
    char word[SM_WORD_MAX], out[SM_WORD_MAX];
    for (size_t i = 0; i + 1 < sizeof word; i += 2)
        memcpy(word + i, "\xC5\x89", 2);
    assert_int_equal(sm_fold(word, 2 * 85, false, out), 255);
    assert_memory_equal(out, "\xCA\xBCn", 3);
    assert_int_equal(sm_fold(word, 2 * 86, false, out), 0);
    assert_int_equal(sm_fold(word, 2 * 127, false, out), 0);
}

static size_t random_word(test_random *r, char *word, size_t most) {
    static const uint32_t MARKS[] = {0x300, 0x301, 0x302, 0x307, 0x308, 0x323, 0x327, 0x328, 0x345, 0x5B0, 0x94D};
    size_t n = 0;
    while (n + 4 <= most) {
        uint32_t code = (uint32_t)test_random_below(r, test_random_below(r, 4) == 0 ? 0x20000 : 0x2200);
        if (test_random_below(r, 2) == 0)
            code = MARKS[test_random_below(r, sizeof MARKS / sizeof *MARKS)];
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        n += sm_utf8_encode(code, word + n);
    }
    return n;
}

/* Against utf8proc's own mapping of whole strings, of which sm_fold uses the parts that allocate nothing. */
static void test_random_words_against_utf8proc(void **state) {
    (void)state;
    test_random r = {15};
    for (int round = 0; round < 20000; round++) {
        char word[64], straight[64], out[SM_WORD_MAX];
        size_t n = random_word(&r, word, 4 + test_random_below(&r, 60)), n_straight = 0;
        for (size_t i = 0; i < n;) {
            uint32_t code;
            i += sm_utf8_decode(word + i, n - i, &code);
            n_straight += sm_utf8_encode(code == 0x2019 ? '\'' : code, straight + n_straight);
        }
        utf8proc_uint8_t *mapped = NULL;
        utf8proc_ssize_t expected =
            utf8proc_map((const utf8proc_uint8_t *)straight, (utf8proc_ssize_t)n_straight, &mapped,
                         (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
        size_t length = sm_fold(word, n, false, out);
        bool equal = expected >= 0 && length == (expected > SM_WORD_MAX ? 0 : (size_t)expected) &&
                     memcmp(out, mapped, length) == 0;
        free(mapped);
        assert_true(equal);
    }
}

static void test_each_character_against_utf8proc(void **state) {
    (void)state;
    for (uint32_t code = 1; code <= 0x10FFFF; code++) {
        if ((code >= 0xD800 && code <= 0xDFFF) || code == 0x2019)
            continue;
        char out[SM_WORD_MAX], word[4];
        size_t n = sm_utf8_encode(code, word), length = sm_fold(word, n, false, out);
        utf8proc_uint8_t *mapped = NULL;
        utf8proc_ssize_t expected =
            utf8proc_map((const utf8proc_uint8_t *)word, (utf8proc_ssize_t)n, &mapped,
                         (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
        bool equal = expected >= 0 && length == (size_t)expected && memcmp(out, mapped, length) == 0;
        free(mapped);
        if (!equal)
            fail_msg("U+%04X", (unsigned)code);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_of_many_scripts),
        cmocka_unit_test(test_turkish),
        cmocka_unit_test(test_decomposed_words_are_composed),
        cmocka_unit_test(test_apostrophes_are_straight),
        cmocka_unit_test(test_the_longest_word),
        cmocka_unit_test(test_words_that_grow),
        cmocka_unit_test(test_random_words_against_utf8proc),
        cmocka_unit_test(test_each_character_against_utf8proc),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
