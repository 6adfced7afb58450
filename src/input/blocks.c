#include "input/blocks.h"

#include "input/entities.h"
#include "input/writer.h"

#include <string.h>

/* One piece of text without tags. */
static bool put_plain(sm_writer *w, uint32_t from, uint32_t to) {
    while (from < to) {
        const char *found = memchr(w->source + from, '&', to - from);
        uint32_t at = found != NULL ? (uint32_t)(found - w->source) : to, code;
        size_t n = at < to ? sm_entity_decode(w->source + at, to - at, &code) : 0;
        uint32_t stop = at < to && n == 0 ? at + 1 : at;
        if (!sm_writer_bytes(w, from, stop) || (n > 0 && !sm_writer_code(w, code, at, (uint32_t)n)))
            return false;
        from = stop + (uint32_t)n;
    }
    return true;
}

/* Without the tags in it: the parser leaves those it ignores within pieces of text. */
static bool put_piece(sm_writer *w, uint32_t from, uint32_t to) {
    while (from < to) {
        sm_markup m = sm_markup_at(w->source, from, to);
        if (m.kind == SM_MARKUP_TEXT && !put_plain(w, m.begin, m.end))
            return false;
        from = m.end;
        if (m.kind == SM_MARKUP_START && sm_tag_kind_of(m.tag) == SM_KIND_RAW)
            from = sm_markup_raw_end(w->source, from, to, m.tag);
    }
    return true;
}

/* ---- Blocks ---- */

static sm_role role_of_tag(sm_tag tag) {
    switch (tag) {
    case SM_TAG_H1:
    case SM_TAG_H2:
    case SM_TAG_H3:
    case SM_TAG_H4:
    case SM_TAG_H5:
    case SM_TAG_H6:
        return SM_ROLE_HEADING;
    case SM_TAG_LI:
    case SM_TAG_DD:
        return SM_ROLE_ITEM;
    case SM_TAG_BLOCKQUOTE:
        return SM_ROLE_QUOTE;
    case SM_TAG_FIGCAPTION:
    case SM_TAG_CAPTION:
        return SM_ROLE_CAPTION;
    case SM_TAG_PRE:
    case SM_TAG_LISTING:
    case SM_TAG_XMP:
    case SM_TAG_PLAINTEXT:
        return SM_ROLE_CODE;
    default:
        return SM_ROLE_UNKNOWN;
    }
}

/* The innermost element around a line that has a role, or SM_PAGE_NONE. */
static uint32_t find_role(const sm_page *page, uint32_t holder) {
    for (int steps = 0; holder != SM_PAGE_NONE && steps < 3; steps++, holder = page->nodes.at[holder].parent)
        if (role_of_tag(page->nodes.at[holder].tag) != SM_ROLE_UNKNOWN)
            return holder;
    return SM_PAGE_NONE;
}

/* In how many lists an element stands, as far as the LIST_STEPS elements around it tell. */
static uint8_t list_depth(const sm_page *page, uint32_t at) {
    enum {
        LIST_STEPS = 24
    };
    unsigned depth = 0;
    for (int steps = 0; at != SM_PAGE_NONE && steps < LIST_STEPS; steps++, at = page->nodes.at[at].parent) {
        sm_tag tag = page->nodes.at[at].tag;
        depth += depth < SM_LEVELS && (tag == SM_TAG_UL || tag == SM_TAG_OL || tag == SM_TAG_DL);
    }
    return (uint8_t)depth;
}

static uint8_t level_of(const sm_page *page, uint32_t at, sm_role role) {
    if (role == SM_ROLE_HEADING)
        return (uint8_t)(page->nodes.at[at].tag - SM_TAG_H1 + 1);
    return role == SM_ROLE_ITEM ? list_depth(page, at) : 0;
}

static bool end_line(sm_writer *w, const sm_page *page, uint32_t holder, size_t begin) {
    uint32_t at = find_role(page, holder);
    sm_role role = at != SM_PAGE_NONE ? role_of_tag(page->nodes.at[at].tag) : SM_ROLE_UNKNOWN;
    return sm_writer_block_at(w, begin, role, level_of(page, at, role));
}

static bool put_line(sm_writer *w, const sm_page *page, const sm_line *line) {
    size_t begin = w->text.n;
    for (uint32_t i = line->first; i < line->end;) {
        const sm_node *node = &page->nodes.at[i];
        if (node->tag == SM_TAG_TEXT && !put_piece(w, node->from, node->to))
            return false;
        bool parts = node->tag == SM_TAG_BR || sm_node_is_cell(node);
        if (parts && !sm_writer_code(w, node->tag == SM_TAG_BR ? '\n' : ' ', node->from, node->to - node->from))
            return false;
        i = sm_node_unseen(node) ? node->end : i + 1;
    }
    return end_line(w, page, line->holder, begin);
}

/* Told by the source to be the title if nothing is before it. */
static bool put_title(sm_writer *w, sm_piece title) {
    size_t begin = w->text.n;
    bool first = w->input->blocks.n == 0;
    if (!put_piece(w, title.from, title.to) || !sm_writer_block_at(w, begin, SM_ROLE_TITLE, 1))
        return false;
    w->input->titled = first && w->input->blocks.n > 0;
    return true;
}

/* The title in its place: text may come before a head that is misplaced. */
static bool put_all(sm_writer *w, const sm_page *page, const sm_lines *lines, sm_piece title) {
    bool waits = true;
    for (size_t i = 0; i < lines->n; i++) {
        const sm_line *line = &lines->at[i];
        if (line->cut)
            continue;
        if (waits && page->nodes.at[line->first].from >= title.from) {
            waits = false;
            if (!put_title(w, title))
                return false;
        }
        if (!put_line(w, page, line))
            return false;
    }
    return !waits || put_title(w, title);
}

summ_status sm_blocks_write(const sm_page *page, const sm_lines *lines, sm_piece title, sm_arena *arena,
                            sm_input *input) {
    sm_writer w;
    sm_writer_begin(&w, page->source, arena, input);
    return sm_writer_end(&w, put_all(&w, page, lines, title));
}
