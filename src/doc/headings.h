/* Headings that plain text shows by their shape: "Chapter 3", "1.2 Title", "IV. Title", ALL CAPITALS, underlines. */
#ifndef SM_DOC_HEADINGS_H
#define SM_DOC_HEADINGS_H

#include "doc/doc.h"

/* How high up a heading stands, 0 if its shape does not tell:
 *
 *     1  parts, "===" below           3  sections, "~~~" below, "1.2"       5  "1.2.3.4" and longer
 *     2  chapters, "---" below,       4  "1.2.3"                            6  ALL CAPITALS
 *        "1." or "IV." before
 *
 * Where the reader told nothing, a line has such a shape only with empty lines around it, or below another heading. */
typedef struct sm_heading {
    uint8_t rank;
    bool sure;  /* it is no label of another kind */
    bool named; /* by a word such as "Chapter" */
} sm_heading;

/* What the sentences first .. end - 1, which are a block of few words, look like; `marked`: it ends with an end mark.
 * `below`: the block before is a heading. O(bytes of the block). */
sm_heading sm_heading_of(const sm_doc *doc, uint32_t first, uint32_t end, bool marked, bool below);

/* Does an empty line stand before the block, or nothing? Only in plain text can it. O(bytes between). */
bool sm_heading_is_parted(const sm_doc *doc, uint32_t block);

#endif
