/* records.h - an input of records, each a text of its own. */
#ifndef SUMM_CLI_RECORDS_H
#define SUMM_CLI_RECORDS_H

#include "input.h"
#include "run.h"

/* Hands all records of an opened input to the crew, in constant memory but for long ones. Returns NULL, or why the
 * input could not be read. */
const char *records_run(job *work, const char *path, input *in);

/* Adds them to the texts that are merged instead. `path` is for results, `title` for messages. */
const char *records_gather(job *work, const char *path, const char *title, input *in);

#endif
