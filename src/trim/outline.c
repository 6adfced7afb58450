#include "trim/outline.h"

#include "base/chars.h"

static bool is_bracket(char c) {
    return c == '(' || c == '[' || c == ')' || c == ']';
}

/* Behind what opens at `at`, or `at`. */
static size_t behind_enclosure(sm_enclosed *e, size_t at) {
    size_t n, closer = sm_enclosed_closer(e, at);
    if (closer == at)
        return at;
    sm_char_at(e->text, closer, e->end, &n);
    return closer + n;
}

size_t sm_outline_behind_quotation(sm_enclosed *e, size_t at) {
    return is_bracket(e->text[at]) ? at : behind_enclosure(e, at);
}

static void add_comma(sm_outline *o, size_t comma, size_t behind) {
    o->last = o->n_commas++ > 0 ? o->behind : o->last;
    o->comma = comma;
    o->behind = behind;
}

/* The comma right before the closing mark of a quotation. */
static void look_at_quotation(sm_outline *o, const char *text, size_t begin, size_t behind) {
    size_t closer = sm_utf8_before(text, begin, behind);
    if (!is_bracket(text[begin]) && text[closer - 1] == ',')
        add_comma(o, closer - 1, behind);
}

/* Apostrophes look like quotation marks. */
static bool is_stray(const char *text, size_t at, size_t end, sm_char class) {
    uint32_t code;
    sm_utf8_decode(text + at, end - at, &code);
    return (sm_char_opens(class) || sm_char_closes(class)) && !sm_char_is_apostrophe(code);
}

sm_outline sm_outline_of(sm_enclosed *e, size_t begin, size_t end) {
    sm_outline o = {.closed = true, .last = begin};
    for (size_t at = begin, n; at < end; at += n) {
        sm_char c = sm_char_at(e->text, at, end, &n), next;
        size_t length, behind = sm_char_opens(c) || sm_char_closes(c) ? behind_enclosure(e, at) : at;
        if (behind > at) {
            look_at_quotation(&o, e->text, at, behind);
            n = behind - at;
            continue;
        }
        o.closed = o.closed && !is_stray(e->text, at, end, c);
        if (e->text[at] != ',' || at + 1 == end)
            continue;
        next = sm_char_at(e->text, at + 1, end, &length);
        if (next == SM_CHAR_SPACE)
            add_comma(&o, at, at + 1);
    }
    return o;
}
