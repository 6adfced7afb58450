/* Signs: short wordings that tell what a line is, "Read more: *". Small letters and capitals are alike in them; a '*'
 * stands for any characters, a '#' for a digit. All languages are in one table (signs.def), as the language of the text
 * is not known yet. */
#ifndef SM_PLAIN_SIGNS_H
#define SM_PLAIN_SIGNS_H

#include "plain/lines.h"

typedef enum sm_sign_kind {
    SM_SIGN_NONE,
#define KIND(NAME) SM_SIGN_##NAME,
#define X(NAME, wording)
#include "plain/signs.def"
#undef KIND
#undef X
} sm_sign_kind;

enum {
    SM_SIGNS_HEAD = 4, /* bytes that a wording begins with before its first '*' if it is to be found by them */
    SM_SIGNS_BITS = 12
};

/* Finds wordings by their first bytes. Lives on the stack. */
typedef struct sm_signs {
    uint16_t first[1 << SM_SIGNS_BITS]; /* 1 + row, or 0 */
    uint16_t next[1000];
} sm_signs;

/* Row `i` of the table; the wording is NULL past the end. */
const char *sm_sign_at(size_t i, sm_sign_kind *kind);

/* An index of the rows of kinds `from` to `to`. O(rows). */
void sm_signs_index(sm_signs *signs, sm_sign_kind from, sm_sign_kind to);

/* What a line is by a row of the index that it fits. O(1) unless its first bytes are those of a row. */
sm_sign_kind sm_signs_find(const sm_signs *signs, const char *text, const sm_plain_line *l);

/* Does text[begin .. end) fit one wording? Where that does not end in '*', what labels end in may follow it: marks,
 * arrows, a number in brackets. O(bytes of both, multiplied). */
bool sm_sign_fits(const char *wording, const char *text, size_t begin, size_t end);

/* Does text[begin .. end) fit a row of that kind? Behind what it begins with there, up to the first '*', is *rest,
 * which may be NULL. O(rows). */
bool sm_sign_is(sm_sign_kind kind, const char *text, size_t begin, size_t end, size_t *rest);

#endif
