/* Lines and columns against a walk over the text from its first byte. */
#include "base/utf8.h"
#include "support/document.h"

/* Line ends are LF, CR LF and CR; a byte that is no part of a character is one; a byte order mark is none. */
static void place_naively(const char *text, size_t n, size_t offset, size_t *line, size_t *column) {
    *line = *column = 1;
    for (size_t i = n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; i < offset;) {
        uint32_t code;
        size_t length = sm_utf8_decode(text + i, n - i, &code);
        (*column)++;
        if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < n && text[i + 1] == '\n'))) {
            (*line)++;
            *column = 1;
        }
        i += length;
    }
}

static void check(const char *text, size_t n) {
    test_api api;
    summ_sentences *all;
    summ_phrases *phrases;
    size_t line, column;
    test_api_begin(&api, text, n, "en");
    assert_int_equal(summ_split(api.doc, &all), SUMM_OK);
    for (size_t i = 0; i < summ_sentences_count(all); i++) {
        const summ_sentence *s = summ_sentences_at(all, i);
        place_naively(text, n, s->begin, &line, &column);
        if (s->line != line || s->column != column)
            fail_msg("byte %zu: %zu:%zu, expected %zu:%zu", s->begin, s->line, s->column, line, column);
    }
    summ_sentences_free(all);
    assert_int_equal(summ_keywords(api.doc, NULL, &phrases), SUMM_OK);
    for (size_t i = 0; i < summ_phrases_count(phrases); i++) {
        const summ_phrase *p = summ_phrases_at(phrases, i);
        place_naively(text, n, p->occurrences[0].begin, &line, &column);
        assert_true(p->occurrences[0].line == line && p->occurrences[0].column == column);
    }
    summ_phrases_free(phrases);
    test_api_end(&api);
}

#define LIT "The lantern of the harbour was lit. "

static void test_texts(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        LIT,
        LIT LIT,
        "   " LIT "\n\n" LIT,
        LIT "\r\n\r\n" LIT "\r\n" LIT,
        LIT "\r\r" LIT "\r" LIT,
        LIT "\n\r" LIT "\r\n\r" LIT "\n\r\n" LIT,
        "\n\n\n" LIT,
        "\r" LIT,
        "\xEF\xBB\xBF" LIT,
        "\xC3\x89t\xC3\xA9 comme hiver. \xE6\xB8\xAF\xE5\x8F\xA3\xE3\x80\x82" LIT "\xF0\x9F\x98\x80 " LIT,
        "\t\t" LIT "\x01 " LIT,
        LIT "\r",
    };
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        check(TEXTS[i], strlen(TEXTS[i]));
}

/* Places are looked up from checkpoints every 1024 bytes: line ends and characters may stand across one. */
static void test_checkpoints(void **state) {
    (void)state;
    static const char *const ACROSS[] = {"\r\n",     "\xC3\xA9", "\xE6\xB8\xAF", "\xF0\x9F\x98\x80",
                                         "\r\n\r\n", "\n",       "\r",           ". The "};
    for (size_t k = 0; k < COUNT_OF(ACROSS); k++)
        for (size_t before = 1018; before <= 1026; before++) {
            test_text text = {0};
            for (size_t i = 0; i < 3; i++) {
                while (text.n < before + 1024 * i)
                    test_text_put(&text, text.n % 64 == 0 ? "\n" : "a");
                test_text_put(&text, ACROSS[k]);
                test_text_put(&text, " ends here. ");
            }
            test_text_put(&text, LIT LIT);
            check(text.at, text.n);
            test_text_end(&text);
        }
}

static void test_random_texts(void **state) {
    (void)state;
    static const char *const PIECES[] = {"\n", "\r",       "\r\n",         "\n\n",  LIT,
                                         LIT,  "\xC3\xA9", "\xE6\xB8\xAF", "lamp ", "\t"};
    test_random r = {10};
    for (int k = 0; k < 60; k++) {
        test_text text = {0};
        for (size_t i = 0; i < 10 + test_random_below(&r, 300); i++)
            test_text_put(&text, PIECES[test_random_below(&r, COUNT_OF(PIECES))]);
        check(text.at, text.n);
        test_text_end(&text);
    }
}

/* Each byte that is no part of a character reads as one. */
static void test_broken_bytes(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "The l\xFFntern was lit. " LIT, "The l\x80\x80\x80ntern was lit. " LIT, "\x80\x80 was lit. " LIT,
        "The l\xC3ntern was lit. " LIT, "The l\xE2\x82ntern was lit. " LIT,     "The l\xED\xA0\x80ntern was lit. " LIT,
    };
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        check(TEXTS[i], strlen(TEXTS[i]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_checkpoints),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_broken_bytes),
    };
    return cmocka_run_group_tests_name("api/place", tests, NULL, NULL);
}
