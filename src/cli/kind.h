/* kind.h - what a file holds, by its name (kinds.def) and its first bytes. */
#ifndef SUMM_CLI_KIND_H
#define SUMM_CLI_KIND_H

#include "bytes.h"
#include "options.h"

/* Whether it is one to read below a directory: its name has a known ending, and if another program makes it text, that is
 * there. */
bool kind_is_known(const char *path);

/* Is it a file of records, one JSON object a line? */
bool kind_is_records(const settings *asked, const char *path);

/* The format of any other file: what was asked for, or "html" for what is named so or begins like it, "markdown"
 * for what is named so, or "text". */
const char *kind_format(const settings *asked, const char *path, const bytes *text);

#endif
