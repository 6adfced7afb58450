/* Engines, and what can be asked without one. */
#include "support/document.h"

static void test_arguments(void **state) {
    (void)state;
    summ_engine *engine = NULL;
    summ_engine_options options;
    assert_int_equal(summ_engine_new(NULL, NULL), SUMM_ERR_ARGUMENT);
    summ_engine_options_init(&options, sizeof options);
    for (size_t size = 0; size < sizeof(size_t); size++) {
        options.struct_size = size;
        assert_int_equal(summ_engine_new(&options, &engine), SUMM_ERR_ARGUMENT);
        assert_null(engine);
    }
    summ_engine_free(NULL);
    summ_doc_free(NULL);
    summ_sentences_free(NULL);
    summ_phrases_free(NULL);
    summ_free(NULL);
}

static void test_defaults(void **state) {
    (void)state;
    summ_engine *engine;
    summ_engine_options options;
    summ_engine_options_init(&options, sizeof options);
    assert_int_equal(options.struct_size, sizeof options);
    assert_true(options.max_bytes == SUMM_NO_LIMIT && options.max_memory == SUMM_NO_LIMIT);
    assert_true(options.allocator.resize == NULL);
    assert_int_equal(summ_engine_new(&options, &engine), SUMM_OK);
    summ_engine_free(engine);
    assert_int_equal(summ_engine_new(NULL, &engine), SUMM_OK);
    summ_engine_free(engine);
}

static void test_allocator(void **state) {
    (void)state;
    summ_engine *engine = NULL;
    summ_engine_options options;
    test_memory memory = test_memory_new();
    summ_engine_options_init(&options, sizeof options);
    options.allocator = test_memory_allocator(&memory);
    test_memory_fail(&memory, 1, true);
    assert_int_equal(summ_engine_new(&options, &engine), SUMM_ERR_MEMORY);
    assert_null(engine);
    test_memory_fail(&memory, 0, false);
    assert_int_equal(summ_engine_new(&options, &engine), SUMM_OK);
    assert_true(memory.blocks > 0);
    summ_engine_free(engine);
    test_memory_end(&memory);
}

/* A program compiled against an older header has a shorter struct, one against a newer header a longer one. */
static void test_struct_sizes(void **state) {
    (void)state;
    struct {
        summ_engine_options known;
        char unknown[64];
    } newer;
    memset(&newer, 0x5A, sizeof newer);
    summ_engine_options_init(&newer.known, sizeof newer);
    assert_int_equal(newer.known.struct_size, sizeof newer);
    for (size_t i = 0; i < sizeof newer.unknown; i++)
        assert_int_equal(newer.unknown[i], 0);
    newer.unknown[0] = 1;
    newer.known.max_bytes = 4;
    summ_engine *engine;
    summ_doc *doc = NULL;
    assert_int_equal(summ_engine_new(&newer.known, &engine), SUMM_OK);
    assert_int_equal(summ_doc_new(engine, "12345", 5, NULL, &doc), SUMM_ERR_TOO_LARGE);
    assert_null(doc);
    summ_engine_free(engine);

    summ_engine_options older;
    size_t size = offsetof(summ_engine_options, max_bytes);
    memset(&older, 0, sizeof older); /* what lies behind the older struct is not read */
    summ_engine_options_init(&older, size);
    assert_int_equal(older.struct_size, size);
    assert_int_equal(older.max_bytes, 0);
    assert_int_equal(summ_engine_new(&older, &engine), SUMM_OK);
    assert_int_equal(summ_doc_new(engine, "12345", 5, NULL, &doc), SUMM_OK);
    summ_doc_free(doc);
    summ_engine_free(engine);
}

static void test_status_messages(void **state) {
    (void)state;
    for (int i = SUMM_OK; i <= SUMM_ERR_CANCELLED; i++)
        for (int k = SUMM_OK; k < i; k++)
            assert_string_not_equal(summ_status_message((summ_status)i), summ_status_message((summ_status)k));
    assert_non_null(summ_status_message((summ_status)(SUMM_ERR_CANCELLED + 1)));
    assert_non_null(summ_status_message((summ_status)-1));
    assert_string_equal(summ_status_message(SUMM_ERR_MEMORY), "out of memory");
}

static void test_version(void **state) {
    (void)state;
    int major, minor, patch, n = 0;
    assert_string_equal(summ_version(), SUMM_VERSION);
    assert_int_equal(sscanf(summ_version(), "%d.%d.%d%n", &major, &minor, &patch, &n), 3);
    assert_int_equal(n, strlen(summ_version()));
    size_t i = 0;
    for (; summ_feature(i) != NULL; i++)
        assert_true(strlen(summ_feature(i)) > 0);
    assert_true(i > 0);
    assert_null(summ_feature(i + 1));
    assert_null(summ_feature(SIZE_MAX));
}

static const struct {
    const char *name, *code;
} LANGUAGES[] = {
    {"en", "en"},    {"EN", "en"}, {"eng", "en"},      {"English", "en"}, {"en-US", "en"},
    {"pt-BR", "pt"}, {"nb", "no"}, {"deu", "de"},      {"GERMAN", "de"},  {"xx", NULL},
    {"", NULL},      {"e", NULL},  {"englisch", NULL}, {"en US", NULL},   {"de-Latn-AT-1901", "de"},
    {"auto", NULL},  {NULL, NULL},
};

static void test_languages(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(LANGUAGES); i++) {
        const char *code = summ_language_code(LANGUAGES[i].name);
        if ((code == NULL) != (LANGUAGES[i].code == NULL) || (code != NULL && strcmp(code, LANGUAGES[i].code) != 0))
            fail_msg("%s: %s", LANGUAGES[i].name, code);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arguments),    cmocka_unit_test(test_defaults),        cmocka_unit_test(test_allocator),
        cmocka_unit_test(test_struct_sizes), cmocka_unit_test(test_status_messages), cmocka_unit_test(test_version),
        cmocka_unit_test(test_languages),
    };
    return cmocka_run_group_tests_name("api/engine", tests, NULL, NULL);
}
