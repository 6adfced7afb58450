/* kind.h - what a file holds, by its name (kinds.def) and its first bytes. */
#ifndef SUMM_CLI_KIND_H
#define SUMM_CLI_KIND_H

#include "bytes.h"
#include "options.h"

/* Files that hold many texts. */
typedef enum kind_records {
    RECORDS_NONE,
    RECORDS_JSONL,
    RECORDS_JSON,
    RECORDS_CSV,
    RECORDS_TSV
} kind_records;

/* Of what kind the records of a file are. */
kind_records kind_of_records(const settings *asked, const char *path);

/* Whether it is one to read below a directory: its name has a known ending, and if another program makes it text, that
 * is there. */
bool kind_is_known(const char *path);

/* The format of any other file: what was asked for, or "html" for what is named so or begins like it, "markdown"
 * for what is named so, or "text". */
const char *kind_format(const settings *asked, const char *path, const bytes *text);

#endif
