/* line.h - one record of an input. */
#ifndef SUMM_CLI_LINE_H
#define SUMM_CLI_LINE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct record_line {
    const char *text; /* a JSON object without line breaks; or, of a flaw, why there is none */
    size_t n_text;
    size_t number; /* of the line of the input that it begins on, from 1 */
    bool is_flaw;
} record_line;

/* A reason with a NUL at its end. */
record_line line_of_flaw(const char *reason, size_t number);

#endif
