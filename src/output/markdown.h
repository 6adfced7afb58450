/* What results and the whole text have in common in Markdown: blocks, and text of which nothing becomes markup. */
#ifndef SM_OUTPUT_MARKDOWN_H
#define SM_OUTPUT_MARKDOWN_H

#include "output/output.h"

/* A page, from its top. */
typedef struct sm_markdown {
    const sm_report *report;
    sm_sink *sink;
    size_t lowered; /* how many levels headings of texts are, below those with names of files */
    bool begun;     /* something stands above */
    size_t depth;   /* of the item that does; 0: it is none */
} sm_markdown;

/* Where a block begins: an empty line, if need be, and its sign. What is no heading, item or quote is a paragraph. */
void sm_markdown_begin(sm_markdown *page, summ_role role, int level);

/* A heading with the name of a file: what follows is of that. */
void sm_markdown_put_file(sm_markdown *page, const char *name);

/* The text of a block: escapes hang on what stands beside. White space of any kind counts as a space. */
typedef struct sm_markdown_text {
    const char *text;
    size_t n;
    bool opens; /* it stands where signs may make it an item, a heading and so on */
} sm_markdown_text;

/* Puts text[from .. to), before and behind which marks may stand. O(its bytes), and for a run of # its length. */
void sm_markdown_put(const sm_markdown_text *text, size_t from, size_t to, sm_sink *sink);

/* The whole text with what was chosen marked; nothing without one (output/highlight.h). */
void sm_markdown_put_whole(sm_markdown *page);

#endif
