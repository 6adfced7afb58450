#include "input/about.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "input/crop.h"
#include "input/entities.h"
#include "input/hints.h"
#include "input/title.h"

#include <string.h>

enum {
    MOST_NODES = 300,  /* of a byline that are looked at, as there may be others in it */
    MOST_BYTES = 300,  /* of a byline */
    KICKER_NODES = 40, /* before a title */
    HEAD_PROSE = 2,    /* paragraphs that may stand between a title and its byline */
    NAMED = SM_HINT_NAME,
    LOOKS = SM_HINT_NAME | SM_HINT_AUTHOR,
    FOREIGN = SM_HINT_COMMENT | SM_HINT_RELATED | SM_HINT_AD | SM_HINT_ASIDE
};

/* ---- <meta> ---- */

typedef enum meta_kind {
    META_AUTHOR,
    META_DATE
} meta_kind;

typedef struct meta_row {
    meta_kind kind;
    const char *key;
} meta_row;

static const meta_row ROWS[] = {
#define X(KIND, key) {META_##KIND, key},
#include "input/about.def"
#undef X
};

_Static_assert(SM_PLACE_META + sizeof ROWS / sizeof *ROWS <= SM_PLACE_MARKED, "each row is a place");

static bool is_key(const char *key, const char *row) {
    while (*row != '\0' && sm_ascii_small(*key) == *row)
        key++, row++;
    return *key == *row;
}

void sm_about_meta(sm_said *said, const char *key, const char *content) {
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        sm_place place = (sm_place)(SM_PLACE_META + i);
        if (!is_key(key, ROWS[i].key))
            continue;
        if (ROWS[i].kind == META_AUTHOR)
            sm_said_author(said, place, content, strlen(content));
        else
            sm_said_date(said, place, content, strlen(content));
    }
}

/* ---- Beside the title ---- */

static bool is_heading(sm_tag tag) {
    return tag >= SM_TAG_H1 && tag <= SM_TAG_H3;
}

/* Nodes from .. to - 1. */
typedef struct range {
    uint32_t from, to;
} range;

typedef struct byline {
    char text[MOST_BYTES + 4];
    size_t n;
} byline;

/* False: it is full. */
static bool put_text(byline *b, const char *source, uint32_t from, uint32_t to) {
    for (uint32_t n; from < to; from += n) {
        uint32_t code;
        size_t reference = source[from] == '&' ? sm_entity_decode(source + from, to - from, &code) : 0;
        n = reference > 0 ? (uint32_t)reference : (uint32_t)sm_utf8_decode(source + from, to - from, &code);
        if (b->n >= MOST_BYTES)
            return false;
        bool space = code == '\n' || code == '\r';
        b->n += sm_utf8_encode(space ? ' ' : code, b->text + b->n);
    }
    return true;
}

/* The text of an element, its blocks on lines of their own; times are left out. */
static void read_byline(const sm_page *page, uint32_t element, byline *b) {
    const sm_node *nodes = page->nodes.at;
    uint32_t end = nodes[element].end - element < MOST_NODES ? nodes[element].end : element + MOST_NODES;
    b->n = 0;
    for (uint32_t i = element + 1; i < end && b->n < MOST_BYTES;) {
        bool parts =
            nodes[i].tag == SM_TAG_BR || nodes[i].tag == SM_TAG_TIME || sm_tag_kind_of(nodes[i].tag) == SM_KIND_BLOCK;
        if (parts)
            b->text[b->n++] = '\n';
        if (nodes[i].tag == SM_TAG_TEXT)
            put_text(b, page->source, nodes[i].from, nodes[i].to);
        i = sm_node_unseen(&nodes[i]) || nodes[i].tag == SM_TAG_TIME ? nodes[i].end : i + 1;
    }
}

/* What stands between the title and the third paragraph behind it; without a title, before the third. */
static range find_head(const sm_page *page, const sm_lines *lines) {
    sm_title title = sm_title_of(page);
    const sm_line *heading = sm_title_heading(&title, page, lines);
    range head = {0, (uint32_t)page->nodes.n};
    if (heading != NULL)
        head.from = heading->first;
    int n_prose = 0;
    for (size_t i = heading != NULL ? (size_t)(heading - lines->at) : 0; i < lines->n && n_prose <= HEAD_PROSE; i++) {
        n_prose += sm_line_is_prose(&lines->at[i]);
        head.to = lines->at[i].first;
    }
    if (n_prose <= HEAD_PROSE)
        head.to = (uint32_t)page->nodes.n;
    return head;
}

/* What stands right before the title: of the element around it that part, if it is small. */
static range find_kicker(const sm_page *page, range head) {
    uint32_t holder = head.from;
    while (page->nodes.at[holder].parent != SM_PAGE_NONE && head.from - holder <= KICKER_NODES &&
           !is_heading(page->nodes.at[holder].tag))
        holder = page->nodes.at[holder].parent;
    uint32_t around = page->nodes.at[holder].parent;
    bool small = around != SM_PAGE_NONE && head.from - around <= KICKER_NODES;
    return (range){small ? around : head.from, head.from};
}

/* Is there a name in the element? It takes the place of any. */
static bool take_byline(sm_page *page, uint32_t element, sm_place place) {
    byline b;
    sm_said found = {.author_place = SM_PLACE_NONE};
    read_byline(page, element, &b);
    sm_said_author(&found, place, b.text, b.n);
    if (found.author_place == SM_PLACE_NONE)
        return false;
    memcpy(page->said.author, found.author, sizeof found.author);
    page->said.author_place = place;
    return true;
}

/* Names within the range of elements with one of the hints: of the first that has any, those of the innermost. */
static void look_for_author(sm_page *page, range in, uint32_t hints, sm_place place) {
    const sm_node *nodes = page->nodes.at;
    for (uint32_t i = in.from; i < in.to;) {
        bool frame = sm_tag_is_frame(nodes[i].tag);
        if (!frame && (sm_node_unseen(&nodes[i]) || (nodes[i].hints & FOREIGN) != 0)) {
            i = nodes[i].end;
            continue;
        }
        bool hinted = !frame && (nodes[i].hints & hints) != 0;
        if (hinted && nodes[i].n_text > 0 && nodes[i].n_text <= MOST_BYTES && take_byline(page, i, place))
            in.to = nodes[i].end;
        i++;
    }
}

static void look_for_time(sm_page *page, range in) {
    for (size_t i = 0; i < page->times.n; i++) {
        const sm_time *t = &page->times.at[i];
        if (t->node >= in.from && t->node < in.to)
            sm_said_date(&page->said, SM_PLACE_BYLINE, page->source + t->value.from, t->value.to - t->value.from);
    }
}

static bool is_missing(sm_place place) {
    return place == SM_PLACE_NONE || place > SM_PLACE_BYLINE;
}

void sm_about_look(sm_page *page, const sm_lines *lines) {
    range head, whole = {0, (uint32_t)page->nodes.n};
    bool author = is_missing(page->said.author_place), date = is_missing(page->said.date_place);
    if (!author && !date)
        return;
    head = find_head(page, lines);
    if (author)
        look_for_author(page, head, NAMED, SM_PLACE_MARKED);
    if (is_missing(page->said.author_place))
        look_for_author(page, head, LOOKS, SM_PLACE_BYLINE);
    if (is_missing(page->said.author_place))
        look_for_author(page, find_kicker(page, head), LOOKS, SM_PLACE_BYLINE);
    if (is_missing(page->said.author_place))
        look_for_author(page, whole, NAMED, SM_PLACE_MARKED);
    if (date)
        look_for_time(page, head);
}

bool sm_about_title(const sm_page *page, sm_arena *arena, sm_input *input) {
    sm_piece p = sm_title_of(page).piece;
    char *title = sm_arena_get(arena, p.to - p.from, 1); /* no reference is shorter than its character */
    uint32_t used = 0;
    for (uint32_t n; title != NULL && p.from < p.to; p.from += n) {
        uint32_t code;
        const char *at = page->source + p.from;
        n = *at == '&' ? (uint32_t)sm_entity_decode(at, p.to - p.from, &code) : 0;
        if (n > 0)
            used += (uint32_t)sm_utf8_encode(code, title + used);
        else
            title[used++] = *at, n = 1;
    }
    input->title = used > 0 ? title : NULL;
    input->n_title = used;
    return title != NULL;
}
