/* A Markdown text taken apart: its lines, and which of them make up which block. */
#ifndef SM_INPUT_MDPAGE_H
#define SM_INPUT_MDPAGE_H

#include "input/input.h"

#include <string.h>

/* Bytes of the source; empty: there are none. */
typedef struct sm_md_piece {
    uint32_t from, to;
} sm_md_piece;

/* Paragraphs, headings and code; nothing else is text. */
typedef struct sm_md_block {
    uint32_t first, end; /* lines */
    uint32_t from;       /* in the first line, behind the marks of quotes and lists */
    uint32_t n_quotes;   /* it stands in so many */
    sm_role role;
    uint8_t level; /* as of sm_block */
    bool is_top;   /* a heading of the first level, in no quote and no list */
} sm_md_block;

typedef struct sm_md_page {
    const char *source;
    uint32_t n_bytes;
    sm_arena *arena;
    uint32_t start;            /* behind the byte order mark and the front matter */
    sm_md_piece title;         /* of the front matter */
    sm_md_piece language;      /* likewise */
    sm_said said;              /* likewise */
    bool in_authors;           /* while that is read: a list of authors goes on */
    SM_VEC(sm_md_piece) lines; /* from start on, without their ends; what is nested too deep begins behind its marks */
    SM_VEC(sm_md_block) blocks;
    bool stripped; /* blocks are those of sm_md_strip */
} sm_md_page;

/* Reads the front matter, if there is any: between lines of "---" (YAML) or "+++" (TOML) at the very start.
 * O(n_bytes). */
void sm_md_front(sm_md_page *page);

enum {
    SM_MD_DEPTH = 100 /* of quotes and lists; what is deeper stands in none */
};

/* Finds the lines, and writes to *copy, with *n bytes, what the parser may see of them: line by line of the same
 * structure, but with little left of what stands within lines, of which the parser's reading is not used and may take
 * time that grows with the square of it. False: no memory. O(n_bytes). */
bool sm_md_lines(sm_md_page *page, const char **copy, size_t *n);

/* The end of what opens or goes on with quotes and lists, from `from` on; *depth: how many there can be. */
uint32_t sm_md_skip_marks(const char *source, uint32_t from, uint32_t to, uint32_t *depth);

/* The end of the white space and of up to n_quotes quote marks from `from` on, not behind `to`. */
uint32_t sm_md_skip_quotes(const char *source, uint32_t from, uint32_t to, uint32_t n_quotes);

/* The end of the box of a task, "[ ] " or "[x] ", at the beginning of an item; `from` if there is none. */
uint32_t sm_md_skip_box(const char *source, uint32_t from, uint32_t to);

/* The blocks without a parser, by lines alone, for texts that are too large for one: paragraphs part at blank lines,
 * headings, and list items. False: no memory. O(n_bytes). */
bool sm_md_strip(sm_md_page *page);

/* Writes title and blocks. The title is that of the front matter, or else the first heading of the first level; the
 * language that of the front matter. SUMM_ERR_MEMORY, SUMM_ERR_TOO_LARGE. O(n_bytes). */
summ_status sm_md_write(const sm_md_page *page, sm_arena *arena, sm_input *input);

#endif
