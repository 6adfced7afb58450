/* record.h - records of a file. */
#ifndef SUMM_CLI_RECORD_H
#define SUMM_CLI_RECORD_H

#include "task.h"

/* Does the records of a task. One that fails is told and, in jsonl, passed through. */
void record_perform(task *one);

#endif
