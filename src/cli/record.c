/* record.c - from a line to the line with its result. */
#include "record.h"

#include "gather.h"
#include "jsonl.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The line that is done. */
typedef struct place {
    task *work;
    settings asked; /* of this record */
    const char *line;
    size_t n_line;
    size_t number; /* of the line of the file, from 1 */
} place;

static bool is_jsonl(const task *work) {
    return strcmp(task_format(work), "jsonl") == 0;
}

static int collect(void *context, const char *data, size_t n_data) {
    return bytes_add(context, data, n_data) ? 0 : -1;
}

/* The record as it came, with the members of its result. */
static summ_status write_merged(place *at, const result *made) {
    task *work = at->work;
    bytes object = {0};
    summ_status status = result_write(work->asked, made, "jsonl", false, NULL, 0, collect, &object);
    if (status == SUMM_OK) {
        jsonl_merge(&work->made, at->line, at->n_line, object.data, object.n);
        work->n_results += result_count(made);
    }
    bytes_free(&object);
    return status == SUMM_ERR_WRITE ? SUMM_ERR_MEMORY : status;
}

/* Results are told apart by the line of their record: NAME:LINE, and then the place in the text. */
static summ_status write_alone(place *at, const result *made) {
    char *name = gather_name(at->work->path, at->number);
    if (name == NULL)
        return SUMM_ERR_MEMORY;
    const char *names[] = {name};
    summ_status status = task_write(at->work, made, names, 1);
    free(name);
    return status;
}

/* What the record says of its text goes before what the options say of all. */
static void heed(place *at, const jsonl_record *record) {
    const char *said = record->language, *code = said != NULL ? summ_language_code(said) : NULL;
    summ_doc_options *doc = &at->asked.doc;
    doc->title = record->title;
    doc->language = said == NULL ? at->work->asked->doc.language : code;
    if (said != NULL && code == NULL && strcmp(said, "") != 0 && strcmp(said, "auto") != 0 &&
        strcmp(said, "und") != 0) {
        char warning[160];
        snprintf(warning, sizeof warning, "no such language: '%.100s'; guessed instead", said);
        task_warn(at->work, at->number, warning);
    }
}

/* Returns NULL, or why the record failed. */
static const char *summarize(place *at, const jsonl_record *record) {
    result made;
    summ_part part = {.text = record->text, .n_bytes = record->n_text, .format = at->asked.field_format};
    heed(at, record);
    summ_status status = result_make(&at->asked, at->work->engine, task_format(at->work), &part, 1, &made);
    if (status == SUMM_OK) {
        status = is_jsonl(at->work) ? write_merged(at, &made) : write_alone(at, &made);
        result_free(&made);
    }
    return status != SUMM_OK ? summ_status_message(status) : NULL;
}

static void run_record(place *at) {
    task *work = at->work;
    jsonl_record record;
    bool good = jsonl_open(&record, at->line, at->n_line, &work->asked->fields);
    const char *reason = good ? summarize(at, &record) : record.reason;
    if (reason != NULL) {
        task_failed(work, at->number, reason);
        if (is_jsonl(work) && !work->asked->skip_bad) {
            tape_write(&work->made, at->line, at->n_line);
            tape_puts(&work->made, "\n");
        }
    }
    jsonl_close(&record);
}

/* What should be a record is none, and is not passed through either: the line is why. */
static void fail(const place *at) {
    char reason[160];
    size_t n = at->n_line < sizeof reason ? at->n_line : sizeof reason - 1;
    memcpy(reason, at->line, n);
    reason[n] = '\0';
    task_failed(at->work, at->number, reason);
}

void record_perform(task *one) {
    place at = {.work = one, .asked = *one->asked, .line = one->text.data};
    at.asked.doc.encoding = "UTF-8"; /* as JSON has it */
    for (size_t i = 0; i < one->lines.n; i += sizeof(task_line)) {
        task_line line;
        memcpy(&line, one->lines.data + i, sizeof line);
        at.n_line = line.n_text;
        at.number = line.number;
        if (line.is_flaw)
            fail(&at);
        else
            run_record(&at);
        at.line += line.n_text;
    }
}
