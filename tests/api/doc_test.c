/* Making documents: arguments, limits, languages. */
#include "support/document.h"

#define TEXT "The lantern of the harbour was lit. Two ferries left the island at night."

static summ_engine *engine_with(size_t max_bytes, size_t max_memory) {
    summ_engine *engine;
    summ_engine_options options;
    summ_engine_options_init(&options, sizeof options);
    options.max_bytes = max_bytes;
    options.max_memory = max_memory;
    assert_int_equal(summ_engine_new(&options, &engine), SUMM_OK);
    return engine;
}

static void test_arguments(void **state) {
    (void)state;
    summ_engine *engine = engine_with(SUMM_NO_LIMIT, SUMM_NO_LIMIT);
    summ_doc *doc = NULL;
    summ_doc_options options;
    assert_int_equal(summ_doc_new(NULL, TEXT, sizeof TEXT - 1, NULL, &doc), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_doc_new(engine, TEXT, sizeof TEXT - 1, NULL, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_doc_new(engine, NULL, 1, NULL, &doc), SUMM_ERR_ARGUMENT);
    summ_doc_options_init(&options, sizeof options);
    options.struct_size = 0;
    assert_int_equal(summ_doc_new(engine, TEXT, sizeof TEXT - 1, &options, &doc), SUMM_ERR_ARGUMENT);
    options.struct_size = sizeof options;
    options.language = "klingon";
    assert_int_equal(summ_doc_new(engine, TEXT, sizeof TEXT - 1, &options, &doc), SUMM_ERR_LANGUAGE);
    options.language = NULL;
    options.format = "parchment";
    assert_int_equal(summ_doc_new(engine, TEXT, sizeof TEXT - 1, &options, &doc), SUMM_ERR_NAME);
    assert_null(doc);
    assert_int_equal(summ_doc_new(engine, NULL, 0, NULL, &doc), SUMM_OK);
    summ_doc_free(doc);
    summ_engine_free(engine);
}

static void test_max_bytes(void **state) {
    (void)state;
    summ_engine *engine = engine_with(sizeof TEXT - 1, SUMM_NO_LIMIT);
    summ_doc *doc = NULL;
    assert_int_equal(summ_doc_new(engine, TEXT, sizeof TEXT, NULL, &doc), SUMM_ERR_TOO_LARGE);
    assert_null(doc);
    assert_int_equal(summ_doc_new(engine, TEXT, sizeof TEXT - 1, NULL, &doc), SUMM_OK);
    summ_doc_free(doc);
    summ_engine_free(engine);
    engine = engine_with(0, SUMM_NO_LIMIT);
    assert_int_equal(summ_doc_new(engine, TEXT, 1, NULL, &doc), SUMM_ERR_TOO_LARGE);
    assert_int_equal(summ_doc_new(engine, TEXT, 0, NULL, &doc), SUMM_OK);
    summ_doc_free(doc);
    summ_engine_free(engine);
}

/* Offsets have 32 bits. The size is refused before a byte is read. */
static void test_four_gigabytes(void **state) {
    (void)state;
    summ_engine *engine = engine_with(SUMM_NO_LIMIT, 1 << 20);
    summ_doc *doc = NULL;
    assert_int_equal(summ_doc_new(engine, TEXT, (size_t)UINT32_MAX + 1, NULL, &doc), SUMM_ERR_TOO_LARGE);
    assert_int_equal(summ_doc_new(engine, TEXT, SIZE_MAX, NULL, &doc), SUMM_ERR_TOO_LARGE);
    assert_int_equal(summ_doc_new(engine, TEXT, (size_t)UINT32_MAX - 1, NULL, &doc), SUMM_ERR_MEMORY);
    assert_null(doc);
    summ_engine_free(engine);
}

static const struct {
    const char *language, *text, *code;
} LANGUAGES[] = {
    {NULL, TEXT, "en"},
    {"auto", TEXT, "en"},
    {"German", TEXT, "de"},
    {"pt-BR", TEXT, "pt"},
    {"en-x-porter", TEXT, "en-x-porter"},
    {NULL, "Das Boot und der Hafen sind nicht weit von hier.", "de"},
    {"en", "Das Boot und der Hafen sind nicht weit von hier.", "en"},
    {NULL, "", "und"},
    {NULL, "17 + 4", "und"},
};

static void test_languages(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(LANGUAGES); i++) {
        test_api api;
        test_api_begin(&api, LANGUAGES[i].text, strlen(LANGUAGES[i].text), LANGUAGES[i].language);
        assert_string_equal(summ_doc_facts(api.doc)->language, LANGUAGES[i].code);
        test_api_end(&api);
    }
}

/* A document holds a copy of its text. */
static void test_copy(void **state) {
    (void)state;
    char text[] = TEXT;
    test_api api;
    summ_sentences *all;
    test_api_begin(&api, text, sizeof text - 1, "en");
    memset(text, 'x', sizeof text);
    assert_int_equal(summ_split(api.doc, &all), SUMM_OK);
    assert_int_equal(summ_sentences_count(all), 2);
    assert_string_equal(summ_sentences_at(all, 0)->text, "The lantern of the harbour was lit.");
    summ_sentences_free(all);
    test_api_end(&api);
}

static void *count(void *context, void *block, size_t old_bytes, size_t new_bytes) {
    *(size_t *)context += new_bytes > old_bytes ? new_bytes - old_bytes : 0;
    if (new_bytes > 0)
        return realloc(block, new_bytes);
    free(block);
    return NULL;
}

/* What is allocated for a document. */
static size_t bytes_of(const char *text, size_t n, const char *encoding, int borrow) {
    size_t total = 0;
    summ_engine *engine;
    summ_doc *doc;
    summ_engine_options engine_options;
    summ_doc_options options;
    summ_engine_options_init(&engine_options, sizeof engine_options);
    engine_options.allocator = (summ_allocator){count, &total};
    assert_int_equal(summ_engine_new(&engine_options, &engine), SUMM_OK);
    summ_doc_options_init(&options, sizeof options);
    options.borrow = borrow;
    options.encoding = encoding;
    total = 0;
    assert_int_equal(summ_doc_new(engine, text, n, &options, &doc), SUMM_OK);
    summ_doc_free(doc);
    summ_engine_free(engine);
    return total;
}

/* A document that borrows its text has no copy, unless the text has to be converted. */
static void test_borrowed_text(void **state) {
    (void)state;
    static char text[40000];
    for (size_t i = 0; i < sizeof text; i += 8)
        memcpy(text + i, "One dog.", 8);
    assert_true(bytes_of(text, sizeof text, "UTF-8", 0) >= bytes_of(text, sizeof text, "UTF-8", 1) + sizeof text);
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = i % 2 == 0 ? 'a' : '\0';
    assert_int_equal(bytes_of(text, sizeof text, "UTF-16LE", 0), bytes_of(text, sizeof text, "UTF-16LE", 1));
}

static void check_said(const char *text, size_t n, const char *format, const char *given, const char *title,
                       const char *author, const char *date) {
    summ_engine *engine = engine_with(SUMM_NO_LIMIT, SUMM_NO_LIMIT);
    summ_doc *doc;
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.format = format;
    options.title = given;
    summ_status status = summ_doc_new(engine, text, n, &options, &doc);
    if (status != SUMM_ERR_MISSING) {
        assert_int_equal(status, SUMM_OK);
        const char *const said[] = {summ_doc_facts(doc)->title, summ_doc_facts(doc)->author, summ_doc_facts(doc)->date};
        const char *const expected[] = {title, author, date};
        for (size_t i = 0; i < 3; i++)
            if (expected[i] == NULL)
                assert_null(said[i]);
            else
                assert_string_equal(said[i], expected[i]);
        summ_doc_free(doc);
    }
    summ_engine_free(engine);
}

#define SAID(text, format, ...) check_said(text, sizeof(text) - 1, format, __VA_ARGS__)

static void test_what_documents_say_of_themselves(void **state) {
    (void)state;
    SAID("Harbour  lights\n\n" TEXT, NULL, NULL, "Harbour lights", NULL, NULL);
    SAID("Harbour\xFF\tlights\n\n" TEXT, NULL, NULL, "Harbour\xEF\xBF\xBD lights", NULL, NULL);
    SAID(TEXT, NULL, NULL, NULL, NULL, NULL);
    SAID(TEXT, NULL, "A  title", "A title", NULL, NULL);
    SAID("Harbour lights\n\n" TEXT, NULL, "", "Harbour lights", NULL, NULL);
    SAID("", NULL, NULL, NULL, NULL, NULL);
    SAID("<title>Harbour &amp; lights | Post</title><meta name=author content=Ada><meta name=date content='3 May 2031'>"
         "<p>" TEXT,
         "html", NULL, "Harbour & lights", "Ada", "2031-05-03");
    SAID("<title>Harbour</title><p>" TEXT, "html", "Given", "Given", NULL, NULL);
    SAID("---\nauthor: Ada\ndate: 2031\n---\n# Harbour\n\n" TEXT, "markdown", NULL, "Harbour", "Ada", "2031");
}

/* What one of several texts says is not true of all. */
static void test_merged_documents_say_nothing(void **state) {
    (void)state;
    static const char text[] = "---\ntitle: Lights\nauthor: Ada\n---\n" TEXT;
    const summ_part parts[] = {{.text = text, .n_bytes = sizeof text - 1}, {.text = text, .n_bytes = sizeof text - 1}};
    summ_engine *engine = engine_with(SUMM_NO_LIMIT, SUMM_NO_LIMIT);
    summ_doc *doc;
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.format = "markdown";
    for (size_t n = 1; n <= 2; n++) {
        summ_status status = summ_doc_new_merged(engine, parts, n, &options, &doc);
        if (status == SUMM_ERR_MISSING)
            break;
        assert_int_equal(status, SUMM_OK);
        assert_int_equal(summ_doc_facts(doc)->title != NULL, n == 1);
        assert_int_equal(summ_doc_facts(doc)->author != NULL, n == 1);
        summ_doc_free(doc);
    }
    summ_engine_free(engine);
}

/* Members behind the caller's struct keep their defaults. */
static void test_struct_sizes(void **state) {
    (void)state;
    summ_engine *engine = engine_with(SUMM_NO_LIMIT, SUMM_NO_LIMIT);
    summ_doc *doc = NULL;
    struct {
        summ_doc_options known;
        const char *unknown;
    } options;
    summ_doc_options_init(&options.known, sizeof options);
    assert_true(options.unknown == NULL && options.known.language == NULL && options.known.format == NULL);
    options.unknown = "parchment";
    options.known.format = "text";
    assert_int_equal(summ_doc_new(engine, TEXT, sizeof TEXT - 1, &options.known, &doc), SUMM_OK);
    summ_doc_free(doc);
    options.known.format = "parchment";
    options.known.struct_size = offsetof(summ_doc_options, format);
    assert_int_equal(summ_doc_new(engine, TEXT, sizeof TEXT - 1, &options.known, &doc), SUMM_OK);
    summ_doc_free(doc);
    summ_engine_free(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_max_bytes),
        cmocka_unit_test(test_four_gigabytes),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_copy),
        cmocka_unit_test(test_borrowed_text),
        cmocka_unit_test(test_struct_sizes),
        cmocka_unit_test(test_what_documents_say_of_themselves),
        cmocka_unit_test(test_merged_documents_say_nothing),
    };
    return cmocka_run_group_tests_name("api/doc", tests, NULL, NULL);
}
