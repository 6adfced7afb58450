#include "text/items.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "base/utf8.h"

enum {
    MOST_DIGITS = 3
};

/* A style is a sum of these. */
enum {
    BULLET = 1,
    OPEN = 2,
    POINT = 4,
    CLOSE = 8,
    LETTER = 16
};

static bool is_bullet(uint32_t code) {
    return code == 0x2022 || code == 0x2043 || code == 0x25AA || code == 0x25CF || code == 0x25E6 || code == 0x2219;
}

static bool has(const char *text, size_t at, size_t end, char c) {
    return at < end && text[at] == c;
}

/* A number of few digits or a single letter. */
static size_t read_value(const char *text, size_t at, size_t end, sm_item *item) {
    size_t from = at;
    for (; at < end && at < from + MOST_DIGITS && sm_ascii_is_digit(text[at]); at++)
        item->value = 10 * item->value + (unsigned)(text[at] - '0');
    if (at > from)
        return at;
    char small = (char)(at < end ? text[at] | 32 : 0);
    if (small < 'a' || small > 'z')
        return from;
    item->value = (unsigned)(small - 'a') + 1;
    item->style += LETTER;
    return at + 1;
}

static size_t read_sign(const char *text, size_t at, size_t end, char c, unsigned style, sm_item *item) {
    if (!has(text, at, end, c))
        return at;
    item->style += style;
    return at + 1;
}

static bool is_space(const char *text, size_t at, size_t end) {
    size_t n;
    return at >= end || sm_char_at(text, at, end, &n) == SM_CHAR_SPACE;
}

/* The number behind a bullet is part of the marker only with its point or bracket. */
static size_t read_number(const char *text, size_t at, size_t end, sm_item *item) {
    sm_item number = *item;
    size_t from = read_sign(text, at, end, '(', OPEN, &number), behind = read_value(text, from, end, &number);
    size_t last = read_sign(text, behind, end, '.', POINT, &number);
    last = read_sign(text, last, end, ')', CLOSE, &number);
    bool closed = (number.style & (POINT | CLOSE)) != 0 && ((number.style & OPEN) == 0 || (number.style & CLOSE) != 0);
    if (behind == from || !closed || !is_space(text, last, end))
        return at;
    *item = number;
    return last;
}

sm_item sm_item_at(const char *text, size_t at, size_t end) {
    sm_item item = {0, 0, 0};
    uint32_t code;
    size_t from = at;
    if (at >= end)
        return item;
    size_t n = sm_utf8_decode(text + at, end - at, &code);
    if (is_bullet(code)) {
        item.style = BULLET;
        at += n;
        while (has(text, at, end, ' '))
            at++;
    }
    at = read_number(text, at, end, &item);
    item.n = at - from;
    return item;
}

bool sm_item_follows(const sm_item *item, const sm_item *next) {
    if (item->n == 0 || next->n == 0)
        return false;
    if ((item->style & BULLET) != 0)
        return (next->style & BULLET) != 0;
    return next->style == item->style && next->value == item->value + 1;
}
