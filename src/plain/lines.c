#include "plain/lines.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "base/utf8.h"

#include <string.h>

static uint16_t most(size_t n) {
    return (uint16_t)(n < SM_LINE_MOST ? n : SM_LINE_MOST);
}

/* The next line feed and carriage return; each is looked for once it has been passed. */
typedef struct breaks {
    const char *text;
    size_t n, feed, carriage;
} breaks;

static size_t find(const breaks *b, char c, size_t at) {
    const char *found = at < b->n ? memchr(b->text + at, c, b->n - at) : NULL;
    return found != NULL ? (size_t)(found - b->text) : b->n;
}

static size_t find_end(breaks *b, size_t at) {
    if (b->feed < at)
        b->feed = find(b, '\n', at);
    if (b->carriage < at)
        b->carriage = find(b, '\r', at);
    return b->feed < b->carriage ? b->feed : b->carriage;
}

/* Behind the line break at `at`; "\r\n" is one. */
static size_t skip_break(const char *text, size_t at, size_t end) {
    size_t n = end - at >= 2 && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
    return at < end ? at + n : end;
}

#define EACH(byte) ((byte)*0x0101010101010101u)

/* Of eight bytes, are two neighbours spaces, or is one a control character up to the tab? What is wanted has no high
 * bit, and makes none when the sums are taken. */
static bool has_columns(uint64_t bytes) {
    uint64_t other = bytes ^ EACH(0x20u);
    uint64_t spaces = ~(((other & EACH(0x7Fu)) + EACH(0x7Fu)) | other);
    uint64_t tabs = ~(((bytes & EACH(0x7Fu)) + EACH(0x76u)) | bytes);
    return (((spaces & spaces >> 8) | tabs) & EACH(0x80u)) != 0;
}

/* Eight at a time: this is where reading spends its time. Two spaces may be parted by that; the line begins with none. */
static void look_through(const char *text, sm_plain_line *l) {
    size_t at = l->begin, width = 0;
    bool columns = false;
    while (at < l->end) {
        size_t n = l->end - at, whole = sizeof(uint64_t);
        uint64_t bytes = EACH(0x7Fu);
        uint32_t code;
        if (n >= whole)
            memcpy(&bytes, text + at, whole);
        else
            memcpy(&bytes, text + at, n);
        columns = columns || has_columns(bytes) || (text[at] == ' ' && text[at - 1] == ' ');
        bool ascii = (bytes & EACH(0x80u)) == 0;
        n = n < whole ? n : whole;
        width += ascii ? n : 1;
        at += ascii ? n : sm_utf8_decode(text + at, l->end - at, &code);
    }
    l->width = most(width);
    l->signs = columns ? SM_SIGN_COLUMNS : 0;
}

static uint8_t signs_of(const char *text, const sm_plain_line *l) {
    const char *end = text + l->end;
    size_t n = l->end - l->begin;
    char first = text[l->begin], last = end[-1];
    bool hyphen = last == '-' || (n >= 2 && memcmp(end - 2, "\xC2\xAD", 2) == 0) ||
                  (n >= 3 && memcmp(end - 3, "\xE2\x80\x90", 3) == 0);
    bool number = sm_ascii_is_digit(first) || sm_ascii_is_digit(last) || last == ']' || (first == '-' && last == '-');
    bool rule = n >= 3 && (first == last || (first == text[l->begin + 1] && first == text[l->begin + 2]));
    rule = rule && (unsigned char)first < 0x80 && !sm_char_is_word((sm_char)sm_ascii_chars[(unsigned char)first]);
    bool code = last == ';' || last == '{' || last == '}';
    return (uint8_t)((hyphen ? SM_SIGN_HYPHEN : 0) | (number ? SM_SIGN_NUMBER : 0) | (rule ? SM_SIGN_RULE : 0) |
                     (code ? SM_SIGN_CODE : 0));
}

void sm_plain_line_measure(const char *text, sm_plain_line *line) {
    look_through(text, line);
    line->signs |= signs_of(text, line);
}

static size_t skip_byte_order_mark(const char *text, size_t n) {
    return n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

static bool has_form_feed(const char *text, size_t from, size_t to) {
    return memchr(text + from, '\f', to - from) != NULL;
}

/* What stands in text[at .. end), without the white space around it. */
static void read_line(const char *text, size_t at, size_t end, sm_plain_line *line) {
    size_t begin = sm_skip_spaces(text, at, end);
    line->begin = (uint32_t)begin;
    line->end = (uint32_t)sm_skip_spaces_back(text, begin, end);
    line->page = line->page || (begin > at && has_form_feed(text, at, begin));
    if (line->begin == line->end)
        return;
    line->indent = most(begin - at);
    sm_plain_line_measure(text, line);
}

bool sm_plain_lines(const char *text, uint32_t n_bytes, sm_arena *arena, sm_plain *plain) {
    sm_plain_line line = {0};
    breaks b = {.text = text, .n = n_bytes};
    *plain = (sm_plain){.text = text, .n_bytes = n_bytes};
    b.feed = find(&b, '\n', 0);
    b.carriage = find(&b, '\r', 0);
    for (size_t at = skip_byte_order_mark(text, n_bytes), end; at < n_bytes; at = skip_break(text, end, n_bytes)) {
        end = find_end(&b, at);
        read_line(text, at, end, &line);
        if (line.begin == line.end) {
            line.gap = most((size_t)line.gap + 1);
            continue;
        }
        plain->signs |= line.signs;
        if (!sm_vec_push(&plain->lines, line, arena))
            return false;
        plain->n_first[(unsigned char)text[line.begin]]++;
        line = (sm_plain_line){.page = end > line.end && has_form_feed(text, line.end, end)};
    }
    return true;
}
