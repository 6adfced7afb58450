/* records.c - an input of records, streamed. */
#include "records.h"

#include "bytes.h"
#include "jsonl.h"
#include "result.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where the records of one input are and go. */
typedef struct stream {
    job *work;
    settings asked; /* of each record */
    const char *name, *title;
    const char *format;
    size_t n_lines; /* up to and with this one */
} stream;

static int collect(void *context, const char *data, size_t n_data) {
    return bytes_add(context, data, n_data) ? 0 : -1;
}

/* The record as it came, with the members of its result. */
static summ_status write_merged(stream *from, const result *made, const char *line, size_t n_line) {
    bytes object = {0};
    summ_status status = result_write(from->work->asked, made, from->format, NULL, 0, collect, &object);
    if (status == SUMM_OK)
        jsonl_merge(from->work->out, line, n_line, object.data, object.n);
    bytes_free(&object);
    return status == SUMM_ERR_WRITE ? SUMM_ERR_MEMORY : status;
}

/* Results are told apart by the line of their record: NAME:LINE, and then the place in the text. */
static summ_status write_alone(stream *from, const result *made) {
    size_t room = strlen(from->name) + 32;
    char *name = malloc(room);
    if (name == NULL)
        return SUMM_ERR_MEMORY;
    snprintf(name, room, "%s:%zu", from->name, from->n_lines);
    const char *names[] = {name};
    summ_status status = result_write(from->work->asked, made, from->format, names, 1, sink_write, from->work->out);
    free(name);
    return status == SUMM_ERR_WRITE ? SUMM_OK : status;
}

static bool is_jsonl(const stream *from) {
    return strcmp(from->format, "jsonl") == 0;
}

/* What the record says of its text goes before what the options say of all. */
static void heed(stream *from, const jsonl_record *record) {
    const char *said = record->language, *code = said != NULL ? summ_language_code(said) : NULL;
    summ_doc_options *doc = &from->asked.doc;
    doc->title = record->title;
    doc->language = said == NULL ? from->work->asked->doc.language : code;
    if (said != NULL && code == NULL && strcmp(said, "") != 0 && strcmp(said, "auto") != 0 &&
        strcmp(said, "und") != 0) {
        char warning[160];
        snprintf(warning, sizeof warning, "no such language: '%.100s'; guessed instead", said);
        run_warn(from->work, from->title, from->n_lines, warning);
    }
}

/* Returns NULL, or why the record failed. */
static const char *summarize(stream *from, const jsonl_record *record, const char *line, size_t n_line) {
    job *work = from->work;
    heed(from, record);
    result made;
    summ_part part = {.text = record->text, .n_bytes = record->n_text};
    summ_status status = result_make(&from->asked, work->engine, from->format, &part, 1, &made);
    if (status == SUMM_OK) {
        status = is_jsonl(from) ? write_merged(from, &made, line, n_line) : write_alone(from, &made);
        work->n_results += result_count(&made);
        result_free(&made);
    }
    return status != SUMM_OK ? summ_status_message(status) : NULL;
}

static const char *gather(stream *from, const jsonl_record *record) {
    gathered *to = from->work->merged;
    to->has_records = true;
    summ_part part = {.text = record->text, .n_bytes = record->n_text, .format = "text", .encoding = "UTF-8"};
    bool good = gathered_add(to, &part, from->name, from->n_lines);
    return good ? NULL : summ_status_message(SUMM_ERR_MEMORY);
}

static void run_record(stream *from, const char *line, size_t n_line) {
    jsonl_record record;
    bool good = jsonl_open(&record, line, n_line, &from->work->asked->fields);
    bool merges = from->work->merged != NULL;
    const char *reason = record.reason;
    if (good)
        reason = merges ? gather(from, &record) : summarize(from, &record, line, n_line);
    if (reason != NULL) {
        run_failed(from->work, from->title, from->n_lines, reason);
        if (is_jsonl(from) && !merges && !from->asked.skip_bad) {
            sink_write(from->work->out, line, n_line);
            sink_puts(from->work->out, "\n");
        }
    }
    jsonl_close(&record);
}

static bool is_blank(const char *line, size_t n_line) {
    while (n_line > 0 && (*line == ' ' || *line == '\t' || *line == '\r'))
        line++, n_line--;
    return n_line == 0;
}

static void run_line(stream *from, const char *line, size_t n_line) {
    static const char mark[] = "\xEF\xBB\xBF";
    const size_t n_mark = sizeof mark - 1;
    if (++from->n_lines == 1 && n_line >= n_mark && memcmp(line, mark, n_mark) == 0)
        line += n_mark, n_line -= n_mark;
    if (!is_blank(line, n_line))
        run_record(from, line, n_line);
}

const char *records_run(job *work, const char *name, const char *title, input *in) {
    const char *format = work->asked->to != NULL ? work->asked->to : "jsonl";
    stream from = {.work = work, .asked = *work->asked, .name = name, .title = title, .format = format};
    from.asked.doc.encoding = "UTF-8"; /* as JSON has it */
    const char *line;
    size_t n_line;
    int error = input_line(in, &line, &n_line);
    /* Only here, so that an input that cannot be read has no heading. */
    if (error == 0)
        run_heading(work, title, from.format);
    while (error == 0 && line != NULL && work->out->error == 0) {
        run_line(&from, line, n_line);
        if (!input_has_line(in))
            sink_flush(work->out);
        error = input_line(in, &line, &n_line);
    }
    return error != 0 ? strerror(error) : NULL;
}
