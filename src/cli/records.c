/* records.c - an input of records, cut into tasks. */
#include "records.h"

#include "crew.h"
#include "jsonl.h"
#include "record.h"
#include <errno.h>
#include <string.h>

enum {
    TASK_BYTES = 32768 /* of lines; a longer one is a task of its own */
};

/* Reads on until there is a line, or the end. Whoever reads the results does not wait for what is still to come. */
static int await_line(job *work, input *in) {
    int error = 0;
    while (error == 0 && !in->ended && !input_has_line(in)) {
        if (work->crew != NULL && crew_is_busy(work->crew) && !input_is_ready(in))
            crew_drain(work->crew);
        error = input_fill(in);
    }
    return error;
}

/* Takes lines that are there; none at the end. */
static int take_lines(input *in, bytes *to, size_t *n_lines) {
    do {
        const char *line;
        size_t n_line;
        int error = input_line(in, &line, &n_line);
        if (error != 0 || line == NULL)
            return error;
        if (!bytes_reserve(to, n_line + 1))
            return ENOMEM;
        bytes_add(to, line, n_line);
        bytes_add(to, "\n", 1);
        ++*n_lines;
    } while (input_has_line(in) && to->n < TASK_BYTES);
    return 0;
}

const char *records_run(job *work, const char *path, input *in) {
    size_t n_lines = 0;
    bool first = true, ended = false;
    int error = await_line(work, in);
    while (error == 0 && !ended && work->out->error == 0) {
        task *one = run_next(work, path);
        if (one == NULL)
            return strerror(ENOMEM);
        one->is_records = true;
        one->n_lines = n_lines;
        /* Only here, so that an input that cannot be read has no heading. */
        one->has_heading = first;
        error = take_lines(in, &one->text, &n_lines);
        ended = one->text.n == 0;
        one->flush = !input_has_line(in);
        crew_put(work->crew);
        first = false;
        if (error == 0)
            error = await_line(work, in);
    }
    return error != 0 ? strerror(error) : NULL;
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
    size_t n_line, number = 0;
    int error;
    while ((error = input_line(in, &line, &n_line)) == 0 && line != NULL) {
        if (!record_begin(++number, &line, &n_line))
            continue;
        jsonl_record record;
        const char *reason = gather(work, path, number, line, n_line, &record);
        if (reason != NULL)
            run_failed(work, title, number, reason);
        jsonl_close(&record);
    }
    return error != 0 ? strerror(error) : NULL;
}
