/* Sections: what stands below each heading. */
#ifndef SM_DOC_SECTIONS_H
#define SM_DOC_SECTIONS_H

#include "doc/doc.h"

/* Sentences first .. body - 1 are its heading, which the first section of a part may lack; body .. end - 1 are its own
 * text, up to the next heading of any level. */
typedef struct sm_section {
    uint32_t first, body, end;
    uint8_t level; /* 0: below a title, or without heading */
} sm_section;

typedef struct sm_sections {
    SM_VEC(sm_section) list; /* at least one */
    uint32_t *of;            /* for each sentence, its section */
    size_t n_headings;       /* without titles */
} sm_sections;

/* Headings are those with a level; in plain text that has none of these, all that look like one. The first title of a
 * part is one too. False: no memory. O(sentences). */
bool sm_sections_find(const sm_doc *doc, sm_arena *arena, sm_sections *sections);

#endif
