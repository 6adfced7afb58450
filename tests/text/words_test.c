#include "text/words.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "text/language.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* All tokens with a space between: words as they are, numbers in brackets, addresses in angles. The text is read from
 * a block that ends where it ends. */
static void show_tokens(const char *text, unsigned traits, char *out, size_t room) {
    static const char *const AROUND[] = {[SM_TOKEN_WORD] = "\0\0", [SM_TOKEN_NUMBER] = "()", [SM_TOKEN_ADDRESS] = "<>"};
    size_t n = strlen(text), length = 0;
    char *copy = malloc(n + 1);
    assert_non_null(copy);
    memcpy(copy, text, n);
    char *exact = realloc(copy, n > 0 ? n : 1);
    assert_non_null(exact);
    sm_token token = {0, 0, 0, SM_TOKEN_WORD};
    while (sm_next_word(exact, token.next, n, traits, &token)) {
        size_t bytes = token.end - token.begin;
        const char *around = AROUND[token.kind];
        assert_true(token.begin < token.end && token.end <= n && length + bytes + 4 < room);
        if (length > 0)
            out[length++] = ' ';
        if (around[0] != '\0')
            out[length++] = around[0];
        memcpy(out + length, exact + token.begin, bytes);
        length += bytes;
        if (around[0] != '\0')
            out[length++] = around[1];
    }
    out[length] = '\0';
    free(exact);
}

typedef struct words_case {
    const char *text, *tokens;
} words_case;

static void check_cases(const words_case *cases, size_t n, unsigned traits) {
    size_t wrong = 0;
    for (size_t i = 0; i < n; i++) {
        char tokens[512];
        show_tokens(cases[i].text, traits, tokens, sizeof tokens);
        if (strcmp(tokens, cases[i].tokens) != 0) {
            print_error("\"%s\"\n   gives %s\n   not   %s\n", cases[i].text, tokens, cases[i].tokens);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

#define CHECK(cases, traits) check_cases(cases, sizeof(cases) / sizeof *(cases), traits)

static void test_plain_words(void **state) {
    (void)state;
    static const words_case CASES[] = {
        {"", ""},
        {" \t\n", ""},
        {"...!?--()", ""},
        {"word", "word"},
        {"The cat sat.", "The cat sat"},
        {"  (brackets), \"quotes\"; and/or", "brackets quotes and or"},
        {"one\ntwo\r\nthree", "one two three"},
        {"naïve Ærø Москва", "naïve Ærø Москва"},
        {"snake_case _x_", "snake_case x"},
        {"50% C++ C#", "(50) C C"},
    };
    CHECK(CASES, SM_PLAIN_SPELLING);
}

static void test_hyphens(void **state) {
    (void)state;
    static const words_case CASES[] = {
        {"well-known", "well-known"},
        {"mother-in-law's", "mother-in-law's"},
        {"MD-83 F-16s", "MD-83 F-16s"},
        {"well\xE2\x80\x90known non\xE2\x80\x91stop", "well\xE2\x80\x90known non\xE2\x80\x91stop"},
        {"- a -", "a"},
        {"-x x- -", "x x"},
        {"a--b", "a b"},
        {"pre- and post-war", "pre and post-war"},
        {"1914\xE2\x80\x93"
         "18",
         "(1914) (18)"},
        {"2019-20", "(2019-20)"},
    };
    CHECK(CASES, SM_PLAIN_SPELLING);
}

static void test_apostrophes(void **state) {
    (void)state;
    static const words_case CASES[] = {
        {"don't don\xE2\x80\x99t", "don't don\xE2\x80\x99t"},
        {"'quoted'", "quoted"},
        {"dogs' tails", "dogs tails"},
        {"rock 'n' roll", "rock n roll"},
        {"the '90s", "the 90s"},
        {"O'Brien's", "O'Brien's"},
        {"it''s", "it s"},
    };
    CHECK(CASES, SM_PLAIN_SPELLING);
}

static void test_elision(void **state) {
    (void)state;
    static const words_case CASES[] = {
        {"l'eau", "l eau"},
        {"L’arbre qu’il", "L arbre qu il"},
        {"porte-avions", "porte-avions"},
        {"d'", "d"},
    };
    CHECK(CASES, SM_ELISION);
}

static void test_acronyms(void **state) {
    (void)state;
    static const words_case CASES[] = {
        {"the U.S. Army", "the U.S. Army"},
        {"e.g. this, i.e. that", "e.g. this i.e. that"},
        {"(U.S.A.)", "U.S.A."},
        {"J.R.R. Tolkien", "J.R.R. Tolkien"},
        {"J. Smith", "J Smith"},
        {"a.b.c", "a b c"},
        {"a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p. q", "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p. q"},
        {"end.Next", "end Next"},
        {"С.С.С.Р. был", "С.С.С.Р. был"},
        {"AT&T and Q & A", "AT&T and Q A"},
        {"U.S.-based", "U.S. based"},
    };
    CHECK(CASES, SM_PLAIN_SPELLING);
}

static void test_numbers(void **state) {
    (void)state;
    static const words_case CASES[] = {
        {"1,000.50", "(1,000.50)"}, {"at 14:11.", "at (14:11)"},    {"3.14. Next", "(3.14) Next"},
        {"1, 2,3", "(1) (2,3)"},    {"$20 20%", "(20) (20)"},       {"1st 10km B2B", "1st 10km B2B"},
        {"1990s", "1990s"},         {"٣٤ २०", "(٣٤) (२०)"},         {"1,,2", "(1) (2)"},
        {"v1.2b", "v1.2b"},         {"12-year-old", "12-year-old"},
    };
    CHECK(CASES, SM_PLAIN_SPELLING);
}

static void test_addresses(void **state) {
    (void)state;
    static const words_case CASES[] = {
        {"http://example.org", "<http://example.org>"},
        {"see https://example.org/a?b=c#d.", "see <https://example.org/a?b=c#d>"},
        {"(https://example.org/)", "<https://example.org/>"},
        {"www.example.org, too", "<www.example.org> too"},
        {"<http://example.org> x", "<http://example.org> x"},
        {"anna@example.org wrote", "<anna@example.org> wrote"},
        {"mail anna@example.org.", "mail <anna@example.org>"},
        {"user@ home", "user home"},
        {"http", "http"},
        {"http:/x", "http x"},
    };
    CHECK(CASES, SM_PLAIN_SPELLING);
}

/* Addresses with a point or sign before the @; names that begin with it. */
static void test_addresses_with_points_and_names(void **state) {
    (void)state;
    static const words_case CASES[] = {
        {"anna.berg@example.org", "<anna.berg@example.org>"},
        {"anna+post@example.org", "<anna+post@example.org>"},
        {"ask @anna_berg now", "ask <@anna_berg> now"},
    };
    CHECK(CASES, SM_PLAIN_SPELLING);
}

static void test_scripts(void **state) {
    (void)state;
    static const words_case CASES[] = {
        {"東京タワー", "東京 京タ タワ ワー"},
        {"Tokyo東京 2020年", "Tokyo 東京 (2020) 年"},
        {"これは。", "これ れは"},
        {"한국어 문장", "한국어 문장"},
        {"e\xCC\x81te\xCC\x81 fini", "e\xCC\x81te\xCC\x81 fini"},
        {"हिन्दी भाषा।", "हिन्दी भाषा"},
        {"co\xC2\xADop", "co\xC2\xADop"},
        {"می\xE2\x80\x8Cروم", "می\xE2\x80\x8Cروم"},
        {"צה״ל", "צה״ל"},
        {"col·legi", "col·legi"},
        {"тра-та-та", "тра-та-та"},
        {"a\xC2\xA0"
         "b\xE3\x80\x80"
         "c",
         "a b c"},
    };
    CHECK(CASES, SM_PLAIN_SPELLING);
}

static void test_broken_utf8_parts_words(void **state) {
    (void)state;
    static const words_case CASES[] = {
        {"caf\xC3 x", "caf x"},
        {"\xFF", ""},
        {"a\x80"
         "b",
         "a b"},
        {"\xE2\x82", ""},
        {"don\xE2\x80t", "don t"},
        {"a-\xC3", "a"},
        {"1,\xFF", "(1)"},
    };
    CHECK(CASES, SM_PLAIN_SPELLING);
}

static void test_nul_parts_words(void **state) {
    (void)state;
    sm_token token;
    assert_true(sm_next_word("ab\0cd", 0, 5, 0, &token));
    assert_int_equal(token.end, 2);
    assert_true(sm_next_word("ab\0cd", 2, 5, 0, &token));
    assert_int_equal(token.begin, 3);
    assert_false(sm_next_word("ab\0cd", 5, 5, 0, &token));
}

static void test_begins_at_or_after(void **state) {
    (void)state;
    sm_token token;
    assert_true(sm_next_word("one two", 1, 7, 0, &token));
    assert_int_equal(token.begin, 1);
    assert_int_equal(token.end, 3);
    assert_true(sm_next_word("one two", 3, 6, 0, &token));
    assert_int_equal(token.begin, 4);
    assert_int_equal(token.end, 6);
    assert_false(sm_next_word("one two", 3, 4, 0, &token));
}

static size_t count_tokens(const char *text, size_t n) {
    size_t count = 0;
    sm_token token = {0, 0, 0, SM_TOKEN_WORD};
    while (sm_next_word(text, token.next, n, 0, &token))
        count++;
    return count;
}

/* Texts whose every character seems to go on with one long token. */
static void test_long_runs(void **state) {
    (void)state;
    enum {
        N = 200000
    };
    static const struct {
        const char *piece;
        size_t tokens_of_each; /* 0: all are one */
    } CASES[] = {
        {"a.", 1}, {"a-", 0}, {"a'", 0},      {"1,", 0}, {"a@", 0},
        {".", 0},  {"a_", 0}, {"http://", 0}, {"東", 1}, {"a. ", 1},
    };
    char *text = malloc(N + 16);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        size_t bytes = strlen(CASES[i].piece), pieces = N / bytes;
        for (size_t k = 0; k < pieces; k++)
            memcpy(text + k * bytes, CASES[i].piece, bytes);
        size_t expected = CASES[i].tokens_of_each > 0 ? pieces : strcmp(CASES[i].piece, ".") != 0;
        if (strcmp(CASES[i].piece, "東") == 0)
            expected--; /* pairs of neighbours */
        size_t count = count_tokens(text, pieces * bytes);
        if (strcmp(CASES[i].piece, "a.") == 0)
            assert_in_range(count, N / 2 - 15, N / 2); /* the last letters are an acronym of bearable length */
        else
            assert_int_equal(count, expected);
    }
    free(text);
}

static bool is_word_at(const char *text, size_t at, size_t n, sm_char *class, size_t *length) {
    uint32_t code;
    *length = sm_utf8_decode(text + at, n - at, &code);
    *class = code == SM_UTF8_BAD ? SM_CHAR_OTHER : sm_char_of(code);
    return sm_char_is_word(*class);
}

/* No letter or digit between begin and end; what stands there is no word. */
static void assert_no_words(const char *text, size_t begin, size_t end, size_t n) {
    sm_char class;
    for (size_t length; begin < end; begin += length)
        assert_false(is_word_at(text, begin, n, &class, &length));
}

static void assert_kind_is_right(const char *text, const sm_token *token) {
    bool letter = false, digit = false;
    size_t length;
    sm_char class;
    bool handle = text[token->begin] == '@';
    assert_true(handle || is_word_at(text, token->begin, token->end, &class, &length));
    for (size_t at = token->begin; at < token->end; at += length) {
        bool word = is_word_at(text, at, token->end, &class, &length);
        digit = digit || class == SM_CHAR_DIGIT;
        letter = letter || (word && class != SM_CHAR_DIGIT);
    }
    if (token->kind != SM_TOKEN_ADDRESS)
        assert_int_equal(token->kind, letter ? SM_TOKEN_WORD : SM_TOKEN_NUMBER);
    assert_true(letter || digit);
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"word",     " ",        ".", "-",    "'",       "\xE2\x80\x99", "1",    ",",
                                         "@",        "U.S.",     "_", "\xC3", "http://", "www.",         "\xFF", "東",
                                         "\xCC\x81", "\xC2\xAD", "&", ":",    "é",       "\n",           "e.",   "<",
                                         "/",        "\xC2\xB7", "२", ""};
    test_random r = {16};
    for (int round = 0; round < 5000; round++) {
        char text[400];
        size_t n = 0, most = test_random_below(&r, sizeof text - 16);
        while (n < most) {
            const char *piece = PIECES[test_random_below(&r, sizeof PIECES / sizeof *PIECES)];
            size_t bytes = strlen(piece);
            memcpy(text + n, piece, bytes);
            n += bytes;
        }
        sm_token token = {0, 0, 0, SM_TOKEN_WORD};
        size_t from = 0;
        while (sm_next_word(text, from, n, round % 2 == 0 ? SM_ELISION : 0, &token)) {
            assert_true(from <= token.begin && token.begin < token.end && token.end <= n);
            assert_no_words(text, from, token.begin, n);
            assert_kind_is_right(text, &token);
            from = token.next;
        }
        assert_no_words(text, from, n, n);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_addresses_with_points_and_names),
        cmocka_unit_test(test_plain_words),
        cmocka_unit_test(test_hyphens),
        cmocka_unit_test(test_apostrophes),
        cmocka_unit_test(test_elision),
        cmocka_unit_test(test_acronyms),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_scripts),
        cmocka_unit_test(test_broken_utf8_parts_words),
        cmocka_unit_test(test_nul_parts_words),
        cmocka_unit_test(test_begins_at_or_after),
        cmocka_unit_test(test_long_runs),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
