/* input.h - a file or standard input, read once from its beginning to its end, whole or by lines. What begins as
 * compressed data do is unpacked on the way.
 *
 * A regular file that is shorter at its end than it was at its beginning, or as long and written to meanwhile, is an
 * error: what was read may never have stood in it together. One that grew is none, as logs grow while they are read.
 *
 * What can fail returns NULL, or why it failed: text that stays valid until the next call that fails.
 */
#ifndef SUMM_CLI_INPUT_H
#define SUMM_CLI_INPUT_H

#include "bytes.h"
#include "unpack.h"
#include <sys/stat.h>

typedef struct input {
    int fd;
    struct stat before; /* of a regular file; else st_mode is 0 */
    bool ended;
    unsigned long long n_read; /* bytes of the file */
    bytes held;                /* read, of which `begin` bytes are done with */
    size_t begin;              /* of the next line, or record */
    size_t scanned;            /* none ends before this */
    bool is_known;             /* whether it is compressed; if so: */
    const unpack_format *format;
    void *unpacker;
    bytes packed; /* read, of which n_unpacked bytes are done with */
    size_t n_unpacked;
    bool packed_ended;
    bool has_more; /* without more input, for want of room */
} input;

/* Opens a file; "-" is standard input. Every input is closed with input_close, also one that could not be opened. */
const char *input_open(input *in, const char *path);
void input_close(input *in);

/* Reads into in->held until that many bytes are there, or all of it: of a file that is too large, not even that. */
const char *input_some(input *in, size_t n_bytes);
const char *input_all(input *in);

/* Reads once, as much as there is, which may come to nothing; sets in->ended at the end. What is held becomes no longer
 * than the longest text, 4 GiB. */
const char *input_fill(input *in);

/* How many bytes of the file are done with: those of its compressed data, which may be ahead of the lines. */
unsigned long long input_position(const input *in);

/* Whether input_fill will return without waiting. */
bool input_is_ready(const input *in);

/* The next line of what was read, without its '\n', valid until input_fill is called; the last may have none. False:
 * there is none. Memory is that of the longest line. */
bool input_take_line(input *in, const char **line, size_t *n_bytes);

#endif
