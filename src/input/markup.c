#include "input/markup.h"

#include "base/ascii.h"

#include <string.h>

typedef struct tag_row {
    const char *name;
    sm_tag_kind kind;
} tag_row;

static const tag_row ROWS[] = {
    {"", SM_KIND_INLINE},
#define X(NAME, name, kind) {#name, SM_KIND_##kind},
#include "input/tags.def"
#undef X
    {"", SM_KIND_INLINE},
};

sm_tag_kind sm_tag_kind_of(sm_tag tag) {
    return ROWS[tag].kind;
}

static bool is_named(const char *name, size_t n, const char *row) {
    for (size_t i = 0; i < n; i++)
        if (row[i] == '\0' || row[i] != sm_ascii_small(name[i]))
            return false;
    return row[n] == '\0';
}

static sm_tag find_tag(const char *name, size_t n) {
    for (size_t i = SM_TAG_TEXT + 1; i < SM_TAG_OTHER; i++)
        if (is_named(name, n, ROWS[i].name))
            return (sm_tag)i;
    return SM_TAG_OTHER;
}

static uint32_t find(const char *source, uint32_t at, uint32_t end, char c) {
    const char *found = at < end ? memchr(source + at, c, end - at) : NULL;
    return found != NULL ? (uint32_t)(found - source) : end;
}

static bool begins_markup(const char *source, uint32_t at, uint32_t end) {
    if (at + 1 >= end)
        return false;
    char c = source[at + 1];
    return sm_ascii_is_letter(c) || c == '!' || c == '?' ||
           (c == '/' && at + 2 < end && sm_ascii_is_letter(source[at + 2]));
}

static uint32_t text_end(const char *source, uint32_t at, uint32_t end) {
    do
        at = find(source, at + 1, end, '<');
    while (at < end && !begins_markup(source, at, end));
    return at;
}

static uint32_t comment_end(const char *source, uint32_t at, uint32_t end) {
    for (at = find(source, at, end, '>'); at < end; at = find(source, at + 1, end, '>'))
        if (source[at - 1] == '-' && source[at - 2] == '-')
            return at + 1;
    return end;
}

/* At a quotation mark: behind the one that closes. */
static uint32_t value_end(const char *source, uint32_t at, uint32_t end) {
    uint32_t close = find(source, at + 1, end, source[at]);
    return close < end ? close + 1 : end;
}

static bool parts_words(char c) {
    return sm_ascii_is_space(c) || c == '/' || c == '"' || c == '\'';
}

/* From behind the name; quotation marks count behind an equals sign only. */
static void read_attributes(const char *source, uint32_t at, uint32_t end, sm_markup *m) {
    char last = ' ';
    while (at < end && source[at] != '>') {
        char c = source[at];
        bool quoted = last == '=' && (c == '"' || c == '\'');
        m->n_words += parts_words(last) && !parts_words(c);
        if (!sm_ascii_is_space(c) || last != '=')
            last = c;
        at = quoted ? value_end(source, at, end) : at + 1;
    }
    m->end = at < end ? at + 1 : end;
}

static void read_tag(const char *source, uint32_t name, uint32_t end, sm_markup *m) {
    uint32_t at = name;
    m->name = 0;
    for (; at < end && !sm_ascii_is_space(source[at]) && source[at] != '>' && source[at] != '/'; at++)
        m->name = m->name * 31 + (unsigned char)sm_ascii_small(source[at]);
    m->tag = find_tag(source + name, at - name);
    read_attributes(source, at, end, m);
}

sm_markup sm_markup_at(const char *source, uint32_t at, uint32_t end) {
    sm_markup m = {.kind = SM_MARKUP_TEXT, .begin = at, .end = end, .tag = SM_TAG_TEXT};
    if (source[at] != '<' || !begins_markup(source, at, end)) {
        m.end = text_end(source, at, end);
    } else if (source[at + 1] == '!' || source[at + 1] == '?') {
        m.kind = SM_MARKUP_OTHER;
        bool comment = end - at > 3 && source[at + 2] == '-' && source[at + 3] == '-';
        uint32_t close = find(source, at, end, '>');
        m.end = comment ? comment_end(source, at + 4, end) : close < end ? close + 1 : end;
    } else {
        m.kind = source[at + 1] == '/' ? SM_MARKUP_END : SM_MARKUP_START;
        read_tag(source, at + 1 + (m.kind == SM_MARKUP_END), end, &m);
    }
    return m;
}

uint32_t sm_markup_raw_end(const char *source, uint32_t at, uint32_t end, sm_tag tag) {
    size_t n = strlen(ROWS[tag].name);
    for (at = find(source, at, end, '<'); at < end; at = find(source, at + 1, end, '<'))
        if (end - at > n + 2 && source[at + 1] == '/' && is_named(source + at + 2, n, ROWS[tag].name))
            return at;
    return end;
}
