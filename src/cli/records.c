/* records.c - an input of records, cut into tasks. */
#include "records.h"

#include "crew.h"
#include "feed.h"
#include "jsonl.h"
#include <string.h>

enum {
    TASK_BYTES = 32768 /* of records; a longer one is a task of its own */
};

/* Reads on until there is a record, or the end. Whoever reads the results does not wait for what is still to come. */
static const char *await_record(job *work, feed *from) {
    const char *reason = NULL;
    while (reason == NULL && !feed_is_ready(from) && !feed_has_ended(from)) {
        if (work->crew != NULL && crew_is_busy(work->crew) && !input_is_ready(from->in))
            crew_drain(work->crew);
        reason = input_fill(from->in);
    }
    return reason;
}

static bool add_record(task *to, const record_line *record) {
    task_line line = {record->n_text, record->number, record->is_flaw};
    return bytes_add(&to->text, record->text, record->n_text) &&
           bytes_add(&to->lines, (const char *)&line, sizeof line);
}

/* Takes records that are there; none at the end. */
static const char *take_records(feed *from, task *to) {
    while (feed_is_ready(from) && to->text.n < TASK_BYTES) {
        record_line record = feed_take(from);
        if (!add_record(to, &record))
            return summ_status_message(SUMM_ERR_MEMORY);
    }
    return NULL;
}

/* The last task is empty. */
static const char *hand_out(job *work, const char *path, feed *from) {
    unsigned long long position = 0;
    bool first = true, ended = false;
    const char *reason = await_record(work, from);
    while (reason == NULL && !ended && work->out->error == 0) {
        task *one = run_next(work, path);
        if (one == NULL)
            return summ_status_message(SUMM_ERR_MEMORY);
        one->is_records = true;
        /* Only here, so that an input that cannot be read has no heading. */
        one->has_heading = first;
        reason = take_records(from, one);
        ended = one->ends_file = one->lines.n == 0;
        one->n_input = input_position(from->in) - position;
        position += one->n_input;
        one->flush = !feed_is_ready(from);
        crew_put(work->crew);
        first = false;
        if (reason == NULL)
            reason = await_record(work, from);
    }
    return reason;
}

/* Whether records come back with all that they have. */
static bool are_returned(const settings *asked) {
    return strcmp(task_format(&(task){.asked = asked, .is_records = true}), "jsonl") == 0;
}

const char *records_run(job *work, const char *path, input *in) {
    feed from;
    const settings *asked = work->asked;
    feed_begin(&from, in, kind_of_records(asked, path), &asked->fields, are_returned(asked));
    const char *reason = hand_out(work, path, &from);
    feed_free(&from);
    return reason;
}

/* Returns NULL, or why the record failed. */
static const char *gather(job *work, const char *path, const record_line *line, jsonl_record *record) {
    if (!jsonl_open(record, line->text, line->n_text, &work->asked->fields))
        return record->reason;
    work->merged->has_records = true;
    summ_part part = {.text = record->text, .n_bytes = record->n_text, .encoding = "UTF-8"};
    part.format = work->asked->field_format;
    return gathered_add(work->merged, &part, path, line->number) ? NULL : summ_status_message(SUMM_ERR_MEMORY);
}

static void gather_or_fail(job *work, const char *path, const char *title, const record_line *line) {
    jsonl_record record = {0};
    const char *reason = line->is_flaw ? line->text : gather(work, path, line, &record);
    if (reason != NULL)
        run_failed(work, title, line->number, reason);
    jsonl_close(&record);
}

const char *records_gather(job *work, const char *path, const char *title, input *in) {
    feed from;
    const char *reason;
    feed_begin(&from, in, kind_of_records(work->asked, path), &work->asked->fields, false);
    while ((reason = await_record(work, &from)) == NULL && feed_is_ready(&from)) {
        record_line line = feed_take(&from);
        gather_or_fail(work, path, title, &line);
    }
    feed_free(&from);
    return reason;
}
