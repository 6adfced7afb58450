#include "input/page.h"

#include "input/hints.h"

void sm_page_begin(sm_page *page, const char *source, uint32_t n_bytes, sm_arena *arena) {
    *page = (sm_page){.source = source, .n_bytes = n_bytes, .arena = arena, .open = SM_PAGE_NONE};
}

static bool add(sm_page *page, sm_tag tag, uint32_t hints, uint32_t from, uint32_t to) {
    sm_node node = {.parent = page->open, .from = from, .to = to, .hints = hints, .tag = tag};
    node.end = (uint32_t)page->nodes.n + 1;
    return sm_vec_push(&page->nodes, node, page->arena);
}

bool sm_page_open(sm_page *page, sm_tag tag, uint32_t hints, uint32_t from, uint32_t to) {
    uint32_t index = (uint32_t)page->nodes.n;
    if (!add(page, tag, hints, from, to))
        return false;
    page->open = index;
    return true;
}

bool sm_page_text(sm_page *page, uint32_t from, uint32_t to) {
    return from == to || add(page, SM_TAG_TEXT, 0, from, to);
}

void sm_page_close(sm_page *page) {
    sm_node *node = &page->nodes.at[page->open];
    node->end = (uint32_t)page->nodes.n;
    page->open = node->parent;
}

bool sm_node_unseen(const sm_node *node) {
    sm_tag_kind kind = sm_tag_kind_of(node->tag);
    /* Scripts show a page that is hidden as a whole. */
    bool hidden = (node->hints & SM_HINT_HIDDEN) != 0 && node->tag != SM_TAG_HTML && node->tag != SM_TAG_BODY;
    return kind == SM_KIND_UNSEEN || kind == SM_KIND_RAW || hidden;
}

/* Every child stands behind its parent, so that a walk from the end has each node's sum before its parent needs it. */
void sm_page_count(sm_page *page) {
    for (size_t i = page->nodes.n; i-- > 0;) {
        sm_node *node = &page->nodes.at[i];
        if (node->tag == SM_TAG_TEXT)
            for (uint32_t at = node->from; at < node->to; at++)
                node->n_text += (unsigned char)page->source[at] > ' ';
        if (sm_node_unseen(node))
            node->n_text = node->n_link = 0;
        if (node->tag == SM_TAG_A)
            node->n_link = node->n_text;
        if (node->parent != SM_PAGE_NONE) {
            page->nodes.at[node->parent].n_text += node->n_text;
            page->nodes.at[node->parent].n_link += node->n_link;
        }
    }
}

/* Texts are parted by one empty element at most, a block or a line break; two line breaks make a block. */
static bool strip_part(sm_page *page, const sm_markup *m) {
    sm_node *last = &page->nodes.at[page->nodes.n - 1];
    bool is_break = m->tag == SM_TAG_BR;
    if (last->tag == SM_TAG_BR) {
        last->tag = SM_TAG_DIV;
        return true;
    }
    if (last->tag != SM_TAG_TEXT)
        return true;
    if (!sm_page_open(page, is_break ? SM_TAG_BR : SM_TAG_DIV, 0, m->begin, m->end))
        return false;
    sm_page_close(page);
    return true;
}

static bool strip_tag(sm_page *page, const sm_markup *m, uint32_t *next) {
    sm_tag_kind kind = sm_tag_kind_of(m->tag);
    if (kind == SM_KIND_RAW && m->kind == SM_MARKUP_START)
        *next = sm_markup_raw_end(page->source, m->end, page->n_bytes, m->tag);
    bool parts = kind == SM_KIND_BLOCK || kind == SM_KIND_VOID_BLOCK || m->tag == SM_TAG_BR;
    return !parts || strip_part(page, m);
}

summ_status sm_page_strip(sm_page *page) {
    bool good = sm_page_open(page, SM_TAG_BODY, 0, 0, 0);
    page->stripped = true;
    for (uint32_t at = 0, next; good && at < page->n_bytes; at = next) {
        sm_markup m = sm_markup_at(page->source, at, page->n_bytes);
        next = m.end;
        if (m.kind == SM_MARKUP_TEXT)
            good = sm_page_text(page, m.begin, m.end);
        else if (m.kind != SM_MARKUP_OTHER)
            good = strip_tag(page, &m, &next);
    }
    if (good)
        sm_page_close(page);
    return good ? SUMM_OK : SUMM_ERR_MEMORY;
}
