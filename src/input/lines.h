/* The visible text of a page, cut where blocks begin and end: paragraphs, headings, items, cells, captions. */
#ifndef SM_INPUT_LINES_H
#define SM_INPUT_LINES_H

#include "input/page.h"

/* The texts among nodes first .. end - 1 that are seen. */
typedef struct sm_line {
    uint32_t first, end;
    uint32_t holder;         /* the innermost block that holds it, or its first cell */
    uint32_t n_text, n_link; /* as of nodes */
    bool cut;                /* not part of the article */
} sm_line;

typedef SM_VEC(sm_line) sm_lines;

/* Lines that have any text, in the order of the page; none is cut. Where a page's text goes back in the source, as text
 * that was moved out of a table does, a line ends. False: no memory. O(nodes + bytes of text). */
bool sm_lines_find(const sm_page *page, sm_arena *arena, sm_lines *lines);

#endif
