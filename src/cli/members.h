/* members.h - the members of a JSON object on one line, as they are written. Lines that are no JSON are read within their
 * bounds; what comes out of them is of no use. */
#ifndef MEMBERS_H
#define MEMBERS_H

#include <stdbool.h>
#include <stddef.h>

/* From behind the '{' or ',' before it to the end of its value. */
typedef struct member {
    const char *begin, *end;
    const char *key; /* with its quotes */
    size_t n_key;
} member;

/* The first member is asked for from here: where the object begins. */
const char *members_begin(const char *line, const char *end);

/* Reads the member at `*at`, which stands at a '{' or ','; false at the '}' and for an object without members. */
bool members_next(const char **at, const char *end, member *out);

/* The string that is the member's value, without its quotes; false if it is something else. */
bool members_string(const member *of, const char **begin, const char **end);

/* Reads a byte or an escape, of which a surrogate pair is one, and returns how many bytes it stands for. `*at` stands
 * in a string of valid JSON. */
size_t members_unescape(const char **at, char out[4]);

/* Writes what stands between the quotes of a string, which is no longer than that, and returns how many bytes it is.
 * False if no JSON string has it; bytes of 0x80 and above are taken as they are. */
bool members_decode(const char *begin, const char *end, char *out, size_t *n);

#endif
