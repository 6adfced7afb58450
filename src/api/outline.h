/* Outlines: summaries of each section below its heading. */
#ifndef SM_API_OUTLINE_H
#define SM_API_OUTLINE_H

#include "doc/sections.h"
#include "select/budget.h"

typedef struct sm_outline {
    sm_sections sections;
    sm_shares shares; /* a share for each section */
    bool *cut;        /* for each sentence, whether it is shown cut: nothing of its section fits */
} sm_outline;

/* Finds the sections and gives each its ceilings. False: no memory. O(sentences). */
bool sm_outline_begin(sm_outline *outline, const sm_doc *doc, const summ_summary_options *options, sm_arena *arena);

/* The shares of the sections of which no sentence is picked: of each, one sentence of any length. False: no memory. */
bool sm_outline_rest(const sm_outline *outline, const uint32_t *picks, size_t n, sm_arena *arena, sm_shares *rest);

/* Whether each section's heading is shown: some sentence of the section is, or a heading below it. NULL: no memory.
 * O(sections + n). */
bool *sm_outline_headings(const sm_outline *outline, const uint32_t *picks, size_t n, sm_arena *arena);

#endif
