/* child.h - another program, which is given bytes on its standard input and whose standard output is taken. No shell is
 * asked. Several threads may run one each. */
#ifndef SUMM_CLI_CHILD_H
#define SUMM_CLI_CHILD_H

#include "bytes.h"

enum {
    CHILD_PATH = 4096
};

/* Where the program is, among the directories of PATH; empty ones, which would mean the current one, are left out.
 * False: it is not there. */
bool child_find(const char *program, char path[CHILD_PATH]);

/* Runs the program at `path` to its end; `arguments` begin with its name and end with NULL. Returns NULL, or why it
 * failed: the first line of what it says on standard error, its exit status, or what stood in its way; in `room` bytes
 * of `reason` where that is no fixed text. A signal that ends the command ends the program too. */
const char *child_run(const char *path, const char *const *arguments, const bytes *in, bytes *out, char *reason,
                      size_t room);

#endif
