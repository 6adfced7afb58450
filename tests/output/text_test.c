/* The text format: one result a line. */
#include "output/reports.h"

static const struct {
    const char *name;
    size_t n_sentences, n_phrases;
    bool scores, offsets;
    const char *written;
} REPORTS[] = {
    {NULL, 0, 0, false, false, ""},
    {"a.txt", 0, 0, true, true, ""},
    {NULL, 1, 0, false, false, "Lit.\n"},
    {"a.txt", 2, 0, false, false, "Lit.\n\xC3\x89t\xC3\xA9 \"\\\xE6\xB8\xAF.\n"},
    {NULL, 0, 2, false, false, "lantern\n\xC3\xA9t\xC3\xA9\n"},
    {NULL, 2, 2, false, false, "Lit.\n\xC3\x89t\xC3\xA9 \"\\\xE6\xB8\xAF.\n\nlantern\n\xC3\xA9t\xC3\xA9\n"},
    {NULL, 1, 1, true, false, "0.250000\t1\tLit.\n\n1.000000\t1\tlantern\n"},
    {NULL, 1, 1, false, true, "2:3: Lit.\n\n4:5: lantern\n8:9: lantern\n"},
    {"a.txt", 1, 1, false, true, "a.txt:2:3: Lit.\n\na.txt:4:5: lantern\na.txt:8:9: lantern\n"},
    {"a.txt", 1, 1, true, true,
     "a.txt:2:3: 0.250000\t1\tLit.\n\na.txt:4:5: 1.000000\t1\tlantern\n"
     "a.txt:8:9: 1.000000\t1\tlantern\n"},
    {"", 1, 0, false, true, ":2:3: Lit.\n"},
    {"a\nb\r\tc\x1B\x01\x7F.txt", 1, 0, false, true, "a?b??c???.txt:2:3: Lit.\n"},
    {"\xC3\xA9t\xC3\xA9 \"1\".txt", 1, 0, false, true, "\xC3\xA9t\xC3\xA9 \"1\".txt:2:3: Lit.\n"},
};

static void test_reports(void **state) {
    (void)state;
    const summ_sentence sentences[] = {test_sentence("Lit.", 0.25, 1),
                                       test_sentence("\xC3\x89t\xC3\xA9 \"\\\xE6\xB8\xAF.", 1, 2)};
    const summ_phrase phrases[] = {test_phrase("lantern", 1, 1), test_phrase("\xC3\xA9t\xC3\xA9", 0.5, 2)};
    for (size_t i = 0; i < COUNT_OF(REPORTS); i++) {
        sm_report report = {.name = REPORTS[i].name,
                            .language = "en",
                            .sentences = sentences,
                            .n_sentences = REPORTS[i].n_sentences,
                            .phrases = phrases,
                            .n_phrases = REPORTS[i].n_phrases,
                            .scores = REPORTS[i].scores,
                            .offsets = REPORTS[i].offsets};
        test_written("text", &report, REPORTS[i].written);
    }
}

/* Results of several files: each place names its own. */
static void test_names(void **state) {
    (void)state;
    static const char *const NAMES[] = {"a.txt", "b\n\x1B.txt"};
    static const summ_span SPANS[] = {{40, 47, 4, 5, 1}, {80, 87, 8, 9, 2}};
    summ_sentence two[] = {test_sentence("Lit.", 0.25, 1), test_sentence("Unlit.", 1, 2)};
    summ_phrase phrase = test_phrase("lantern", 1, 1);
    two[1].source = 1;
    phrase.occurrences = SPANS;
    sm_report report = {.names = NAMES, .n_names = 2, .sentences = two, .n_sentences = 2};
    test_written("text", &report, "Lit.\nUnlit.\n");
    report.offsets = true;
    test_written("text", &report, "a.txt:2:3: Lit.\nb??.txt:3:4: Unlit.\n");
    test_failing_writes("text", &report);
    report.phrases = &phrase;
    report.n_phrases = 1;
    report.n_sentences = 0;
    test_written("text", &report, "b??.txt:4:5: lantern\n8:9: lantern\n"); /* a part without a name */
}

/* Headings have an empty line before them, paragraphs between. */
static void test_outline(void **state) {
    (void)state;
    summ_sentence list[] = {test_sentence("Top", 0, 1), test_sentence("Lit.", 0.25, 1), test_sentence("Oil", 0, 1),
                            test_sentence("Old", 0, 1), test_sentence("Unlit.", 1, 2)};
    list[0].rank = list[2].rank = list[3].rank = 0;
    sm_report report = {.sentences = list, .n_sentences = COUNT_OF(list), .outline = true};
    test_written("text", &report, "Top\nLit.\n\nOil\n\nOld\nUnlit.\n");
    test_failing_writes("text", &report);
    report.scores = report.offsets = true;
    test_written("text", &report,
                 "2:3: 0.000000\t0\tTop\n2:3: 0.250000\t1\tLit.\n\n2:3: 0.000000\t0\tOil\n\n2:3: 0.000000\t0\tOld\n"
                 "3:4: 1.000000\t2\tUnlit.\n");
    report = (sm_report){.sentences = list, .n_sentences = 3, .apart = true};
    test_written("text", &report, "Top\n\nLit.\n\nOil\n");
}

static void test_failing(void **state) {
    (void)state;
    const summ_sentence sentences[] = {test_sentence("Lit.", 0.25, 1), test_sentence("Unlit.", 1, 2)};
    const summ_phrase phrases[] = {test_phrase("lantern", 1, 1)};
    const sm_report report = {.name = "a.txt",
                              .sentences = sentences,
                              .n_sentences = 2,
                              .phrases = phrases,
                              .n_phrases = 1,
                              .scores = true,
                              .offsets = true};
    test_failing_writes("text", &report);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reports),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_outline),
        cmocka_unit_test(test_failing),
    };
    return cmocka_run_group_tests_name("output/text", tests, NULL, NULL);
}
