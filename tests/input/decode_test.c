/* Texts in many encodings: what they become, and where each of their characters stood. */
#include "input/charset.h"
#include "input/encodings.h"

/* ---- Named ---- */

/* A text and encodings that have all of its characters. */
static const struct {
    const char *text, *encodings[9];
} NAMED[] = {
    {GERMAN, {"windows-1252", "ISO-8859-1", "ISO-8859-15", "IBM850", "MACINTOSH", "windows-1250"}},
    {RUSSIAN, {"windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "MAC-CYRILLIC", "GB18030"}},
    {GREEK, {"windows-1253", "ISO-8859-7", "UTF-8", "utf8", "utf-16be"}},
    {JAPANESE, {"SHIFT_JIS", "EUC-JP", "CP932", "GB18030", "UTF-16LE", "utf_16be", "UTF-32LE", "UCS-4BE"}},
    {CHINESE, {"GB18030", "GBK", "GB2312", "EUC-CN", "UTF-16BE", "UTF-32BE"}},
    {TRADITIONAL, {"BIG5", "EUC-TW", "BIG5-HKSCS"}},
    {KOREAN, {"EUC-KR", "UHC", "JOHAB"}},
    {ENGLISH, {"windows-1252", "windows-1251", "CP1258", "CP1255", "UTF-16LE"}},
    {BEYOND, {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"}},
};

static void test_named(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(NAMED); i++)
        for (size_t k = 0; NAMED[i].encodings[k] != NULL; k++) {
            const char *encoding = NAMED[i].encodings[k];
            bytes source = encode(strcmp(encoding, "utf_16be") == 0 ? "UTF-16BE" : encoding, NAMED[i].text);
            decoding x;
            begin(&x, source.at, source.n, encoding);
            assert_text(&x.d, NAMED[i].text, strlen(NAMED[i].text));
            assert_int_equal(x.d.n_bad, 0);
            check_spans(&x.d, source.at, source.n, 0, x.d.encoding);
            test_arena_end(&x.t);
        }
}

/* The first character has the bytes that shift to it. */
static void test_shift_states(void **state) {
    (void)state;
    static const char *const ENCODINGS[] = {"ISO-2022-JP", "UTF-7"};
    for (size_t i = 0; i < COUNT_OF(ENCODINGS); i++) {
        bytes source = encode(ENCODINGS[i], "Die 橋 in 京都.");
        decoding x;
        begin(&x, source.at, source.n, ENCODINGS[i]);
        assert_text(&x.d, "Die 橋 in 京都.", strlen("Die 橋 in 京都."));
        check_spans(&x.d, source.at, source.n, 0, NULL);
        assert_int_equal(sm_runs_source(&x.d.runs, 4), 4);
        assert_int_equal(sm_runs_source(&x.d.runs, 0), 0);
        test_arena_end(&x.t);
    }
}

/* A run for each change of lengths, not for each character. */
static void test_runs_are_few(void **state) {
    (void)state;
    bytes source = encode("UTF-16LE", "plain words\nand lines");
    decoding x;
    begin(&x, source.at, source.n, NULL);
    assert_int_equal(x.d.runs.n, 1);
    test_arena_end(&x.t);
    source = encode("UTF-16LE", "河上的桥a河上的桥");
    begin(&x, source.at, source.n, "UTF-16");
    assert_int_equal(x.d.runs.n, 3);
    test_arena_end(&x.t);
}

static void test_unknown_names(void **state) {
    (void)state;
    static const char *const NAMES[] = {
        "",         "klingon",  "UTF-8//TRANSLIT", "ISO-8859-1//IGNORE", "char", "wchar_t",
        "WCHAR_T",  "INTERNAL", "UTF-8 ",          "windows-99999",      "../x", "a\nb",
        "AUTOMATIC"};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        test_arena t;
        sm_decoded d;
        test_arena_begin(&t);
        assert_int_equal(sm_decode("abc", 3, NAMES[i], &t.arena, &d), SUMM_ERR_ENCODING);
        assert_int_equal(sm_decode("", 0, NAMES[i], &t.arena, &d), SUMM_ERR_ENCODING);
        assert_int_equal(sm_decode("\xFF\xFE", 2, NAMES[i], &t.arena, &d), SUMM_ERR_ENCODING);
        assert_int_equal(sm_charset_check(NAMES[i]), SUMM_ERR_ENCODING);
        test_arena_end(&t);
    }
}

/* ---- Broken ---- */

static const struct {
    const char *source;
    size_t n;
    const char *encoding;
    uint32_t n_bad;
    const char *text;
} BROKEN[] = {
    {BYTES("a\0b"), "UTF-16LE", 1, "a\uFFFD"},
    {BYTES("\0a\0"), "UTF-16BE", 1, "a\uFFFD"},
    {BYTES("a"), "UTF-16", 1, "\uFFFD"},
    {BYTES("\x3D\xD8x\0"), "UTF-16LE", 1, "\uFFFDx"},                       /* a high surrogate alone */
    {BYTES("\x3D\xD8"), "UTF-16LE", 1, "\uFFFD"},                           /* at the end */
    {BYTES("\x3D\xD8\x3D\xD8\x00\xDE"), "UTF-16LE", 1, "\uFFFD\U0001F600"}, /* before a pair */
    {BYTES("\xDE\0\0x"), "UTF-16BE", 1, "\uFFFDx"},                         /* a low one alone */
    {BYTES("a\0\0\0b\0\0"), "UTF-32LE", 1, "a\uFFFD"},
    {BYTES("\0\0\0"), "UTF-32BE", 1, "\uFFFD"},
    {BYTES("\0\x11\0\0\0\0\0a"), "UTF-32BE", 1, "\uFFFD\x61"}, /* beyond Unicode */
    {BYTES("\0\0\xD8\0\0\0\0a"), "UTF-32BE", 1, "\uFFFD\x61"},
    {BYTES("a\x81\x62"), "windows-1252", 1, "a\uFFFD\x62"},
    {BYTES("a\x98\x62"), "windows-1251", 1, "a\uFFFD\x62"},
    {BYTES("\xE9"), "US-ASCII", 1, "\uFFFD"},
    {BYTES("a\xB6"), "EUC-JP", 1, "a\uFFFD"}, /* cut off */
    {BYTES("\xB6 x"), "EUC-JP", 1, "\uFFFD x"},
    {BYTES("\x8F\xB0"), "EUC-JP", 2, "\uFFFD\uFFFD"},
    {BYTES("\x90\x30\x81"), "GB18030", 2, "\uFFFD\x30\uFFFD"},
    {BYTES("\xB6\xFF\xB6\xB6\xB6\xFF"), "EUC-KR", 4, "\uFFFD\uFFFD\xEB\x96\xB0\uFFFD\uFFFD"},
    {BYTES("x\x1B$"), "ISO-2022-JP", 1, "x\uFFFD$"},
    {BYTES("\x1B$B\x24\x2B"), "ISO-2022-JP-3", 0, "か"}, /* held back: a mark might follow */
    {BYTES("\xFF\xFF"), "UTF-8", 2, "\xFF\xFF"},
};

static void test_broken(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(BROKEN); i++) {
        decoding x;
        begin(&x, BROKEN[i].source, BROKEN[i].n, BROKEN[i].encoding);
        assert_text(&x.d, BROKEN[i].text, strlen(BROKEN[i].text));
        assert_int_equal(x.d.n_bad, BROKEN[i].n_bad);
        check_spans(&x.d, BROKEN[i].source, BROKEN[i].n, 0, NULL);
        test_arena_end(&x.t);
    }
}

/* Every beginning of every text in every encoding is read, and all of it has its place. */
static void test_every_length(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(NAMED); i++)
        for (size_t k = 0; NAMED[i].encodings[k] != NULL; k++) {
            const char *encoding = NAMED[i].encodings[k];
            bytes source = encode(strcmp(encoding, "utf_16be") == 0 ? "UTF-16BE" : encoding, NAMED[i].text);
            for (size_t n = 0; n < 40; n++) {
                decoding x;
                begin(&x, source.at, n, encoding);
                assert_true(x.d.n_bad <= 3);
                check_spans(&x.d, source.at, n, 0, NULL);
                test_arena_end(&x.t);
            }
        }
}

/* ---- Memory ---- */

static void fail_each(const char *encoding, const char *text, const char *given) {
    test_memory memory = test_memory_new();
    bytes source = encode(encoding, text);
    for (size_t n = 1;; n++) {
        sm_alloc alloc;
        sm_arena arena;
        sm_decoded d;
        sm_alloc_init(&alloc, test_memory_allocator(&memory), SIZE_MAX);
        sm_arena_init(&arena, &alloc);
        test_memory_fail(&memory, n, false);
        summ_status status = sm_decode(source.at, (uint32_t)source.n, given, &arena, &d);
        sm_arena_release(&arena);
        test_memory_end(&memory);
        assert_int_equal(status, test_memory_failed(&memory) ? SUMM_ERR_MEMORY : SUMM_OK);
        if (!test_memory_failed(&memory))
            break;
    }
}

static void test_no_memory(void **state) {
    (void)state;
    static char text[12000];
    for (size_t i = 0; i + 3 < sizeof text; i += 3)
        memcpy(text + i, i % 5 == 0 ? "ж " : "桥", 3 + (i % 5 != 0));
    fail_each("UTF-8", "Caf\xC3\xA9", NULL);
    fail_each("UTF-16LE", GERMAN, NULL);
    fail_each("UTF-32BE", text, "UTF-32");
    fail_each("windows-1251", RUSSIAN, "windows-1251");
    fail_each("GB18030", text, "GB18030");
    fail_each("windows-1251", RUSSIAN, NULL);
    fail_each("ISO-2022-JP", JAPANESE, "ISO-2022-JP");
}

/* ---- Through summ.h ---- */

typedef struct analysis {
    summ_engine *engine;
    summ_doc *doc;
    summ_sentences *all;
} analysis;

static void analyse(analysis *a, const char *text, size_t n, const char *encoding) {
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.encoding = encoding;
    assert_int_equal(summ_engine_new(NULL, &a->engine), SUMM_OK);
    assert_int_equal(summ_doc_new(a->engine, text, n, &options, &a->doc), SUMM_OK);
    assert_int_equal(summ_split(a->doc, &a->all), SUMM_OK);
}

static void analysis_end(analysis *a) {
    summ_sentences_free(a->all);
    summ_doc_free(a->doc);
    summ_engine_free(a->engine);
}

/* Sentences, lines and columns are those of the same text in UTF-8, and the bytes are the sentence. */
static void check_sentences(const char *text, const char *encoding) {
    bytes source = encode(encoding, text);
    analysis plain, other;
    analyse(&plain, text, strlen(text), NULL);
    analyse(&other, source.at, source.n, encoding);
    assert_int_equal(summ_sentences_count(plain.all), summ_sentences_count(other.all));
    assert_true(summ_sentences_count(plain.all) > 1);
    for (size_t i = 0; i < summ_sentences_count(plain.all); i++) {
        const summ_sentence *p = summ_sentences_at(plain.all, i), *o = summ_sentences_at(other.all, i);
        assert_string_equal(p->text, o->text);
        assert_true(p->line == o->line && p->column == o->column);
        bytes back = convert(encoding, "UTF-8", source.at + o->begin, o->end - o->begin);
        assert_int_equal(back.n, p->end - p->begin);
        assert_memory_equal(back.at, text + p->begin, back.n);
    }
    assert_int_equal(summ_doc_facts(other.doc)->n_bad_bytes, 0);
    analysis_end(&plain);
    analysis_end(&other);
}

static void test_sentences(void **state) {
    (void)state;
    for (size_t i = 0; i + 2 < COUNT_OF(NAMED); i++)
        for (size_t k = 0; NAMED[i].encodings[k] != NULL; k++)
            if (strcmp(NAMED[i].encodings[k], "utf_16be") != 0)
                check_sentences(NAMED[i].text, NAMED[i].encodings[k]);
}

static void test_what_the_document_says(void **state) {
    (void)state;
    analysis a;
    char name[] = "KOI8-R";
    analyse(&a, "\xF0\xD2\xC9.", 4, name);
    memset(name, 'x', sizeof name - 1); /* the document has its own copy */
    assert_string_equal(summ_doc_facts(a.doc)->encoding, "KOI8-R");
    assert_int_equal(summ_doc_facts(a.doc)->n_bad_bytes, 0);
    analysis_end(&a);
    analyse(&a, "b\xC3\xA9\xFF\xFF", 5, NULL);
    assert_string_equal(summ_doc_facts(a.doc)->encoding, "UTF-8");
    assert_int_equal(summ_doc_facts(a.doc)->n_bad_bytes, 2);
    analysis_end(&a);
    analyse(&a, NULL, 0, NULL);
    assert_string_equal(summ_doc_facts(a.doc)->encoding, "UTF-8");
    analysis_end(&a);
    assert_true(summ_has_encoding("auto") && summ_has_encoding("utf8") && summ_has_encoding("ISO-8859-1"));
    assert_false(summ_has_encoding(NULL) || summ_has_encoding("") || summ_has_encoding("klingon"));
}

static void test_refused(void **state) {
    (void)state;
    summ_engine *engine;
    summ_doc *doc = NULL;
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    assert_int_equal(summ_doc_new(engine, "%PDF-1.7\n", 9, &options, &doc), SUMM_ERR_BINARY);
    options.encoding = "auto";
    assert_int_equal(summ_doc_new(engine, "%PDF-1.7\n", 9, &options, &doc), SUMM_ERR_BINARY);
    options.encoding = "klingon";
    assert_int_equal(summ_doc_new(engine, "%PDF-1.7\n", 9, &options, &doc), SUMM_ERR_ENCODING);
    assert_null(doc);
    options.encoding = "UTF-8"; /* the caller's word that it is text */
    assert_int_equal(summ_doc_new(engine, "%PDF-1.7\n", 9, &options, &doc), SUMM_OK);
    summ_doc_free(doc);
    summ_engine_free(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_named),
        cmocka_unit_test(test_shift_states),
        cmocka_unit_test(test_runs_are_few),
        cmocka_unit_test(test_unknown_names),
        cmocka_unit_test(test_broken),
        cmocka_unit_test(test_every_length),
        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_what_the_document_says),
        cmocka_unit_test(test_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
