/* list.h - the tables that --list prints and option values are checked against. */
#ifndef SUMM_CLI_LIST_H
#define SUMM_CLI_LIST_H

#include "sink.h"
#include "summ.h"
#include <stdbool.h>
#include <stddef.h>

/* The table of that name ("algorithms", ...). */
bool list_kind(const char *name, size_t n_name, summ_kind *kind);

/* What one of its rows is called in messages ("algorithm", ...). */
const char *list_noun(summ_kind kind);

/* Row `index`, or NULL past the end. */
const summ_item *list_row(summ_kind kind, size_t index);

/* Whether the table has a row of that name. */
bool list_has(summ_kind kind, const char *name);

/* One row a line: name, tab, help. */
void list_print(sink *out, summ_kind kind);

#endif
