#include "text/lexicon.h"

#include "text/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Folds as text of that language is folded, then looks it up. */
static bool has(const char *code, sm_list list, const char *word) {
    const sm_language *language = sm_language_find(code);
    char folded[SM_WORD_MAX];
    size_t n = sm_fold(word, strlen(word), (language->traits & SM_DOTLESS_I) != 0, folded);
    return sm_lexicon_has(language, list, folded, n);
}

static void test_commonest_words(void **state) {
    (void)state;
    static const struct {
        const char *code;
        const char *words[5];
    } CASES[] = {
        {"en", {"the", "of", "and", "It", "is"}},
        {"en-x-porter", {"the", "of", "and", "It", "is"}},
        {"ar", {"في", "من", "على", "إلى", "هذا"}},
        {"hy", {"և", "է", "որ", "այս", "նա"}},
        {"eu", {"eta", "da", "ez", "bat", "baina"}},
        {"ca", {"el", "la", "de", "i", "que"}},
        {"da", {"og", "det", "er", "ikke", "af"}},
        {"nl", {"de", "het", "een", "van", "niet"}},
        {"fi", {"ja", "on", "ei", "että", "se"}},
        {"fr", {"le", "la", "et", "les", "est"}},
        {"de", {"der", "die", "und", "ist", "nicht"}},
        {"el", {"και", "το", "να", "του", "είναι"}},
        {"hi", {"के", "में", "है", "की", "और"}},
        {"hu", {"a", "az", "és", "hogy", "nem"}},
        {"id", {"yang", "dan", "di", "ini", "dengan"}},
        {"ga", {"an", "agus", "na", "ar", "sé"}},
        {"it", {"il", "di", "che", "e", "non"}},
        {"lt", {"ir", "yra", "kad", "tai", "į"}},
        {"ne", {"र", "छ", "यो", "पनि", "को"}},
        {"no", {"og", "det", "er", "ikke", "av"}},
        {"pt", {"o", "de", "que", "não", "uma"}},
        {"ro", {"și", "de", "în", "nu", "este"}},
        {"ru", {"и", "в", "не", "на", "что"}},
        {"sr", {"je", "i", "da", "se", "na"}},
        {"es", {"el", "de", "que", "y", "los"}},
        {"sv", {"och", "det", "är", "inte", "av"}},
        {"ta", {"ஒரு", "இந்த", "என்று", "மற்றும்", "அந்த"}},
        {"tr", {"ve", "bir", "bu", "için", "ile"}},
        {"be", {"і", "не", "на", "што", "гэта"}},
        {"bg", {"и", "на", "не", "да", "се"}},
        {"bs", {"i", "je", "u", "da", "se"}},
        {"cs", {"a", "je", "se", "na", "že"}},
        {"et", {"ja", "on", "ei", "see", "et"}},
        {"hr", {"i", "je", "u", "da", "što"}},
        {"lv", {"un", "ir", "ar", "no", "ka"}},
        {"mk", {"и", "на", "да", "се", "во"}},
        {"pl", {"i", "w", "nie", "się", "na"}},
        {"sk", {"a", "je", "sa", "na", "že"}},
        {"sl", {"in", "je", "da", "se", "na"}},
        {"uk", {"і", "не", "на", "що", "та"}},
        {"yi", {"און", "די", "איז", "אַז", "ניט"}},
    };
    size_t n_cases = sizeof CASES / sizeof *CASES, missing = 0;
    for (size_t i = 0; i < n_cases; i++)
        for (size_t k = 0; k < 5; k++)
            if (!has(CASES[i].code, SM_LIST_STOPWORDS, CASES[i].words[k])) {
                print_error("%s lacks %s\n", CASES[i].code, CASES[i].words[k]);
                missing++;
            }
    assert_int_equal(missing, 0);
}

static void test_every_language_has_stop_words(void **state) {
    (void)state;
    size_t count[SM_LANGUAGES_MAX] = {0};
    for (uint32_t slot = 0; slot <= sm_lexicon_mask; slot++)
        for (unsigned bit = 0; sm_lexicon_slots[slot] != 0 && bit < SM_LANGUAGES_MAX; bit++)
            count[bit] += sm_lexeme_languages(&sm_lexicon[sm_lexicon_slots[slot] - 1], SM_LIST_STOPWORDS) >> bit & 1;
    for (unsigned bit = 0; bit < SM_LANGUAGES_MAX; bit++) {
        const sm_language *language = sm_language_at(bit);
        if (language == NULL ? count[bit] != 0 : count[bit] <= 40)
            fail_msg("%s has %zu", language == NULL ? "no language" : language->item.name, count[bit]);
    }
}

static void test_a_variant_has_the_words_of_its_language(void **state) {
    (void)state;
    unsigned en = sm_language_bit(sm_language_find("en")), porter = sm_language_bit(sm_language_find("porter"));
    for (uint32_t slot = 0; slot <= sm_lexicon_mask; slot++)
        for (int list = 0; sm_lexicon_slots[slot] != 0 && list < SM_LISTS; list++) {
            uint64_t set = sm_lexeme_languages(&sm_lexicon[sm_lexicon_slots[slot] - 1], (sm_list)list);
            assert_int_equal(set >> en & 1, set >> porter & 1);
        }
}

/* Every lexeme is found by its own text, is in some list, and stands as folded as words are looked up. */
static void test_every_lexeme_is_found(void **state) {
    (void)state;
    size_t n_free = 0;
    for (uint32_t slot = 0; slot <= sm_lexicon_mask; slot++) {
        if (sm_lexicon_slots[slot] == 0) {
            n_free++;
            continue;
        }
        const sm_lexeme *l = &sm_lexicon[sm_lexicon_slots[slot] - 1];
        const char *text = sm_lexicon_text + l->text;
        char folded[SM_WORD_MAX];
        assert_in_range(l->n, 1, SM_WORD_MAX);
        assert_ptr_equal(sm_lexicon_find(text, l->n), l);
        uint64_t all = 0;
        for (int list = 0; list < SM_LISTS; list++)
            all |= sm_lexeme_languages(l, (sm_list)list);
        assert_true(all != 0);
        assert_int_equal(sm_fold(text, l->n, false, folded), l->n);
        assert_memory_equal(folded, text, l->n);
    }
    assert_true(n_free >= sm_lexicon_mask / 4);
}

static void test_words_that_are_not_there(void **state) {
    (void)state;
    static const char *const WORDS[] = {"", "lighthouse", "The", "thx", "the!", "the ", "\xFF\xFE", "xyzzy"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        assert_null(sm_lexicon_find(WORDS[i], strlen(WORDS[i])));
    assert_null(sm_lexicon_find("the\0the", 7));
}

static void test_lists_of_one_language_do_not_serve_another(void **state) {
    (void)state;
    assert_false(has("de", SM_LIST_STOPWORDS, "the"));
    assert_false(has("en", SM_LIST_STOPWORDS, "und"));
    assert_true(has("en", SM_LIST_TITLES, "Mr"));
    assert_false(has("en", SM_LIST_TITLES, "the"));
    assert_false(sm_lexicon_has(&sm_language_unknown, SM_LIST_STOPWORDS, "the", 3));
}

static void test_abbreviations_and_titles(void **state) {
    (void)state;
    static const struct {
        const char *code;
        sm_list list;
        const char *word;
    } CASES[] = {
        {"en", SM_LIST_TITLES, "Dr"},         {"en", SM_LIST_TITLES, "Prof"},
        {"en", SM_LIST_ABBREVIATIONS, "etc"}, {"en", SM_LIST_ABBREVIATIONS, "Inc"},
        {"de", SM_LIST_TITLES, "Dr"},         {"de", SM_LIST_ABBREVIATIONS, "usw"},
        {"fr", SM_LIST_TITLES, "M"},          {"fr", SM_LIST_ABBREVIATIONS, "etc"},
        {"es", SM_LIST_TITLES, "Sr"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (!has(CASES[i].code, CASES[i].list, CASES[i].word))
            fail_msg("%s lacks %s", CASES[i].code, CASES[i].word);
}

/* Bonus and stigma words: eight languages have both, the others neither; none is both in one language. */
static void test_cue_words(void **state) {
    (void)state;
    static const char *const CODES[] = {"de", "en", "en-x-porter", "es", "fr", "it", "nl", "pt", "ru"};
    size_t bonus[SM_LANGUAGES_MAX] = {0}, stigma[SM_LANGUAGES_MAX] = {0}, n_with = 0;
    for (uint32_t slot = 0; slot <= sm_lexicon_mask; slot++) {
        if (sm_lexicon_slots[slot] == 0)
            continue;
        const sm_lexeme *l = &sm_lexicon[sm_lexicon_slots[slot] - 1];
        uint64_t with_bonus = sm_lexeme_languages(l, SM_LIST_BONUS),
                 with_stigma = sm_lexeme_languages(l, SM_LIST_STIGMA);
        assert_true((with_bonus & with_stigma) == 0);
        for (unsigned bit = 0; bit < SM_LANGUAGES_MAX; bit++) {
            bonus[bit] += with_bonus >> bit & 1;
            stigma[bit] += with_stigma >> bit & 1;
        }
    }
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++) {
        unsigned bit = sm_language_bit(sm_language_find(CODES[i]));
        assert_in_range(bonus[bit], 20, 100);
        assert_in_range(stigma[bit], 20, 60);
    }
    for (unsigned bit = 0; bit < SM_LANGUAGES_MAX; bit++)
        n_with += bonus[bit] > 0 || stigma[bit] > 0;
    assert_int_equal(n_with, sizeof CODES / sizeof *CODES);
    assert_true(has("en", SM_LIST_BONUS, "Significant") && has("de", SM_LIST_STIGMA, "unm\xC3\xB6glich"));
    assert_false(has("en", SM_LIST_BONUS, "hardly") || has("fr", SM_LIST_STIGMA, "hardly"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commonest_words),
        cmocka_unit_test(test_every_language_has_stop_words),
        cmocka_unit_test(test_a_variant_has_the_words_of_its_language),
        cmocka_unit_test(test_every_lexeme_is_found),
        cmocka_unit_test(test_words_that_are_not_there),
        cmocka_unit_test(test_lists_of_one_language_do_not_serve_another),
        cmocka_unit_test(test_abbreviations_and_titles),
        cmocka_unit_test(test_cue_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
