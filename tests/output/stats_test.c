/* What is counted, in every format that tells. */
#include "output/reports.h"
#include "output/stats.h"

static summ_facts facts(void) {
    return (summ_facts){.format = "text",
                        .language = "en",
                        .language_sureness = 0.75,
                        .encoding = "win\xFF\t1252",
                        .n_bad_bytes = 1,
                        .n_bytes = 2,
                        .n_chars = 3,
                        .n_words = 4,
                        .n_sentences = 5,
                        .n_paragraphs = 6,
                        .n_stems = 7,
                        .reading_seconds = 8};
}

#define COUNTS                                                                                                         \
    "bytes             2\ncharacters        3\nwords             4\nsentences         5\nparagraphs        6\n"        \
    "stems             7\nreading_seconds   8\n"
#define KEPT     "kept_sentences    1\nkept_words        3\nkept_share        0.7500\n"
#define ENCODING "encoding          win?\?1252\n"

static void test_lines(void **state) {
    (void)state;
    summ_facts f = facts();
    sm_report report = {.facts = &f, .stats = true};
    test_written("text", &report, COUNTS "language          en, sureness 0.7500\n" ENCODING);
    report.has_kept = true;
    report.n_kept_sentences = 1;
    report.n_kept_words = 3;
    f.language_given = 1;
    test_written("text", &report, COUNTS KEPT "language          en, given\n" ENCODING);
    test_failing_writes("text", &report);
    f.n_words = 0; /* nothing is kept of nothing */
    assert_true(sm_stats_share(&report) == 0);
}

static void test_jsonl(void **state) {
    (void)state;
    summ_facts f = facts();
    sm_report report = {.facts = &f, .stats = true, .name = "a.txt", .language = "en"};
    test_written("jsonl", &report,
                 "{\"file\":\"a.txt\",\"language\":\"en\",\"stats\":{\"encoding\":\"win\xEF\xBF\xBD\\u00091252\","
                 "\"language_sureness\":0.750000,\"bytes\":2,\"characters\":3,\"words\":4,\"sentences\":5,"
                 "\"paragraphs\":6,\"stems\":7,\"reading_seconds\":8}}\n");
    report.name = report.language = NULL;
    report.has_kept = true;
    report.n_kept_words = 1;
    test_written("jsonl", &report,
                 "{\"stats\":{\"encoding\":\"win\xEF\xBF\xBD\\u00091252\","
                 "\"language_sureness\":0.750000,\"bytes\":2,\"characters\":3,\"words\":4,\"sentences\":5,"
                 "\"paragraphs\":6,\"stems\":7,\"reading_seconds\":8,\"kept_sentences\":0,\"kept_words\":1,"
                 "\"kept_share\":0.250000}}\n");
    test_failing_writes("jsonl", &report);
}

static void test_tsv(void **state) {
    (void)state;
    summ_facts f = facts();
    sm_report report = {.facts = &f, .stats = true, .name = "a.txt", .has_kept = true, .n_kept_words = 1};
    test_written("tsv", &report,
                 "count\ta.txt\t\t\t\t\t\t\t2\tbytes\ncount\ta.txt\t\t\t\t\t\t\t3\tcharacters\n"
                 "count\ta.txt\t\t\t\t\t\t\t4\twords\ncount\ta.txt\t\t\t\t\t\t\t5\tsentences\n"
                 "count\ta.txt\t\t\t\t\t\t\t6\tparagraphs\ncount\ta.txt\t\t\t\t\t\t\t7\tstems\n"
                 "count\ta.txt\t\t\t\t\t\t\t8\treading_seconds\ncount\ta.txt\t\t\t\t\t\t\t0\tkept_sentences\n"
                 "count\ta.txt\t\t\t\t\t\t\t1\tkept_words\nshare\ta.txt\t\t\t\t\t\t0.250000\t\tkept_words\n"
                 "language\ta.txt\t\t\t\t\t\t0.750000\t\ten\nencoding\ta.txt\t\t\t\t\t\t\t\twin?\?1252\n");
    test_failing_writes("tsv", &report);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_jsonl),
        cmocka_unit_test(test_tsv),
    };
    return cmocka_run_group_tests_name("output/stats", tests, NULL, NULL);
}
