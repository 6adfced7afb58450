/* Endings taken off: the longest that leaves three letters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <string.h>

#include "text/endings.h"

static void assert_stem(const char *code, const char *word, const char *stem) {
    size_t n = sm_without_ending(sm_language_find(code), word, strlen(word));
    if (n != strlen(stem) || memcmp(word, stem, n) != 0)
        fail_msg("%s: %s: %.*s, not %s", code, word, (int)n, word, stem);
}

/* Of the endings of souborech, -ech and -ch among them, the longest. */
static void test_longest(void **state) {
    (void)state;
    assert_stem("cs", "souborech", "soubor");
    assert_stem("cs", "soubory", "soubor");
    assert_stem("cs", "soubor", "soubor");
    assert_stem("pl", "narodowościami", "narodow");
    assert_stem("uk", "країнами", "країн");
    assert_stem("eo", "lingvojn", "lingv");
}

static void test_three_letters_stay(void **state) {
    (void)state;
    assert_stem("cs", "", "");
    assert_stem("cs", "y", "y");
    assert_stem("cs", "psy", "psy");
    assert_stem("cs", "lesy", "les");
    assert_stem("cs", "rukou", "ruk");
    assert_stem("bg", "дата", "дат");
    assert_stem("bg", "дат", "дат");
}

/* Nation, not "na" with the particle that marks a subject. */
static void test_two_syllables_stay(void **state) {
    (void)state;
    assert_stem("ko", "국가", "국가");
    assert_stem("ko", "국가가", "국가");
    assert_stem("ko", "국가에서는", "국가");
}

static void test_only_its_own(void **state) {
    (void)state;
    assert_stem("en", "souborech", "souborech");
    assert_stem("vi", "souborech", "souborech");
    assert_int_equal(sm_without_ending(&sm_language_unknown, "soubory", 7), 7);
}

/* Bytes that are no UTF-8, and words longer than any ending. */
static void test_any_bytes(void **state) {
    (void)state;
    char word[256];
    memset(word, 0x80, sizeof word);
    assert_in_range(sm_without_ending(sm_language_find("cs"), word, sizeof word), 3, sizeof word);
    memset(word, 'y', sizeof word);
    assert_int_equal(sm_without_ending(sm_language_find("cs"), word, sizeof word), sizeof word - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_longest),
        cmocka_unit_test(test_three_letters_stay),
        cmocka_unit_test(test_two_syllables_stay),
        cmocka_unit_test(test_only_its_own),
        cmocka_unit_test(test_any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
