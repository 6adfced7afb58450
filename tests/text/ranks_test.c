#include "text/ranks.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static uint32_t rank_of(const char *code, const char *word) {
    return sm_rank_find(sm_language_bit(sm_language_find(code)), sm_rank_hash(word, strlen(word)));
}

static void test_common_words_have_low_ranks(void **state) {
    (void)state;
    static const struct {
        const char *code, *word;
        uint32_t most;
    } CASES[] = {
        {"en", "the", 1},  {"en", "of", 20},  {"en", "and", 20},         {"en", "people", 300},
        {"de", "der", 20}, {"de", "und", 20}, {"fr", "de", 10},          {"fr", "les", 30},
        {"es", "que", 20}, {"ru", "не", 20},  {"en-x-porter", "the", 1}, {"el", "και", 20},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (rank_of(CASES[i].code, CASES[i].word) == 0 || rank_of(CASES[i].code, CASES[i].word) > CASES[i].most)
            fail_msg("%s %s: %u", CASES[i].code, CASES[i].word, rank_of(CASES[i].code, CASES[i].word));
    assert_true(rank_of("en", "the") < rank_of("en", "people"));
    assert_true(rank_of("de", "und") < rank_of("de", "menschen"));
}

/* Words as they are written rank as their folded forms do. */
static void test_written_words(void **state) {
    (void)state;
    static const struct {
        const char *code, *written, *folded;
    } CASES[] = {
        {"en", "The", "the"},   {"en", "PEOPLE", "people"}, {"ru", "НЕ", "не"},
        {"tr", "İÇİN", "için"}, {"tr", "KADIN", "kadın"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        uint32_t rank = sm_rank_of(sm_language_find(CASES[i].code), CASES[i].written, strlen(CASES[i].written));
        assert_int_not_equal(rank, 0);
        assert_int_equal(rank, rank_of(CASES[i].code, CASES[i].folded));
    }
    assert_int_equal(sm_rank_of(&sm_language_unknown, "the", 3), 0);
}

static void test_words_that_are_in_no_list(void **state) {
    (void)state;
    static const char *const WORDS[] = {"", "xyzzyqq", "The", "the ", "lighthousekeeperette"};
    for (size_t row = 0; sm_language_at(row) != NULL; row++)
        for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
            assert_int_equal(rank_of(sm_language_at(row)->item.name, WORDS[i]), 0);
}

static void test_ranks_are_within_their_count(void **state) {
    (void)state;
    test_random r = {24};
    for (unsigned bit = 0; sm_language_at(bit) != NULL; bit++) {
        size_t found = 0;
        for (int i = 0; i < 20000; i++) {
            uint32_t rank = sm_rank_find(bit, test_random_next(&r));
            assert_in_range(rank, 0, sm_rank_count(bit));
            found += rank > 0;
        }
        /* a word is taken for another once in many thousands */
        assert_in_range(found, 0, 20);
    }
}

/* The slots of one language hold each rank from 1 to some last one, but for words that look like one before. */
static void test_every_table_holds_its_ranks(void **state) {
    (void)state;
    size_t n_lists = 0;
    for (unsigned bit = 0; sm_language_at(bit) != NULL; bit++) {
        const sm_rank_table *table = &sm_rank_tables[bit];
        uint32_t n = sm_rank_count(bit), n_free = 0, n_low = 0;
        bool seen[1 << SM_RANK_BITS] = {false};
        if (n == 0)
            continue;
        n_lists++;
        for (uint32_t i = 0; i <= table->mask; i++) {
            uint32_t slot = sm_rank_slots[table->begin + i], rank = slot & ((1u << SM_RANK_BITS) - 1);
            n_free += slot == 0;
            if (slot != 0)
                assert_in_range(rank, 1, n);
            seen[rank] = true;
        }
        for (uint32_t rank = 1; rank <= 100; rank++)
            n_low += seen[rank];
        assert_in_range(n, 100, (1 << SM_RANK_BITS) - 1);
        assert_in_range(n_low, 99, 100);
        assert_true(n_free > 0);
    }
    assert_true(n_lists >= 10);
}

static void test_letters_of_languages(void **state) {
    (void)state;
    static const struct {
        uint32_t letter;
        const char *with, *without;
    } CASES[] = {
        {'a', "en", "ru"}, {0xF6, "de", "it"}, {0x44F, "ru", "en"}, {0x3B1, "el", "ru"}, {0x627, "ar", "en"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        uint64_t set = sm_letter_languages[CASES[i].letter];
        unsigned with = sm_language_bit(sm_language_find(CASES[i].with));
        unsigned without = sm_language_bit(sm_language_find(CASES[i].without));
        if ((set >> with & 1) == 0 || (set >> without & 1) != 0)
            fail_msg("U+%04X: not in %s, or in %s", (unsigned)CASES[i].letter, CASES[i].with, CASES[i].without);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_common_words_have_low_ranks),  cmocka_unit_test(test_words_that_are_in_no_list),
        cmocka_unit_test(test_ranks_are_within_their_count), cmocka_unit_test(test_every_table_holds_its_ranks),
        cmocka_unit_test(test_letters_of_languages),         cmocka_unit_test(test_written_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
