/* Memory: the caller's allocator serves every call, within max_memory, and gets all of it back. */
#include "support/document.h"

typedef summ_status (*operation)(const summ_engine *engine, const summ_doc *doc);

static test_text sample(void) {
    test_text text = {0};
    test_random r = {12};
    test_text_put(&text, "Harbour lights\n\n");
    test_text_add_sentences(&text, &r, 120, 30, 4, 14);
    return text;
}

static summ_engine *new_engine(test_memory *memory, size_t max_memory) {
    summ_engine *engine;
    summ_engine_options options;
    summ_engine_options_init(&options, sizeof options);
    options.allocator = test_memory_allocator(memory);
    options.max_memory = max_memory;
    assert_int_equal(summ_engine_new(&options, &engine), SUMM_OK);
    return engine;
}

static summ_status make_doc(const summ_engine *engine, const summ_doc *doc) {
    (void)doc;
    test_text text = sample();
    summ_doc *made = NULL;
    summ_status status = summ_doc_new(engine, text.at, text.n, NULL, &made);
    assert_true((made != NULL) == (status == SUMM_OK));
    summ_doc_free(made);
    test_text_end(&text);
    return status;
}

static summ_status summarize(const summ_engine *engine, const summ_doc *doc) {
    (void)engine;
    summ_sentences *made = NULL;
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    options.max_words = 60;
    summ_status status = summ_summarize(doc, &options, &made);
    assert_true((made != NULL) == (status == SUMM_OK));
    summ_sentences_free(made);
    return status;
}

static summ_status split(const summ_engine *engine, const summ_doc *doc) {
    (void)engine;
    summ_sentences *made = NULL;
    summ_status status = summ_split(doc, &made);
    assert_true((made != NULL) == (status == SUMM_OK));
    summ_sentences_free(made);
    return status;
}

static summ_status rank(const summ_engine *engine, const summ_doc *doc) {
    (void)engine;
    summ_sentences *made = NULL;
    summ_status status = summ_rank(doc, NULL, &made);
    assert_true((made != NULL) == (status == SUMM_OK));
    summ_sentences_free(made);
    return status;
}

static summ_status find_phrases(const summ_engine *engine, const summ_doc *doc) {
    (void)engine;
    summ_phrases *made = NULL;
    summ_status status = summ_keywords(doc, NULL, &made);
    assert_true((made != NULL) == (status == SUMM_OK));
    summ_phrases_free(made);
    return status;
}

static const operation OPERATIONS[] = {make_doc, summarize, split, rank, find_phrases};

/* Each allocation of each operation fails in turn; nothing leaks, and afterwards the same handles serve again. */
static void test_each_allocation(void **state) {
    (void)state;
    test_text text = sample();
    for (size_t k = 0; k < COUNT_OF(OPERATIONS); k++)
        for (int after = 0; after < 2; after++) {
            test_memory memory = test_memory_new();
            summ_engine *engine = new_engine(&memory, SUMM_NO_LIMIT);
            summ_doc *doc;
            assert_int_equal(summ_doc_new(engine, text.at, text.n, NULL, &doc), SUMM_OK);
            for (size_t n = 1, bytes = memory.bytes;; n++) {
                test_memory_fail(&memory, n, after != 0);
                summ_status status = OPERATIONS[k](engine, doc);
                assert_int_equal(memory.bytes, bytes);
                assert_int_equal(status, test_memory_failed(&memory) ? SUMM_ERR_MEMORY : SUMM_OK);
                if (status == SUMM_OK)
                    break;
            }
            test_memory_fail(&memory, 0, false);
            summ_doc_free(doc);
            summ_engine_free(engine);
            test_memory_end(&memory);
        }
    test_text_end(&text);
}

/* Makes the document under a ceiling; fails if it holds more. */
static summ_status make_within(size_t max_memory) {
    test_memory memory = test_memory_new();
    summ_engine *engine = new_engine(&memory, max_memory);
    size_t before = memory.peak = memory.bytes;
    summ_status status = make_doc(engine, NULL);
    assert_true(memory.peak - before <= max_memory);
    summ_engine_free(engine);
    test_memory_end(&memory);
    return status;
}

static void test_ceiling_of_documents(void **state) {
    (void)state;
    bool succeeded = false;
    assert_int_equal(make_within(0), SUMM_ERR_MEMORY);
    for (size_t max_memory = 100; max_memory < 4000000; max_memory += max_memory / 3) {
        summ_status status = make_within(max_memory);
        assert_true(status == SUMM_ERR_MEMORY || status == SUMM_OK);
        assert_true(status == SUMM_OK || !succeeded); /* more memory never makes it worse */
        succeeded = succeeded || status == SUMM_OK;
    }
    assert_true(succeeded);
}

/* One selection under ever larger ceilings, until there is room for it. */
static void check_ceiling_of(operation run) {
    test_text text = sample();
    for (size_t max_memory = 1000;; max_memory += 1000 + max_memory / 64) {
        test_memory memory = test_memory_new();
        summ_engine *engine = new_engine(&memory, max_memory);
        summ_doc *doc = NULL;
        summ_status status = summ_doc_new(engine, text.at, text.n, NULL, &doc);
        size_t before = memory.peak = memory.bytes;
        if (status == SUMM_OK)
            status = run(engine, doc);
        assert_true(status == SUMM_OK || status == SUMM_ERR_MEMORY);
        if (memory.peak - before > max_memory)
            fail_msg("%zu bytes held, %zu allowed", memory.peak - before, max_memory);
        summ_doc_free(doc);
        summ_engine_free(engine);
        test_memory_end(&memory);
        if (status == SUMM_OK)
            break;
    }
    test_text_end(&text);
}

/* A knapsack over many sentences takes more than the document. */
static summ_status summarize_long(const summ_engine *engine, const summ_doc *doc) {
    (void)engine;
    summ_sentences *made = NULL;
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    options.max_chars = 3000;
    summ_status status = summ_summarize(doc, &options, &made);
    summ_sentences_free(made);
    return status;
}

static void test_ceiling_of_summaries(void **state) {
    (void)state;
    check_ceiling_of(summarize);
    check_ceiling_of(summarize_long);
    check_ceiling_of(rank);
}

static summ_status find_long_phrases(const summ_engine *engine, const summ_doc *doc) {
    (void)engine;
    summ_phrases *made = NULL;
    summ_keyword_options options;
    summ_keyword_options_init(&options, sizeof options);
    options.max_phrases = SUMM_NO_LIMIT;
    options.max_words = 8;
    summ_status status = summ_keywords(doc, &options, &made);
    summ_phrases_free(made);
    return status;
}

static void test_ceiling_of_phrases(void **state) {
    (void)state;
    check_ceiling_of(find_phrases);
    check_ceiling_of(find_long_phrases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_allocation),
        cmocka_unit_test(test_ceiling_of_documents),
        cmocka_unit_test(test_ceiling_of_summaries),
        cmocka_unit_test(test_ceiling_of_phrases),
    };
    return cmocka_run_group_tests_name("api/memory", tests, NULL, NULL);
}
