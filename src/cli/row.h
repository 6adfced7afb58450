/* row.h - a row of the option table taken apart, for all that is made from it. */
#ifndef SUMM_CLI_ROW_H
#define SUMM_CLI_ROW_H

#include "options.h"
#include <stdbool.h>
#include <stddef.h>

/* Bytes of the word that stands for the value in --help, at the begin of `argument`; 0 if the option takes none. */
size_t row_n_shown(const option_row *row);

/* Whether the value is the name of a file. */
bool row_takes_file(const option_row *row);

/* Bytes of the first clause of `help`. */
size_t row_n_brief(const option_row *row);

/* One of the values that are known. */
typedef struct row_value {
    const char *text;
    size_t n;
    bool is_table; /* the text names a table of --list: all names in it */
} row_value;

/* The first value if `value` is {0}, else the next one. False past the last. */
bool row_next_value(const option_row *row, row_value *value);

/* The row with that long name, or NULL. */
const option_row *row_named(const char *name, size_t n_name);

/* The row with that letter, or NULL. */
const option_row *row_lettered(int letter);

#endif
