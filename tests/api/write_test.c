/* summ_write: which parts of a report are written, and what can fail. */
#include "support/document.h"

static const char TEXT[] = "The \"lantern\" of the harbour was lit at dusk.\nTwo ferries left the harbour at night.\n";

#define QUOTED "\"The \\\"lantern\\\" of the harbour was lit at dusk.\",\"Two ferries left the harbour at night.\""

typedef struct parts {
    test_api api;
    summ_sentences *summary;
    summ_phrases *phrases;
    summ_report report;
} parts;

static void begin(parts *p) {
    summ_keyword_options options;
    summ_keyword_options_init(&options, sizeof options);
    options.max_phrases = 1;
    test_api_begin(&p->api, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(summ_summarize(p->api.doc, NULL, &p->summary), SUMM_OK);
    assert_int_equal(summ_keywords(p->api.doc, &options, &p->phrases), SUMM_OK);
    summ_report_init(&p->report, sizeof p->report);
    assert_int_equal(summ_sentences_count(p->summary), 2);
    assert_int_equal(summ_phrases_count(p->phrases), 1);
}

static void end(parts *p) {
    summ_sentences_free(p->summary);
    summ_phrases_free(p->phrases);
    test_api_end(&p->api);
}

static void check(const char *format, const summ_report *report, const char *expected) {
    test_text text = {0};
    test_text_put(&text, "");
    test_text_report(&text, format, report);
    assert_string_equal(text.at, expected);
    test_text_end(&text);
}

#define FIRST  "The \"lantern\" of the harbour was lit at dusk."
#define SECOND "Two ferries left the harbour at night."

static void test_text_format(void **state) {
    (void)state;
    parts p;
    char expected[256];
    begin(&p);
    check("text", &p.report, "");
    p.report.sentences = p.summary;
    p.report.doc = p.api.doc;
    check("text", &p.report, FIRST "\n" SECOND "\n");
    check(NULL, &p.report, FIRST "\n" SECOND "\n"); /* the first format is the default */
    p.report.phrases = p.phrases;
    snprintf(expected, sizeof expected, FIRST "\n" SECOND "\n\n%s\n", summ_phrases_at(p.phrases, 0)->text);
    check("text", &p.report, expected);
    p.report.phrases = NULL;
    p.report.offsets = 1;
    p.report.name = "a\n.txt";
    check("text", &p.report, "a?.txt:1:1: " FIRST "\na?.txt:2:1: " SECOND "\n");
    end(&p);
}

static void test_jsonl_format(void **state) {
    (void)state;
    parts p;
    begin(&p);
    check("jsonl", &p.report, "{}\n");
    p.report.doc = p.api.doc;
    check("jsonl", &p.report, "{\"language\":\"en\"}\n");
    p.report.name = "a\n.txt";
    p.report.sentences = p.summary;
    check("jsonl", &p.report,
          "{\"file\":\"a\\u000a.txt\",\"language\":\"en\",\"summary\":[\"The \\\"lantern\\\" of the harbour was lit at "
          "dusk.\",\"" SECOND "\"]}\n");
    p.report.name = NULL;
    p.report.doc = NULL;
    p.report.offsets = 1;
    check("jsonl", &p.report,
          "{\"summary\":[{\"text\":\"The \\\"lantern\\\" of the harbour was lit at dusk.\",\"begin\":0,\"end\":45,"
          "\"line\":1,\"column\":1},{\"text\":\"" SECOND "\",\"begin\":46,\"end\":84,\"line\":2,\"column\":1}]}\n");
    end(&p);
}

/* Names stand in place of the name, if there are any, and only for callers whose struct has them. */
static void test_names(void **state) {
    (void)state;
    static const char *const NAMES[] = {"a.txt", "b.txt"};
    parts p;
    begin(&p);
    p.report.name = "all";
    p.report.names = NAMES;
    p.report.sentences = p.summary;
    check("jsonl", &p.report, "{\"file\":\"all\",\"summary\":[" QUOTED "]}\n"); /* n_names is 0 */
    p.report.n_names = 2;
    check("jsonl", &p.report, "{\"files\":[\"a.txt\",\"b.txt\"],\"summary\":[" QUOTED "]}\n");
    p.report.offsets = 1;
    check("text", &p.report, "a.txt:1:1: " FIRST "\na.txt:2:1: " SECOND "\n");
    p.report.offsets = 0;
    p.report.struct_size = offsetof(summ_report, names);
    check("jsonl", &p.report, "{\"file\":\"all\",\"summary\":[" QUOTED "]}\n");
    p.report.struct_size = sizeof p.report;
    p.report.names = NULL;
    check("jsonl", &p.report, "{\"file\":\"all\",\"summary\":[" QUOTED "]}\n");
    end(&p);
}

static void test_about(void **state) {
    (void)state;
    test_api api;
    summ_report report;
    summ_report_init(&report, sizeof report);
    test_api_begin(&api, "Harbour \"lights\"\n\n" FIRST, strlen("Harbour \"lights\"\n\n" FIRST), "en");
    report.doc = api.doc;
    check("jsonl", &report, "{\"language\":\"en\"}\n");
    report.about = 1;
    check("jsonl", &report, "{\"title\":\"Harbour \\\"lights\\\"\",\"language\":\"en\"}\n");
    check("text", &report, "");
    report.keywords_name = "title";
    check("jsonl", &report, "{\"language\":\"en\"}\n");
    report.keywords_name = NULL;
    report.struct_size = offsetof(summ_report, about);
    check("jsonl", &report, "{\"language\":\"en\"}\n");
    report.struct_size = sizeof report;
    report.doc = NULL;
    check("jsonl", &report, "{}\n");
    test_api_end(&api);
}

static void test_arguments(void **state) {
    (void)state;
    parts p;
    test_text text = {0};
    begin(&p);
    p.report.sentences = p.summary;
    assert_int_equal(summ_write("text", NULL, test_text_write, &text), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_write("text", &p.report, NULL, &text), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_write("yaml", &p.report, test_text_write, &text), SUMM_ERR_NAME);
    assert_int_equal(summ_write("", &p.report, test_text_write, &text), SUMM_ERR_NAME);
    p.report.struct_size = 1;
    assert_int_equal(summ_write("text", &p.report, test_text_write, &text), SUMM_ERR_ARGUMENT);
    assert_int_equal(text.n, 0);
    end(&p);
}

static bool has(const test_text *text, const char *part) {
    return strstr(text->at, part) != NULL;
}

/* Defaults of options are made out, and what cannot have made a summary is refused. */
static void test_options(void **state) {
    (void)state;
    parts p;
    test_text text = {0};
    summ_summary_options summary;
    summ_keyword_options keywords;
    summ_summary_options_init(&summary, sizeof summary);
    summ_keyword_options_init(&keywords, sizeof keywords);
    begin(&p);
    p.report.summary_options = &summary;
    p.report.keyword_options = &keywords;
    test_text_report(&text, "json", &p.report);
    assert_true(has(&text, "{\"summary\":{\"algorithm\":\"textrank\",\"max_sentences\":3,\"diversity\":0."));
    assert_true(has(&text, "\"keywords\":{\"algorithm\":\"weighted\",\"max_phrases\":10,"));
    test_text_end(&text);
    summary.max_words = 9;
    summary.diversity = 0;
    test_text_report(&text, "json", &p.report);
    assert_true(has(&text, "{\"summary\":{\"algorithm\":\"textrank\",\"max_words\":9,\"diversity\":0,"));
    test_text_end(&text);
    summary.algorithm = "sorting";
    assert_int_equal(summ_write("json", &p.report, test_text_write, &text), SUMM_ERR_NAME);
    summary.algorithm = NULL;
    keywords.algorithm = "sorting";
    assert_int_equal(summ_write("json", &p.report, test_text_write, &text), SUMM_ERR_NAME);
    keywords.struct_size = 1;
    assert_int_equal(summ_write("json", &p.report, test_text_write, &text), SUMM_ERR_ARGUMENT);
    assert_int_equal(text.n, 0);
    end(&p);
}

/* In place of results, and not without a document. */
static void test_stats(void **state) {
    (void)state;
    parts p;
    begin(&p);
    p.report.sentences = p.summary;
    p.report.phrases = p.phrases;
    p.report.stats = 1;
    assert_int_equal(summ_write("text", &p.report, test_text_write, NULL), SUMM_ERR_ARGUMENT);
    p.report.doc = p.api.doc;
    check("text", &p.report,
          "bytes             85\ncharacters        83\nwords             16\nsentences         2\n"
          "paragraphs        1\nstems             6\nreading_seconds   4\nkept_sentences    2\n"
          "kept_words        16\nkept_share        1.0000\nlanguage          en, given\nencoding          UTF-8\n");
    p.report.sentences = NULL;
    check("text", &p.report,
          "bytes             85\ncharacters        83\nwords             16\nsentences         2\n"
          "paragraphs        1\nstems             6\nreading_seconds   4\nlanguage          en, given\n"
          "encoding          UTF-8\n");
    end(&p);
}

static void check_frame(const char *format, summ_frame part, const char *expected) {
    test_text text = {0};
    test_text_put(&text, "");
    assert_int_equal(summ_write_frame(format, part, test_text_write, &text), SUMM_OK);
    assert_string_equal(text.at, expected);
    test_text_end(&text);
}

static int refuse(void *context, const char *bytes, size_t n) {
    (void)context, (void)bytes, (void)n;
    return -1;
}

static void test_frames(void **state) {
    (void)state;
    static const char *const BARE[] = {NULL, "text", "jsonl"};
    for (size_t i = 0; i < COUNT_OF(BARE); i++) {
        check_frame(BARE[i], SUMM_FRAME_BEGIN, "");
        check_frame(BARE[i], SUMM_FRAME_BETWEEN, "");
        check_frame(BARE[i], SUMM_FRAME_END, "");
    }
    check_frame("json", SUMM_FRAME_BETWEEN, ",\n");
    check_frame("tsv", SUMM_FRAME_BEGIN, "kind\tfile\tline\tcolumn\tbegin\tend\trank\tscore\tcount\ttext\n");
    assert_int_equal(summ_write_frame("yaml", SUMM_FRAME_END, test_text_write, NULL), SUMM_ERR_NAME);
    assert_int_equal(summ_write_frame("json", SUMM_FRAME_END, NULL, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_write_frame("json", (summ_frame)3, test_text_write, NULL), SUMM_ERR_ARGUMENT);
    assert_int_equal(summ_write_frame("json", SUMM_FRAME_END, refuse, NULL), SUMM_ERR_WRITE);
    assert_int_equal(summ_write_frame("text", SUMM_FRAME_END, refuse, NULL), SUMM_OK);
}

/* Parts behind the end of the caller's struct are not written. */
static void test_struct_sizes(void **state) {
    (void)state;
    parts p;
    struct {
        summ_report known;
        const char *unknown;
    } larger;
    begin(&p);
    summ_report_init(&larger.known, sizeof larger);
    assert_null(larger.unknown);
    larger.unknown = "unknown";
    larger.known.sentences = p.summary;
    larger.known.phrases = p.phrases;
    larger.known.struct_size = offsetof(summ_report, phrases);
    check("text", &larger.known, FIRST "\n" SECOND "\n");
    larger.known.phrases = NULL;
    larger.known.struct_size = sizeof larger;
    check("text", &larger.known, FIRST "\n" SECOND "\n");
    end(&p);
}

/* Only what summ_rank made is a ranking. */
static void test_ranking(void **state) {
    (void)state;
    parts p;
    summ_sentences *ranking;
    test_text text = {0};
    begin(&p);
    p.report.highlight = 1;
    check("text", &p.report, "");
    assert_int_equal(summ_rank(p.api.doc, NULL, &ranking), SUMM_OK);
    p.report.ranking = ranking;
    check("text", &p.report, FIRST " " SECOND "\n");
    p.report.sentences = p.summary;
    check("text", &p.report, "**" FIRST "** **" SECOND "**\n");
    p.report.color = 1;
    p.report.width = 20;
    check("text", &p.report,
          "\x1B[1;32mThe \"lantern\" of the\x1B[0m\n\x1B[1;32mharbour was lit at\x1B[0m\n\x1B[1;32mdusk.\x1B[0m "
          "\x1B[1;32mTwo ferries\x1B[0m\n\x1B[1;32mleft the harbour at\x1B[0m\n\x1B[1;32mnight.\x1B[0m\n");
    p.report.struct_size = offsetof(summ_report, ranking);
    check("text", &p.report, FIRST "\n" SECOND "\n");
    p.report.struct_size = sizeof p.report;
    p.report.ranking = p.summary;
    assert_int_equal(summ_write("text", &p.report, test_text_write, &text), SUMM_ERR_ARGUMENT);
    assert_int_equal(text.n, 0);
    summ_sentences_free(ranking);
    end(&p);
}

/* Phrases of another document are marked somewhere, or nowhere; a summary of one too. */
static void test_ranking_of_another_document(void **state) {
    (void)state;
    parts p;
    test_api other;
    test_text text = {0};
    summ_sentences *ranking;
    begin(&p);
    test_api_begin(&other, "Caf\xC3\xA9s.", 7, "en");
    assert_int_equal(summ_rank(other.doc, NULL, &ranking), SUMM_OK);
    p.report.ranking = ranking;
    p.report.sentences = p.summary;
    p.report.phrases = p.phrases;
    for (p.report.highlight = 0; p.report.highlight < 2; p.report.highlight++)
        for (size_t k = 0; summ_item_at(SUMM_OUTPUTS, k) != NULL; k++)
            test_text_report(&text, summ_item_at(SUMM_OUTPUTS, k)->name, &p.report);
    test_text_end(&text);
    summ_sentences_free(ranking);
    test_api_end(&other);
    end(&p);
}

typedef struct limited {
    size_t left, failures;
    int code;
} limited;

static int write_limited(void *context, const char *bytes, size_t n) {
    limited *l = context;
    assert_true(bytes != NULL && n > 0);
    assert_int_equal(l->failures, 0); /* after a failure there is no further call */
    if (l->left-- > 0)
        return 0;
    l->failures++;
    return l->code;
}

static void test_failing_write(void **state) {
    (void)state;
    parts p;
    begin(&p);
    p.report.name = "a.txt";
    p.report.doc = p.api.doc;
    p.report.sentences = p.summary;
    p.report.phrases = p.phrases;
    p.report.scores = p.report.offsets = 1;
    for (size_t k = 0; summ_item_at(SUMM_OUTPUTS, k) != NULL; k++)
        for (size_t n = 0;; n++) {
            limited l = {.left = n, .code = n % 2 == 0 ? -1 : 28};
            summ_status status = summ_write(summ_item_at(SUMM_OUTPUTS, k)->name, &p.report, write_limited, &l);
            assert_int_equal(status, l.failures > 0 ? SUMM_ERR_WRITE : SUMM_OK);
            if (status == SUMM_OK) {
                assert_true(n > 4);
                break;
            }
        }
    end(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_format),   cmocka_unit_test(test_jsonl_format),
        cmocka_unit_test(test_names),         cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_options),       cmocka_unit_test(test_stats),
        cmocka_unit_test(test_frames),        cmocka_unit_test(test_struct_sizes),
        cmocka_unit_test(test_failing_write), cmocka_unit_test(test_about),
        cmocka_unit_test(test_ranking),       cmocka_unit_test(test_ranking_of_another_document),
    };
    return cmocka_run_group_tests_name("api/write", tests, NULL, NULL);
}
