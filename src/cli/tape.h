/* tape.h - what a task writes and says, kept until its turn comes. */
#ifndef SUMM_CLI_TAPE_H
#define SUMM_CLI_TAPE_H

#include "bytes.h"

typedef enum tape_kind {
    TAPE_OUTPUT,
    TAPE_WARNING, /* a line for standard error; empty if nothing is to be said */
    TAPE_FAILURE, /* likewise, of something that failed */
    TAPE_REPORT   /* empty: a report begins */
} tape_kind;

/* {0} is empty. */
typedef struct tape {
    bytes held;
    size_t last; /* where the last piece begins */
    bool broken; /* for want of memory; it is not whole then */
} tape;

typedef struct tape_piece {
    tape_kind kind;
    const char *data;
    size_t n_data;
} tape_piece;

/* Adds output. tape_write has the type of summ_write_fn, with the tape as context. Both return 0, or -1 if it is
 * broken. */
int tape_write(void *to, const char *data, size_t n_data);
int tape_puts(tape *to, const char *string);

void tape_say(tape *to, tape_kind kind, const char *line, size_t n_line);

/* The piece at `*at`, which is 0 at first, and goes on behind it; false at the end. */
bool tape_next(const tape *from, size_t *at, tape_piece *out);

/* Makes it empty; small memory is kept for the next. */
void tape_clear(tape *made);
void tape_free(tape *made);

#endif
