/* JSON: what is there is written, and numbers read back equal. That it follows the schema, tests/contract/schema_test.c
 * shows. */
#include "output/reports.h"

#define TEXT_FACTS                                                                                                     \
    "\"language\":{\"code\":\"en\",\"sureness\":0.30000000000000004,\"given\":false},\"format\":\"text\","             \
    "\"encoding\":\"UTF-8\",\"stats\":{\"bad_bytes\":1,\"bytes\":2,\"characters\":3,\"words\":4,\"sentences\":5,"      \
    "\"paragraphs\":6,\"stems\":7,\"reading_seconds\":8"

static summ_facts facts(void) {
    return (summ_facts){.format = "text",
                        .language = "en",
                        .language_sureness = 0.1 + 0.2,
                        .encoding = "UTF-8",
                        .n_bad_bytes = 1,
                        .n_bytes = 2,
                        .n_chars = 3,
                        .n_words = 4,
                        .n_sentences = 5,
                        .n_paragraphs = 6,
                        .n_stems = 7,
                        .reading_seconds = 8};
}

static void test_nothing(void **state) {
    (void)state;
    test_written("json", &(sm_report){0}, "{\"options\":{}}");
    test_written("json", &(sm_report){.name = "a\"\xFF"}, "{\"file\":\"a\\\"\xEF\xBF\xBD\",\"options\":{}}");
}

static void test_frame(void **state) {
    (void)state;
    const char *const *parts = test_writer("json")->frame->parts;
    assert_string_equal(parts[SUMM_FRAME_BEGIN], "{\"summ\":\"" SUMM_VERSION "\",\"schema\":1,\"documents\":[\n");
    assert_string_equal(parts[SUMM_FRAME_BETWEEN], ",\n");
    assert_string_equal(parts[SUMM_FRAME_END], "\n]}\n");
}

static void test_facts(void **state) {
    (void)state;
    static const char *const WARNINGS[] = {"one \"bad\"", "two"};
    summ_facts f = facts();
    sm_report report = {.name = "a.txt", .facts = &f, .language = "en"};
    test_written("json", &report, "{\"file\":\"a.txt\"," TEXT_FACTS "},\"warnings\":[],\"options\":{}}");
    f.title = "The\\Title";
    f.warnings = WARNINGS;
    f.n_warnings = 2;
    report.name = NULL;
    report.stats = report.has_kept = true;
    report.n_kept_sentences = report.n_kept_words = 1;
    test_written("json", &report,
                 "{\"title\":\"The\\\\Title\"," TEXT_FACTS
                 ",\"kept_sentences\":1,\"kept_words\":1,\"kept_share\":0.25},"
                 "\"warnings\":[\"one \\\"bad\\\"\",\"two\"],\"options\":{}}");
    test_failing_writes("json", &report);
}

#define SENTENCE                                                                                                       \
    "{\"text\":\"Lit.\",\"score\":0.6666666666666666,\"rank\":1,\"begin\":10,\"end\":14,\"line\":2,\"column\":3,"      \
    "\"index\":6,\"paragraph\":7,\"words\":1,\"chars\":4,\"truncated\":false}"

static void test_results(void **state) {
    (void)state;
    summ_sentence s = test_sentence("Lit.", 2.0 / 3, 1);
    summ_phrase p = test_phrase("lantern", 1, 1);
    s.index = 6;
    s.block = 7;
    s.n_words = 1;
    s.n_chars = 4;
    sm_report report = {.sentences = &s, .n_sentences = 1, .phrases = &p};
    test_written("json", &report, "{\"options\":{},\"summary\":[" SENTENCE "],\"keywords\":[]}");
    report = (sm_report){.phrases = &p, .n_phrases = 1, .summary_name = "x", .keywords_name = "y"};
    test_written(
        "json", &report,
        "{\"options\":{},\"keywords\":[{\"text\":\"lantern\",\"score\":1,\"rank\":1,\"begin\":40,\"end\":47,"
        "\"line\":4,\"column\":5,\"count\":2,\"forms\":[{\"text\":\"kettle\",\"count\":1},{\"text\":\"Kettles\","
        "\"count\":1}],\"occurrences\":[{\"begin\":40,\"end\":47,\"line\":4,\"column\":5},{\"begin\":80,"
        "\"end\":87,\"line\":8,\"column\":9}],\"stem\":\"kettl\"}]}");
    test_failing_writes("json", &report);
}

static void test_options(void **state) {
    (void)state;
    static const char *const MUST[] = {"a \"b\"", "c"};
    summ_summary_options o;
    summ_keyword_options k;
    summ_summary_options_init(&o, sizeof o);
    summ_keyword_options_init(&k, sizeof k);
    o.algorithm = "lead";
    o.diversity = 0.7;
    k.algorithm = "count";
    sm_report report = {.summary_options = &o};
    test_written(
        "json", &report,
        "{\"options\":{\"summary\":{\"algorithm\":\"lead\",\"diversity\":0.7,\"order\":\"position\",\"seed\":0,"
        "\"must\":[],\"known\":false,\"no_quotes\":false,\"no_questions\":false,\"trim\":false,"
        "\"truncate\":false,\"outline\":false}}}");
    o.max_sentences = 0;
    o.max_words = 1;
    o.max_chars = 2;
    o.max_percent = 12.5;
    o.order = SUMM_ORDER_SCORE;
    o.query = "q";
    o.must = MUST;
    o.n_must = 2;
    o.trim = o.truncate = o.no_quotes = o.no_questions = 1;
    report.keyword_options = &k;
    test_written(
        "json", &report,
        "{\"options\":{\"summary\":{\"algorithm\":\"lead\",\"max_sentences\":0,\"max_words\":1,\"max_chars\":2,"
        "\"max_percent\":12.5,\"diversity\":0.7,\"order\":\"score\",\"seed\":0,\"query\":\"q\","
        "\"must\":[\"a \\\"b\\\"\",\"c\"],\"known\":false,\"no_quotes\":true,\"no_questions\":true,\"trim\":true,"
        "\"truncate\":true,\"outline\":false},\"keywords\":{\"algorithm\":\"count\",\"max_phrases\":10,\"min_words\":1,"
        "\"max_words\":4,\"overlap\":true,\"against\":false}}}");
    test_failing_writes("json", &report);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing), cmocka_unit_test(test_frame),   cmocka_unit_test(test_facts),
        cmocka_unit_test(test_results), cmocka_unit_test(test_options),
    };
    return cmocka_run_group_tests_name("output/json", tests, NULL, NULL);
}
