/* Which lines of plain text belong together: within a paragraph a line break is a space if the text is hard-wrapped
 * there, else the end of a block. */
#ifndef SM_PLAIN_WRAP_H
#define SM_PLAIN_WRAP_H

#include "plain/lines.h"

/* The width to which the text is wrapped: 95 % of the lines that another line follows are no wider. 0 if those lines
 * are too short or too long for wrapped text. O(lines). */
size_t sm_wrap_width(const sm_plain *plain);

/* Does `l` go on with what `previous` began, the line before it? O(bytes of the two). */
bool sm_wrap_continues(const char *text, const sm_plain_line *previous, const sm_plain_line *l, size_t wrap);

/* Does the line end as sentences do, with closing marks or without? */
bool sm_wrap_ends_sentence(const char *text, const sm_plain_line *l);

/* How many lines the block has that begins with line i; 0 if that goes on with the line before it. Of more than `most`
 * lines, not all are looked at. O(bytes of these lines). */
size_t sm_wrap_block(const sm_plain *plain, size_t i, size_t most, size_t wrap);

#endif
