#include "plain/wrap.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "base/utf8.h"

enum {
    WRAP_LEAST = 40, /* characters: lines of hard-wrapped text are about this long */
    WRAP_MOST = 120
};

/* Where a line ends: those of an indented paragraph are as much shorter. */
static size_t extent(const sm_plain_line *l) {
    return (size_t)l->indent + l->width;
}

size_t sm_wrap_width(const sm_plain *plain) {
    size_t count[WRAP_MOST + 2] = {0}, n_lines = 0, seen = 0;
    for (size_t i = 1; i < plain->lines.n; i++) {
        const sm_plain_line *l = &plain->lines.at[i], *previous = l - 1;
        if (l->gap > 0 || l->dropped || previous->dropped)
            continue;
        count[extent(previous) <= WRAP_MOST ? extent(previous) : WRAP_MOST + 1]++;
        n_lines++;
    }
    for (size_t width = 0; width <= WRAP_MOST; width++) {
        seen += count[width];
        if (seen > 0 && 100 * seen >= 95 * n_lines)
            return width >= WRAP_LEAST ? width : 0;
    }
    return 0;
}

static size_t first_word_width(const char *text, const sm_plain_line *l) {
    size_t at = l->begin, width = 0, n;
    for (; at < l->end && width <= WRAP_MOST && sm_char_at(text, at, l->end, &n) != SM_CHAR_SPACE; at += n)
        width++;
    return width;
}

/* "- ", "* ", a bullet, "12. ", "3) ", "(a) " */
static bool starts_item(const char *text, const sm_plain_line *l) {
    uint32_t code;
    size_t at = l->begin, n = sm_utf8_decode(text + at, l->end - at, &code), from;
    bool bullet = code == '-' || code == '*' || code == 0x2022 || code == 0x2013 || code == 0x2043;
    if (bullet)
        return at + n < l->end && (code == 0x2022 || text[at + n] == ' ');
    at += code == '(' ? n : 0;
    for (from = at; at < l->end && at < from + 3 && sm_ascii_is_digit(text[at]); at++)
        ;
    if (at == from && at < l->end && sm_char_is_letter(sm_char_at(text, at, l->end, &n)))
        at += n;
    if (at == from || at >= l->end || (text[at] != ')' && (text[at] != '.' || code == '(')))
        return false;
    return at + 1 < l->end && text[at + 1] == ' ' && (text[at] == ')' || (code >= '0' && code <= '9'));
}

bool sm_wrap_ends_sentence(const char *text, const sm_plain_line *l) {
    return sm_char_ends_sentence(sm_char_of(sm_char_last(text, l->begin, l->end)));
}

/* The first line of a paragraph: indented further than the line before, by a single space or tab only where that ends a
 * sentence. */
static bool is_first(const char *text, const sm_plain_line *previous, const sm_plain_line *l) {
    return l->indent > previous->indent + 1 || (l->indent > previous->indent && sm_wrap_ends_sentence(text, previous));
}

/* Wrapped lines are broken where the next word would not have fitted, give or take a tenth: letters differ in width.
 * What both lines are indented is not theirs to fill. */
static bool was_full(const char *text, const sm_plain_line *previous, const sm_plain_line *l, size_t wrap) {
    size_t indent = previous->indent < l->indent ? previous->indent : l->indent;
    return wrap > 0 && 10 * (indent + previous->width + 1 + first_word_width(text, l)) > 9 * wrap &&
           !is_first(text, previous, l);
}

bool sm_wrap_continues(const char *text, const sm_plain_line *previous, const sm_plain_line *l, size_t wrap) {
    size_t n;
    if (starts_item(text, l))
        return false;
    if (was_full(text, previous, l, wrap))
        return true;
    bool small = text[l->begin] >= 'a' && text[l->begin] <= 'z';
    small = small || ((unsigned char)text[l->begin] >= 0x80 && sm_char_at(text, l->begin, l->end, &n) == SM_CHAR_LOWER);
    return small && !sm_wrap_ends_sentence(text, previous);
}

/* Does line i > 0 go on with the line before it? Not if it is far wider than wrapped lines are: that is a paragraph. */
static bool goes_on(const sm_plain *plain, size_t i, size_t wrap) {
    const sm_plain_line *l = &plain->lines.at[i], *previous = l - 1;
    if (l->gap > 0 || l->begins || l->dropped || previous->dropped || l->role != previous->role)
        return false;
    return sm_wrap_continues(plain->text, previous, l, l->width <= 2 * wrap ? wrap : 0);
}

size_t sm_wrap_block(const sm_plain *plain, size_t i, size_t most, size_t wrap) {
    size_t n = 1;
    if (i > 0 && goes_on(plain, i, wrap))
        return 0;
    while (n <= most && i + n < plain->lines.n && goes_on(plain, i + n, wrap))
        n++;
    return n;
}
