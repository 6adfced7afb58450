#include "text/shown.h"

#include "base/chars.h"
#include "base/utf8.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Shows into a block of just the size measured; the caller frees it. */
static char *show(const char *text, size_t n, sm_shown *shown) {
    *shown = sm_shown_measure(text, n);
    char *out = malloc(shown->bytes + 1);
    assert_non_null(out);
    out[shown->bytes] = '#';
    sm_shown_write(text, n, out);
    assert_int_equal(out[shown->bytes], '#');
    out[shown->bytes] = '\0';
    return out;
}

static void test_cases(void **state) {
    (void)state;
    static const struct {
        const char *text, *shown;
        size_t chars, words;
    } CASES[] = {
        {"", "", 0, 0},
        {" ", "", 0, 0},
        {"\n\t \r\n", "", 0, 0},
        {"a", "a", 1, 1},
        {"  a  ", "a", 1, 1},
        {"one two", "one two", 7, 2},
        {"one \n\t two", "one two", 7, 2},
        {"one\r\ntwo\rthree", "one two three", 13, 3},
        {"\x01one\x02two\x7F", "one two", 7, 2},
        {"bell\x07 and \x1B[31mcolour", "bell and [31mcolour", 19, 3},
        {"a\xC2\x85"
         "b\xC2\x9B"
         "c",
         "a b c", 5, 3},
        {"a\xC2\xA0"
         "b",
         "a b", 3, 2},
        {"a\xE3\x80\x80"
         "b\xE2\x80\xA8"
         "c",
         "a b c", 5, 3},
        {"don't stop - now.", "don't stop - now.", 17, 4},
        {"naïve café", "naïve café", 10, 2},
        {"\xF0\x9F\x93\x96 book", "\xF0\x9F\x93\x96 book", 6, 2},
        {"\xFF", "\xEF\xBF\xBD", 1, 1},
        {"a\xE2\x82 b", "a\xEF\xBF\xBD\xEF\xBF\xBD b", 5, 2},
        {"\xEF\xBF\xBD", "\xEF\xBF\xBD", 1, 1},
        {"\xC0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD", 2, 1},
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3, 1},
        {"東京", "東京", 2, 2},
        {"東 京", "東 京", 3, 2},
        {"これは本。", "これは本。", 5, 4},
        {"go 東京", "go 東京", 5, 3},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        sm_shown shown;
        char *out = show(CASES[i].text, strlen(CASES[i].text), &shown);
        bool equal = strcmp(out, CASES[i].shown) == 0;
        free(out);
        if (!equal || shown.bytes != strlen(CASES[i].shown) || shown.chars != CASES[i].chars ||
            shown.words != CASES[i].words)
            fail_msg("\"%s\": %zu bytes, %zu chars, %zu words", CASES[i].text, shown.bytes, shown.chars, shown.words);
    }
}

static void test_nul_is_a_control_character(void **state) {
    (void)state;
    sm_shown shown;
    char *out = show("\0a\0\0b\0", 6, &shown);
    assert_string_equal(out, "a b");
    free(out);
    assert_int_equal(shown.words, 2);
}

/* Runs of anything but white space, as wc -w has it. */
static size_t count_words_of_ascii(const char *text, size_t n) {
    size_t words = 0;
    for (size_t i = 0; i < n; i++) {
        bool here = text[i] > ' ' && text[i] != 0x7F, before = i > 0 && text[i - 1] > ' ' && text[i - 1] != 0x7F;
        words += here && !before;
    }
    return words;
}

static void test_words_and_chars_of_ascii(void **state) {
    (void)state;
    test_random r = {18};
    for (int round = 0; round < 3000; round++) {
        char text[80];
        size_t n = test_random_below(&r, sizeof text);
        for (size_t i = 0; i < n; i++)
            text[i] =
                test_random_below(&r, 3) == 0 ? (char)test_random_below(&r, 33) : (char)test_random_below(&r, 128);
        sm_shown shown = sm_shown_measure(text, n);
        assert_int_equal(shown.words, count_words_of_ascii(text, n));
        assert_int_equal(shown.chars, shown.bytes);
    }
}

/* Valid UTF-8 on one line, single spaces inside, none at the ends. */
static void assert_is_tidy(const char *text, size_t n) {
    bool space = true;
    for (size_t i = 0; i < n;) {
        uint32_t code;
        size_t length = sm_utf8_decode(text + i, n - i, &code);
        assert_false(code == SM_UTF8_BAD && length == 1);
        bool is_space = sm_char_of(code) == SM_CHAR_SPACE;
        assert_false(is_space && (space || code != ' '));
        space = is_space;
        i += length;
    }
    assert_true(n == 0 || !space);
}

static size_t random_text(test_random *r, char *text, size_t most) {
    static const char *const PIECES[] = {"word", " ",    "\n",       "\t",       "é",    "\xE2\x82",
                                         "東",   "\xFF", "\xC2\xA0", "\xCC\x81", "\x01", "."};
    size_t n = 0;
    while (n + 8 < most) {
        const char *piece = PIECES[test_random_below(r, sizeof PIECES / sizeof *PIECES)];
        memcpy(text + n, piece, strlen(piece));
        n += strlen(piece);
        if (test_random_below(r, 4) == 0)
            test_random_bytes(r, text + n++, 1);
    }
    return n;
}

static void test_random_texts(void **state) {
    (void)state;
    test_random r = {19};
    for (int round = 0; round < 3000; round++) {
        char text[200];
        size_t n = random_text(&r, text, 8 + test_random_below(&r, sizeof text - 8));
        sm_shown shown, again;
        char *out = show(text, n, &shown);
        assert_is_tidy(out, shown.bytes);
        assert_int_equal(shown.chars, sm_utf8_count(out, shown.bytes));
        assert_true(shown.words <= shown.chars);
        char *twice = show(out, shown.bytes, &again);
        assert_memory_equal(&again, &shown, sizeof shown);
        assert_memory_equal(twice, out, shown.bytes + 1);
        free(twice);
        free(out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_nul_is_a_control_character),
        cmocka_unit_test(test_words_and_chars_of_ascii),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
