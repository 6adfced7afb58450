/* pages.c - pages made a running text. */
#include "pages.h"

#include <string.h>

enum {
    N_EDGES = 2,   /* lines that may be left out at the top of a page, and at its foot */
    N_BEFORE = 2,  /* pages that lines are compared with: heads of left and right pages may differ */
    MAX_EDGE = 200 /* bytes; what is longer is no head */
};

typedef struct span {
    const char *begin, *end;
} span;

/* The edges of a page, outermost first, as they came. */
typedef struct edges {
    span top[N_EDGES], foot[N_EDGES];
} edges;

static bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static span trim(span s) {
    while (s.begin < s.end && is_blank(*s.begin))
        s.begin++;
    while (s.end > s.begin && is_blank(s.end[-1]))
        s.end--;
    return s;
}

static span first_line(span page) {
    const char *newline = memchr(page.begin, '\n', (size_t)(page.end - page.begin));
    return trim((span){page.begin, newline != NULL ? newline : page.end});
}

static span last_line(span page) {
    const char *begin = page.end;
    while (begin > page.begin && begin[-1] != '\n')
        begin--;
    return trim((span){begin, page.end});
}

static bool is_filler(char c) {
    return is_blank(c) || (c >= '0' && c <= '9') || c == '-' || c == '|' || c == '/';
}

/* A number of a page: digits, and what stands beside them. */
static bool is_number(span line) {
    const char *at = line.begin;
    while (at < line.end && is_filler(*at))
        at++;
    return at == line.end && line.begin < line.end;
}

static bool is_same(span a, span b) {
    for (;;) {
        while (a.begin < a.end && is_filler(*a.begin))
            a.begin++;
        while (b.begin < b.end && is_filler(*b.begin))
            b.begin++;
        if (a.begin == a.end || b.begin == b.end)
            return a.begin == a.end && b.begin == b.end;
        if (*a.begin++ != *b.begin++)
            return false;
    }
}

static bool is_among(span line, const span *lines) {
    for (int i = 0; i < N_EDGES; i++)
        if (lines[i].begin < lines[i].end && is_same(line, lines[i]))
            return true;
    return false;
}

/* Whether a line at an edge is left out, of the edges of the pages before. */
static bool is_left_out(span line, const edges *before, bool is_top) {
    if (line.end - line.begin > MAX_EDGE)
        return false;
    for (int i = 0; i < N_BEFORE; i++)
        if (is_among(line, is_top ? before[i].top : before[i].foot))
            return true;
    return is_number(line);
}

/* Cuts heads, feet and numbers off a page, and tells what its edges were. */
static span crop(span page, const edges *before, edges *own) {
    *own = (edges){0};
    page = trim(page);
    for (int i = 0; i < N_EDGES && page.begin < page.end; i++) {
        own->top[i] = first_line(page);
        if (!is_left_out(own->top[i], before, true))
            break;
        page = trim((span){own->top[i].end, page.end});
    }
    for (int i = 0; i < N_EDGES && page.begin < page.end; i++) {
        own->foot[i] = last_line(page);
        if (!is_left_out(own->foot[i], before, false))
            break;
        page = trim((span){page.begin, own->foot[i].begin});
    }
    return page;
}

/* Latin, Greek and Cyrillic. */
static bool begins_small(span s) {
    unsigned first = s.begin < s.end ? (unsigned char)s.begin[0] : 0;
    if (first < 0x80 || s.end - s.begin < 2)
        return first >= 'a' && first <= 'z';
    unsigned code = (first & 0x1F) << 6 | ((unsigned char)s.begin[1] & 0x3F);
    return first < 0xE0 &&
           ((code >= 0xDF && code <= 0xFF) || (code >= 0x3B1 && code <= 0x3C9) || (code >= 0x430 && code <= 0x45F));
}

/* Whether a sentence goes on behind what stands there. */
static bool goes_on(const bytes *text, span next) {
    int last = text->n > 0 ? text->data[text->n - 1] : '.';
    return begins_small(next) && strchr(".!?:;", last) == NULL;
}

static bool add_page(bytes *to, span page) {
    if (page.begin == page.end)
        return true;
    if (to->n > 0 && !bytes_add(to, "\n\n", goes_on(to, page) ? 1 : 2))
        return false;
    return bytes_add(to, page.begin, (size_t)(page.end - page.begin));
}

bool pages_join(bytes *text) {
    bytes joined = {0};
    edges before[N_BEFORE] = {0};
    const char *at = text->data, *end = at + text->n;
    if (text->n == 0 || memchr(at, '\f', text->n) == NULL)
        return true;
    while (at < end) {
        const char *feed = memchr(at, '\f', (size_t)(end - at));
        edges own;
        span page = crop((span){at, feed != NULL ? feed : end}, before, &own);
        if (!add_page(&joined, page)) {
            bytes_free(&joined);
            return false;
        }
        before[1] = before[0];
        before[0] = own;
        at = feed != NULL ? feed + 1 : end;
    }
    if (!bytes_add(&joined, "\n", 1)) {
        bytes_free(&joined);
        return false;
    }
    bytes_free(text);
    *text = joined;
    return true;
}
