#include "text/enclosed.h"

#include "base/chars.h"
#include "base/utf8.h"

#include <stdint.h>

/* Straight quotation marks open before a word and close behind one. A single one closes only behind punctuation, or it
 * would be an apostrophe. */
typedef enum closes {
    ANYWHERE,
    BEHIND_WORD,
    BEHIND_MARK
} closes;

static const struct {
    uint32_t open, close;
    closes where;
    size_t most;
} KINDS[SM_ENCLOSURES] = {
    {'(', ')', ANYWHERE, SM_ENCLOSED_MAX},          {'[', ']', ANYWHERE, SM_ENCLOSED_MAX},
    {'"', '"', BEHIND_WORD, SM_QUOTED_MAX},         {'\'', '\'', BEHIND_MARK, SM_ENCLOSED_MAX},
    {0x2018, 0x2019, BEHIND_WORD, SM_ENCLOSED_MAX}, {0x201C, 0x201D, ANYWHERE, SM_QUOTED_MAX},
    {0x201E, 0x201C, ANYWHERE, SM_ENCLOSED_MAX},    {0xAB, 0xBB, ANYWHERE, SM_ENCLOSED_MAX},
    {0xBB, 0xAB, ANYWHERE, SM_ENCLOSED_MAX},        {0x300C, 0x300D, ANYWHERE, SM_ENCLOSED_MAX},
    {0x300E, 0x300F, ANYWHERE, SM_ENCLOSED_MAX},    {0xFF08, 0xFF09, ANYWHERE, SM_ENCLOSED_MAX},
};

void sm_enclosed_init(sm_enclosed *e, const char *text, size_t begin, size_t end) {
    *e = (sm_enclosed){.text = text, .begin = begin, .end = end};
    for (size_t k = 0; k < SM_ENCLOSURES; k++)
        e->looked_from[k] = SIZE_MAX;
}

static sm_char class_of(const sm_enclosed *e, size_t at, size_t end) {
    size_t n;
    return at < end ? sm_char_at(e->text, at, end, &n) : SM_CHAR_SPACE;
}

static sm_char class_before(const sm_enclosed *e, size_t at) {
    return at > e->begin ? class_of(e, sm_utf8_before(e->text, e->begin, at), at) : SM_CHAR_SPACE;
}

static bool opens_word(const sm_enclosed *e, size_t at, size_t n) {
    sm_char before = class_before(e, at);
    return !sm_char_is_word(before) && !sm_char_ends_sentence(before) && class_of(e, at + n, e->end) != SM_CHAR_SPACE;
}

static bool may_close(const sm_enclosed *e, size_t at, size_t n, closes where) {
    sm_char before = class_before(e, at), after = class_of(e, at + n, e->end);
    if (where == ANYWHERE)
        return true;
    if (before == SM_CHAR_SPACE || sm_char_is_word(after))
        return false;
    return where == BEHIND_WORD || sm_char_ends_sentence(before) || e->text[at - 1] == ',';
}

static size_t find_closer(const sm_enclosed *e, size_t from, size_t kind) {
    for (size_t at = from, n; at < e->end; at += n) {
        uint32_t code;
        n = sm_utf8_decode(e->text + at, e->end - at, &code);
        if (code == KINDS[kind].close && may_close(e, at, n, KINDS[kind].where))
            return at;
    }
    return SIZE_MAX;
}

static size_t next_closer(sm_enclosed *e, size_t from, size_t kind) {
    if (e->looked_from[kind] > from || e->closer[kind] < from) {
        e->looked_from[kind] = from;
        e->closer[kind] = find_closer(e, from, kind);
    }
    return e->closer[kind];
}

size_t sm_enclosed_closer(sm_enclosed *e, size_t at) {
    uint32_t code;
    size_t n = sm_utf8_decode(e->text + at, e->end - at, &code);
    for (size_t k = 0; k < SM_ENCLOSURES; k++) {
        if (KINDS[k].open != code || (KINDS[k].where != ANYWHERE && !opens_word(e, at, n)))
            continue;
        size_t closer = next_closer(e, at + n, k);
        if (closer != SIZE_MAX && closer - at <= KINDS[k].most)
            return closer;
    }
    return at;
}
