#include "input/mdpage.h"

#include "base/ascii.h"

#include <string.h>

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* The bytes of "-", "+", "*", "1.", "1)" before white space or the end; 0: it is no mark of a list. */
static uint32_t marker_at(const char *source, uint32_t at, uint32_t to) {
    enum {
        MAX_DIGITS = 9
    };
    uint32_t n = 0;
    while (n < MAX_DIGITS && at + n < to && sm_ascii_is_digit(source[at + n]))
        n++;
    if (at + n == to || !sm_ascii_is_one_of(source[at + n], n > 0 ? ".)" : "-+*"))
        return 0;
    n++;
    return at + n == to || is_blank(source[at + n]) ? n : 0;
}

uint32_t sm_md_skip_marks(const char *source, uint32_t from, uint32_t to, uint32_t *depth) {
    uint32_t columns = 0, marks = 0, at = from;
    while (at < to) {
        uint32_t n = is_blank(source[at]) || source[at] == '>' ? 1 : marker_at(source, at, to);
        if (n == 0)
            break;
        columns += source[at] == '\t' ? 4 : source[at] == ' ';
        marks += !is_blank(source[at]);
        at += n;
    }
    *depth = marks + columns / 2;
    return at;
}

/* Rules and the like; a fence stays one, and what is none must not become one. */
static bool has_meaning_as_a_whole(const char *source, uint32_t at, uint32_t to) {
    if (at < to && source[at] == '`')
        return true;
    while (at < to && sm_ascii_is_one_of(source[at], "*_- \t"))
        at++;
    return at == to;
}

/* Blinds what begins something within a line: its bytes from `at`, where the marks end, to `end` in the copy. The first
 * ones may tell what the line is. What can end a piece of HTML stays. */
static void blind(char *at, char *end) {
    for (const char *first = at; at < end && *at == *first;)
        at++;
    for (; at < end; at++) {
        bool opens = *at == '<' && at + 1 < end && (at[1] == '!' || at[1] == '?');
        if (opens || *at == '*' || *at == '_' || *at == '[' || *at == '`')
            *at = 'x';
    }
}

static void copy_line(const char *source, sm_md_piece line, uint32_t text, char *copy) {
    size_t n = line.to - line.from;
    memcpy(copy, source + line.from, n);
    copy[n] = '\n';
    for (char *zero = copy; (zero = memchr(zero, '\0', (size_t)(copy + n - zero))) != NULL;)
        *zero = 'x'; /* the parser would put three bytes there */
    if (!has_meaning_as_a_whole(source, text, line.to))
        blind(copy + (text - line.from), copy + n);
}

static uint32_t line_end(const char *source, uint32_t at, uint32_t n_bytes) {
    while (at < n_bytes && source[at] != '\n' && source[at] != '\r')
        at++;
    return at;
}

bool sm_md_lines(sm_md_page *page, const char **copy, size_t *n) {
    const char *source = page->source;
    char *to = sm_arena_get(page->arena, (size_t)page->n_bytes + 1, 1);
    *copy = to;
    *n = 0;
    for (uint32_t at = page->start; to != NULL && at < page->n_bytes;) {
        sm_md_piece line = {at, line_end(source, at, page->n_bytes)};
        uint32_t depth, text = sm_md_skip_marks(source, line.from, line.to, &depth);
        if (depth > SM_MD_DEPTH)
            line.from = text;
        if (!sm_vec_push(&page->lines, line, page->arena))
            return false;
        copy_line(source, line, text, to + *n);
        *n += line.to - line.from + 1;
        at = line.to < page->n_bytes ? line.to + 1 : line.to;
        if (at < page->n_bytes && source[line.to] == '\r' && source[at] == '\n')
            at++;
    }
    return to != NULL;
}

uint32_t sm_md_skip_quotes(const char *source, uint32_t from, uint32_t to, uint32_t n_quotes) {
    for (; from < to; from++) {
        bool mark = source[from] == '>' && n_quotes > 0;
        if (!mark && !is_blank(source[from]))
            break;
        n_quotes -= mark;
    }
    return from;
}

uint32_t sm_md_skip_box(const char *source, uint32_t from, uint32_t to) {
    enum {
        BOX = 3
    };
    bool box = to - from > BOX && source[from] == '[' && sm_ascii_is_one_of(source[from + 1], " xX") &&
               source[from + 2] == ']' && is_blank(source[from + BOX]);
    uint32_t at = box ? from + BOX : from;
    while (box && at < to && is_blank(source[at]))
        at++;
    return at < to ? at : from;
}

/* ---- Blocks by lines alone ---- */

static uint8_t count_signs(const char *source, uint32_t at, uint32_t to) {
    unsigned n = 0;
    while (at + n < to && n < SM_LEVELS && source[at + n] == '#')
        n++;
    return (uint8_t)n;
}

/* Does the line open a block, whatever stands before it? */
static bool opens_block(const sm_md_page *page, sm_md_piece line, sm_md_block *b) {
    uint32_t depth, from = sm_md_skip_quotes(page->source, line.from, line.to, SM_MD_DEPTH);
    bool item = marker_at(page->source, from, line.to) > 0;
    b->from = sm_md_skip_marks(page->source, line.from, line.to, &depth);
    b->role = item                                                 ? SM_ROLE_ITEM
              : from > line.from && page->source[line.from] == '>' ? SM_ROLE_QUOTE
                                                                   : SM_ROLE_PARAGRAPH;
    if (b->from < line.to && page->source[b->from] == '#')
        b->role = SM_ROLE_HEADING;
    if (b->role == SM_ROLE_ITEM)
        b->from = sm_md_skip_box(page->source, b->from, line.to);
    b->level = b->role == SM_ROLE_HEADING ? count_signs(page->source, b->from, line.to) : 0;
    return item || b->role == SM_ROLE_HEADING;
}

bool sm_md_strip(sm_md_page *page) {
    bool open = false;
    page->stripped = true;
    page->blocks.n = 0;
    for (uint32_t i = 0; i < page->lines.n; i++) {
        sm_md_block b = {.first = i, .end = i + 1, .n_quotes = SM_MD_DEPTH};
        bool opens = opens_block(page, page->lines.at[i], &b);
        bool blank = b.from == page->lines.at[i].to;
        if (!blank && open && !opens)
            page->blocks.at[page->blocks.n - 1].end = i + 1;
        else if (!blank && !sm_vec_push(&page->blocks, b, page->arena))
            return false;
        open = !blank && b.role != SM_ROLE_HEADING;
    }
    return true;
}
