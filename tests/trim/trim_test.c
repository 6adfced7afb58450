/* What is left out of sentences, and what is not. */
#include "trim/trim.h"

#include "base/utf8.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* Trims a text in a block of its own size; what remains, which the caller frees. */
static char *trim(const char *language, const char *text, size_t n, sm_trimmed *trimmed) {
    char *copy = malloc(n), *out = malloc(n + 1);
    assert_non_null(copy);
    assert_non_null(out);
    memcpy(copy, text, n);
    *trimmed = sm_trim(copy, 0, n, sm_language_find(language));
    out[sm_trim_join(copy, trimmed, out)] = '\0';
    free(copy);
    return out;
}

typedef struct trim_case {
    const char *text, *trimmed; /* NULL: as it is */
} trim_case;

static void check_cases(const char *language, const trim_case *cases, size_t n) {
    for (size_t i = 0; i < n; i++) {
        sm_trimmed trimmed;
        const char *expected = cases[i].trimmed != NULL ? cases[i].trimmed : cases[i].text;
        char *got = trim(language, cases[i].text, strlen(cases[i].text), &trimmed);
        bool same = strcmp(got, expected) == 0;
        if (!same)
            print_error("\"%s\"\nbecame   \"%s\"\nexpected \"%s\"\n", cases[i].text, got, expected);
        free(got);
        assert_true(same);
        assert_int_equal(sm_trimmed_is_cut(&trimmed, 0, strlen(cases[i].text)), cases[i].trimmed != NULL);
    }
}

static void test_connectives(void **state) {
    (void)state;
    static const trim_case CASES[] = {
        {"However, the ferry left the island before noon.", "The ferry left the island before noon."},
        {"But the ferry left the island before noon.", "The ferry left the island before noon."},
        {"And the ferry left the island before noon.", "The ferry left the island before noon."},
        {"Yet the ferry left the island before noon.", "The ferry left the island before noon."},
        {"On the other hand, salt is cheap on the islands.", "Salt is cheap on the islands."},
        {"In addition, salt is cheap on the islands.", "Salt is cheap on the islands."},
        {"For example, salt is cheap on the islands.", "Salt is cheap on the islands."},
        {"As a result, 40 houses had no light for days.", "40 houses had no light for days."},
        {"But, in fact, the keeper slept the whole night.", "The keeper slept the whole night."},
        {"Meanwhile, Anna Bell counted the boats in the harbour.", "Anna Bell counted the boats in the harbour."},
        {"But\nthe ferry left the island before noon.", "The ferry left the island before noon."},
        {"but the ferry left the island before noon.", "the ferry left the island before noon."},
        {"But iPhones do not work on the island at all.", "iPhones do not work on the island at all."},
        {"But nobody was ever seen on the old bridge.", "Nobody was ever seen on the old bridge."},
        /* another meaning, or none without it */
        {"But for the storm the ferry would have left.", NULL},
        {"Yet another ferry left the island before noon.", NULL},
        {"But not before noon did the ferry leave the island.", NULL},
        {"However hard they tried, the lamp stayed dark.", NULL},
        {"However, she said, the lamp had been dark for weeks.", NULL},
        {"Also, said the keeper, the lamp had been dark for weeks.", NULL},
        {"Andrew counted the boats in the harbour at dusk.", NULL},
        {"So far nobody has counted the boats in the harbour.", NULL},
        {"Still waters run deep beneath the old stone bridge.", NULL},
        {"But \"the old stone bridge\" is only ten years old.", NULL},
        {"Indeed, it was dark.", NULL},
        {"But it was very dark.", NULL},
        {"However,", NULL},
        {"But", NULL},
    };
    check_cases("en", CASES, COUNT_OF(CASES));
}

static void test_datelines(void **state) {
    (void)state;
    static const trim_case CASES[] = {
        {"LONDON (Reuters) - The bridge was closed to lorries on Monday.",
         "The bridge was closed to lorries on Monday."},
        {"PARIS, March 3 (AP) \xE2\x80\x94 The bridge was closed to lorries.", "The bridge was closed to lorries."},
        {"NEW YORK - The bridge was closed to lorries on Monday.", "The bridge was closed to lorries on Monday."},
        {"LEEDS, England -- The bridge was closed to lorries.", "The bridge was closed to lorries."},
        {"(CNN) -- The bridge was closed to lorries on Monday.", "The bridge was closed to lorries on Monday."},
        {"(CNN)The bridge was closed to lorries on Monday.", "The bridge was closed to lorries on Monday."},
        {"Hong Kong (CNN) The bridge was closed to lorries.", "The bridge was closed to lorries."},
        {"Rio de Janeiro, Brazil (CNN) -- The bridge was closed to lorries.", "The bridge was closed to lorries."},
        {"BERLIN (dpa) \xE2\x80\x93 But the bridge was closed to all lorries.",
         "The bridge was closed to all lorries."},
        {"( cnn ) - the bridge was closed to lorries on monday .", "the bridge was closed to lorries on monday ."},
        /* an aside or a name */
        {"NASA - The American agency - has closed its bridge to lorries.", NULL},
        {"BRIDGES - the old ones above all - were closed to lorries.", NULL},
        {"IBM - The company has closed its bridge to lorries.", NULL},
        {"London - The bridge was closed to lorries on Monday.", NULL},
        {"London (The Post) - The bridge was closed to lorries on Monday.",
         "London - The bridge was closed to lorries on Monday."},
        {"Lorries cross the bridge - The old one - at their own risk.", NULL},
        {"(Reuters", NULL},
        {"(AP)", NULL},
        {"NEW YORK - ", NULL},
    };
    check_cases("en", CASES, COUNT_OF(CASES));
}

static void test_attributions(void **state) {
    (void)state;
    static const trim_case CASES[] = {
        {"The bridge was closed to lorries in spring, he said.", "The bridge was closed to lorries in spring."},
        {"The bridge was closed to lorries in spring, said Mr Bell.", "The bridge was closed to lorries in spring."},
        {"The bridge was closed to lorries in spring, Anna Bell has said.",
         "The bridge was closed to lorries in spring."},
        {"The bridge was closed to lorries in spring, according to the report.",
         "The bridge was closed to lorries in spring."},
        {"The bridge was closed to lorries in spring, officials said on Tuesday.",
         "The bridge was closed to lorries in spring."},
        {"The bridge was closed to lorries, the city's chief executive told reporters on Tuesday.", NULL},
        {"The old bridge at the mill was closed to lorries, the company's chief executive told reporters.",
         "The old bridge at the mill was closed to lorries."},
        {"The bridge was closed to lorries in spring, she said in a statement.",
         "The bridge was closed to lorries in spring."},
        {"The bridge was closed to lorries in spring , he said .", "The bridge was closed to lorries in spring."},
        {"The bridge was closed to lorries in spring, he said", "The bridge was closed to lorries in spring"},
        {"The bridge was not closed to any lorries, he said.", "The bridge was not closed to any lorries."},
        {"When the bridge was closed, nobody told the drivers, he said.",
         "When the bridge was closed, nobody told the drivers."},
        {"The masons called the old bridge \"a disgrace\", he said.",
         "The masons called the old bridge \"a disgrace\"."},
        {"The masons called the old bridge \"a disgrace,\" he said.",
         "The masons called the old bridge \"a disgrace\"."},
        {"The masons called it \xE2\x80\x9C"
         "a disgrace to the town,\xE2\x80\x9D said Ms Bell.",
         "The masons called it \xE2\x80\x9C"
         "a disgrace to the town\xE2\x80\x9D."},
        {"The bridge will be open again at 5 p.m., he said.", "The bridge will be open again at 5 p.m."},
        {"Lorries may not cross the bridge in the US, she said.", "Lorries may not cross the bridge in the US."},
        {"According to the ministry, the bridge was closed to lorries.", "The bridge was closed to lorries."},
        {"But according to the ministry, the bridge was closed to lorries.", "The bridge was closed to lorries."},
        /* quotations, the speaker's own words */
        {"\"The old bridge was closed to lorries in spring,\" he said.", NULL},
        {"\"The bridge was closed in spring, he said.", NULL},
        {"I have closed the bridge to lorries and cars, he said.", NULL},
        {"We\xE2\x80\x99re closing the bridge to lorries and cars, he said.", NULL},
        {"The town has closed our bridge to lorries and cars, he said.", NULL},
        /* no sentence without it */
        {"When the bridge was closed to lorries in the spring, he said.", NULL},
        {"Speaking on the old bridge at noon on Tuesday, he said.", NULL},
        {"The engineers who had looked at the bridge and, he said.", NULL},
        {"Nobody on the whole island was told, Adam Bell, his sister said.", NULL},
        {"The bridge was closed, he said.", NULL},
        {"He said.", NULL},
        {", he said.", NULL},
        /* no attribution, or one that leaves it open */
        {"The bridge was closed to lorries in spring, he claimed.", NULL},
        {"The bridge was closed to lorries in spring, he denied.", NULL},
        {"The bridge was closed to lorries in spring, which he said was wrong.", NULL},
        {"The bridge was closed to lorries, said changes were made too late.", NULL},
        {"The bridge was closed to lorries in spring, as he said.", NULL},
        {"The bridge was closed to lorries in spring, he said, and to cars.", NULL},
        {"The bridge was closed to lorries in spring, said Friday.", NULL},
        {"The bridge was closed to lorries in spring, he told.", NULL},
        {"The bridge was closed to lorries in spring, told the ministry.", NULL},
        {"Lorries pay at the bridge on the river, according to their size.", NULL},
        {"The bridge was closed to lorries, according to police - and to cars.", NULL},
        {"According to whether it rains, the bridge is closed to lorries.", NULL},
        {"According to Anna Bell, a mason, the bridge was closed to lorries.", NULL},
        {"According to police in Austin, Texas, the bridge was closed to lorries.", NULL},
        {"According to the ministry, the bridge is shut.", NULL},
        {"According to the ministry", NULL},
    };
    check_cases("en", CASES, COUNT_OF(CASES));
}

static void test_brackets(void **state) {
    (void)state;
    static const trim_case CASES[] = {
        {"The bridge (see Figure 2) was closed to all lorries.", "The bridge was closed to all lorries."},
        {"The bridge was closed to lorries by Adam Bell (pictured).", "The bridge was closed to lorries by Adam Bell."},
        {"The bridge was closed to all lorries\n(pictured) in the spring.",
         "The bridge was closed to all lorries in the spring."},
        {"The repair of the bridge cost 40m euros ($48m) in all.", "The repair of the bridge cost 40m euros in all."},
        {"The repair took 90 men (12 km) of rope and much else.", "The repair took 90 men of rope and much else."},
        {"The second vote on the bridge (54%) was clear enough.", "The second vote on the bridge was clear enough."},
        {"The bridge was closed to lorries in spring [12].", "The bridge was closed to lorries in spring."},
        {"The bridge was closed to lorries in spring.[12]", NULL},
        {"The bridge was closed to lorries[3, 4] in the spring.", "The bridge was closed to lorries in the spring."},
        {"The bridge was closed to lorries [citation needed] in spring.",
         "The bridge was closed to lorries in spring."},
        {"The bridge (built by masons) was closed to lorries (they are heavy) at last.",
         "The bridge was closed to lorries at last."},
        {"The bridge was closed (as planned long before) to lorries, he said.", "The bridge was closed to lorries."},
        {"The bridge (Pictured) was closed to lorries in spring.", "The bridge was closed to lorries in spring."},
        /* names, lists, formulas */
        {"The convolutional network of Bell (CNN) has closed the bridge.", NULL},
        {"The World Health Organization (WHO) has closed the bridge.", NULL},
        {"The WHO (World Health Organization) has closed the old bridge.", NULL},
        {"The internet registry of Greece (Segas) has closed the bridge.", NULL},
        {"The conditional random fields (crfs) were closed to lorries.", NULL},
        {"Masons may (a) close the bridge or (b) mend it.", NULL},
        {"Masons may (iii) close the bridge or (iv) mend it at once.", NULL},
        {"Call (020) 7946 0000 if the old bridge is closed again.", NULL},
        {"The bridge of f (x) was closed to all other lorries.", NULL},
        {"The bridge of the pair (s, emi) was closed to lorries.", NULL},
        {"The bridge of the pair (foo = bar) was closed to lorries.", NULL},
        {"Each lorry has a weight in the interval [0, 12] or so.", NULL},
        {"The lorries of Bell and Grey (2004) broke the old bridge.", NULL},
        {"The lamp(s) of the old stone bridge were lit at dusk.", NULL},
        {"The bridge is described in (Bell and Grey 2004) at length.", NULL},
        {"Teams: Bell (Leeds City), Grey (Hull Town), Hart (York United), Mills (Bath Rovers), Stone (Ely Town).",
         NULL},
        /* what restricts */
        {"Lorries (except those of the army) may not cross the bridge.", NULL},
        {"The mayor (allegedly a mason) has closed the old bridge.", NULL},
        {"All lorries (but not buses) have to stay off the bridge.", NULL},
        {"The bridge was closed without complaining (too much) about it.", NULL},
        /* quotations, and brackets that do not match */
        {"He called it \"the bridge (the old one) of the whole town\".", NULL},
        {"The bridge (see Figure 2 was closed to all lorries.", NULL},
        {"The bridge see Figure 2) was closed (as planned) to all lorries.", NULL},
        {"The bridge (see \"Figure 2\") was closed to all lorries.", NULL},
        {"The bridge ((see Figure 2)) was closed to all lorries.", NULL},
        {"The bridge (see Figure 2)was closed to all lorries again.", NULL},
        {"The bridge was closed (see Figure 2) The lorries went round.", NULL},
        {"(see Figure 2) The bridge was closed to all lorries.", NULL},
        {"The bridge () was closed to all lorries and [ ] cars.", NULL},
        {"The bridge (see the figure on page nine of the report) was closed.", NULL},
    };
    check_cases("en", CASES, COUNT_OF(CASES));
}

static void test_german(void **state) {
    (void)state;
    static const trim_case CASES[] = {
        {"Aber die Br\xC3\xBC"
         "cke bleibt f\xC3\xBCr Lastwagen gesperrt.",
         "Die Br\xC3\xBC"
         "cke bleibt f\xC3\xBCr Lastwagen gesperrt."},
        {"LEIPZIG (dpa) - Die Br\xC3\xBC"
         "cke bleibt bis zum Herbst gesperrt.",
         "Die Br\xC3\xBC"
         "cke bleibt bis zum Herbst gesperrt."},
        {"Die alte Br\xC3\xBC"
         "cke (siehe Bild) bleibt bis zum Herbst gesperrt.",
         "Die alte Br\xC3\xBC"
         "cke bleibt bis zum Herbst gesperrt."},
        {"Allerdings bleibt die Br\xC3\xBC"
         "cke bis zum Herbst gesperrt.",
         NULL},
        {"Die Br\xC3\xBC"
         "cke (au\xC3\x9F"
         "er f\xC3\xBCr Busse) bleibt bis zum Herbst gesperrt.",
         NULL},
        {"Und zwar bleibt sie bis zum Herbst gesperrt.", NULL},
    };
    check_cases("de", CASES, COUNT_OF(CASES));
}

static void test_french(void **state) {
    (void)state;
    static const trim_case CASES[] = {
        {"Mais \xC3\xA9viter le pont ne sert \xC3\xA0 rien cet \xC3\xA9t\xC3\xA9.",
         "\xC3\x89viter le pont ne sert \xC3\xA0 rien cet \xC3\xA9t\xC3\xA9."},
        {"Par ailleurs, le pont reste ferm\xC3\xA9 aux camions.", "Le pont reste ferm\xC3\xA9 aux camions."},
        {"Et d'ajouter que le pont reste ferm\xC3\xA9 aux camions.", NULL},
        {"Mais aussi le pont reste ferm\xC3\xA9 aux camions cet \xC3\xA9t\xC3\xA9.", NULL},
    };
    check_cases("fr", CASES, COUNT_OF(CASES));
}

static void test_other_languages(void **state) {
    (void)state;
    static const trim_case SPANISH[] = {
        {"Sin embargo, el puente sigue cerrado a los camiones.", "El puente sigue cerrado a los camiones."}};
    static const trim_case ITALIAN[] = {
        {"Inoltre, il ponte resta chiuso ai camion fino a maggio.", "Il ponte resta chiuso ai camion fino a maggio."}};
    static const trim_case PORTUGUESE[] = {{"No entanto, a ponte continua fechada aos caminh\xC3\xB5"
                                            "es.",
                                            "A ponte continua fechada aos caminh\xC3\xB5"
                                            "es."}};
    static const trim_case DUTCH[] = {
        {"Maar de brug blijft gesloten voor alle vrachtwagens.", "De brug blijft gesloten voor alle vrachtwagens."}};
    static const trim_case POLISH[] = {{"Stary most (zdj\xC4\x99"
                                        "cie obok) jest od wiosny zamkni\xC4\x99ty.",
                                        "Stary most jest od wiosny zamkni\xC4\x99ty."},
                                       {"However, most jest od wiosny zamkni\xC4\x99ty dla ci\xC4\x99\xC5\xBC"
                                        "ar\xC3\xB3wek.",
                                        NULL}};
    check_cases("es", SPANISH, COUNT_OF(SPANISH));
    check_cases("it", ITALIAN, COUNT_OF(ITALIAN));
    check_cases("pt", PORTUGUESE, COUNT_OF(PORTUGUESE));
    check_cases("nl", DUTCH, COUNT_OF(DUTCH));
    check_cases("pl", POLISH, COUNT_OF(POLISH));
}

/* Subtags of a language share its words; an unknown language has none. */
static void test_languages_without_words(void **state) {
    (void)state;
    static const char TEXT[] = "However, the ferry left the island before noon.";
    sm_trimmed trimmed = sm_trim(TEXT, 0, sizeof TEXT - 1, &sm_language_unknown);
    assert_false(sm_trimmed_is_cut(&trimmed, 0, sizeof TEXT - 1));
    trimmed = sm_trim(TEXT, 0, sizeof TEXT - 1, sm_language_find("en-x-porter"));
    assert_true(sm_trimmed_is_cut(&trimmed, 0, sizeof TEXT - 1));
}

static void test_pieces(void **state) {
    (void)state;
    static const char TEXT[] = "## But the bridge (see Figure 2) over the river was \"too old,\" he said. ##";
    static const char *const EXPECTED[] = {"the bridge", " over the river was \"too old", "\"", "."};
    sm_trimmed t = sm_trim(TEXT, 3, sizeof TEXT - 1 - 3, sm_language_find("en"));
    assert_int_equal(t.n, COUNT_OF(EXPECTED));
    assert_true(t.capital);
    for (size_t i = 0; i < t.n; i++) {
        assert_int_equal(t.pieces[i].end - t.pieces[i].begin, strlen(EXPECTED[i]));
        assert_memory_equal(TEXT + t.pieces[i].begin, EXPECTED[i], strlen(EXPECTED[i]));
    }
}

/* No byte of a sentence is read or shown that does not belong to it. */
static void test_within_the_sentence(void **state) {
    (void)state;
    static const char TEXT[] = "But the old bridge was closed to lorries, he said.";
    for (size_t end = 1; end < sizeof TEXT; end++) {
        sm_trimmed trimmed;
        free(trim("en", TEXT, end, &trimmed));
        assert_true(trimmed.n >= 1 && trimmed.pieces[trimmed.n - 1].end <= end);
    }
}

static bool is_border(const char *text, size_t n, size_t at) {
    size_t i = 0;
    while (i < at) {
        uint32_t code;
        i += sm_utf8_decode(text + i, n - i, &code);
    }
    return i == at;
}

static void check_pieces(const char *text, size_t n, const sm_trimmed *t) {
    size_t at = 0;
    assert_in_range(t->n, 1, SM_PIECES_MAX);
    for (size_t i = 0; i < t->n; i++) {
        assert_true((i == 0 ? t->pieces[i].begin >= at : t->pieces[i].begin > at) &&
                    t->pieces[i].begin < t->pieces[i].end && t->pieces[i].end <= n);
        assert_true(is_border(text, n, t->pieces[i].begin) && is_border(text, n, t->pieces[i].end));
        at = t->pieces[i].end;
    }
}

static const char *const PIECES[] = {
    "However, ",
    "But ",
    "according to ",
    "According to the ",
    "the old bridge ",
    "was closed ",
    "lorries",
    "(",
    ")",
    "[12]",
    " (see Figure 2) ",
    "\"",
    "\xE2\x80\x9C",
    "\xE2\x80\x9D",
    ", ",
    "he said",
    "said Mr Bell",
    ".",
    " ",
    "\n",
    "(CNN) -- ",
    "LONDON - ",
    "\xFF",
    "\xE2\x82",
    "\xC3\xA9",
    "\xE6\xB8\xAF",
    " - ",
    "'",
    "NATO ",
    " (pictured)",
    "U.S. ",
    "\xC2\xA0",
    "\xCC\x81",
    "12 ",
    "we ",
};

static void test_any_text(void **state) {
    (void)state;
    static const char *const LANGUAGES[] = {"en", "de", "fr", "tr", "zh", "ru"};
    test_random r = {24};
    for (int round = 0; round < 20000; round++) {
        char text[600];
        size_t n = 0, most = 1 + test_random_below(&r, 24);
        for (size_t i = 0; i < most; i++) {
            const char *piece = PIECES[test_random_below(&r, COUNT_OF(PIECES))];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        sm_trimmed trimmed;
        free(trim(LANGUAGES[test_random_below(&r, COUNT_OF(LANGUAGES))], text, n, &trimmed));
        check_pieces(text, n, &trimmed);
    }
}

static void test_any_bytes(void **state) {
    (void)state;
    test_random r = {25};
    for (int round = 0; round < 20000; round++) {
        char bytes[64];
        sm_trimmed trimmed;
        size_t n = 1 + test_random_below(&r, sizeof bytes);
        test_random_bytes(&r, bytes, n);
        free(trim("en", bytes, n, &trimmed));
        check_pieces(bytes, n, &trimmed);
    }
}

/* As many of each as would take minutes if the cost were quadratic. */
static void test_long_sentences(void **state) {
    (void)state;
    static const char *const UNITS[] = {
        "(",         ")",  "()", "(a) ", "bridge (see it now) ", "[1] ", "\"", "\" a", "'", ", ", ", he said",
        "however, ", "- ", "a",  "a ",   "According to "};
    const size_t n_units = 100000;
    for (size_t k = 0; k < COUNT_OF(UNITS); k++) {
        size_t unit = strlen(UNITS[k]), n = n_units * unit;
        char *text = malloc(n);
        assert_non_null(text);
        for (size_t i = 0; i < n_units; i++)
            memcpy(text + i * unit, UNITS[k], unit);
        sm_trimmed trimmed;
        free(trim("en", text, n, &trimmed));
        assert_in_range(trimmed.n, 1, SM_PIECES_MAX);
        free(text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_connectives),     cmocka_unit_test(test_datelines),
        cmocka_unit_test(test_attributions),    cmocka_unit_test(test_brackets),
        cmocka_unit_test(test_german),          cmocka_unit_test(test_french),
        cmocka_unit_test(test_other_languages), cmocka_unit_test(test_languages_without_words),
        cmocka_unit_test(test_pieces),          cmocka_unit_test(test_within_the_sentence),
        cmocka_unit_test(test_any_text),        cmocka_unit_test(test_any_bytes),
        cmocka_unit_test(test_long_sentences),
    };
    return cmocka_run_group_tests_name("trim/trim", tests, NULL, NULL);
}
