#include "text/spelling.h"

#include "base/utf8.h"
#include "text/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static unsigned cost_of(const char *code, const char *folded) {
    uint16_t slots[SM_WORD_MAX + 1];
    size_t n = sm_spelling_slots(folded, strlen(folded), slots);
    return sm_spelling_cost(sm_language_bit(sm_language_find(code)), slots, n);
}

/* Words that no list has cost least in their own language. */
static void test_own_language_is_cheapest(void **state) {
    (void)state;
    static const char *const CODES[] = {"en", "de", "fr", "es", "it", "pl", "fi", "hu", "tr", "cs", "ru", "uk", "bg"};
    static const struct {
        const char *code, *word;
    } CASES[] = {
        {"en", "thoughtlessnesses"}, {"de", "scheibenwischerwasser"}, {"fr", "éblouissements"}, {"es", "deshilachado"},
        {"it", "ghiacciaiolo"},      {"pl", "przeszczepiony"},        {"fi", "kuunsäteellä"},   {"hu", "nyolcszögletű"},
        {"tr", "gözlükçülük"},       {"cs", "nejpřívětivější"},       {"ru", "выкорчёвывание"}, {"uk", "підвіконня"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        for (size_t k = 0; k < sizeof CODES / sizeof *CODES; k++)
            if (strcmp(CODES[k], CASES[i].code) != 0 &&
                cost_of(CODES[k], CASES[i].word) <= cost_of(CASES[i].code, CASES[i].word))
                fail_msg("%s costs no more as %s", CASES[i].word, CODES[k]);
}

/* Languages that are spelled alike share a table, and a variant has its language's. */
static void test_kin(void **state) {
    (void)state;
    static const char *const PAIRS[][2] = {{"hr", "bs"}, {"hr", "sr"}, {"id", "ms"}, {"en", "en-x-porter"}};
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        assert_int_equal(sm_spelling_tables[sm_language_bit(sm_language_find(PAIRS[i][0]))],
                         sm_spelling_tables[sm_language_bit(sm_language_find(PAIRS[i][1]))]);
    assert_int_not_equal(sm_spelling_tables[sm_language_bit(sm_language_find("hr"))],
                         sm_spelling_tables[sm_language_bit(sm_language_find("sl"))]);
    assert_true(cost_of("sr", "ћутљивост") < cost_of("ru", "ћутљивост"));
}

/* A place for each character and one for the end, all within the table. */
static void test_slots(void **state) {
    (void)state;
    static const char *const WORDS[] = {"", "a", "häuser", "\xF0\x9F\x98\x80", "\xC3", "a\xFF\x80z"};
    uint16_t slots[SM_WORD_MAX + 1];
    char longest[SM_WORD_MAX];
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        size_t n = sm_spelling_slots(WORDS[i], strlen(WORDS[i]), slots);
        assert_int_equal(n, sm_utf8_count(WORDS[i], strlen(WORDS[i])) + 1);
        for (size_t k = 0; k < n; k++)
            assert_in_range(slots[k], 0, (1 << SM_SPELLING_BITS) - 1);
    }
    memset(longest, 'q', sizeof longest);
    assert_int_equal(sm_spelling_slots(longest, sizeof longest, slots), SM_WORD_MAX + 1);
    assert_true(sm_spelling_cost(0, slots, SM_WORD_MAX + 1) > SM_SPELLING_COSTLY * SM_WORD_MAX / 2);
    assert_int_equal(sm_spelling_cost(0, slots, 0), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_own_language_is_cheapest),
        cmocka_unit_test(test_kin),
        cmocka_unit_test(test_slots),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
