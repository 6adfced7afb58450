/* convert.h - documents that other programs make text: see converters.def. */
#ifndef SUMM_CLI_CONVERT_H
#define SUMM_CLI_CONVERT_H

#include "bytes.h"

typedef struct converter {
    const char *kind, *ending, *program, *package, *format;
    const char *const *arguments; /* the program is the first, NULL the last */
} converter;

/* Row `index`, or NULL past the end. */
const converter *convert_at(size_t index);

/* The first row for the kind (one of summ_binary_kind) that is there and can be read; else the first, or NULL. */
const converter *convert_find(const char *kind);

/* Whether its program is there and its format can be read. */
bool convert_is_ready(const converter *row);

/* Puts the text in place of the document. Returns NULL, or why not, in `room` bytes of `reason` where that is no fixed
 * text. */
const char *convert_document(const converter *row, bytes *document, char *reason, size_t room);

#endif
