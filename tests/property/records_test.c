/* Properties of records: JSON Lines that the command reads and writes, with documents made up in several scripts. */
#define _POSIX_C_SOURCE 200809L
#include "support/generated.h"

#include <jansson.h>
#include <unistd.h>

enum {
    RECORDS = 120
};

/* UTF-8 only: what JSON can hold. */
static test_text record_text(uint64_t seed) {
    return test_generated("text", seed - seed % 5 + seed % 4);
}

static void write_records(const char *path) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    for (uint64_t seed = 0; seed < RECORDS; seed++) {
        test_text text = record_text(seed);
        json_t *record =
            json_pack("{s:I, s:s%, s:[n, f, b]}", "id", (json_int_t)seed, "text", text.at, text.n, "other", 0.5, 1);
        assert_non_null(record);
        assert_int_equal(json_dumpf(record, file, JSON_COMPACT), 0);
        assert_int_not_equal(fputc('\n', file), EOF);
        json_decref(record);
        test_text_end(&text);
    }
    assert_int_equal(fclose(file), 0);
}

static const char *command(void) {
    const char *name = getenv("SUMM_COMMAND");
    return name != NULL ? name : "./summ";
}

static test_text run(const char *arguments, const char *path) {
    char line[512], buffer[4096];
    test_text out = {0};
    snprintf(line, sizeof line, "'%s' --no-config %s -F jsonl <'%s'", command(), arguments, path);
    FILE *pipe = popen(line, "r");
    assert_non_null(pipe);
    test_text_put(&out, "");
    for (size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        test_text_add(&out, buffer, n);
    assert_int_equal(pclose(pipe), 0);
    return out;
}

/* The summary in a record is that of its text alone. */
static void check_summary(const json_t *array, const test_text *text) {
    summ_summary_options options;
    summ_sentences *summary;
    test_api api;
    test_api_begin(&api, text->at, text->n, NULL);
    summ_summary_options_init(&options, sizeof options);
    options.max_sentences = 2;
    assert_int_equal(summ_summarize(api.doc, &options, &summary), SUMM_OK);
    assert_int_equal(json_array_size(array), summ_sentences_count(summary));
    for (size_t i = 0; i < json_array_size(array); i++)
        assert_string_equal(json_string_value(json_array_get(array, i)), summ_sentences_at(summary, i)->text);
    summ_sentences_free(summary);
    test_api_end(&api);
}

static void check_record(const char *line, size_t n, uint64_t seed) {
    json_t *record = json_loadb(line, n, JSON_REJECT_DUPLICATES, NULL);
    test_text text = record_text(seed);
    assert_non_null(record);
    assert_true(json_integer_value(json_object_get(record, "id")) == (json_int_t)seed);
    const json_t *kept = json_object_get(record, "text");
    assert_int_equal(json_string_length(kept), text.n);
    assert_memory_equal(json_string_value(kept), text.at, text.n);
    assert_int_equal(json_array_size(json_object_get(record, "other")), 3);
    assert_non_null(json_object_get(record, "keywords"));
    check_summary(json_object_get(record, "summary"), &text);
    json_decref(record);
    test_text_end(&text);
}

static void test_records(void **state) {
    (void)state;
    char path[] = "/tmp/summ-records-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0 && close(descriptor) == 0);
    write_records(path);
    test_text one = run("-n 2 -k 3 -j 1", path), four = run("-n 2 -k 3 -j 4", path);
    assert_int_equal(one.n, four.n);
    assert_memory_equal(one.at, four.at, one.n);
    uint64_t seed = 0;
    for (const char *at = one.at, *end; (end = strchr(at, '\n')) != NULL; at = end + 1)
        check_record(at, (size_t)(end - at), seed++);
    assert_int_equal(seed, RECORDS);
    test_text_end(&one);
    test_text_end(&four);
    assert_int_equal(unlink(path), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records),
    };
    return cmocka_run_group_tests_name("property/records", tests, NULL, NULL);
}
