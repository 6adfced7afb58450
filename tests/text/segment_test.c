/* Words of a run of letters: known ones, and what stands between them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "text/segment.h"

/* The run with a bar behind each word. */
static void show_words(const char *code, const char *text, char *out) {
    const sm_language *language = sm_language_find(code);
    size_t n = strlen(text), length = 0;
    assert_non_null(language);
    for (size_t at = 0, end; at < n; at = end) {
        end = sm_segment_end(NULL, language, text, at, n);
        assert_true(end > at && end <= n);
        memcpy(out + length, text + at, end - at);
        length += end - at;
        out[length++] = '|';
    }
    out[length] = '\0';
}

static void test_words(void **state) {
    (void)state;
    static const struct {
        const char *code, *text, *words;
    } CASES[] = {
        {"th", "ประเทศไทย", "ประเทศ|ไทย|"},
        {"th", "ฉันรักประเทศ", "ฉัน|รัก|ประเทศ|"},
        {"th", "xyz", "xyz|"},
        {"th", "", ""},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char words[256];
        show_words(CASES[i].code, CASES[i].text, words);
        assert_string_equal(words, CASES[i].words);
    }
}

/* A mark goes with the character before it, also at the begin of a run. */
static void test_marks(void **state) {
    (void)state;
    char words[256];
    show_words("th", "\xE0\xB8\xB1\xE0\xB8\xB1\xE0\xB8\x81", words); /* sara am twice, ko kai */
    assert_string_equal(words, "\xE0\xB8\xB1\xE0\xB8\xB1\xE0\xB8\x81|");
}

/* Long runs of nothing known are one word, and are read through once. */
static void test_long_run(void **state) {
    (void)state;
    static char text[60000];
    for (size_t i = 0; i + 3 <= sizeof text; i += 3)
        memcpy(text + i, "\xE1\x80\x80", 3);
    const sm_language *burmese = sm_language_find("my");
    assert_int_equal(sm_segment_end(NULL, burmese, text, 0, sizeof text), sizeof text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_long_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
