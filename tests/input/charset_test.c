/* Which encoding a text is in: by its mark, by what it looks like. */
#include "input/charset.h"

#include "input/encodings.h"

static const char *const TEXTS[] = {GERMAN, RUSSIAN, GREEK, JAPANESE, CHINESE, TRADITIONAL, KOREAN, ENGLISH, BEYOND};

/* ---- Marks ---- */

static const struct {
    const char *mark;
    size_t n;
    const char *encoding;
} MARKS[] = {
    {"\xEF\xBB\xBF", 3, "UTF-8"},    {"\xFF\xFE", 2, "UTF-16LE"},     {"\xFE\xFF", 2, "UTF-16BE"},
    {"\xFF\xFE\0\0", 4, "UTF-32LE"}, {"\0\0\xFE\xFF", 4, "UTF-32BE"},
};

static void test_marks(void **state) {
    (void)state;
    static const char *const GIVEN[] = {NULL, "auto", "windows-1251", "UTF-8"};
    for (size_t m = 0; m < COUNT_OF(MARKS); m++)
        for (size_t i = 0; i < COUNT_OF(TEXTS) * COUNT_OF(GIVEN); i++) {
            const char *text = TEXTS[i / COUNT_OF(GIVEN)];
            bytes body = encode(MARKS[m].encoding, text), source = {.n = MARKS[m].n + body.n};
            memcpy(source.at, MARKS[m].mark, MARKS[m].n);
            memcpy(source.at + MARKS[m].n, body.at, body.n);
            decoding x;
            begin(&x, source.at, source.n, GIVEN[i % COUNT_OF(GIVEN)]);
            assert_string_equal(x.d.encoding, MARKS[m].encoding);
            assert_text(&x.d, text, strlen(text));
            check_spans(&x.d, source.at, source.n, MARKS[m].n, MARKS[m].encoding);
            test_arena_end(&x.t);
        }
}

static void test_marks_alone(void **state) {
    (void)state;
    for (size_t m = 0; m < COUNT_OF(MARKS); m++) {
        decoding x;
        begin(&x, MARKS[m].mark, MARKS[m].n, NULL);
        assert_string_equal(x.d.encoding, MARKS[m].encoding);
        assert_int_equal(x.d.n_bytes, 0);
        assert_int_equal(x.d.n_bad, 0);
        test_arena_end(&x.t);
    }
}

/* ---- Found ---- */

static const struct {
    const char *source;
    size_t n;
    const char *encoding;
    uint32_t n_bad;
    const char *text; /* NULL: the source */
} FOUND[] = {
    {BYTES(""), "UTF-8", 0, NULL},
    {BYTES("a"), "UTF-8", 0, NULL},
    {BYTES("\0"), "UTF-8", 0, NULL},
    {BYTES("\0\0\0\0\0\0"), "UTF-8", 0, NULL},
    {BYTES("a\0b"), "UTF-8", 0, NULL},
    {BYTES("One boat\0left. Two\0boats stayed in the harbour."), "UTF-8", 0, NULL},
    {BYTES("ab\0cd\0ef\0gh\0ij\0"), "UTF-8", 0, NULL},
    {BYTES("caf\xC3\xA9"), "UTF-8", 0, NULL},
    {BYTES("caf\xC3\xA9 \xFF"), "UTF-8", 1, NULL},
    {BYTES("caf\xC3\xA9 \xE9 \xE9"), "UTF-8", 2, NULL},
    {BYTES("The ba\xFFker sells bread \xC3 at dawn."), "UTF-8", 2, NULL},
    {BYTES("cut off \xE2\x82"), "UTF-8", 2, NULL},
    {BYTES("caf\xE9"), "windows-1252", 0, "café"},
    {BYTES("caf\xE9s, caf\xE9s"), "windows-1252", 0, "cafés, cafés"},
    {BYTES("It\x92s \x93wide\x94 \x96 \x80 5"), NULL, 0, NULL},
    {BYTES("M\xFCller l\xE4uft \xFC\x62\x65r die Br\xFC\x63ke"), "windows-1252", 0, "Müller läuft über die Brücke"},
};

static void test_found(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(FOUND); i++) {
        decoding x;
        begin(&x, FOUND[i].source, FOUND[i].n, NULL);
        const char *text = FOUND[i].text != NULL ? FOUND[i].text : FOUND[i].source;
        if (FOUND[i].encoding != NULL) {
            assert_string_equal(x.d.encoding, FOUND[i].encoding);
            assert_text(&x.d, text, FOUND[i].text != NULL ? strlen(text) : FOUND[i].n);
            assert_int_equal(x.d.n_bad, FOUND[i].n_bad);
        }
        assert_int_equal(x.d.is_new, x.d.text != FOUND[i].source);
        check_spans(&x.d, FOUND[i].source, FOUND[i].n, 0, NULL);
        test_arena_end(&x.t);
    }
}

/* One bad byte for 50 characters is still UTF-8. */
static void test_share_of_bad_bytes(void **state) {
    (void)state;
    for (size_t n_good = 140; n_good <= 160; n_good++) {
        char text[1024] = "\xFF\xFF\xFF ";
        for (size_t i = 0; i < n_good; i++)
            memcpy(text + 4 + 2 * i, "\xD0\xB6", 3);
        decoding x;
        begin(&x, text, strlen(text), NULL);
        assert_true((strcmp(x.d.encoding, "UTF-8") == 0) == (n_good >= 150));
        test_arena_end(&x.t);
    }
}

static void test_wide_without_a_mark(void **state) {
    (void)state;
    for (size_t m = 1; m < COUNT_OF(MARKS); m++)
        for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
            bytes source = encode(MARKS[m].encoding, TEXTS[i]);
            decoding x;
            begin(&x, source.at, source.n, NULL);
            assert_string_equal(x.d.encoding, MARKS[m].encoding);
            assert_text(&x.d, TEXTS[i], strlen(TEXTS[i]));
            check_spans(&x.d, source.at, source.n, 0, x.d.encoding);
            test_arena_end(&x.t);
            begin(&x, source.at, source.n, m <= 2 ? "UTF-16" : "UCS-4");
            assert_string_equal(x.d.encoding, MARKS[m].encoding);
            test_arena_end(&x.t);
        }
}

/* Texts of 8-bit characters with NULs here and there are not taken for UTF-16 or UTF-32. */
static void test_nuls_in_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        for (size_t every = 5; every < 60; every++) {
            bytes source = {.n = strlen(TEXTS[i])};
            memcpy(source.at, TEXTS[i], source.n);
            for (size_t at = every; at < source.n; at += every)
                if ((source.at[at] & 0x80) == 0)
                    source.at[at] = '\0';
            decoding x;
            begin(&x, source.at, source.n, NULL);
            assert_string_equal(x.d.encoding, "UTF-8");
            test_arena_end(&x.t);
        }
}

static void test_guessed(void **state) {
    (void)state;
    static const struct {
        const char *encoding, *text, *found; /* NULL: the same */
    } CASES[] = {
        {"windows-1251", RUSSIAN, NULL}, {"KOI8-R", RUSSIAN, NULL},      {"IBM866", RUSSIAN, NULL},
        {"ISO-8859-5", RUSSIAN, NULL},   {"ISO-8859-7", GREEK, NULL},    {"SHIFT_JIS", JAPANESE, "CP932"},
        {"EUC-JP", JAPANESE, NULL},      {"GB18030", CHINESE, NULL},     {"BIG5", TRADITIONAL, NULL},
        {"EUC-KR", KOREAN, "UHC"},       {"windows-1252", GERMAN, NULL}, {"windows-1252", ENGLISH, NULL},
    };
    if (sm_charset_library[0] == '\0')
        skip();
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        bytes source = encode(CASES[i].encoding, CASES[i].text);
        decoding x;
        begin(&x, source.at, source.n, NULL);
        assert_string_equal(x.d.encoding, CASES[i].found != NULL ? CASES[i].found : CASES[i].encoding);
        assert_text(&x.d, CASES[i].text, strlen(CASES[i].text));
        check_spans(&x.d, source.at, source.n, 0, x.d.encoding);
        test_arena_end(&x.t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_marks_alone),
        cmocka_unit_test(test_found),
        cmocka_unit_test(test_share_of_bad_bytes),
        cmocka_unit_test(test_wide_without_a_mark),
        cmocka_unit_test(test_nuls_in_texts),
        cmocka_unit_test(test_guessed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
