/* table.h - rows of a table with a header (RFC 4180), made into JSON objects: each column a member, all of them
 * strings.
 *
 * Fields that begin with a quotation mark end with one; two of them within stand for one, and commas and line breaks
 * within are text. Elsewhere quotation marks are characters like others. Empty lines are passed over.
 */
#ifndef SUMM_CLI_TABLE_H
#define SUMM_CLI_TABLE_H

#include "input.h"
#include "jsonl.h"
#include "line.h"

typedef enum table_state {
    TABLE_START, /* of a field */
    TABLE_PLAIN,
    TABLE_QUOTED,
    TABLE_CLOSED /* behind a quotation mark that may be the closing one */
} table_state;

typedef struct table_reader {
    char separator;
    const jsonl_fields *fields; /* the column of the text has to be there */
    bool is_whole;
    table_state state;
    size_t n_lines; /* that have ended */
    size_t n_columns;
    bytes names;      /* of the columns, as JSON strings one behind the other */
    bytes columns;    /* where their names stand, and whether they are wanted */
    char reason[128]; /* why a row is none */
    bool is_useless;  /* no row can be a record: the rest is not read */
} table_reader;

/* Objects have all columns if they are to be `whole`: then no column may have a name of over 4 KiB as a JSON string.
 * Otherwise they have those of the fields. */
void table_begin(table_reader *out, char separator, const jsonl_fields *fields, bool whole);
void table_free(table_reader *r);

/* The next row of what was read, or why it is none; false: there is none. What is no UTF-8 becomes U+FFFD. O(bytes)
 * and what is written: at most 4 KiB for each column of each row, or the names of the fields. */
bool table_next(table_reader *r, input *in, bytes *made, record_line *out);

#endif
