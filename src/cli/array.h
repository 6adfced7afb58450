/* array.h - a JSON text cut into its values: one object, the elements of an array, or several of them one behind the
 * other. Brackets and strings tell where a value ends; whether it is one is for jsonl.h to say. */
#ifndef SUMM_CLI_ARRAY_H
#define SUMM_CLI_ARRAY_H

#include "input.h"
#include "line.h"

typedef enum array_state {
    ARRAY_OUTSIDE,
    ARRAY_OPENED,   /* behind '[' */
    ARRAY_COMMA,    /* behind a comma */
    ARRAY_VALUE,    /* in a value */
    ARRAY_SEPARATOR /* behind a value in the array */
} array_state;

/* {0} is at the beginning. */
typedef struct array_reader {
    array_state state;
    bool is_open;    /* the array */
    bool is_started; /* something but white space was read */
    bool is_other;   /* the text begins as no array and no object do, and nothing of it is a value */
    bool is_quoted, is_escaped;
    size_t depth;   /* of brackets in the value */
    size_t n_lines; /* that have ended */
    size_t number;  /* of the line on which the value began */
    bool has_flaw;  /* one was told: of the text as a whole one is enough */
} array_reader;

/* The next value of what was read, without its line breaks and the white space behind them, or what is wrong between
 * values; false: there is none. O(bytes). */
bool array_next(array_reader *r, input *in, bytes *made, record_line *out);

#endif
