/* A web page as a flat tree: its elements and pieces of text in the order of their start tags. */
#ifndef SM_INPUT_PAGE_H
#define SM_INPUT_PAGE_H

#include "base/arena.h"
#include "input/markup.h"
#include "input/said.h"

#define SM_PAGE_NONE UINT32_MAX

typedef struct sm_node {
    uint32_t parent;   /* of node 0: SM_PAGE_NONE */
    uint32_t end;      /* one past its last descendant */
    uint32_t from, to; /* bytes of the source: of a text, or of a start tag (0, 0: it is not written) */
    uint32_t hints;    /* what its attributes tell: hints.h */
    sm_tag tag;
    uint32_t n_text; /* bytes of text in it that are no white space, hidden ones aside */
    uint32_t n_link; /* of those, within links */
} sm_node;

/* Bytes of the source; empty: there are none. */
typedef struct sm_piece {
    uint32_t from, to;
} sm_piece;

/* The value of <time datetime>. */
typedef struct sm_time {
    uint32_t node;
    sm_piece value;
} sm_time;

typedef struct sm_page {
    const char *source;
    uint32_t n_bytes;
    sm_arena *arena;
    SM_VEC(sm_node) nodes;
    uint32_t open;     /* while it is built: the innermost element that is not closed, or SM_PAGE_NONE */
    sm_piece title;    /* of <title> */
    sm_piece og_title; /* of <meta property="og:title"> */
    sm_piece language; /* of <html lang> */
    bool stripped;     /* made by sm_page_strip */
    SM_VEC(sm_time) times;
    sm_said said; /* by <meta> and JSON-LD; about.h */
} sm_page;

void sm_page_begin(sm_page *page, const char *source, uint32_t n_bytes, sm_arena *arena);

/* Add to the innermost open element. False: no memory. */
bool sm_page_open(sm_page *page, sm_tag tag, uint32_t hints, uint32_t from, uint32_t to);
bool sm_page_text(sm_page *page, uint32_t from, uint32_t to);

/* Closes the innermost open element; there is one. */
void sm_page_close(sm_page *page);

/* Counts the text of all nodes, after all are closed. O(nodes + bytes of text). */
void sm_page_count(sm_page *page);

/* Is this element, with all that is in it, no text of the page? */
bool sm_node_unseen(const sm_node *node);

/* Elements whose classes describe the page and not what is in them. */
static inline bool sm_tag_is_frame(sm_tag tag) {
    return tag == SM_TAG_HTML || tag == SM_TAG_BODY || tag == SM_TAG_MAIN || tag == SM_TAG_ARTICLE;
}

static inline bool sm_node_is_cell(const sm_node *node) {
    return node->tag == SM_TAG_TD || node->tag == SM_TAG_TH;
}

/* The page without regard to nesting, for pages that no tree should be built of: the children of one element.
 * SUMM_ERR_MEMORY. O(n_bytes). */
summ_status sm_page_strip(sm_page *page);

#endif
