/* Markdown. The only file that knows cmark, which tells the blocks; what stands in them mdspans.h reads, since cmark
 * does not say where in the source it is, and mdpage.h writes it down. */
#include "input/input.h"
#include "input/mdpage.h"

#ifdef HAVE_CMARK
#include <cmark.h>
#include <setjmp.h>
#include <string.h>
#endif

sm_read_fn sm_read_markdown;

#ifdef HAVE_CMARK

/* ---- The parser's memory ---- */

enum {
    TREE_BYTES = 64 << 20, /* of what is longer no tree is built: cmark counts in int */
    MEMORY_LEAST = 16 << 20,
    MEMORY_FOR_BYTE = 64 /* texts take 3 to 20 */
};

/* cmark does not look whether it got memory: where there is none it is left by longjmp, and all it had is released as
 * one arena. */
typedef struct parser {
    sm_arena arena;
    size_t left; /* bytes it may still take */
    bool excess; /* why it was left */
    jmp_buf out;
} parser;

/* cmark's allocators are given nothing that would lead to the parser: it is set while cmark runs, for each thread. */
static _Thread_local parser *running;

/* Before each block, its size: blocks that grow have to be copied. */
typedef struct header {
    size_t n_bytes;
    max_align_t data[];
} header;

static void take(size_t n_bytes) {
    running->excess = n_bytes > running->left;
    if (running->excess)
        longjmp(running->out, 1);
    running->left -= n_bytes;
}

static void *allocate(size_t count, size_t size) {
    size_t n_bytes;
    if (!sm_multiply(count, size, &n_bytes) || n_bytes > SIZE_MAX / 2)
        longjmp(running->out, 1);
    take(sizeof(header) + n_bytes);
    header *h = sm_arena_get_zero(&running->arena, sizeof *h + n_bytes, 1);
    if (h == NULL)
        longjmp(running->out, 1);
    h->n_bytes = n_bytes;
    return h->data;
}

static void *grow(void *block, size_t n_bytes) {
    if (block == NULL)
        return allocate(1, n_bytes);
    header *h = (header *)(void *)((char *)block - offsetof(header, data));
    if (n_bytes <= h->n_bytes)
        return block;
    take(n_bytes - h->n_bytes);
    h = sm_arena_grow(&running->arena, h, sizeof *h + h->n_bytes, sizeof *h + n_bytes);
    if (h == NULL)
        longjmp(running->out, 1);
    h->n_bytes = n_bytes;
    return h->data;
}

static void keep(void *block) {
    (void)block;
}

/* NULL: no memory, or excess. */
static cmark_node *parse(parser *p, const char *text, size_t n_bytes) {
    cmark_mem memory = {allocate, grow, keep};
    cmark_node *root = NULL;
    p->left = MEMORY_LEAST + MEMORY_FOR_BYTE * n_bytes;
    running = p;
    if (setjmp(p->out) == 0) {
        cmark_parser *cmark = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
        cmark_parser_feed(cmark, text, n_bytes);
        root = cmark_parser_finish(cmark);
    }
    running = NULL;
    return root;
}

/* ---- From its tree to our blocks ---- */

static sm_role role_of(cmark_node *node) {
    cmark_node_type around = cmark_node_get_type(cmark_node_parent(node));
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        return SM_ROLE_HEADING;
    case CMARK_NODE_CODE_BLOCK:
        return SM_ROLE_CODE;
    default:
        return around == CMARK_NODE_ITEM          ? SM_ROLE_ITEM
               : around == CMARK_NODE_BLOCK_QUOTE ? SM_ROLE_QUOTE
                                                  : SM_ROLE_PARAGRAPH;
    }
}

static bool is_top(cmark_node *node) {
    return cmark_node_get_type(node) == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) == 1 &&
           cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT;
}

/* O(SM_MD_DEPTH). */
static uint8_t level_of(cmark_node *node, sm_role role) {
    unsigned depth = 0;
    if (role == SM_ROLE_HEADING)
        return (uint8_t)cmark_node_get_heading_level(node);
    for (; role == SM_ROLE_ITEM && node != NULL; node = cmark_node_parent(node))
        depth += depth < SM_LEVELS && cmark_node_get_type(node) == CMARK_NODE_LIST;
    return (uint8_t)depth;
}

/* A node begins: what came before ends there. cmark counts among the lines of code whose fence is not closed in its
 * item or quote the line that ends these. */
static void end_before(sm_md_page *page, cmark_node *node) {
    int line = cmark_node_get_start_line(node) - 1;
    sm_md_block *last = page->blocks.n > 0 ? &page->blocks.at[page->blocks.n - 1] : NULL;
    if (last != NULL && line > 0 && last->first < (uint32_t)line && last->end > (uint32_t)line)
        last->end = (uint32_t)line;
}

/* Lines are counted from 1; a place that is not in the text makes no block. */
static bool add(sm_md_page *page, cmark_node *node, uint32_t n_quotes) {
    int first = cmark_node_get_start_line(node), end = cmark_node_get_end_line(node);
    size_t n_lines = page->lines.n;
    if (first < 1 || (size_t)first > n_lines)
        return true;
    sm_md_block b = {.first = (uint32_t)first - 1, .end = (uint32_t)first, .n_quotes = n_quotes};
    if (end > first)
        b.end = (size_t)end < n_lines ? (uint32_t)end : (uint32_t)n_lines;
    sm_md_piece line = page->lines.at[b.first];
    int column = cmark_node_get_start_column(node);
    uint32_t skip = column > 0 ? (uint32_t)column - 1 : 0;
    b.from = skip < line.to - line.from ? line.from + skip : line.to;
    b.role = role_of(node);
    b.level = level_of(node, b.role);
    b.is_top = is_top(node);
    if (b.role == SM_ROLE_ITEM && cmark_node_previous(node) == NULL)
        b.from = sm_md_skip_box(page->source, b.from, line.to);
    return sm_vec_push(&page->blocks, b, page->arena);
}

static bool is_container(cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST ||
           type == CMARK_NODE_ITEM;
}

static bool has_text(cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || type == CMARK_NODE_CODE_BLOCK;
}

static bool is_quote(cmark_node *node) {
    return cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
}

/* In the order of the tree, without recursion. False: no memory. */
static bool walk(sm_md_page *page, cmark_node *root) {
    uint32_t n_quotes = 0;
    for (cmark_node *node = root, *next; node != NULL; node = next) {
        end_before(page, node);
        if (has_text(node) && !add(page, node, n_quotes))
            return false;
        next = is_container(node) ? cmark_node_first_child(node) : NULL;
        n_quotes += next != NULL && is_quote(node);
        while (next == NULL && node != root) {
            next = cmark_node_next(node);
            node = next == NULL ? cmark_node_parent(node) : node;
            n_quotes -= next == NULL && is_quote(node);
        }
    }
    return true;
}

static summ_status find_blocks(sm_md_page *page) {
    parser p = {.excess = false};
    const char *text;
    size_t n;
    if (!sm_md_lines(page, &text, &n))
        return SUMM_ERR_MEMORY;
    if (n > TREE_BYTES)
        return sm_md_strip(page) ? SUMM_OK : SUMM_ERR_MEMORY;
    sm_arena_init(&p.arena, page->arena->alloc);
    cmark_node *root = parse(&p, text, n);
    bool good = root != NULL ? walk(page, root) : false;
    sm_arena_release(&p.arena);
    if (root == NULL && p.excess)
        good = sm_md_strip(page);
    return good ? SUMM_OK : SUMM_ERR_MEMORY;
}

static uint32_t skip_byte_order_mark(const char *text, uint32_t n) {
    return n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

summ_status sm_read_markdown(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input) {
    sm_arena scratch;
    sm_arena_init(&scratch, arena->alloc);
    sm_md_page page = {.source = source, .n_bytes = n_bytes, .arena = &scratch};
    page.start = skip_byte_order_mark(source, n_bytes);
    sm_md_front(&page);
    summ_status status = find_blocks(&page);
    if (status == SUMM_OK)
        status = sm_md_write(&page, arena, input);
    input->stripped = status == SUMM_OK && page.stripped;
    sm_arena_release(&scratch);
    return status;
}

#else

summ_status sm_read_markdown(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input) {
    (void)source, (void)n_bytes, (void)arena, (void)input;
    return SUMM_ERR_MISSING;
}

#endif

#ifdef HAVE_CMARK
const char sm_markdown_library[] = "cmark " HAVE_CMARK;
#else
const char sm_markdown_library[] = "";
#endif
