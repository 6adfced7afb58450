#include "text/script.h"

#include "text/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void test_letters(void **state) {
    (void)state;
    static const struct {
        uint32_t code;
        unsigned script;
    } CASES[] = {
        {'a', SM_LATIN},      {'Z', SM_LATIN},      {0xE9, SM_LATIN},       {0x131, SM_LATIN},     {0x1E9E, SM_LATIN},
        {0x416, SM_CYRILLIC}, {0x45E, SM_CYRILLIC}, {0x3A9, SM_GREEK},      {0x1F00, SM_GREEK},    {0x531, SM_ARMENIAN},
        {0x5D0, SM_HEBREW},   {0x627, SM_ARABIC},   {0x915, SM_DEVANAGARI}, {0x995, SM_BENGALI},   {0xB95, SM_TAMIL},
        {0xE01, SM_THAI},     {0xE81, SM_LAO},      {0x1000, SM_MYANMAR},   {0x1200, SM_ETHIOPIC}, {0x1780, SM_KHMER},
        {0xAC00, SM_HANGUL},  {0x3042, SM_KANA},    {0x30A2, SM_KANA},      {0x4E2D, SM_HAN},      {0x20000, SM_HAN},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (sm_script_of(CASES[i].code) != CASES[i].script)
            fail_msg("U+%04X: %#x", (unsigned)CASES[i].code, sm_script_of(CASES[i].code));
}

static void test_what_is_no_letter(void **state) {
    (void)state;
    static const uint32_t CASES[] = {0, '\n', ' ', '.', '0', '9', '@', '[', '`', '{', 0xA0, 0xFFFD, 0x1F600, 0x10FFFF};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (sm_script_of(CASES[i]) != 0)
            fail_msg("U+%04X: %#x", (unsigned)CASES[i], sm_script_of(CASES[i]));
}

static void test_one_script_at_most(void **state) {
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        unsigned script = sm_script_of(code);
        if ((script & (script - 1)) != 0 || script >= 1u << SM_SCRIPTS)
            fail_msg("U+%04X: %#x", (unsigned)code, script);
    }
}

static void test_every_language_has_a_script(void **state) {
    (void)state;
    for (size_t row = 0; sm_language_at(row) != NULL; row++)
        assert_in_range(sm_language_at(row)->scripts, 1, (1u << SM_SCRIPTS) - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_what_is_no_letter),
        cmocka_unit_test(test_one_script_at_most),
        cmocka_unit_test(test_every_language_has_a_script),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
