#include "text/sentences.h"

#include "base/chars.h"
#include "base/utf8.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A bar stands where a sentence ends and another follows; the text itself is what is left without the bars. */
typedef struct sentences_case {
    const char *code; /* NULL: a language that is not known */
    const char *text;
} sentences_case;

enum {
    TEXT_MAX = 1024
};

static size_t without_bars(const char *marked, char *text) {
    size_t n = 0;
    for (; *marked != '\0'; marked++)
        if (*marked != '|')
            text[n++] = *marked;
    return n;
}

static size_t skip_spaces(const char *text, size_t at, size_t n) {
    while (at < n) {
        uint32_t code;
        size_t length = sm_utf8_decode(text + at, n - at, &code);
        if (sm_char_of(code) != SM_CHAR_SPACE)
            break;
        at += length;
    }
    return at;
}

/* Reads from a block of just n bytes. */
static void mark_sentences(const sm_language *language, bool uncased, const char *text, size_t n, char *marked) {
    char *exact = malloc(n);
    size_t length = 0;
    assert_non_null(exact);
    memcpy(exact, text, n);
    sm_splitter splitter = {.text = exact, .language = language, .uncased = uncased};
    for (size_t at = 0; at < n;) {
        size_t end = sm_sentence_end(&splitter, at, n), next = skip_spaces(exact, end, n);
        assert_true(at < end && end <= n);
        memcpy(marked + length, exact + at, end - at);
        length += end - at;
        if (next < n)
            marked[length++] = '|';
        memcpy(marked + length, exact + end, next - end);
        length += next - end;
        at = next;
    }
    marked[length] = '\0';
    free(exact);
}

static void check_cases(const sentences_case *cases, size_t n_cases, bool uncased) {
    size_t wrong = 0;
    for (size_t i = 0; i < n_cases; i++) {
        char text[TEXT_MAX], marked[2 * TEXT_MAX];
        const sm_language *language = cases[i].code != NULL ? sm_language_find(cases[i].code) : &sm_language_unknown;
        assert_non_null(language);
        mark_sentences(language, uncased, text, without_bars(cases[i].text, text), marked);
        if (strcmp(marked, cases[i].text) != 0) {
            print_error("%s: %s\n   not %s\n", language->item.name, marked, cases[i].text);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

#define CHECK(cases, uncased) check_cases(cases, sizeof(cases) / sizeof *(cases), uncased)

static void test_end_marks(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "One sentence."},
        {"en", "no mark at all"},
        {"en", "The boat left.| It came back."},
        {"en", "Is it late?| Yes!| Let us go."},
        {"en", "What?!| No!!!| Why not?"},
        {NULL, "Abc def.| Ghi jkl!| Mno?| Pqr"},
        {"en", "..."},
        {"en", "Wow‽| Yes."},
        {"en", "They met at 14:11; all were there: Ann, Ben and Cy.| Nobody spoke."},
    };
    CHECK(CASES, false);
}

static void test_white_space(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "The boat left.|\nIt came back."},       {"en", "The boat left.|  It came back."},
        {"en", "The boat left.|\xC2\xA0It came back."}, {"en", "The boat left.|\r\n\tIt came back."},
        {"en", "The boat\nleft.| It came\nback."},
    };
    CHECK(CASES, false);
}

/* Text that was cut into tokens before. */
static void test_spaced_points(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "Then gov . Hill met Mr . Stone .| He said no .| They left ."},
        {"en", " .| The lamp .| \xFF .| It was lit ."},
        {"de", "Da kam Dr . Berg .| Er blieb ."},
    };
    static const sentences_case UNCASED[] = {
        {"en", "the town 's gov . hill did n't come , said mr . stone .| he left .| it rained ."},
    };
    CHECK(CASES, false);
    CHECK(UNCASED, true);
}

static void test_forgotten_spaces(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "The gate was shut.|The dog barked."},
        {"en", "It cost 1,000.|That is a lot."},
        {"en", "\"We are closed.\"|The gate was shut."},
        {"fr", "Elle a dit \"non\".|Elle est partie."},
        {"en", "See example.com and main.Readme.txt or ASP.NET for it."},
        {"en", "The U.S.Senate met."},
        {"en", "The end.|THE GATE was shut at last...|Then it rained.|I saw him come.|J. Hill did too."},
        {"en", "It was as in 2018 with Covid-19.|The rest was so.|It is.|So be it."},
        {"en", "Col.Hill of Berg.Com, the anti-U.S. party and John.R. Hill left domain.IT at 90?F (32?C)."},
        {"fr",
         "Elle part, dit-il.|L'an prochain est loin de l'avocat.|M. Berg le sait.|C'est tout.|D'autres attendent."},
        {"fr", "\"Il part.\"|C'est dit."},
        {"ru", "\xD0\x94\xD0\xBE\xD0\xBC.|\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD."},
        {"ru", "\xD0\xA1.\xD0\x92. \xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD."},
        {"en", "A bad byte\xFF.\xC3The.Q"},
    };
    CHECK(CASES, false);
}

static void test_abbreviations_and_titles(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "She said no.| They left room no. 7."},
        {"en", "Mr. Berg met Dr. Stone and Prof. Hill.| They spoke."},
        {"en", "The U.S. Army came.| It left."},
        {"en", "See fig. 3 for the plan.| Then go on."},
        {"en", "The train leaves at 5 p.m.| The boat leaves later."},
        {"en", "It was sold by Stone Ltd.| She was glad."},
        {"en", "They grow apples, pears, etc. and sell them.| All is fresh."},
        {"en", "It rained, e.g. in June.| Then it was dry."},
        {"en", "Visit example.org today.| It is free."},
        {"en", "Pi is 3.14 and e is 2.71.| Both are known."},
        {"en", "We paid $1.50.| They paid more."},
        {"de", "Herr Dr. Berg kam mit Prof. Stein.| Er blieb."},
        {"de", "Er kam z. B. gestern.| Dann ging er."},
        {"de", "Äpfel, Birnen usw. wachsen dort.| Alles ist frisch."},
        {"fr", "M. Berg est venu avec Mme. Petit.| Il est parti."},
        {"es", "El Sr. García llegó.| No dijo nada."},
        {"it", "Il dott. Rossi è arrivato.| Non ha parlato."},
    };
    CHECK(CASES, false);
}

static void test_initials(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "J. R. Berg wrote it.| It sold well."},
        {"en", "John F. Stone spoke.| They heard him."},
        {"en", "It was you and I.| Did you know that?"},
        {"de", "J. S. Bach spielte.| Alle hörten zu."},
    };
    CHECK(CASES, false);
}

static void test_ellipses(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "Wait... there is more.| It comes."},
        {"en", "Wait...| There is more."},
        {"en", "Wait…| There is more."},
        {"en", "Wait… there is more."},
        {"en", "He waited . . . and left.| Then it rained."},
    };
    CHECK(CASES, false);
}

static void test_quotes_and_brackets(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "He said \"Go!\"| She went."},
        {"en", "\"Go!\" he said.| She went."},
        {"en", "“Go home.”| She went."},
        {"en", "“I came.”| “You left.”| Nobody spoke."},
        {"en", "It was late (very late.)| She went."},
        {"en", "It was late.| (So they said.)| She went."},
        {"en", "He shouted 'Go!'| She went."},
        {"en", "“Go!” he said.| She went."},
        {"en", "He said \"Go. Now. It is late.\" and left.| She went."},
        {"en", "He (it was late. It was dark) left.| She went."},
        {"sv", "Han sade: ”Jag kommer.”| Sedan gick han."},
        {"fr", "Il a dit : «Je viens.»| Elle est partie."},
        {"es", "¿Vienes?| Sí.| ¡Vamos a casa!| ¿Y tú?"},
    };
    CHECK(CASES, false);
}

/* Marks that close in one language and open in another; a closing mark behind a space. */
static void test_quotes_that_close_with_an_opening_mark(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"de", "Er sagte: „Ich komme.“| Dann ging er."},
        {"de", "Er sagte: »Ich komme.«| Dann ging er."},
        {"da", "Han sagde: »Jeg kommer.«| Så gik han."},
        {"fr", "Il a dit : « Je viens. »| Elle est partie."},
    };
    CHECK(CASES, false);
}

/* U+037E, which is a semicolon in all but its number. */
static void test_the_greek_question_mark_itself(void **state) {
    (void)state;
    static const sentences_case CASES[] = {{"el", "Πού πας\xCD\xBE| Πάω σπίτι."}};
    CHECK(CASES, false);
}

static void test_lists(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "1. Stop smoking."},          {"en", "12. Eat well.| Sleep."},
        {"en", "A. His name was Jo."},       {"en", "a) His name was Jo.| He left."},
        {"en", "1. one|  2. two| 3. three"},
    };
    CHECK(CASES, false);
}

static void test_ordinals(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"de", "Am 3. Oktober kam er.| Er blieb bis zum 12. November."},
        {"de", "Er kam am 3.| Er ging bald."},
        {"da", "Den 3. Juni kom han.| Han blev."},
        {"tr", "Bugün 23. Nisan oldu.| Herkes geldi."},
        {"en", "He came on the 3.| October was cold."},
        {"de", "Es war 1911.| Danach kam Regen."},
    };
    CHECK(CASES, false);
}

static void test_greek(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"el", "Πού πας;| Πάω σπίτι.| Καλά."},
        {"en", "Where now; there or here.| Well."},
    };
    CHECK(CASES, false);
}

static void test_cut_into_tokens(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "The end .| It began again .| All was well ."},
        {"en", "Is it late ?| Yes !| Let us go ."},
        {"en", "the end .| it began again ."},
    };
    CHECK(CASES, false);
}

static void test_marks_of_other_scripts(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"hi", "वह आया।| वह गया।"},
        {"hi", "वह आया॥| वह गया।"},
        {"hy", "Նա եկավ։| Նա գնաց։"},
        {"ar", "هل جاء؟| نعم.| ذهب."},
        {NULL, "ይህ ነው።| ያ ነው።"},
        {NULL, "ဒါက စာ။| အဲဒါက။"},
        {NULL, "نعم۔| لا۔"},
        {NULL, "これは本です。|あれは机です。|はい！|本当？|ええ。"},
        {NULL, "「行く。」|彼は言った。"},
        {NULL, "第３．５章です。|次。"},
    };
    CHECK(CASES, true);
}

static void test_uncased_text(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "no capitals here.| still the same.| done?| yes"},
        {NULL, "הוא בא.| היא הלכה."},
        {"ta", "அவன் வந்தான்.| அவள் போனாள்."},
        {"ar", "جاء الرجل.| ذهبت المرأة."},
    };
    CHECK(CASES, true);
}

static void test_small_letters_go_on_in_cased_text(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "no capitals here. still the same.| Done"},
        {"en", "He shouted stop! and ran.| She stayed."},
    };
    CHECK(CASES, false);
}

/* In every language of scripts with capitals and of those without, a plain point parts. */
static void test_every_language(void **state) {
    (void)state;
    for (size_t row = 0; sm_language_at(row) != NULL; row++) {
        const char *code = sm_language_at(row)->item.name;
        const sentences_case cases[] = {{code, "Xyvvo qaxxi wazzu.| Hyxxu bevvo!| Gavvu xojji?| Zuxxo"}};
        const sentences_case uncased[] = {{code, "xyvvo qaxxi wazzu.| hyxxu bevvo!| gavvu xojji?| zuxxo"}};
        CHECK(cases, false);
        CHECK(uncased, true);
    }
}

static void test_broken_utf8_and_nul(void **state) {
    (void)state;
    static const sentences_case CASES[] = {
        {"en", "\xFF.| One\xC3.| Two \xE2\x82"}, {"en", "\x80"}, {"en", "One.\xFF Two."}, {NULL, "\xE3\x80"}};
    CHECK(CASES, false);
    char marked[64];
    mark_sentences(sm_language_at(0), false, "Aaa\0bbb.\0Ccc.", 13, marked);
    assert_memory_equal(marked, "Aaa\0bbb.|\0Ccc.", 14);
}

/* Is the byte a later one of a well-formed character? */
static bool is_inside_character(const char *text, size_t at, size_t n) {
    for (size_t back = 1; back <= 3 && back <= at; back++) {
        uint32_t code;
        if (sm_utf8_decode(text + at - back, n - (at - back), &code) > back)
            return true;
    }
    return false;
}

/* Whatever the text: sentences are not empty, hold whole characters, and follow one another to the end. */
static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"word", "Word", " ",    " ",   " ",   ".",    ". ",       "?",  "! ",
                                         "\"",   "'",    "(",    ")",   "Mr",  "etc",  "3",        "12", "...",
                                         ";",    "A",    "e.g.", "。",  "।",   "\xFF", "\xE2\x80", "“",  "”",
                                         "«",    "»",    "- ",   "a) ", "2. ", "\n",   "é",        "É"};
    test_random r = {21};
    for (int round = 0; round < 5000; round++) {
        char text[300], marked[2 * sizeof text];
        size_t n = 0, most = test_random_below(&r, sizeof text - 8), rows = 0;
        while (n < most) {
            const char *piece = PIECES[test_random_below(&r, sizeof PIECES / sizeof *PIECES)];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        while (sm_language_at(rows) != NULL)
            rows++;
        mark_sentences(sm_language_at(test_random_below(&r, rows)), round % 3 == 0, text, n, marked);
        for (size_t i = 0, k = 0; i < n; i++, k++) {
            k += marked[k] == '|';
            assert_int_equal(marked[k], text[i]);
            assert_false(k > 0 && marked[k - 1] == '|' && is_inside_character(text, i, n));
        }
    }
}

/* Many marks that end nothing. */
static void test_long_runs(void **state) {
    (void)state;
    static const char *const PIECES[] = {"a.", "Mr. ", "e.g. ", ". ",  "(", "\"", "“",
                                         "« ", "1. ",  "!",     "...", "x", "A. "};
    enum {
        N = 1000000
    };
    char *text = malloc(N + 16);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++) {
        size_t bytes = strlen(PIECES[i]), n = 0, count = 0;
        for (; n + bytes <= N; n += bytes)
            memcpy(text + n, PIECES[i], bytes);
        sm_splitter splitter = {.text = text, .language = sm_language_at(0)};
        for (size_t at = 0; at < n; count++) {
            size_t end = sm_sentence_end(&splitter, at, n);
            assert_true(at < end && end <= n);
            at = skip_spaces(text, end, n);
        }
        assert_in_range(count, 1, N);
    }
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forgotten_spaces),
        cmocka_unit_test(test_spaced_points),
        cmocka_unit_test(test_the_greek_question_mark_itself),
        cmocka_unit_test(test_quotes_that_close_with_an_opening_mark),
        cmocka_unit_test(test_end_marks),
        cmocka_unit_test(test_white_space),
        cmocka_unit_test(test_abbreviations_and_titles),
        cmocka_unit_test(test_initials),
        cmocka_unit_test(test_ellipses),
        cmocka_unit_test(test_quotes_and_brackets),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_ordinals),
        cmocka_unit_test(test_greek),
        cmocka_unit_test(test_cut_into_tokens),
        cmocka_unit_test(test_marks_of_other_scripts),
        cmocka_unit_test(test_uncased_text),
        cmocka_unit_test(test_small_letters_go_on_in_cased_text),
        cmocka_unit_test(test_every_language),
        cmocka_unit_test(test_broken_utf8_and_nul),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_long_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
