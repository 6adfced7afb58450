#include "input/title.h"

#include "base/chars.h"
#include "input/entities.h"

/* FNV-1a over the letters and digits. */
static const uint64_t SEED = 14695981039346656037u, PRIME = 1099511628211u;

/* A character of the source or of a reference in it. */
static uint32_t next_code(const char *source, uint32_t *at, uint32_t end) {
    uint32_t code;
    size_t n = source[*at] == '&' ? sm_entity_decode(source + *at, end - *at, &code) : 0;
    if (n == 0)
        n = sm_utf8_decode(source + *at, end - *at, &code);
    *at += (uint32_t)n;
    return code;
}

static uint64_t add_code(uint64_t key, uint32_t code) {
    return sm_char_is_word(sm_char_of(code)) ? (key ^ code) * PRIME : key;
}

static uint64_t key_of(const char *source, sm_piece p, uint64_t key) {
    while (p.from < p.to)
        key = add_code(key, next_code(source, &p.from, p.to));
    return key;
}

static uint64_t key_of_line(const sm_page *page, const sm_line *line) {
    uint64_t key = SEED;
    for (uint32_t i = line->first; i < line->end;) {
        const sm_node *node = &page->nodes.at[i];
        if (node->tag == SM_TAG_TEXT)
            key = key_of(page->source, (sm_piece){node->from, node->to}, key);
        i = sm_node_unseen(node) ? node->end : i + 1;
    }
    return key;
}

static void add_key(sm_title *t, const char *source, sm_piece p) {
    uint64_t key = key_of(source, p, SEED);
    if (key != SEED)
        t->keys[t->n_keys++] = key;
}

/* Between the title and the name of the site: a sign with a space before it, or one that stands in no title. */
static bool parts(uint32_t code, uint32_t before) {
    bool dash = code == '-' || code == 0x2013 || code == 0x2014 || code == ':' || code == '/' || code == '~';
    bool bar = code == '|' || code == 0xBB || code == 0xAB || code == 0xB7 || code == 0x2022 || code == 0xFF5C;
    return bar || (dash && before == ' ');
}

/* Adds the parts and returns the title: what is before the last sign, if that is the longer part. */
static sm_piece add_parts(sm_title *t, const char *source, sm_piece whole) {
    uint32_t before = 0, last = whole.from;
    int n_parts = 0;
    for (uint32_t at = whole.from; at < whole.to && n_parts < SM_TITLE_PARTS;) {
        uint32_t start = at, code = next_code(source, &at, whole.to);
        if (parts(code, before)) {
            add_key(t, source, (sm_piece){whole.from, start});
            add_key(t, source, (sm_piece){at, whole.to});
            last = start;
            n_parts++;
        }
        before = code;
    }
    bool longer = last > whole.from && last - whole.from >= whole.to - last;
    return longer ? (sm_piece){whole.from, last} : whole;
}

sm_title sm_title_of(const sm_page *page) {
    sm_title t = {.n_keys = 0};
    add_key(&t, page->source, page->og_title);
    add_key(&t, page->source, page->title);
    sm_piece og_title = add_parts(&t, page->source, page->og_title);
    t.piece = add_parts(&t, page->source, page->title);
    if (og_title.from < og_title.to)
        t.piece = og_title;
    return t;
}

bool sm_title_is(const sm_title *title, const sm_page *page, const sm_line *line) {
    uint64_t key = key_of_line(page, line);
    for (size_t i = 0; i < title->n_keys; i++)
        if (title->keys[i] == key)
            return true;
    return false;
}

const sm_line *sm_title_heading(const sm_title *title, const sm_page *page, const sm_lines *lines) {
    const sm_line *found = NULL;
    for (size_t i = 0; i < lines->n; i++) {
        const sm_line *l = &lines->at[i];
        sm_tag tag = page->nodes.at[l->holder].tag;
        bool longer = found == NULL || l->n_text > found->n_text;
        if (tag >= SM_TAG_H1 && tag <= SM_TAG_H3 && longer && sm_title_is(title, page, l))
            found = l;
    }
    return found;
}
