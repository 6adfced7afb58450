/* jsonl.h - one record, a JSON object on one line: its text, what else it says of it, and what is added to it.
 *
 * What comes back is the record byte for byte, so that no number, escape or order of members changes on the way.
 */
#ifndef SUMM_CLI_JSONL_H
#define SUMM_CLI_JSONL_H

#include "tape.h"
#include <stdbool.h>

/* Where things stand in a record. A field is the name of a member, or the names on the way to one with points between:
 * "a.b" is the member "b" of the object "a". Members whose own names hold points go before: "a.b" itself, if it is
 * there, is meant. */
typedef struct jsonl_fields {
    const char *text;
    const char *title;    /* NULL: none */
    const char *language; /* likewise */
} jsonl_fields;

typedef struct jsonl_record {
    void *root;       /* holds the strings */
    const char *text; /* decoded; may hold NUL */
    size_t n_text;
    char *title;          /* likewise, but without NUL; NULL: none, as one that is no string */
    const char *language; /* as the record writes it, likewise */
    char reason[256];     /* why the line was refused */
} jsonl_record;

/* Reads a line. Returns whether it is an object whose text is a string. Call jsonl_close either way. O(bytes x names in
 * a field). */
bool jsonl_open(jsonl_record *record, const char *line, size_t n_line, const jsonl_fields *fields);
void jsonl_close(jsonl_record *record);

/* Writes a line that jsonl_open accepted, with the members of another object added in place of its own members of the
 * same names. O(bytes). */
void jsonl_merge(tape *out, const char *line, size_t n_line, const char *added, size_t n_added);

const char *jsonl_library_version(void);

#endif
