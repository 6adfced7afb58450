/* Time that grows faster than the text: the input is what a text begins with, what it repeats and what it ends with,
 * parted by bytes 0x1E. Four times as many repetitions may take not much more than four times as long. */
#define _XOPEN_SOURCE 700
#include "fuzz.h"

#include <time.h>

enum {
    MARK = 0x1E,
    SHORT_BYTES = 4096,
    FACTOR = 4,
    ROUNDS = 3
};

static const double LEAST_SECONDS = 0.3; /* of the longer text: less is no matter */
static const double MOST = 9;            /* times as long; 4 if it is linear, 16 if quadratic */

static char *repeat(const fuzz_input part[3], size_t n_bytes, size_t *n) {
    size_t times = part[1].n > 0 ? n_bytes / part[1].n : 0;
    char *text = malloc(part[0].n + times * part[1].n + part[2].n + 1);
    FUZZ_CHECK(text != NULL);
    *n = 0;
    for (size_t i = 0; i < times + 2; i++) {
        const fuzz_input *p = &part[i == 0 ? 0 : i <= times ? 1 : 2];
        if (p->n > 0)
            memcpy(text + *n, p->text, p->n);
        *n += p->n;
    }
    return text;
}

static int ignore(void *context, const char *bytes, size_t n) {
    (void)context, (void)bytes, (void)n;
    return 0;
}

static void write_report(const summ_doc *doc, const summ_sentences *summary, const summ_phrases *phrases) {
    summ_report report;
    summ_report_init(&report, sizeof report);
    report.doc = doc;
    report.sentences = summary;
    report.phrases = phrases;
    FUZZ_CHECK(summ_write("json", &report, ignore, NULL) == SUMM_OK);
}

static void use(const summ_engine *engine, const summ_doc_options *options, const char *text, size_t n) {
    summ_doc *doc;
    summ_sentences *summary;
    summ_phrases *phrases;
    summ_summary_options how;
    summ_summary_options_init(&how, sizeof how);
    how.trim = 1;
    summ_status status = summ_doc_new(engine, text, n, options, &doc);
    FUZZ_CHECK(status == SUMM_OK || status == SUMM_ERR_MISSING);
    if (status != SUMM_OK)
        return;
    FUZZ_CHECK(summ_summarize(doc, &how, &summary) == SUMM_OK && summ_keywords(doc, NULL, &phrases) == SUMM_OK);
    write_report(doc, summary, phrases);
    summ_phrases_free(phrases);
    summ_sentences_free(summary);
    summ_doc_free(doc);
}

/* Of this thread's time on the processor. */
static double seconds(const summ_doc_options *options, const fuzz_input part[3], size_t n_bytes) {
    struct timespec begin, end;
    summ_engine *engine;
    size_t n;
    char *text = repeat(part, n_bytes, &n);
    FUZZ_CHECK(summ_engine_new(NULL, &engine) == SUMM_OK);
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
    use(engine, options, text, n);
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
    summ_engine_free(engine);
    free(text);
    return (double)(end.tv_sec - begin.tv_sec) + 1e-9 * (double)(end.tv_nsec - begin.tv_nsec);
}

/* Before it is said, texts four and sixteen times as long have to show it too. */
static bool is_linear(const summ_doc_options *options, const fuzz_input part[3]) {
    size_t n = SHORT_BYTES;
    for (int i = 0; i < ROUNDS; i++, n *= FACTOR) {
        double shorter = seconds(options, part, n), longer = seconds(options, part, FACTOR * n);
        if (longer < LEAST_SECONDS || longer < MOST * shorter)
            return true;
    }
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    fuzz_input in = fuzz_begin(data, n), part[3];
    summ_doc_options options;
    summ_doc_options_init(&options, sizeof options);
    options.format = summ_item_at(SUMM_INPUTS, fuzz_pick(&in, 4))->name;
    options.encoding = "UTF-8";
    for (size_t i = 0; i < 3; i++)
        part[i] = fuzz_part(&in, MARK);
    FUZZ_CHECK(is_linear(&options, part));
    return 0;
}
