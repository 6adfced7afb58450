/* array.c - a state machine over the bytes. */
#include "array.h"

#include <string.h>

typedef enum step {
    STEP_ON,
    STEP_LAST,  /* the byte is the last of the value */
    STEP_BEHIND /* the value has ended before it */
} step;

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The bytes of a string up to one that matters: most of a text. */
static size_t span_plain(const char *text, size_t n) {
    size_t i = 0;
    while (i < n && text[i] != '"' && text[i] != '\\' && text[i] != '\n')
        i++;
    return i;
}

static step step_in_string(array_reader *r, char c) {
    bool closes = c == '"' && !r->is_escaped;
    r->is_escaped = c == '\\' && !r->is_escaped;
    r->is_quoted = !closes;
    return closes && r->depth == 0 ? STEP_LAST : STEP_ON;
}

/* `first`: the byte begins the value. */
static step step_in_value(array_reader *r, char c, bool first) {
    if (r->is_quoted)
        return step_in_string(r, c);
    if (r->depth == 0 && !first && (is_space(c) || c == ',' || c == ']' || c == '[' || c == '{' || c == '"'))
        return STEP_BEHIND;
    if (c == '"')
        r->is_quoted = true;
    else if (c == '{' || c == '[')
        r->depth++;
    else if ((c == '}' || c == ']') && r->depth > 0 && --r->depth == 0)
        return STEP_LAST;
    return STEP_ON;
}

/* Line breaks in strings, which JSON does not allow, become ones that do not end a line here either. */
static bool flatten(const char *text, size_t n, bytes *made) {
    bool quoted = false, escaped = false, margin = false;
    made->n = 0;
    if (!bytes_reserve(made, n + 1))
        return false;
    for (size_t i = 0; i < n; i++) {
        size_t plain = quoted && !escaped ? span_plain(text + i, n - i) : 0;
        memcpy(made->data + made->n, text + i, plain);
        made->n += plain;
        i += plain;
        if (i == n)
            break;
        char c = text[i];
        margin = !quoted && (c == '\n' || c == '\r' || (margin && is_space(c)));
        if (!margin && c == '\n')
            made->data[made->n++] = '\r';
        else if (!margin)
            made->data[made->n++] = c;
        bool quote = c == '"' && !escaped;
        escaped = quoted && c == '\\' && !escaped;
        quoted = quoted != quote;
    }
    return true;
}

static bool take_value(array_reader *r, input *in, size_t end, bytes *made, record_line *out) {
    bool good = flatten(in->held.data + in->begin, end - in->begin, made);
    *out = good ? (record_line){made->data, made->n, r->number, false} : line_of_flaw("out of memory", r->number);
    in->begin = in->scanned = end;
    r->state = r->is_open ? ARRAY_SEPARATOR : ARRAY_OUTSIDE;
    return true;
}

/* What no value may begin with, or NULL. */
static const char *find_flaw(const array_reader *r, char c) {
    if (r->is_other)
        return "invalid JSON: the text begins with neither '[' nor '{'";
    if (r->state == ARRAY_SEPARATOR)
        return c == ',' || c == ']' ? NULL : "invalid JSON: ',' or ']' expected";
    if (c == ']' && r->state != ARRAY_OPENED)
        return r->state == ARRAY_COMMA ? "invalid JSON: a value expected near ']'" : "invalid JSON: ']' without '['";
    return c == ',' ? "invalid JSON: a value expected near ','" : NULL;
}

/* A byte between values. */
static void pass(array_reader *r, char c) {
    r->is_started = true;
    if (c == ',') {
        r->state = r->is_open ? ARRAY_COMMA : ARRAY_OUTSIDE;
    } else if (c == ']') {
        r->is_open = false;
        r->state = ARRAY_OUTSIDE;
    } else if (c == '[' && !r->is_open) {
        r->is_open = true;
        r->state = ARRAY_OPENED;
    } else {
        r->state = ARRAY_VALUE;
        r->number = r->n_lines + 1;
        r->is_quoted = r->is_escaped = false;
        r->depth = 0;
    }
}

/* White space, and before anything else a byte order mark. */
static bool is_gap(const array_reader *r, char c) {
    bool mark = c == '\xEF' || c == '\xBB' || c == '\xBF';
    return is_space(c) || (mark && !r->is_started);
}

static bool tell(array_reader *r, const char *flaw, record_line *out) {
    bool first = flaw != NULL && !r->has_flaw;
    r->has_flaw = r->has_flaw || first;
    if (first)
        *out = line_of_flaw(flaw, r->n_lines + 1);
    return first;
}

/* The input is at its end. */
static bool finish(array_reader *r, input *in, bytes *made, record_line *out) {
    if (r->state == ARRAY_VALUE) {
        r->has_flaw = r->has_flaw || r->is_quoted || r->depth > 0; /* which the value will tell */
        return take_value(r, in, in->held.n, made, out);
    }
    bool open = r->is_open;
    r->is_open = false;
    return open && tell(r, "invalid JSON: the array is not closed", out);
}

/* Words of prose, each of which would be a broken value, are one flaw. */
static bool skip_other(array_reader *r, input *in, record_line *out) {
    in->begin = in->scanned = in->held.n;
    return tell(r, find_flaw(r, ' '), out);
}

/* Is this the first byte, and one of no array and no object? ',' and ']' have messages of their own. */
static bool begins_other(const array_reader *r, char c) {
    return !r->is_started && !is_gap(r, c) && (c == '\0' || strchr("[{,]", c) == NULL);
}

bool array_next(array_reader *r, input *in, bytes *made, record_line *out) {
    while (in->scanned < in->held.n) {
        if (r->state == ARRAY_VALUE && r->is_quoted && !r->is_escaped)
            in->scanned += span_plain(in->held.data + in->scanned, in->held.n - in->scanned);
        if (in->scanned == in->held.n)
            break;
        char c = in->held.data[in->scanned];
        r->is_other = r->is_other || begins_other(r, c);
        if (r->is_other)
            return skip_other(r, in, out);
        bool first = false, flawed = false;
        if (r->state != ARRAY_VALUE && !is_gap(r, c)) {
            flawed = tell(r, find_flaw(r, c), out);
            pass(r, c);
            first = r->state == ARRAY_VALUE;
            if (first)
                in->begin = in->scanned;
        }
        step s = r->state == ARRAY_VALUE ? step_in_value(r, c, first) : STEP_ON;
        if (s == STEP_BEHIND)
            return take_value(r, in, in->scanned, made, out);
        r->n_lines += c == '\n';
        in->scanned++;
        if (r->state != ARRAY_VALUE)
            in->begin = in->scanned;
        if (s == STEP_LAST)
            return take_value(r, in, in->scanned, made, out);
        if (flawed)
            return true;
    }
    return in->ended && finish(r, in, made, out);
}
