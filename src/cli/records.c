/* records.c - an input of records, cut into tasks. */
#include "records.h"

#include "crew.h"
#include "jsonl.h"
#include "record.h"

enum {
    TASK_BYTES = 32768 /* of lines; a longer one is a task of its own */
};

/* Reads on until there is a line, or the end. Whoever reads the results does not wait for what is still to come. */
static const char *await_line(job *work, input *in) {
    const char *reason = NULL;
    while (reason == NULL && !in->ended && !input_has_line(in)) {
        if (work->crew != NULL && crew_is_busy(work->crew) && !input_is_ready(in))
            crew_drain(work->crew);
        reason = input_fill(in);
    }
    return reason;
}

/* Takes lines that are there; none at the end. */
static const char *take_lines(input *in, bytes *to, size_t *n_lines) {
    do {
        const char *line;
        size_t n_line;
        const char *reason = input_line(in, &line, &n_line);
        if (reason != NULL || line == NULL)
            return reason;
        if (!bytes_reserve(to, n_line + 1))
            return summ_status_message(SUMM_ERR_MEMORY);
        bytes_add(to, line, n_line);
        bytes_add(to, "\n", 1);
        ++*n_lines;
    } while (input_has_line(in) && to->n < TASK_BYTES);
    return NULL;
}

const char *records_run(job *work, const char *path, input *in) {
    size_t n_lines = 0;
    unsigned long long position = 0;
    bool first = true, ended = false;
    const char *reason = await_line(work, in);
    while (reason == NULL && !ended && work->out->error == 0) {
        task *one = run_next(work, path);
        if (one == NULL)
            return summ_status_message(SUMM_ERR_MEMORY);
        one->is_records = true;
        one->n_lines = n_lines;
        /* Only here, so that an input that cannot be read has no heading. */
        one->has_heading = first;
        reason = take_lines(in, &one->text, &n_lines);
        ended = one->ends_file = one->text.n == 0;
        one->n_input = input_position(in) - position;
        position += one->n_input;
        one->flush = !input_has_line(in);
        crew_put(work->crew);
        first = false;
        if (reason == NULL)
            reason = await_line(work, in);
    }
    return reason;
}

/* Returns NULL, or why the record failed. */
static const char *gather(job *work, const char *path, size_t number, const char *line, size_t n_line,
                          jsonl_record *record) {
    if (!jsonl_open(record, line, n_line, &work->asked->fields))
        return record->reason;
    work->merged->has_records = true;
    summ_part part = {.text = record->text, .n_bytes = record->n_text, .format = "text", .encoding = "UTF-8"};
    return gathered_add(work->merged, &part, path, number) ? NULL : summ_status_message(SUMM_ERR_MEMORY);
}

const char *records_gather(job *work, const char *path, const char *title, input *in) {
    const char *line;
    const char *broken;
    size_t n_line, number = 0;
    while ((broken = input_line(in, &line, &n_line)) == NULL && line != NULL) {
        if (!record_begin(++number, &line, &n_line))
            continue;
        jsonl_record record;
        const char *reason = gather(work, path, number, line, n_line, &record);
        if (reason != NULL)
            run_failed(work, title, number, reason);
        jsonl_close(&record);
    }
    return broken;
}
