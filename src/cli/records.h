/* records.h - an input of records, one JSON object a line, each a text of its own. */
#ifndef SUMM_CLI_RECORDS_H
#define SUMM_CLI_RECORDS_H

#include "input.h"
#include "run.h"

/* Does all records of an opened input, in the memory of the longest. A record that fails is reported and, in jsonl,
 * passed through. `name` is for results, `title` for messages. Returns NULL, or why the input could not be read. */
const char *records_run(job *work, const char *name, const char *title, input *in);

#endif
