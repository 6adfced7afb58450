#include "text/language.h"

#include <ctype.h>
#include <libstemmer.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include <cmocka.h>

enum {
    NAME_MAX_BYTES = 80
};

/* ASCII letters alone, as no alias needs more. */
static void in_capitals(const char *name, char out[NAME_MAX_BYTES]) {
    size_t n = strlen(name);
    assert_true(n < NAME_MAX_BYTES);
    for (size_t i = 0; i <= n; i++)
        out[i] = (char)(name[i] >= 'a' && name[i] <= 'z' ? name[i] - 32 : name[i]);
}

static void assert_found(const char *name, const sm_language *language) {
    char capitals[NAME_MAX_BYTES];
    in_capitals(name, capitals);
    if (sm_language_find(name) != language || sm_language_find(capitals) != language)
        fail_msg("%s does not find %s", name, language->item.name);
}

static void test_every_row_is_found_by_all_its_names(void **state) {
    (void)state;
    for (size_t row = 0; sm_language_at(row) != NULL; row++) {
        const sm_language *language = sm_language_at(row);
        assert_found(language->item.name, language);
        assert_found(language->item.help, language);
        for (const char *at = language->aliases; *at != '\0'; at += *at == ' ') {
            char alias[NAME_MAX_BYTES] = "";
            size_t n = strcspn(at, " ");
            assert_in_range(n, 1, NAME_MAX_BYTES - 1);
            memcpy(alias, at, n);
            assert_found(alias, language);
            at += n;
        }
    }
}

static void test_rows(void **state) {
    (void)state;
    size_t n = 0;
    assert_string_equal(sm_language_at(0)->item.name, "en");
    for (; sm_language_at(n) != NULL; n++) {
        assert_int_equal(sm_language_bit(sm_language_at(n)), n);
        assert_true(isupper((unsigned char)sm_language_at(n)->item.help[0]));
    }
    assert_in_range(n, 28, SM_LANGUAGES_MAX);
    assert_null(sm_language_at(n + 1));
    assert_null(sm_language_at((size_t)-1));
}

static void test_tags_and_names(void **state) {
    (void)state;
    static const struct {
        const char *name, *code; /* NULL: none */
    } CASES[] = {
        {"en", "en"},
        {"EN", "en"},
        {"en-US", "en"},
        {"en_GB", "en"},
        {"en-Latn-US-x-any", "en"},
        {"pt-BR", "pt"},
        {"PT_br", "pt"},
        {"nb", "no"},
        {"nn-NO", "no"},
        {"deu", "de"},
        {"ger", "de"},
        {"German", "de"},
        {"gErMaN", "de"},
        {"sr-Latn-RS", "sr"},
        {"en-x-porter", "en-x-porter"},
        {"EN-X-PORTER", "en-x-porter"},
        {"en-x-other", "en"},
        {"porter", "en-x-porter"},
        {"", NULL},
        {"-", NULL},
        {"-en", NULL},
        {" en", NULL},
        {"e", NULL},
        {"eng lish", NULL},
        {"english german", NULL},
        {"eus baq", NULL},
        {"zz", NULL},
        {"zz-en", NULL},
        {"xx-YY-ZZ", NULL},
        {"englisch", NULL},
        {"\xFF", NULL},
        {"en\xC3\xA9", NULL},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const sm_language *found = sm_language_find(CASES[i].name);
        if (CASES[i].code == NULL ? found != NULL : found == NULL || strcmp(found->item.name, CASES[i].code) != 0)
            fail_msg("%s finds %s", CASES[i].name, found == NULL ? "nothing" : found->item.name);
    }
}

static void test_unknown(void **state) {
    (void)state;
    assert_string_equal(sm_language_unknown.item.name, "und");
    assert_string_equal(sm_language_unknown.stemmer, "");
    assert_int_equal(sm_language_unknown.traits, SM_PLAIN_SPELLING);
    assert_int_equal(sm_language_bit(&sm_language_unknown), SM_LANGUAGES_MAX);
}

static bool is_stemmer_of_a_row(const char *stemmer) {
    for (size_t row = 0; sm_language_at(row) != NULL; row++)
        if (strcmp(sm_language_at(row)->stemmer, stemmer) == 0)
            return true;
    return false;
}

static void test_every_stemmer_is_reached(void **state) {
    (void)state;
    for (const char **stemmer = sb_stemmer_list(); *stemmer != NULL; stemmer++)
        if (!is_stemmer_of_a_row(*stemmer))
            fail_msg("no language has the stemmer %s", *stemmer);
}

static void test_traits(void **state) {
    (void)state;
    static const struct {
        const char *code;
        unsigned traits;
    } CASES[] = {
        {"en", SM_ENGLISH_ENDINGS},
        {"en-x-porter", SM_ENGLISH_ENDINGS | SM_VARIANT},
        {"fr", SM_ELISION},
        {"it", SM_ELISION},
        {"ca", SM_ELISION},
        {"de", SM_ORDINAL_POINT | SM_CAPITAL_NOUNS},
        {"tr", SM_DOTLESS_I | SM_ORDINAL_POINT | SM_LONG_ENDINGS},
        {"el", SM_GREEK_QUESTION_MARK},
        {"ru", SM_PLAIN_SPELLING},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_int_equal(sm_language_find(CASES[i].code)->traits, CASES[i].traits);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row_is_found_by_all_its_names),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_tags_and_names),
        cmocka_unit_test(test_unknown),
        cmocka_unit_test(test_every_stemmer_is_reached),
        cmocka_unit_test(test_traits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
