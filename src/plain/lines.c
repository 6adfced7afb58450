#include "plain/lines.h"

#include "base/chars.h"
#include "base/utf8.h"

#include <string.h>

static uint16_t most(size_t n) {
    return (uint16_t)(n < SM_LINE_MOST ? n : SM_LINE_MOST);
}

static size_t find_end(const char *text, size_t at, size_t end) {
    while (at < end && text[at] != '\n' && text[at] != '\r')
        at++;
    return at;
}

/* Behind the line break at `at`; "\r\n" is one. */
static size_t skip_break(const char *text, size_t at, size_t end) {
    size_t n = end - at >= 2 && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
    return at < end ? at + n : end;
}

/* A character has four bytes at most, so that more than these need not be counted. */
static size_t width_of(const char *text, size_t begin, size_t end) {
    size_t most = (size_t)4 * SM_LINE_MOST, n = end - begin < most ? end - begin : most;
    size_t ascii = sm_utf8_ascii(text + begin, n);
    return ascii + sm_utf8_count(text + begin + ascii, n - ascii);
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
    line->indent = most(begin - at);
    line->width = most(width_of(text, begin, line->end));
    line->page = line->page || has_form_feed(text, at, begin);
}

bool sm_plain_lines(const char *text, uint32_t n_bytes, sm_arena *arena, sm_plain *plain) {
    sm_plain_line line = {0};
    *plain = (sm_plain){.text = text, .n_bytes = n_bytes};
    for (size_t at = skip_byte_order_mark(text, n_bytes), end; at < n_bytes; at = skip_break(text, end, n_bytes)) {
        end = find_end(text, at, n_bytes);
        read_line(text, at, end, &line);
        if (line.begin == line.end) {
            line.gap = most((size_t)line.gap + 1);
            continue;
        }
        if (!sm_vec_push(&plain->lines, line, arena))
            return false;
        plain->n_first[(unsigned char)text[line.begin]]++;
        line = (sm_plain_line){.page = has_form_feed(text, line.end, end)};
    }
    return true;
}
