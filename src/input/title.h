/* The title of a page, and the lines that repeat it. */
#ifndef SM_INPUT_TITLE_H
#define SM_INPUT_TITLE_H

#include "input/lines.h"

enum {
    SM_TITLE_PARTS = 6,
    SM_TITLE_KEYS = 2 + 4 * SM_TITLE_PARTS
};

/* The forms of the title: as <meta property="og:title"> has it, and <title>, whole and up to and from the first few
 * signs that may part it from the name of the site. Two texts have one key if their letters and digits are the same. */
typedef struct sm_title {
    uint64_t keys[SM_TITLE_KEYS];
    size_t n_keys;
    sm_piece piece; /* of the source, without the site's name */
} sm_title;

/* O(bytes of the titles). */
sm_title sm_title_of(const sm_page *page);

/* The longest heading of the three upper levels that is the title, as the name of the site may be one too; of several
 * the first; NULL: there is none. O(bytes of such headings). */
const sm_line *sm_title_heading(const sm_title *title, const sm_page *page, const sm_lines *lines);

/* Is the line the title? O(bytes of the line). */
bool sm_title_is(const sm_title *title, const sm_page *page, const sm_line *line);

#endif
