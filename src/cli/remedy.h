/* remedy.h - what to say of a file that is no text. */
#ifndef SUMM_CLI_REMEDY_H
#define SUMM_CLI_REMEDY_H

#include <stddef.h>

/* Writes "bzip2 data, not text; try: bzip2 -dc paper.bz2 | summ"; without the command if there is none for that kind
 * (one of summ_binary_kind), or no room for it. */
void remedy_describe(const char *kind, const char *path, char *out, size_t room);

#endif
