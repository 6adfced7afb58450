#include "input/mdrefs.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "input/mdpage.h"

enum {
    FIRST_ROOM = 64,
    MAX_BRACKETS = 32 /* in a target, as in the specification */
};

/* ---- Pieces of a definition ---- */

uint32_t sm_md_label_end(const char *text, uint32_t at, uint32_t n) {
    for (uint32_t from = at; at < n && at - from <= SM_MD_LABEL && text[at] != '['; at++) {
        if (text[at] == ']')
            return at;
        at += text[at] == '\\' && at + 1 < n;
    }
    return n;
}

/* "<any bytes of one line>" */
static uint32_t skip_enclosed(const char *text, uint32_t at, uint32_t n) {
    for (uint32_t i = at + 1; i < n && text[i] != '\n' && text[i] != '<'; i++) {
        if (text[i] == '>')
            return i + 1;
        i += text[i] == '\\' && i + 1 < n;
    }
    return at;
}

uint32_t sm_md_skip_target(const char *text, uint32_t at, uint32_t n) {
    uint32_t i = at;
    if (at < n && text[at] == '<')
        return skip_enclosed(text, at, n);
    for (int open = 0; i < n && (unsigned char)text[i] > ' '; i++) {
        if (text[i] == '(' && ++open > MAX_BRACKETS)
            return at;
        if (text[i] == ')' && --open < 0)
            return i;
        i += text[i] == '\\' && i + 1 < n && (unsigned char)text[i + 1] > ' ';
    }
    return i;
}

uint32_t sm_md_skip_title(const char *text, uint32_t at, uint32_t n) {
    if (at >= n || !sm_ascii_is_one_of(text[at], "\"'("))
        return at;
    char open = text[at], close = open;
    if (open == '(')
        close = ')';
    for (uint32_t i = at + 1; i < n; i++) {
        if (text[i] == close)
            return i + 1;
        if (text[i] == open)
            return at;
        i += text[i] == '\\' && i + 1 < n;
    }
    return at;
}

static uint32_t skip_spaces(const char *text, uint32_t at, uint32_t n, bool breaks) {
    while (at < n && sm_ascii_is_space(text[at]) && (breaks || text[at] != '\n'))
        at++;
    return at;
}

static bool is_line_end(const char *text, uint32_t at, uint32_t n) {
    return at == n || text[at] == '\n';
}

/* The end of one definition at `at`, or `at` if there is none; *label_end: where its label ends. */
static uint32_t skip_definition(const char *text, uint32_t at, uint32_t n, uint32_t *label_end) {
    uint32_t i = at < n && text[at] == '[' ? sm_md_label_end(text, at + 1, n) : n;
    if (i == n || skip_spaces(text, at + 1, i, true) == i || i + 1 == n || text[i + 1] != ':')
        return at;
    *label_end = i;
    uint32_t target = skip_spaces(text, i + 2, n, true);
    uint32_t end = sm_md_skip_target(text, target, n);
    if (end == target)
        return at;
    uint32_t before = skip_spaces(text, end, n, false), title = skip_spaces(text, end, n, true);
    uint32_t behind = skip_spaces(text, sm_md_skip_title(text, title, n), n, false);
    if (title > end && behind > title && is_line_end(text, behind, n))
        return behind + (behind < n);
    return is_line_end(text, before, n) ? before + (before < n) : at;
}

/* ---- The set ---- */

/* Never 0. */
static uint64_t hash_of(const sm_md_refs *refs, const char *label, uint32_t n) {
    char folded[SM_MD_LABEL + 1] = "";
    size_t length = 0;
    for (uint32_t i = 0; i < n && length < sizeof folded; i++) {
        bool space = sm_ascii_is_space(label[i]);
        if (!space)
            folded[length++] = sm_ascii_small(label[i]);
        else if (length > 0 && folded[length - 1] != ' ')
            folded[length++] = ' ';
    }
    length -= length > 0 && folded[length - 1] == ' ';
    return sm_hash(refs->key, folded, length) | 1;
}

/* Where it is, or may be put; there is a free slot. */
static uint64_t *slot_of(const sm_md_refs *refs, uint64_t hash) {
    size_t i = (hash >> 1) & (refs->room - 1);
    while (refs->slots[i] != 0 && refs->slots[i] != hash)
        i = (i + 1) & (refs->room - 1);
    return &refs->slots[i];
}

static bool grow(sm_md_refs *refs) {
    sm_md_refs wider = *refs;
    wider.room = refs->room == 0 ? FIRST_ROOM : 2 * refs->room;
    wider.slots = sm_arena_get_zero(refs->arena, wider.room, sizeof *wider.slots);
    if (wider.slots == NULL)
        return false;
    for (size_t i = 0; i < refs->room; i++)
        if (refs->slots[i] != 0)
            *slot_of(&wider, refs->slots[i]) = refs->slots[i];
    *refs = wider;
    return true;
}

static bool add(sm_md_refs *refs, const char *label, uint32_t n) {
    if (2 * refs->n >= refs->room && !grow(refs))
        return false;
    uint64_t hash = hash_of(refs, label, n), *slot = slot_of(refs, hash);
    refs->n += *slot == 0;
    *slot = hash;
    return true;
}

bool sm_md_defined(const sm_md_refs *refs, const char *label, uint32_t n) {
    return refs->room > 0 && *slot_of(refs, hash_of(refs, label, n)) != 0;
}

bool sm_md_define(const char *text, uint32_t n, sm_md_refs *refs, uint32_t *used) {
    *used = 0;
    for (uint32_t end, label_end; (end = skip_definition(text, *used, n, &label_end)) > *used; *used = end)
        if (refs != NULL && !add(refs, text + *used + 1, label_end - *used - 1))
            return false;
    return true;
}
