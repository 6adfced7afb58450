/* task.h - a part of the work that a thread does alone: a text, or some lines of records. */
#ifndef SUMM_CLI_TASK_H
#define SUMM_CLI_TASK_H

#include "bytes.h"
#include "options.h"
#include "result.h"
#include "summ.h"
#include "tape.h"

/* One record of a task. */
typedef struct task_line {
    size_t n_text;
    size_t number; /* of the line of the file, from 1 */
    bool is_flaw;  /* the text is why there is no record */
} task_line;

typedef struct task {
    /* What to do. */
    const settings *asked;
    const summ_engine *engine;
    const char *path, *title; /* for results and for messages */
    bytes name;               /* where these stand */
    bool is_records;
    bool is_found; /* not named by the user, who is not told that it is no text */
    bytes text;    /* the text, or those of records one behind the other */
    bytes lines;   /* of records, a task_line for each */
    bool flush;    /* a reader may wait for the result */
    bool ends_file;
    unsigned long long n_input; /* bytes of the file that it is made of */
    size_t n_counted;           /* those of the text when it was put; a document becomes a longer or a shorter one */
    /* What came of it; has_heading may also be set before. */
    bool has_heading;
    tape made;
    size_t n_results; /* sentences and phrases */
    size_t n_done;    /* files */
} task;

/* The format of what is written. */
const char *task_format(const task *one);

void task_perform(task *one);

/* Says what is to be said of the text, or of a line of it above 0, unless --quiet. */
void task_warn(task *one, size_t line, const char *reason);
void task_failed(task *one, size_t line, const char *reason);

/* Writes a result with the names of its parts and counts it; what does not get onto the tape breaks that. */
summ_status task_write(task *one, const result *made, const char *const *names, size_t n_names);

/* Makes it {0}, save for memory that is kept for the next. */
void task_clear(task *one);
void task_free(task *one);

#endif
