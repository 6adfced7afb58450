/* What within a paragraph of Markdown is text: emphasis, links, images, code, HTML, escapes. CommonMark 0.30, part 6,
 * footnotes, and text that is struck out. */
#ifndef SM_INPUT_MDSPANS_H
#define SM_INPUT_MDSPANS_H

#include "input/mdrefs.h"

enum {
    SM_SPAN_TEXT,    /* character references in it are to be decoded */
    SM_SPAN_LITERAL, /* text as it stands: code, and what is escaped */
    SM_SPAN_MARK,    /* no text */
    SM_SPAN_BREAK    /* stands for a space */
};

typedef struct sm_delimiter {
    uint32_t at, n; /* what is left of the run */
    uint32_t all;   /* its length at first */
    char sign;
    bool opens, closes;
} sm_delimiter;

typedef struct sm_bracket {
    uint32_t at, delimiters; /* how many stood before it */
    bool image, nests;       /* nests: another bracket stands in it */
} sm_bracket;

typedef struct sm_ticks {
    uint32_t at, n;
    uint32_t next; /* run of the same length */
} sm_ticks;

typedef struct sm_span {
    uint32_t from, to;
} sm_span;

/* Its arrays serve one paragraph after the other. Begins as {.arena = ..., .refs = ...}. */
typedef struct sm_spans {
    sm_arena *arena;
    const sm_md_refs *refs;
    SM_VEC(unsigned char) kinds; /* of each byte: SM_SPAN_...; those before `from` are not set */
    SM_VEC(sm_span) images;      /* outermost ones, in order */
    SM_VEC(sm_delimiter) delimiters;
    SM_VEC(sm_bracket) brackets;
    SM_VEC(sm_ticks) ticks;
} sm_spans;

/* Fills `kinds` and `images` for text[from .. to), in which lines have no white space at their ends. False: no memory.
 * O(to), no recursion. */
bool sm_spans_find(sm_spans *spans, const char *text, uint32_t from, uint32_t to);

#endif
