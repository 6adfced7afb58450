/* jsonl.h - one record, a JSON object on one line: its text, and what is added to it.
 *
 * What comes back is the record byte for byte, so that no number, escape or order of members changes on the way.
 */
#ifndef SUMM_CLI_JSONL_H
#define SUMM_CLI_JSONL_H

#include "sink.h"
#include <stdbool.h>

typedef struct jsonl_record {
    void *root;       /* holds the text */
    const char *text; /* of the field, decoded; may hold NUL */
    size_t n_text;
    char reason[256]; /* why the line was refused */
} jsonl_record;

/* Call it once, before any other. */
void jsonl_init(void);

/* Reads a line. Returns whether it is an object whose `field` is a string. Call jsonl_close either way. */
bool jsonl_open(jsonl_record *record, const char *line, size_t n_line, const char *field);
void jsonl_close(jsonl_record *record);

/* Writes a line that jsonl_open accepted, with the members of another object added in place of its own members of the
 * same names. O(bytes). */
void jsonl_merge(sink *out, const char *line, size_t n_line, const char *added, size_t n_added);

const char *jsonl_library_version(void);

#endif
