/* record.h - lines of records. */
#ifndef SUMM_CLI_RECORD_H
#define SUMM_CLI_RECORD_H

#include "task.h"

/* Does the lines of a task. A record that fails is told and, in jsonl, passed through. */
void record_perform(task *one);

/* Drops the byte order mark of the first line; false if the line is blank and so no record. */
bool record_begin(size_t number, const char **line, size_t *n_line);

#endif
