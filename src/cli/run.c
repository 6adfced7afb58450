/* run.c - every file in turn. */
#include "run.h"

#include "input.h"
#include "message.h"
#include "records.h"
#include "remedy.h"
#include "result.h"
#include <string.h>

void run_failed(job *work, const char *name, size_t line, const char *reason) {
    work->failed = true;
    if (work->asked->quiet)
        return;
    if (line > 0)
        complain("%s:%zu: %s", name, line, reason);
    else
        complain("%s: %s", name, reason);
}

void run_heading(job *work, const char *name, const char *format) {
    if (work->asked->n_files < 2 || strcmp(format, "jsonl") == 0)
        return;
    sink_puts(work->out, work->n_headings++ > 0 ? "\n==> " : "==> ");
    for (; *name != '\0'; name++)
        sink_write(work->out, &(char){message_char(*name)}, 1);
    sink_puts(work->out, " <==\n");
}

/* The name in headings and messages; results name standard input "-", as the command line does. */
static const char *title(const char *path) {
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

static void warn_of_bad_bytes(const job *work, const char *name, const summ_doc *doc) {
    size_t n = summ_doc_bad_bytes(doc);
    if (n > 0 && !work->asked->quiet)
        complain("%s: %zu byte sequence%s no %s read as U+FFFD", name, n, n == 1 ? " that is" : "s that are",
                 summ_doc_encoding(doc));
}

static const char *explain(job *work, const char *path, const bytes *text, summ_status status) {
    const char *kind = status == SUMM_ERR_BINARY ? summ_binary_kind(text->data, text->n) : NULL;
    if (kind == NULL)
        return summ_status_message(status);
    remedy_describe(kind, path, work->reason, sizeof work->reason);
    return work->reason;
}

static const char *summarize(job *work, const char *path, const bytes *text) {
    const char *format = work->asked->to != NULL ? work->asked->to : "text";
    result made;
    summ_status status = result_make(work->asked, work->engine, format, text->data, text->n, &made);
    if (status != SUMM_OK)
        return explain(work, path, text, status);
    warn_of_bad_bytes(work, title(path), made.doc);
    run_heading(work, title(path), format);
    status = result_write(work->asked, &made, format, path, sink_write, work->out);
    work->n_results += result_count(&made);
    result_free(&made);
    /* A failed write is the sink's to tell. */
    return status == SUMM_OK || status == SUMM_ERR_WRITE ? NULL : summ_status_message(status);
}

static bool ends_with(const char *path, const char *ending) {
    size_t n_path = strlen(path), n_ending = strlen(ending);
    return n_path >= n_ending && strcmp(path + n_path - n_ending, ending) == 0;
}

static bool holds_records(const settings *asked, const char *path) {
    if (asked->from != NULL)
        return strcmp(asked->from, "jsonl") == 0;
    return ends_with(path, ".jsonl") || ends_with(path, ".ndjson");
}

static const char *run_opened(job *work, const char *path, input *in) {
    if (holds_records(work->asked, path))
        return records_run(work, path, title(path), in);
    int error = input_all(in);
    return error != 0 ? strerror(error) : summarize(work, path, &in->held);
}

static void run_file(job *work, const char *path) {
    input in;
    int error = input_open(&in, path);
    const char *reason = error != 0 ? strerror(error) : run_opened(work, path, &in);
    input_close(&in);
    if (reason != NULL)
        run_failed(work, title(path), 0, reason);
    else
        work->n_done++;
}

void run_files(job *work) {
    for (size_t i = 0; i < work->asked->n_files && work->out->error == 0; i++)
        run_file(work, work->asked->files[i]);
}
