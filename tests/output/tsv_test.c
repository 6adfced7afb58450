/* A table: ten columns, whatever stands in them. */
#include "output/reports.h"

static void test_empty(void **state) {
    (void)state;
    test_written("tsv", &(sm_report){0}, "");
    test_written("tsv", &(sm_report){.name = "a.txt", .language = "en"}, "");
    assert_string_equal(test_writer("tsv")->frame->parts[SUMM_FRAME_BEGIN],
                        "kind\tfile\tline\tcolumn\tbegin\tend\trank\tscore\tcount\ttext\n");
    assert_string_equal(test_writer("tsv")->frame->parts[SUMM_FRAME_BETWEEN], "");
    assert_string_equal(test_writer("tsv")->frame->parts[SUMM_FRAME_END], "");
}

static void test_results(void **state) {
    (void)state;
    const summ_sentence two[] = {test_sentence("Lit.", 0.25, 1), test_sentence("Unlit.", 1, 2)};
    const summ_phrase phrase = test_phrase("lantern", 0.5, 1);
    sm_report report = {.name = "a\tb\n.txt", .sentences = two, .n_sentences = 2, .phrases = &phrase, .n_phrases = 1};
    test_written("tsv", &report,
                 "sentence\ta?b?.txt\t2\t3\t10\t14\t1\t0.250000\t\tLit.\n"
                 "sentence\ta?b?.txt\t3\t4\t20\t26\t2\t1.000000\t\tUnlit.\n"
                 "phrase\ta?b?.txt\t4\t5\t40\t47\t1\t0.500000\t2\tlantern\n");
    test_failing_writes("tsv", &report);
    report.n_sentences = 0;
    report.offsets = true;
    report.name = NULL;
    test_written("tsv", &report,
                 "phrase\t\t4\t5\t40\t47\t1\t0.500000\t2\tlantern\n"
                 "phrase\t\t8\t9\t80\t87\t1\t0.500000\t2\tlantern\n");
}

/* All sentences have neither rank nor score. */
static void test_unranked(void **state) {
    (void)state;
    summ_sentence s = test_sentence("Lit.", 0, 1);
    s.rank = 0;
    test_written("tsv", &(sm_report){.sentences = &s, .n_sentences = 1}, "sentence\t\t2\t3\t10\t14\t\t\t\tLit.\n");
}

static void test_names(void **state) {
    (void)state;
    static const char *const NAMES[] = {"a.txt", "b.txt"};
    static const summ_span SPANS[] = {{40, 47, 4, 5, 1}, {80, 87, 8, 9, 0}};
    summ_phrase phrase = test_phrase("lantern", 1, 1);
    phrase.occurrences = SPANS;
    const sm_report report = {.names = NAMES, .n_names = 2, .phrases = &phrase, .n_phrases = 1, .offsets = true};
    test_written("tsv", &report,
                 "phrase\tb.txt\t4\t5\t40\t47\t1\t1.000000\t2\tlantern\n"
                 "phrase\ta.txt\t8\t9\t80\t87\t1\t1.000000\t2\tlantern\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_results),
        cmocka_unit_test(test_unranked),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests_name("output/tsv", tests, NULL, NULL);
}
