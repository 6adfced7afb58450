/* list.h - the tables that --list prints and option values are checked against. */
#ifndef SUMM_CLI_LIST_H
#define SUMM_CLI_LIST_H

#include "sink.h"
#include "summ.h"
#include <stdbool.h>

/* The table of that name ("algorithms", ...). */
bool list_kind(const char *name, summ_kind *kind);

/* Whether the table has a row of that name. */
bool list_has(summ_kind kind, const char *name);

/* One row a line: name, tab, help. */
void list_print(sink *out, summ_kind kind);

#endif
