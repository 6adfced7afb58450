/* JSON Lines: one object a line, escaped as RFC 8259 asks. */
#include "output/reports.h"

static const summ_sentence NO_SENTENCES[1];
static const summ_phrase NO_PHRASES[1];

static void test_members(void **state) {
    (void)state;
    const summ_sentence two[] = {test_sentence("Lit.", 0.25, 1), test_sentence("Unlit.", 1, 2)};
    const summ_phrase phrases[] = {test_phrase("lantern", 1, 1), test_phrase("lamp", 0.5, 2)};
    const struct {
        sm_report report;
        const char *written;
    } REPORTS[] = {
        {{.name = NULL}, "{}\n"},
        {{.name = "a.txt"}, "{\"file\":\"a.txt\"}\n"},
        {{.language = "en"}, "{\"language\":\"en\"}\n"},
        {{.sentences = NO_SENTENCES}, "{\"summary\":[]}\n"},
        {{.phrases = NO_PHRASES}, "{\"keywords\":[]}\n"},
        {{.name = "a.txt", .language = "en", .sentences = NO_SENTENCES, .phrases = NO_PHRASES, .scores = true},
         "{\"file\":\"a.txt\",\"language\":\"en\",\"summary\":[],\"keywords\":[]}\n"},
        {{.sentences = two, .n_sentences = 2, .phrases = phrases, .n_phrases = 2},
         "{\"summary\":[\"Lit.\",\"Unlit.\"],\"keywords\":[\"lantern\",\"lamp\"]}\n"},
        {{.sentences = two, .n_sentences = 2, .scores = true},
         "{\"summary\":[{\"text\":\"Lit.\",\"score\":0.250000,\"rank\":1},"
         "{\"text\":\"Unlit.\",\"score\":1.000000,\"rank\":2}]}\n"},
        {{.sentences = two, .n_sentences = 1, .offsets = true},
         "{\"summary\":[{\"text\":\"Lit.\",\"begin\":10,\"end\":14,\"line\":2,\"column\":3}]}\n"},
        {{.phrases = phrases, .n_phrases = 1, .scores = true, .offsets = true},
         "{\"keywords\":[{\"text\":\"lantern\",\"score\":1.000000,\"rank\":1,"
         "\"begin\":40,\"end\":47,\"line\":4,\"column\":5,\"count\":2,"
         "\"forms\":[{\"text\":\"kettle\",\"count\":1},{\"text\":\"Kettles\",\"count\":1}],"
         "\"occurrences\":[{\"begin\":40,\"end\":47,\"line\":4,\"column\":5},"
         "{\"begin\":80,\"end\":87,\"line\":8,\"column\":9}]}]}\n"},
    };
    for (size_t i = 0; i < COUNT_OF(REPORTS); i++)
        test_written("jsonl", &REPORTS[i].report, REPORTS[i].written);
}

/* In outlines all are objects; of paragraphs, only with scores or offsets. */
static void test_roles(void **state) {
    (void)state;
    static const struct {
        summ_role role;
        const char *name;
    } ROLES[] = {{SUMM_ROLE_PARAGRAPH, "paragraph"}, {SUMM_ROLE_TITLE, "title"}, {SUMM_ROLE_HEADING, "heading"},
                 {SUMM_ROLE_ITEM, "item"},           {SUMM_ROLE_QUOTE, "quote"}, {SUMM_ROLE_CAPTION, "caption"},
                 {SUMM_ROLE_CODE, "code"},           {SUMM_ROLE_LABEL, "label"}};
    for (size_t i = 0; i < COUNT_OF(ROLES); i++) {
        char written[128];
        summ_sentence s = test_sentence("Lit.", 0.5, 1);
        s.role = ROLES[i].role;
        sm_report report = {.sentences = &s, .n_sentences = 1, .outline = true};
        snprintf(written, sizeof written, "{\"summary\":[{\"text\":\"Lit.\",\"role\":\"%s\"}]}\n", ROLES[i].name);
        test_written("jsonl", &report, written);
    }
    summ_sentence s = test_sentence("Lit.", 0.5, 1);
    s.level = 3;
    sm_report report = {.sentences = &s, .n_sentences = 1, .apart = true};
    test_written("jsonl", &report, "{\"summary\":[\"Lit.\"]}\n");
    report.scores = true;
    test_written(
        "jsonl", &report,
        "{\"summary\":[{\"text\":\"Lit.\",\"score\":0.500000,\"rank\":1,\"role\":\"paragraph\",\"level\":3}]}\n");
    test_failing_writes("jsonl", &report);
}

/* Summary and key phrases may have other names, with any bytes in them. */
static void test_member_names(void **state) {
    (void)state;
    summ_sentence s = test_sentence("Lit.", 1, 1);
    summ_phrase phrase = test_phrase("lantern", 1, 1);
    sm_report report = {.sentences = &s,
                        .n_sentences = 1,
                        .phrases = &phrase,
                        .n_phrases = 1,
                        .summary_name = "a \"b\"\n",
                        .keywords_name = "\xC3\xA9\xFF"};
    const char *written = "{\"a \\\"b\\\"\\u000a\":[\"Lit.\"],\"\xC3\xA9\xEF\xBF\xBD\":[\"lantern\"]}\n";
    test_written("jsonl", &report, written);
    test_failing_writes("jsonl", &report);
    report.language = "en";
    report.summary_name = report.keywords_name = "";
    test_written("jsonl", &report, "{\"language\":\"en\",\"\":[\"Lit.\"],\"\":[\"lantern\"]}\n");
}

/* Pieces are told of what was cut, with offsets only. */
static void test_cut_sentences(void **state) {
    (void)state;
    static const summ_span PIECES[] = {{14, 20, 1, 5, 0}, {25, 26, 2, 3, 0}};
    summ_sentence s = test_sentence("Unlit.", 1, 1);
    const sm_report offsets = {.sentences = &s, .n_sentences = 1, .offsets = true};
    s.pieces = PIECES;
    s.n_pieces = 2;
    test_written("jsonl", &offsets,
                 "{\"summary\":[{\"text\":\"Unlit.\",\"begin\":10,\"end\":16,\"line\":2,\"column\":3,"
                 "\"pieces\":[{\"begin\":14,\"end\":20},{\"begin\":25,\"end\":26}]}]}\n");
    s.n_pieces = 1;
    test_written("jsonl", &offsets,
                 "{\"summary\":[{\"text\":\"Unlit.\",\"begin\":10,\"end\":16,\"line\":2,\"column\":3,"
                 "\"pieces\":[{\"begin\":14,\"end\":20}]}]}\n");
    test_written("jsonl", &(sm_report){.sentences = &s, .n_sentences = 1}, "{\"summary\":[\"Unlit.\"]}\n");
    test_failing_writes("jsonl", &offsets);
}

/* Results of several files: each place names its own. */
static void test_names(void **state) {
    (void)state;
    static const char *const NAMES[] = {"a.txt", "b\"\xFF.txt", "c.jsonl:7"};
    static const summ_span SPANS[] = {{40, 47, 4, 5, 2}, {80, 87, 8, 9, 0}};
    summ_sentence two[] = {test_sentence("Lit.", 0.25, 1), test_sentence("Unlit.", 1, 2)};
    summ_phrase phrase = test_phrase("lantern", 1, 1);
    two[1].source = 1;
    phrase.occurrences = SPANS;
    phrase.n_forms = 0;
    const struct {
        sm_report report;
        const char *written;
    } REPORTS[] = {
        {{.names = NAMES, .n_names = 1}, "{\"files\":[\"a.txt\"]}\n"},
        {{.names = NAMES, .n_names = 3}, "{\"files\":[\"a.txt\",\"b\\\"\xEF\xBF\xBD.txt\",\"c.jsonl:7\"]}\n"},
        {{.names = NAMES, .n_names = 2, .language = "en", .sentences = two, .n_sentences = 2},
         "{\"files\":[\"a.txt\",\"b\\\"\xEF\xBF\xBD.txt\"],\"language\":\"en\",\"summary\":[\"Lit.\",\"Unlit.\"]}\n"},
        {{.names = NAMES, .n_names = 2, .sentences = two, .n_sentences = 2, .offsets = true},
         "{\"files\":[\"a.txt\",\"b\\\"\xEF\xBF\xBD.txt\"],\"summary\":["
         "{\"text\":\"Lit.\",\"file\":\"a.txt\",\"begin\":10,\"end\":14,\"line\":2,\"column\":3},"
         "{\"text\":\"Unlit.\",\"file\":\"b\\\"\xEF\xBF\xBD.txt\",\"begin\":20,\"end\":26,\"line\":3,\"column\":4}]}"
         "\n"},
        {{.names = NAMES, .n_names = 3, .phrases = &phrase, .n_phrases = 1, .offsets = true},
         "{\"files\":[\"a.txt\",\"b\\\"\xEF\xBF\xBD.txt\",\"c.jsonl:7\"],\"keywords\":[{\"text\":\"lantern\","
         "\"file\":\"c.jsonl:7\",\"begin\":40,\"end\":47,\"line\":4,\"column\":5,\"count\":2,\"forms\":[],"
         "\"occurrences\":["
         "{\"file\":\"c.jsonl:7\",\"begin\":40,\"end\":47,\"line\":4,\"column\":5},"
         "{\"file\":\"a.txt\",\"begin\":80,\"end\":87,\"line\":8,\"column\":9}]}]}\n"},
        /* fewer names than parts: the others have none */
        {{.names = NAMES, .n_names = 1, .sentences = two + 1, .n_sentences = 1, .offsets = true},
         "{\"files\":[\"a.txt\"],\"summary\":[{\"text\":\"Unlit.\",\"begin\":20,\"end\":26,\"line\":3,\"column\":4}]}"
         "\n"},
        /* one name is that of all, and stands at the front alone */
        {{.name = "a.txt", .sentences = two + 1, .n_sentences = 1, .offsets = true},
         "{\"file\":\"a.txt\",\"summary\":[{\"text\":\"Unlit.\",\"begin\":20,\"end\":26,\"line\":3,\"column\":4}]}\n"},
    };
    for (size_t i = 0; i < COUNT_OF(REPORTS); i++) {
        test_written("jsonl", &REPORTS[i].report, REPORTS[i].written);
        test_failing_writes("jsonl", &REPORTS[i].report);
    }
}

static const struct {
    const char *text, *written;
} STRINGS[] = {
    {"", "{\"file\":\"\"}\n"},
    {"a\"b", "{\"file\":\"a\\\"b\"}\n"},
    {"\\", "{\"file\":\"\\\\\"}\n"},
    {"\"\"", "{\"file\":\"\\\"\\\"\"}\n"},
    {"a/b", "{\"file\":\"a/b\"}\n"},
    {"a\nb", "{\"file\":\"a\\u000ab\"}\n"},
    {"\xC3\xA9t\xC3\xA9 \xE6\xB8\xAF \xF0\x9F\x98\x80",
     "{\"file\":\"\xC3\xA9t\xC3\xA9 \xE6\xB8\xAF \xF0\x9F\x98\x80\"}\n"},
    {"\xE2\x80\xA8", "{\"file\":\"\xE2\x80\xA8\"}\n"},
};

static void test_strings(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(STRINGS); i++)
        test_written("jsonl", &(sm_report){.name = STRINGS[i].text}, STRINGS[i].written);
}

/* Each control character, in a result too: some terminals obey those beyond ASCII. */
static void test_controls(void **state) {
    (void)state;
    for (unsigned c = 1; c < 0x20; c++) {
        char text[] = {'a', (char)c, 'b', '\0'}, expected[64];
        const summ_sentence sentence = test_sentence(text, 1, 1);
        snprintf(expected, sizeof expected, "{\"summary\":[\"a\\u%04xb\"]}\n", c);
        test_written("jsonl", &(sm_report){.sentences = &sentence, .n_sentences = 1}, expected);
    }
    const summ_sentence others = test_sentence("a\x7F\xC2\x80\xC2\x9F\xC2\xA0", 1, 1);
    test_written("jsonl", &(sm_report){.sentences = &others, .n_sentences = 1},
                 "{\"summary\":[\"a\\u007f\\u0080\\u009f\xC2\xA0\"]}\n");
}

static void test_nul_in_a_result(void **state) {
    (void)state;
    summ_sentence sentence = test_sentence("a", 1, 1);
    sentence.text = "a\0b";
    sentence.n_bytes = 3;
    test_written("jsonl", &(sm_report){.sentences = &sentence, .n_sentences = 1}, "{\"summary\":[\"a\\u0000b\"]}\n");
}

static void test_broken_name(void **state) {
    (void)state;
    test_written("jsonl", &(sm_report){.name = "a\xFF.txt"}, "{\"file\":\"a\xEF\xBF\xBD.txt\"}\n");
}

static void test_failing(void **state) {
    (void)state;
    const summ_sentence sentences[] = {test_sentence("L\"i\nt.", 0.25, 1), test_sentence("Unlit.", 1, 2)};
    const summ_phrase phrases[] = {test_phrase("lantern", 1, 1)};
    const sm_report report = {.name = "a.txt",
                              .language = "en",
                              .sentences = sentences,
                              .n_sentences = 2,
                              .phrases = phrases,
                              .n_phrases = 1,
                              .scores = true,
                              .offsets = true};
    test_failing_writes("jsonl", &report);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_members),      cmocka_unit_test(test_roles),
        cmocka_unit_test(test_member_names), cmocka_unit_test(test_cut_sentences),
        cmocka_unit_test(test_names),        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_controls),     cmocka_unit_test(test_nul_in_a_result),
        cmocka_unit_test(test_broken_name),  cmocka_unit_test(test_failing),
    };
    return cmocka_run_group_tests_name("output/jsonl", tests, NULL, NULL);
}
