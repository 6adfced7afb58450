/* table.c - a state machine finds the ends of rows, and then, over each row again, those of its fields. */
#include "table.h"

#include <stdio.h>
#include <string.h>

enum {
    MAX_NAME = 4096 /* as a JSON string, where each row repeats it */
};

typedef struct column {
    size_t begin, end; /* of its name */
    bool is_wanted;
} column;

void table_begin(table_reader *out, char separator, const jsonl_fields *fields, bool whole) {
    *out = (table_reader){.separator = separator, .fields = fields, .is_whole = whole};
}

void table_free(table_reader *r) {
    bytes_free(&r->names);
    bytes_free(&r->columns);
}

static table_state next_state(table_state state, char c, char separator) {
    if (state == TABLE_QUOTED)
        return c == '"' ? TABLE_CLOSED : TABLE_QUOTED;
    if (c == separator || c == '\n')
        return TABLE_START;
    bool quotes = c == '"' && state != TABLE_PLAIN;
    return quotes ? TABLE_QUOTED : TABLE_PLAIN;
}

/* ---- JSON strings ---- */

/* The bytes of the character at p, of which n >= 1 are there; 0: it is no UTF-8 (Unicode 15, table 3-7). */
static size_t measure(const char *p, size_t n) {
    unsigned char lead = (unsigned char)p[0], second = n > 1 ? (unsigned char)p[1] : 0;
    if (lead < 0x80)
        return 1;
    size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (lead < 0xC2 || lead > 0xF4 || n < length || second < least || second > most)
        return 0;
    for (size_t i = 2; i < length; i++)
        if (((unsigned char)p[i] & 0xC0) != 0x80)
            return 0;
    return length;
}

/* Writes a character; returns how many bytes it was, 0: no memory. */
static size_t put_character(bytes *out, const char *p, size_t n) {
    static const char hex[] = "0123456789abcdef", controls[] = "\b\t\n\f\r", letters[] = "btnfr";
    unsigned char c = (unsigned char)p[0];
    size_t length = measure(p, n);
    if (length == 0)
        return bytes_add(out, "\xEF\xBF\xBD", 3);
    if (c >= 0x20 && c != '"' && c != '\\')
        return bytes_add(out, p, length) ? length : 0;
    const char *control = c != '\0' ? strchr(controls, c) : NULL;
    char escape[] = {'\\', (char)c, '0', '0', hex[c >> 4], hex[c & 15]};
    if (control != NULL)
        escape[1] = letters[control - controls];
    else if (c < 0x20)
        escape[1] = 'u';
    return bytes_add(out, escape, escape[1] == 'u' ? 6 : 2);
}

static bool put_string(bytes *out, const char *text) {
    size_t n = strlen(text), length = 1;
    bool good = bytes_add(out, "\"", 1);
    for (size_t i = 0; good && i < n; i += length) {
        length = put_character(out, text + i, n - i);
        good = length > 0;
    }
    return good && bytes_add(out, "\"", 1);
}

/* ---- Fields ---- */

/* Writes the field that begins at `at` and returns where it ends, at a separator or `end`; NULL: *reason tells why. */
static const char *put_field(const table_reader *r, const char *at, const char *end, bytes *out, const char **reason) {
    table_state state = TABLE_START;
    bool good = bytes_add(out, "\"", 1);
    while (good && at < end) {
        table_state before = state;
        state = next_state(state, *at, r->separator);
        if (before != TABLE_QUOTED && *at == r->separator)
            break;
        bool quote = state == TABLE_CLOSED || (before == TABLE_START && state == TABLE_QUOTED);
        if (before == TABLE_CLOSED && state == TABLE_PLAIN) {
            *reason = "text behind a closing quotation mark";
            return NULL;
        }
        size_t length = quote ? 1 : put_character(out, at, (size_t)(end - at));
        good = length > 0;
        at += length;
    }
    good = good && bytes_add(out, "\"", 1);
    *reason = good ? NULL : "out of memory";
    return good ? at : NULL;
}

/* One that no row may have is not wanted. */
static column column_at(const table_reader *r, size_t index) {
    column one = {0};
    if (index < r->n_columns)
        memcpy(&one, r->columns.data + index * sizeof one, sizeof one);
    return one;
}

static bool put_name(const table_reader *r, const column *one, bytes *out) {
    return bytes_add(out, out->n > 0 ? "," : "{", 1) &&
           bytes_add(out, r->names.data + one->begin, one->end - one->begin) && bytes_add(out, ":", 1);
}

/* Writes the row as an object. Returns NULL, or why it is none. */
static const char *put_row(table_reader *r, const char *row, size_t n_row, bytes *made) {
    const char *at = row, *end = row + n_row, *reason = NULL;
    size_t n = 0;
    for (made->n = 0;; at++) {
        size_t keep = made->n;
        column one = column_at(r, n++);
        if (one.is_wanted && !put_name(r, &one, made))
            return "out of memory";
        at = put_field(r, at, end, made, &reason);
        if (at == NULL)
            return reason;
        if (!one.is_wanted)
            made->n = keep;
        if (at == end)
            break;
    }
    if (n == r->n_columns)
        return bytes_add(made, "}", 1) ? NULL : "out of memory";
    snprintf(r->reason, sizeof r->reason, "%zu column%s, not %zu", n, n == 1 ? "" : "s", r->n_columns);
    return r->reason;
}

/* ---- The header ---- */

/* Wants the columns of that name, a JSON string. Returns whether there is one. */
static bool want(table_reader *r, const bytes *name) {
    bool found = false;
    for (size_t i = 0; i < r->n_columns; i++) {
        column one = column_at(r, i);
        if (one.end - one.begin != name->n || memcmp(r->names.data + one.begin, name->data, name->n) != 0)
            continue;
        found = one.is_wanted = true;
        memcpy(r->columns.data + i * sizeof one, &one, sizeof one);
    }
    return found;
}

/* Returns NULL, or why the columns of the text cannot be had, or others that may be missing. */
static const char *want_field(table_reader *r, const char *field) {
    bytes name = {0};
    bool good = field == NULL || put_string(&name, field);
    bool found = good && field != NULL && want(r, &name);
    bytes_free(&name);
    if (!good)
        return "out of memory";
    if (found || field != r->fields->text)
        return NULL;
    snprintf(r->reason, sizeof r->reason, "no column '%.100s'", field);
    return r->reason;
}

static const char *add_column(table_reader *r, size_t begin) {
    column one = {begin, r->names.n, r->is_whole};
    if (!bytes_add(&r->columns, (const char *)&one, sizeof one))
        return "out of memory";
    r->n_columns++;
    if (!r->is_whole || one.end - one.begin <= MAX_NAME)
        return NULL;
    snprintf(r->reason, sizeof r->reason,
             "column %zu has a name of over %d bytes, which each line of jsonl would repeat", r->n_columns, MAX_NAME);
    return r->reason;
}

static const char *read_names(table_reader *r, const char *at, const char *end) {
    const char *reason = NULL;
    for (;; at++) {
        size_t begin = r->names.n;
        at = put_field(r, at, end, &r->names, &reason);
        if (at != NULL)
            reason = add_column(r, begin);
        if (reason != NULL || at == end)
            return reason;
    }
}

/* Returns NULL, or why it is no header. */
static const char *read_header(table_reader *r, const char *row, size_t n_row) {
    const char *reason = read_names(r, row, row + n_row);
    if (reason == NULL)
        reason = want_field(r, r->fields->title);
    if (reason == NULL)
        reason = want_field(r, r->fields->language);
    if (reason == NULL)
        reason = want_field(r, r->fields->text);
    r->is_useless = reason != NULL;
    return reason;
}

/* ---- Rows ---- */

/* Finds the end of the row that begins at in->begin; false: it was not read yet, or there is none. */
static bool find_end(table_reader *r, input *in, size_t *end) {
    for (; in->scanned < in->held.n; in->scanned++) {
        char c = in->held.data[in->scanned];
        table_state before = r->state;
        r->state = next_state(r->state, c, r->separator);
        if (c == '\n' && before != TABLE_QUOTED) {
            *end = in->scanned++;
            return true;
        }
    }
    *end = in->held.n;
    return in->ended && in->begin < in->held.n;
}

static size_t count_lines(const char *text, size_t n) {
    size_t count = 0;
    for (const char *at = text; (at = memchr(at, '\n', n - (size_t)(at - text))) != NULL; at++)
        count++;
    return count;
}

/* Behind a byte order mark; without the '\r' of the line's end. */
static const char *trim(const table_reader *r, const char *row, size_t *n_row) {
    bool mark = r->n_lines == 0 && *n_row >= 3 && memcmp(row, "\xEF\xBB\xBF", 3) == 0;
    *n_row -= mark ? 3 : 0;
    row += mark ? 3 : 0;
    *n_row -= r->state != TABLE_QUOTED && *n_row > 0 && row[*n_row - 1] == '\r';
    return row;
}

bool table_next(table_reader *r, input *in, bytes *made, record_line *out) {
    size_t end;
    while (!r->is_useless && find_end(r, in, &end)) {
        size_t n_row = end - in->begin, number = r->n_lines + 1;
        const char *row = trim(r, in->held.data + in->begin, &n_row), *reason = NULL;
        bool header = r->n_columns == 0, unclosed = r->state == TABLE_QUOTED;
        r->n_lines += count_lines(in->held.data + in->begin, in->scanned - in->begin);
        r->state = TABLE_START;
        in->begin = in->scanned;
        if (n_row == 0)
            continue;
        if (unclosed)
            reason = "a quotation mark that is not closed";
        else
            reason = header ? read_header(r, row, n_row) : put_row(r, row, n_row, made);
        if (reason == NULL && header)
            continue;
        *out = reason != NULL ? line_of_flaw(reason, number) : (record_line){made->data, made->n, number, false};
        return true;
    }
    return false;
}
