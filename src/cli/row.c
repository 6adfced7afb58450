/* row.c - a row of the option table taken apart. */
#include "row.h"

#include <string.h>

size_t row_n_shown(const option_row *row) {
    return row->argument != NULL ? strcspn(row->argument, ":") : 0;
}

bool row_takes_file(const option_row *row) {
    return row->argument != NULL && strcmp(row->argument, "FILE") == 0;
}

size_t row_n_brief(const option_row *row) {
    size_t n = 0;
    for (const char *at = row->help; *at != '\0'; at++, n++)
        if (strncmp(at, "; ", 2) == 0 || strncmp(at, ": ", 2) == 0 || strncmp(at, " (", 2) == 0)
            break;
    return n;
}

bool row_next_value(const option_row *row, row_value *value) {
    if (row->argument == NULL)
        return false;
    const char *end = value->text != NULL ? value->text + value->n : row->argument + row_n_shown(row);
    if (*end == '\0')
        return false;
    value->is_table = end[1] == '=';
    value->text = end + 1 + value->is_table;
    value->n = strcspn(value->text, "|");
    return true;
}

const option_row *row_named(const char *name, size_t n_name) {
    for (const option_row *row = option_rows; row < option_rows + n_option_rows; row++)
        if (row->name != NULL && strlen(row->name) == n_name && memcmp(row->name, name, n_name) == 0)
            return row;
    return NULL;
}

const option_row *row_lettered(int letter) {
    for (const option_row *row = option_rows; row < option_rows + n_option_rows; row++)
        if (row->letter != 0 && row->letter == letter)
            return row;
    return NULL;
}
