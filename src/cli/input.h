/* input.h - a file or standard input, read once from its beginning to its end, whole or by lines. */
#ifndef SUMM_CLI_INPUT_H
#define SUMM_CLI_INPUT_H

#include "bytes.h"

typedef struct input {
    int fd;
    bool ended;
    bytes held;     /* read, of which `begin` bytes are done with */
    size_t begin;   /* of the next line, or record */
    size_t scanned; /* none ends before this */
} input;

/* Opens a file; "-" is standard input. Returns 0 or an errno value. Every input is closed with input_close, also one
 * that could not be opened. */
int input_open(input *in, const char *path);
void input_close(input *in);

/* Reads all of it into in->held. Returns 0 or an errno value. */
int input_all(input *in);

/* Reads once, as much as there is; sets in->ended at the end. Returns 0 or an errno value. */
int input_fill(input *in);

/* Whether input_fill will return without waiting. */
bool input_is_ready(const input *in);

/* The next line of what was read, without its '\n', valid until input_fill is called; the last may have none. False: there
 * is none. Memory is that of the longest line. */
bool input_take_line(input *in, const char **line, size_t *n_bytes);

#endif
