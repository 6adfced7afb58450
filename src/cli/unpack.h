/* unpack.h - compressed data, unpacked piece by piece. One format, one library, one file and one row.
 *
 * The memory of an unpacker is that of the window its format looks back on, 128 MiB at most; data that need more are
 * refused.
 */
#ifndef SUMM_CLI_UNPACK_H
#define SUMM_CLI_UNPACK_H

#include <stdbool.h>
#include <stddef.h>

enum {
    UNPACK_MAX_WINDOW = 128 * 1024 * 1024
};

typedef enum unpack_state {
    UNPACK_GOES_ON, /* with more input or more room */
    UNPACK_WHOLE,   /* the data may end here, or more of the kind may follow */
    UNPACK_CORRUPT,
    UNPACK_TOO_LARGE,
    UNPACK_NO_MEMORY
} unpack_state;

/* What is unpacked, and where to; a step moves both ahead. */
typedef struct unpack_pieces {
    const char *in;
    size_t n_in;
    bool is_last; /* nothing comes after `in` */
    char *out;
    size_t n_out;
} unpack_pieces;

typedef struct unpack_format {
    const char *name;    /* "gzip data", and what may be wrong with them */
    const char *missing; /* the library, when summ was built */
    const char *too_short;
    const char *corrupt;
    const char *too_large;
    const char *ending; /* of names */
    const char *magic;  /* what the data begin with; no newline is in it */
    size_t n_magic;
    const char *library;                  /* its name and version; NULL: not there, and so are the functions */
    const char *(*open)(void **unpacker); /* returns NULL, or why not */
    unpack_state (*step)(void *unpacker, unpack_pieces *pieces);
    void (*close)(void *unpacker);
} unpack_format;

/* The beginning of a row. */
#define UNPACK_NAMES(name, library)                                                                                    \
    name " data", name " data; summ was built without " library, name " data ends too early", name " data is corrupt", \
        name " data needs more than 128 MiB to be unpacked"

/* Row `index`, or NULL past the end. */
const unpack_format *unpack_at(size_t index);

/* The format of data by how they begin, or NULL. With fewer than n_magic bytes, *may_be says whether more of them could
 * change that. */
const unpack_format *unpack_find(const char *data, size_t n, bool *may_be);

/* Bytes of a name before the ending of a format, if it has one: 5 of "a.txt.gz". */
size_t unpack_name(const char *path);

#endif
