/* run.c - every file in turn. */
#include "run.h"

#include "input.h"
#include "kind.h"
#include "message.h"
#include "records.h"
#include "remedy.h"
#include "result.h"
#include <string.h>

void run_warn(const job *work, const char *name, size_t line, const char *reason) {
    if (work->asked->quiet)
        return;
    if (line > 0)
        complain("%s:%zu: %s", name, line, reason);
    else
        complain("%s: %s", name, reason);
}

void run_failed(job *work, const char *name, size_t line, const char *reason) {
    work->failed = true;
    run_warn(work, name, line, reason);
}

void run_heading(job *work, const char *name, const char *format) {
    if (work->asked->n_files < 2 || work->merged != NULL || strcmp(format, "jsonl") == 0)
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

/* Makes and writes the result for texts that are one document. */
static summ_status run_parts(job *work, const char *format, const char *title, const summ_part *parts,
                             const char *const *names, size_t n) {
    result made;
    summ_status status = result_make(work->asked, work->engine, format, parts, n, &made);
    if (status != SUMM_OK)
        return status;
    warn_of_bad_bytes(work, title, made.doc);
    run_heading(work, title, format);
    status = result_write(work->asked, &made, format, names, n, sink_write, work->out);
    work->n_results += result_count(&made);
    result_free(&made);
    /* A failed write is the sink's to tell. */
    return status == SUMM_ERR_WRITE ? SUMM_OK : status;
}

static const char *summarize(job *work, const char *path, const bytes *text) {
    const char *format = work->asked->to != NULL ? work->asked->to : "text";
    summ_part part = {.text = text->data, .n_bytes = text->n, .format = kind_format(work->asked, path, text)};
    summ_status status = run_parts(work, format, title(path), &part, &path, 1);
    return status != SUMM_OK ? explain(work, path, text, status) : NULL;
}

/* A text that would fail does so here, alone. */
static const char *gather(job *work, const char *path, const bytes *text) {
    const char *encoding = work->asked->doc.encoding;
    bool is_given = encoding != NULL && strcmp(encoding, "auto") != 0;
    if (!is_given && summ_binary_kind(text->data, text->n) != NULL)
        return explain(work, path, text, SUMM_ERR_BINARY);
    summ_part part = {.text = text->data, .n_bytes = text->n, .format = kind_format(work->asked, path, text)};
    bool good = gathered_add(work->merged, &part, path, 0);
    return good ? NULL : summ_status_message(SUMM_ERR_MEMORY);
}

static void run_merged(job *work) {
    const gathered *all = work->merged;
    const char *format = work->asked->to != NULL ? work->asked->to : all->has_records ? "jsonl" : "text";
    const char *const *names = (const char *const *)all->names;
    if (all->n == 0)
        return;
    summ_status status = run_parts(work, format, "merged files", all->parts, names, all->n);
    if (status != SUMM_OK) {
        work->n_done = 0;
        run_failed(work, "merged files", 0, summ_status_message(status));
    }
}

static const char *run_opened(job *work, const char *path, input *in) {
    if (kind_is_records(work->asked, path))
        return records_run(work, path, title(path), in);
    int error = input_all(in);
    if (error != 0)
        return strerror(error);
    return work->merged != NULL ? gather(work, path, &in->held) : summarize(work, path, &in->held);
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
    gathered merged = {0};
    work->merged = work->asked->merge ? &merged : NULL;
    for (size_t i = 0; i < work->asked->n_files && work->out->error == 0; i++)
        run_file(work, work->asked->files[i]);
    if (work->merged != NULL)
        run_merged(work);
    gathered_free(&merged);
}

summ_doc *run_read(const settings *asked, const summ_engine *engine, const strings *paths) {
    gathered known = {0};
    sink nowhere = {0};
    job work = {.asked = asked, .engine = engine, .out = &nowhere, .merged = &known};
    summ_doc *doc = NULL;
    for (size_t i = 0; i < paths->n; i++)
        run_file(&work, paths->at[i]);
    const summ_part nothing = {0};
    if (!work.failed) {
        size_t n = known.n > 0 ? known.n : 1;
        summ_status status = summ_doc_new_merged(engine, known.n > 0 ? known.parts : &nothing, n, &asked->doc, &doc);
        if (status != SUMM_OK)
            run_failed(&work, paths->at[0], 0, summ_status_message(status));
    }
    gathered_free(&known);
    return doc;
}
