#include "input/lines.h"

enum {
    ROW = 80 /* bytes of a row, before its last cell, and of any cell */
};

/* A line in the making. */
typedef struct finder {
    const sm_page *page;
    sm_arena *arena;
    sm_lines *lines;
    uint32_t *holder;  /* of each node */
    bool *linked;      /* within a link */
    sm_line line;      /* n_text 0: there is none */
    uint32_t source;   /* where the last text ended */
    bool broken;       /* the next text begins a line */
    uint32_t n_breaks; /* <br> since the last text */
} finder;

static bool is_block(const sm_node *node) {
    sm_tag_kind kind = sm_tag_kind_of(node->tag);
    return kind == SM_KIND_BLOCK || kind == SM_KIND_VOID_BLOCK;
}

/* "</br>" stands for <br>, which has no place in the source. */
static bool is_unwritten_break(const sm_node *node) {
    return node->tag == SM_TAG_BR && node->from == node->to;
}

static bool end_line(finder *f) {
    bool good = f->line.n_text == 0 || sm_vec_push(f->lines, f->line, f->arena);
    f->line.n_text = 0;
    return good;
}

/* Short texts in cells of one row are one line: the row of a table of words and numbers. */
static bool is_in_row(const finder *f, uint32_t index) {
    const sm_node *nodes = f->page->nodes.at;
    uint32_t last = f->line.holder, next = f->holder[index];
    return sm_node_is_cell(&nodes[last]) && sm_node_is_cell(&nodes[next]) && nodes[last].parent == nodes[next].parent &&
           f->line.n_text < ROW && nodes[index].n_text < ROW;
}

static bool add_text(finder *f, uint32_t index) {
    const sm_node *node = &f->page->nodes.at[index];
    bool together = f->line.holder == f->holder[index] || is_in_row(f, index);
    bool same = f->line.n_text > 0 && !f->broken && together && f->n_breaks < 2 && node->from >= f->source;
    if (!same && !end_line(f))
        return false;
    if (!same)
        f->line = (sm_line){.first = index, .holder = f->holder[index]};
    f->line.end = index + 1;
    f->line.n_text += node->n_text;
    f->line.n_link += f->linked[index] ? node->n_text : 0;
    f->source = node->to;
    f->broken = false;
    f->n_breaks = 0;
    return true;
}

static bool visit(finder *f, uint32_t index) {
    const sm_node *node = &f->page->nodes.at[index];
    bool is_root = node->parent == SM_PAGE_NONE;
    f->holder[index] = is_root || is_block(node) ? index : f->holder[node->parent];
    f->linked[index] = node->tag == SM_TAG_A || (!is_root && f->linked[node->parent]);
    f->broken = f->broken || (is_block(node) && !sm_node_is_cell(node)) || is_unwritten_break(node);
    f->n_breaks += node->tag == SM_TAG_BR;
    return node->tag != SM_TAG_TEXT || node->n_text == 0 || add_text(f, index);
}

bool sm_lines_find(const sm_page *page, sm_arena *arena, sm_lines *lines) {
    finder f = {.page = page, .arena = arena, .lines = lines};
    f.holder = sm_arena_get(arena, page->nodes.n, sizeof *f.holder);
    f.linked = sm_arena_get(arena, page->nodes.n, sizeof *f.linked);
    if (f.holder == NULL || f.linked == NULL)
        return false;
    for (uint32_t i = 0; i < page->nodes.n;) {
        const sm_node *node = &page->nodes.at[i];
        if (sm_node_unseen(node)) {
            i = node->end;
            continue;
        }
        if (!visit(&f, i))
            return false;
        i++;
    }
    return end_line(&f);
}
