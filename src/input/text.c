/* Plain text: blank lines part blocks; within a paragraph a line break is a space if the text is hard-wrapped there,
 * else the end of a block. The lines below underlined headings are no blocks; such headings have a level. The text is
 * the source itself. */
#include "base/chars.h"
#include "base/utf8.h"
#include "input/input.h"

#include <string.h>

summ_status sm_read_text(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input);

enum {
    WRAP_LEAST = 40,
    WRAP_MOST = 120, /* characters: lines of hard-wrapped text are about this long */
    UNDERLINE = 3    /* signs at least */
};

typedef struct line {
    size_t begin, end; /* without white space at the ends; empty if blank */
    size_t next;       /* where the next line begins */
    size_t width;      /* in characters, up to WRAP_MOST + 1 */
    size_t indent;     /* white space before begin, in bytes */
} line;

static size_t find_line_end(const char *text, size_t at, size_t end) {
    while (at < end && text[at] != '\n' && text[at] != '\r')
        at++;
    return at;
}

static void trim(const char *text, line *l) {
    size_t n, start = l->begin;
    while (l->begin < l->end && sm_char_at(text, l->begin, l->end, &n) == SM_CHAR_SPACE)
        l->begin += n;
    l->indent = l->begin - start;
    while (l->end > l->begin) {
        size_t before = sm_utf8_before(text, l->begin, l->end);
        if (sm_char_at(text, before, l->end, &n) != SM_CHAR_SPACE)
            break;
        l->end = before;
    }
}

static size_t width_of(const char *text, size_t begin, size_t end) {
    size_t width = 0;
    for (uint32_t code; begin < end && width <= WRAP_MOST; width++)
        begin += sm_utf8_decode(text + begin, end - begin, &code);
    return width;
}

static line read_line(const char *text, size_t at, size_t end) {
    line l = {.begin = at, .end = find_line_end(text, at, end)};
    l.next = l.end < end ? l.end + 1 : end;
    if (l.next < end && text[l.end] == '\r' && text[l.next] == '\n')
        l.next++;
    trim(text, &l);
    l.width = width_of(text, l.begin, l.end);
    return l;
}

static bool is_blank(const line *l) {
    return l->begin == l->end;
}

/* The width to which the text is wrapped: 95 % of the lines that another line follows are no wider. 0 if those lines
 * are too short or too long for wrapped text. */
static size_t wrap_width(const char *text, size_t n) {
    size_t count[WRAP_MOST + 2] = {0}, lines = 0, seen = 0;
    line previous = {0};
    for (size_t at = 0; at < n; at = previous.next) {
        line l = read_line(text, at, n);
        if (at > 0 && !is_blank(&l) && !is_blank(&previous)) {
            count[previous.width]++;
            lines++;
        }
        previous = l;
    }
    for (size_t width = 0; width <= WRAP_MOST; width++) {
        seen += count[width];
        if (seen > 0 && 100 * seen >= 95 * lines)
            return width >= WRAP_LEAST ? width : 0;
    }
    return 0;
}

static size_t first_word_width(const char *text, const line *l) {
    size_t at = l->begin, width = 0, n;
    for (; at < l->end && width <= WRAP_MOST && sm_char_at(text, at, l->end, &n) != SM_CHAR_SPACE; at += n)
        width++;
    return width;
}

/* "- ", "* ", a bullet, "12. ", "3) ", "(a) " */
static bool starts_item(const char *text, const line *l) {
    uint32_t code;
    size_t at = l->begin, n = sm_utf8_decode(text + at, l->end - at, &code), from;
    bool bullet = code == '-' || code == '*' || code == 0x2022 || code == 0x2013 || code == 0x2043;
    if (bullet)
        return at + n < l->end && (code == 0x2022 || text[at + n] == ' ');
    at += code == '(' ? n : 0;
    for (from = at; at < l->end && at < from + 3 && text[at] >= '0' && text[at] <= '9'; at++)
        ;
    if (at == from && at < l->end && sm_char_is_letter(sm_char_at(text, at, l->end, &n)))
        at += n;
    if (at == from || at >= l->end || (text[at] != ')' && (text[at] != '.' || code == '(')))
        return false;
    return at + 1 < l->end && text[at + 1] == ' ' && (text[at] == ')' || (code >= '0' && code <= '9'));
}

static bool ends_sentence(const char *text, const line *l) {
    size_t at = l->end;
    while (at > l->begin) {
        size_t n, before = sm_utf8_before(text, l->begin, at);
        sm_char c = sm_char_at(text, before, at, &n);
        if (!sm_char_closes(c))
            return sm_char_ends_sentence(c);
        at = before;
    }
    return false;
}

/* Wrapped lines are broken where the next word would not have fitted, give or take a tenth: letters differ in width. */
static bool was_full(const char *text, const line *previous, const line *l, size_t wrap) {
    return wrap > 0 && 10 * (previous->width + 1 + first_word_width(text, l)) > 9 * wrap &&
           l->indent <= previous->indent + 1;
}

/* Does `l` go on with what `previous` began? */
static bool continues(const char *text, const line *previous, const line *l, size_t wrap) {
    size_t n;
    if (starts_item(text, l))
        return false;
    if (was_full(text, previous, l, wrap))
        return true;
    bool small = text[l->begin] >= 'a' && text[l->begin] <= 'z';
    small = small || ((unsigned char)text[l->begin] >= 0x80 && sm_char_at(text, l->begin, l->end, &n) == SM_CHAR_LOWER);
    return small && !ends_sentence(text, previous);
}

static size_t skip_byte_order_mark(const char *text, size_t n) {
    return n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

/* "===" (1), "---" (2) or "~~~" (3) below a line of its own, which it makes a heading; else 0. */
static uint8_t underlines(const char *text, const line *previous, const line *l, const sm_input *input) {
    static const char SIGNS[] = "=-~";
    const char *sign = strchr(SIGNS, text[l->begin]);
    size_t at = l->begin;
    if (sign == NULL || *sign == '\0' || previous == NULL || is_blank(previous) || 2 * l->width < previous->width)
        return 0;
    while (at < l->end && text[at] == *sign)
        at++;
    const sm_block *last = &input->blocks.at[input->blocks.n - 1];
    bool below = last->begin == previous->begin && last->level == 0 && !ends_sentence(text, previous);
    return at == l->end && at - l->begin >= UNDERLINE && below ? (uint8_t)(sign - SIGNS + 1) : 0;
}

/* An underline is as good as blank. */
static bool add_line(const char *text, const line *previous, line *l, size_t wrap, sm_arena *arena, sm_input *input) {
    if (is_blank(l))
        return true;
    uint8_t level = underlines(text, previous, l, input);
    if (level > 0) {
        input->blocks.at[input->blocks.n - 1].level = level;
        l->end = l->begin;
        return true;
    }
    if (previous != NULL && !is_blank(previous) && continues(text, previous, l, wrap)) {
        input->blocks.at[input->blocks.n - 1].end = (uint32_t)l->end;
        return true;
    }
    sm_block block = {.begin = (uint32_t)l->begin, .end = (uint32_t)l->end, .role = SM_ROLE_UNKNOWN};
    return sm_vec_push(&input->blocks, block, arena);
}

summ_status sm_read_text(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input) {
    size_t start = skip_byte_order_mark(source, n_bytes), wrap = wrap_width(source, n_bytes);
    line previous = {0};
    *input = (sm_input){.text = source, .n_bytes = n_bytes};
    for (size_t at = start; at < n_bytes; at = previous.next) {
        line l = read_line(source, at, n_bytes);
        if (!add_line(source, at > start ? &previous : NULL, &l, wrap, arena, input))
            return SUMM_ERR_MEMORY;
        previous = l;
    }
    return SUMM_OK;
}
