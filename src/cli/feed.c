/* feed.c - what the forms of input have in common. */
#include "feed.h"

#include <string.h>

record_line line_of_flaw(const char *reason, size_t number) {
    return (record_line){reason, strlen(reason), number, true};
}

void feed_begin(feed *out, input *in, kind_records kind, const jsonl_fields *fields, bool whole) {
    *out = (feed){.in = in, .kind = kind};
    table_begin(&out->table, kind == RECORDS_TSV ? '\t' : ',', fields, whole);
}

void feed_free(feed *from) {
    table_free(&from->table);
    bytes_free(&from->made);
}

static bool is_blank(const char *line, size_t n_line) {
    while (n_line > 0 && (*line == ' ' || *line == '\t' || *line == '\r'))
        line++, n_line--;
    return n_line == 0;
}

/* Drops the byte order mark of the first line; false if the line is blank and so no record. */
static bool begin_line(size_t number, const char **line, size_t *n_line) {
    static const char mark[] = "\xEF\xBB\xBF";
    const size_t n_mark = sizeof mark - 1;
    if (number == 1 && *n_line >= n_mark && memcmp(*line, mark, n_mark) == 0)
        *line += n_mark, *n_line -= n_mark;
    return !is_blank(*line, *n_line);
}

static bool next_line(feed *from) {
    record_line *out = &from->next;
    while (input_take_line(from->in, &out->text, &out->n_text)) {
        out->number = ++from->n_lines;
        out->is_flaw = false;
        if (begin_line(out->number, &out->text, &out->n_text))
            return true;
    }
    return false;
}

bool feed_is_ready(feed *from) {
    if (from->is_ready)
        return true;
    if (!from->in->is_known && !from->in->ended)
        return false; /* a few bytes that compressed data may begin with */
    if (from->kind == RECORDS_JSONL)
        from->is_ready = next_line(from);
    else if (from->kind == RECORDS_JSON)
        from->is_ready = array_next(&from->array, from->in, &from->made, &from->next);
    else
        from->is_ready = table_next(&from->table, from->in, &from->made, &from->next);
    return from->is_ready;
}

bool feed_has_ended(const feed *from) {
    return !from->is_ready && (from->in->ended || from->table.is_useless);
}

record_line feed_take(feed *from) {
    from->is_ready = false;
    return from->next;
}
