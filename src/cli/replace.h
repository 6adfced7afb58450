/* replace.h - a file that is replaced as a whole or not at all: it is written under another name in the same directory
 * and renamed at the end. A signal that ends the command removes what was begun. There is one at a time. */
#ifndef SUMM_CLI_REPLACE_H
#define SUMM_CLI_REPLACE_H

/* Makes the temporary file, with the mode of the file it will replace or that of a new one. A symbolic link is
 * followed. Returns 0 or an errno value. */
int replace_begin(const char *path, int *fd);

/* Renames it. Returns 0 or an errno value; the temporary file is gone either way. */
int replace_commit(void);

/* Removes it. */
void replace_abandon(void);

#endif
