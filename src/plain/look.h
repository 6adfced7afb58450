/* Words at known places of lines, and what is known of a line. Where words are in small letters, ASCII capitals of the
 * text are alike. */
#ifndef SM_PLAIN_LOOK_H
#define SM_PLAIN_LOOK_H

#include "plain/lines.h"

/* Bytes of `small`, a word in small letters, if text[at .. end) begins with it; else 0. */
size_t sm_look_at(const char *text, size_t at, size_t end, const char *small);

/* The same for the first of several words that is there; the list ends in NULL. */
size_t sm_look_any(const char *text, size_t at, size_t end, const char *const *small);

/* Does the line begin with the word, letter by letter? */
bool sm_look_starts(const char *text, const sm_plain_line *l, const char *word);

/* Is it anywhere in the line? O(bytes of both, multiplied). */
bool sm_look_in(const char *text, const sm_plain_line *l, const char *small);

/* The line that stands alone: blank lines, page ends or ends of the text are on both sides of it. */
bool sm_look_alone(const sm_plain *plain, size_t i);

/* Is nothing known of the line yet? */
static inline bool sm_look_free(const sm_plain_line *l) {
    return !l->dropped && l->role == SM_ROLE_UNKNOWN;
}

#endif
