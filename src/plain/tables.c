/* What is not prose: tables, drawings and code, told by the lines of a group without blank lines between. Its role is
 * SM_ROLE_CODE, and it is one block: no sentence of a summary, no words of key phrases, but still part of the text. */
#include "base/ascii.h"
#include "base/chars.h"
#include "plain/look.h"

#include <string.h>

sm_recognise_fn sm_recognise_tables;

enum {
    CELLS_MOST = 12,     /* of a line that are compared */
    GAP_LEAST = 3,       /* spaces between cells */
    CODE_MOST = 120,     /* characters of a line of code */
    INDENT_LEAST = 4,    /* of code */
    SYMBOL_PERCENT = 12, /* of the characters of code; prose has three */
    DRAWN_PERCENT = 40   /* of a line of a drawing */
};

/* Kinds of marks, looked up for every character of groups that may be tables. */
enum {
    SYMBOL = 1,
    DRAWN = 2,
    BOTH = SYMBOL | DRAWN
};

static const uint8_t MARKS[256] = {
    ['{'] = SYMBOL, ['}'] = SYMBOL, ['['] = SYMBOL, [']'] = SYMBOL, ['$'] = SYMBOL, ['@'] = SYMBOL,
    ['&'] = SYMBOL, ['%'] = SYMBOL, ['`'] = SYMBOL, [';'] = SYMBOL, ['-'] = DRAWN,  ['_'] = DRAWN,
    ['*'] = DRAWN,  ['<'] = BOTH,   ['>'] = BOTH,   ['='] = BOTH,   ['#'] = BOTH,   ['\\'] = BOTH,
    ['|'] = BOTH,   ['/'] = BOTH,   ['+'] = BOTH,   ['^'] = BOTH,   ['~'] = BOTH};

/* What one line looks like: columns where cells begin and end, and its characters by kind. */
typedef struct shape {
    uint16_t begin[CELLS_MOST], end[CELLS_MOST];
    size_t cells;
    size_t chars, symbols, drawn; /* not white space */
    size_t calls;                 /* brackets behind letters */
    char last_drawn;
    bool mixed; /* more than one mark is drawn: else it is a rule */
} shape;

typedef struct group {
    bool indented; /* the first line is */
    size_t lines, rows, aligned, drawn, code, symbols, chars;
} group;

static void add_cell(shape *s, size_t begin, size_t end) {
    if (s->cells < CELLS_MOST) {
        s->begin[s->cells] = (uint16_t)begin;
        s->end[s->cells] = (uint16_t)end;
    }
    s->cells++;
}

/* Bytes stand for columns: rows of a table seldom differ in more than ASCII where it matters. */
static shape shape_of(const char *text, const sm_plain_line *l) {
    shape s = {.cells = 0};
    size_t from = l->begin, line = l->begin - l->indent, spaces = 0;
    uint32_t end = l->end - l->begin > SM_LINE_MOST ? l->begin + SM_LINE_MOST : l->end;
    for (size_t i = l->begin; i < end; i++) {
        if (text[i] == ' ' || text[i] == '\t') {
            spaces += text[i] == '\t' ? GAP_LEAST : 1;
            continue;
        }
        if (spaces >= GAP_LEAST) {
            size_t last = i;
            while (sm_ascii_is_one_of(text[last - 1], " \t"))
                last--;
            add_cell(&s, from - line, last - line);
            from = i;
        }
        spaces = 0;
        s.chars++;
        s.calls += text[i] == '(' && i > l->begin && sm_char_is_word((sm_char)sm_ascii_chars[text[i - 1] & 0x7F]);
        uint8_t kind = MARKS[(unsigned char)text[i]];
        s.symbols += (kind & SYMBOL) != 0;
        if ((kind & DRAWN) != 0) {
            s.drawn++;
            s.mixed = s.mixed || (s.drawn > 1 && text[i] != s.last_drawn);
            s.last_drawn = text[i];
        }
    }
    add_cell(&s, from - line, end - line);
    return s;
}

/* Does a cell but the first begin, or end, where one of the line before does? */
static bool is_aligned(const shape *a, const shape *b) {
    for (size_t i = 1; i < a->cells && i < CELLS_MOST; i++)
        for (size_t k = 1; k < b->cells && k < CELLS_MOST; k++)
            if (a->begin[i] == b->begin[k] || a->end[i] == b->end[k])
                return true;
    return a->cells > 1 && a->cells == b->cells && a->cells <= 2 && a->end[0] == b->end[0];
}

/* Code ends its lines in marks and has others too, or is indented and made of them. */
static bool is_code(const char *text, const sm_plain_line *l, const shape *s) {
    if (l->indent > 0 && sm_look_at(text, l->begin, l->end, "$ ") > 0)
        return true;
    if ((l->signs & SM_SIGN_CODE) != 0 && l->width <= CODE_MOST)
        return s->symbols > (text[l->end - 1] == ';') || s->calls > 0;
    return l->indent >= INDENT_LEAST && 100 * (s->symbols + s->calls) >= SYMBOL_PERCENT * s->chars;
}

static group measure(const sm_plain *plain, size_t from, size_t to) {
    group g = {.lines = to - from, .indented = plain->lines.at[from].indent > 0};
    shape last = {.cells = 0};
    for (size_t i = from; i < to; i++) {
        const sm_plain_line *l = &plain->lines.at[i];
        shape s = shape_of(plain->text, l);
        bool bars = s.chars > 2 && plain->text[l->begin] == '|' && plain->text[l->end - 1] == '|';
        g.rows += s.cells > 1 || bars;
        g.aligned += bars || (s.cells > 1 && is_aligned(&s, &last));
        g.drawn += bars || (s.mixed && s.drawn >= 3 && 100 * s.drawn >= DRAWN_PERCENT * s.chars);
        g.code += is_code(plain->text, l, &s);
        last = s.cells > 1 || last.cells == 0 ? s : last;
    }
    return g;
}

/* A table: six lines of ten are rows, and most stand under one another. A drawing: half of the lines are. Code:
 * more. */
static bool is_no_prose(const group *g) {
    bool table = g->rows > 1 && 10 * g->rows >= 6 * g->lines && 2 * (g->aligned + 1) > g->rows && g->aligned > 0;
    bool drawing = g->drawn > 1 && 2 * g->drawn >= g->lines;
    bool code = g->code > (g->indented ? 0u : 1u) && 2 * g->code > g->lines;
    return table || drawing || code;
}

static void mark(sm_plain *plain, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        plain->lines.at[i].role = SM_ROLE_CODE;
        plain->lines.at[i].goes_on = i > from;
        plain->lines.at[i].begins = i == from;
    }
}

static bool has_sign(const char *text, const sm_plain_line *l) {
    return text[l->begin] == '$' || (l->signs & (SM_SIGN_COLUMNS | SM_SIGN_CODE | SM_SIGN_RULE)) != 0 ||
           l->indent >= INDENT_LEAST;
}

bool sm_recognise_tables(sm_plain *plain, sm_arena *scratch) {
    (void)scratch;
    for (size_t from = 0, to; from < plain->lines.n; from = to) {
        bool sign = false;
        for (to = from; to < plain->lines.n && (to == from || plain->lines.at[to].gap == 0); to++) {
            if (!sm_look_free(&plain->lines.at[to]))
                break;
            sign = sign || has_sign(plain->text, &plain->lines.at[to]);
        }
        if (sign) {
            group g = measure(plain, from, to);
            if (is_no_prose(&g))
                mark(plain, from, to);
        }
        to += to == from;
    }
    return true;
}
