#include "text/stem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum {
    STEM_MAX = 128
};

static void stem(sm_stemmer *stemmer, const char *word, char out[STEM_MAX]) {
    size_t n = 0;
    const char *result = sm_stem(stemmer, word, strlen(word), &n);
    assert_non_null(result);
    assert_in_range(n, 1, STEM_MAX - 1);
    memcpy(out, result, n);
    out[n] = '\0';
}

static sm_stemmer stemmer_of(const char *code) {
    sm_stemmer stemmer;
    assert_int_equal(sm_stemmer_init(&stemmer, sm_language_find(code)), SUMM_OK);
    return stemmer;
}

static void test_english(void **state) {
    (void)state;
    static const char *const CASES[][2] = {
        {"running", "run"},
        {"run", "run"},
        {"ponies", "poni"},
        {"lighthouses", "lighthous"},
        {"generously", "generous"},
        {"national", "nation"},
        {"hopping", "hop"},
        {"sky", "sky"},
        {"a", "a"},
        {"2024", "2024"},
    };
    sm_stemmer stemmer = stemmer_of("en");
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char out[STEM_MAX];
        stem(&stemmer, CASES[i][0], out);
        assert_string_equal(out, CASES[i][1]);
    }
    sm_stemmer_free(&stemmer);
}

/* Two forms of one word have one stem. */
static const struct {
    const char *code, *one, *other;
} FORMS[] = {
    {"en", "sentence", "sentences"},
    {"en-x-porter", "connection", "connected"},
    {"ar", "كتاب", "الكتاب"},
    {"hy", "քաղաք", "քաղաքներ"},
    {"eu", "etxe", "etxeak"},
    {"ca", "gat", "gats"},
    {"da", "hus", "huset"},
    {"nl", "boek", "boeken"},
    {"fi", "talo", "talossa"},
    {"fr", "maison", "maisons"},
    {"de", "kind", "kinder"},
    {"el", "σπιτι", "σπιτια"},
    {"hi", "लड़का", "लड़के"},
    {"hu", "ház", "házban"},
    {"id", "ajar", "mengajar"},
    {"ga", "bád", "bhád"},
    {"it", "libro", "libri"},
    {"lt", "namas", "namai"},
    {"ne", "घर", "घरमा"},
    {"no", "båt", "båten"},
    {"pt", "livro", "livros"},
    {"ro", "lup", "lupi"},
    {"ru", "книга", "книги"},
    {"sr", "kuća", "kuće"},
    {"es", "libro", "libros"},
    {"sv", "bil", "bilar"},
    {"ta", "வீடு", "வீடுகள்"},
    {"tr", "kitap", "kitaplar"},
    {"yi", "קינד", "קינדער"},
    {"af", "boek", "boeke"},
    {"be", "мова", "мовамі"},
    {"bg", "книга", "книгите"},
    {"bs", "zakon", "zakonima"},
    {"cs", "soubor", "souborech"},
    {"eo", "libro", "librojn"},
    {"et", "linnad", "linnas"},
    {"gl", "cidade", "cidades"},
    {"hr", "zakon", "zakonima"},
    {"kk", "қала", "қалалар"},
    {"ko", "정부", "정부에서"},
    {"lv", "grāmata", "grāmatām"},
    {"pl", "prawo", "prawami"},
    {"sk", "zákon", "zákonoch"},
    {"sl", "zakon", "zakonov"},
    {"uk", "мова", "мовами"},
};

static void test_forms_of_one_word_in_each_language(void **state) {
    (void)state;
    size_t apart = 0;
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        char one[STEM_MAX], other[STEM_MAX];
        sm_stemmer stemmer = stemmer_of(FORMS[i].code);
        stem(&stemmer, FORMS[i].one, one);
        stem(&stemmer, FORMS[i].other, other);
        sm_stemmer_free(&stemmer);
        if (strcmp(one, other) != 0) {
            print_error("%s: %s is %s, %s is %s\n", FORMS[i].code, FORMS[i].one, one, FORMS[i].other, other);
            apart++;
        }
    }
    assert_int_equal(apart, 0);
}

static bool is_tested(const char *code) {
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        if (strcmp(FORMS[i].code, code) == 0)
            return true;
    return false;
}

/* Of a language without a stemmer words stay as they are; the others have a row above. */
static void test_every_language(void **state) {
    (void)state;
    for (size_t row = 0; sm_language_at(row) != NULL; row++) {
        const sm_language *language = sm_language_at(row);
        sm_stemmer stemmer = stemmer_of(language->item.name);
        char out[STEM_MAX];
        stem(&stemmer, "unbelievablenesses", out);
        sm_stemmer_free(&stemmer);
        assert_int_equal(is_tested(language->item.name), language->stemmer[0] != '\0');
        if (language->stemmer[0] == '\0')
            assert_string_equal(out, "unbelievablenesses");
    }
}

static void test_unknown_language(void **state) {
    (void)state;
    sm_stemmer stemmer;
    char out[STEM_MAX];
    assert_int_equal(sm_stemmer_init(&stemmer, &sm_language_unknown), SUMM_OK);
    stem(&stemmer, "lighthouses", out);
    assert_string_equal(out, "lighthouses");
    sm_stemmer_free(&stemmer);
}

static void test_word_need_not_end_with_nul(void **state) {
    (void)state;
    sm_stemmer stemmer = stemmer_of("en");
    size_t n = 0;
    assert_memory_equal(sm_stem(&stemmer, "runningmate", 7, &n), "run", 3);
    assert_int_equal(n, 3);
    sm_stemmer_free(&stemmer);
}

static void test_library_is_named(void **state) {
    (void)state;
    assert_true(strncmp(sm_stem_library, "libstemmer", 10) == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_english),
        cmocka_unit_test(test_forms_of_one_word_in_each_language),
        cmocka_unit_test(test_every_language),
        cmocka_unit_test(test_unknown_language),
        cmocka_unit_test(test_word_need_not_end_with_nul),
        cmocka_unit_test(test_library_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
