/* input.h - a file or standard input, read once from its beginning to its end, whole or by lines. */
#ifndef SUMM_CLI_INPUT_H
#define SUMM_CLI_INPUT_H

#include "bytes.h"

typedef struct input {
    int fd;
    bool ended;
    bytes held;     /* read, of which `begin` bytes are done with */
    size_t begin;   /* of the next line */
    size_t scanned; /* no line ends before this */
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

/* Whether input_line will return without waiting for more to be read. */
bool input_has_line(input *in);

/* The next line without its '\n', valid until the next call; NULL at the end. Memory is that of the longest line.
 * Returns 0 or an errno value. */
int input_line(input *in, const char **line, size_t *n_bytes);

#endif
