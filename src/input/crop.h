/* Lines at the ends of an article and between its paragraphs that are not its text. */
#ifndef SM_INPUT_CROP_H
#define SM_INPUT_CROP_H

#include "input/lines.h"
#include "input/title.h"

enum {
    SM_PROSE = 80 /* bytes: shorter lines do not count as paragraphs */
};

/* A paragraph: long, and less than half of it links. */
static inline bool sm_line_is_prose(const sm_line *line) {
    return line->n_text >= SM_PROSE && 2 * (uint64_t)line->n_link < line->n_text;
}

/* Cuts lines of links and, if there is any paragraph, a few words in a box of their own; before the first paragraph the
 * title and labels; behind the last headings, labels and links to mail and networks. O(lines + nodes and bytes of those
 * at the ends). */
void sm_crop(const sm_page *page, sm_lines *lines, const sm_title *title);

#endif
