/* kind.c - web pages, Markdown and records are known by their names, pages also by how they begin. */
#include "kind.h"

#include "convert.h"
#include "unpack.h"
#include <string.h>

static const struct {
    const char *ending, *format;
    bool is_text; /* for people */
} kinds[] = {
#define KIND(ending, format, is_text) {ending, format, is_text},
#include "kinds.def"
#undef KIND
};

static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static bool ends_with(const char *path, size_t n_path, const char *ending) {
    size_t n_ending = strlen(ending), i = 0;
    if (n_path < n_ending)
        return false;
    while (i < n_ending && lower(path[n_path - n_ending + i]) == ending[i])
        i++;
    return i == n_ending;
}

enum {
    N_KINDS = sizeof kinds / sizeof kinds[0]
};

/* The row that the name tells, or N_KINDS; what says how it is compressed is left out. */
static size_t row_by_name(const char *path) {
    size_t n = unpack_name(path), i = 0;
    while (i < N_KINDS && !ends_with(path, n, kinds[i].ending))
        i++;
    return i;
}

static const char *by_name(const char *path) {
    size_t row = row_by_name(path);
    return row < N_KINDS ? kinds[row].format : NULL;
}

/* The next bytes of a text, in any case; no letter may follow. */
static bool begins_with(const char *data, size_t n, const char *word) {
    size_t n_word = strlen(word);
    for (size_t i = 0; i < n_word; i++)
        if (i == n || (data[i] | (word[i] >= 'a' ? 0x20 : 0)) != word[i])
            return false;
    return n == n_word || (data[n_word] | 0x20) < 'a' || (data[n_word] | 0x20) > 'z';
}

static size_t skip_spaces(const bytes *text, size_t at) {
    while (at < text->n && text->data[at] != '\0' && strchr(" \t\r\n\f", text->data[at]) != NULL)
        at++;
    return at;
}

/* Behind a byte order mark, white space and an XML declaration. */
static size_t skip_prologue(const bytes *text) {
    static const char mark[] = "\xEF\xBB\xBF", xml[] = "<?xml";
    size_t n_mark = sizeof mark - 1, n_xml = sizeof xml - 1;
    size_t at = text->n >= n_mark && memcmp(text->data, mark, n_mark) == 0 ? n_mark : 0;
    at = skip_spaces(text, at);
    if (text->n - at < n_xml || memcmp(text->data + at, xml, n_xml) != 0)
        return at;
    const char *end = memchr(text->data + at, '>', text->n - at);
    return end != NULL ? skip_spaces(text, (size_t)(end + 1 - text->data)) : at;
}

static bool begins_page(const bytes *text) {
    size_t at = text->n > 0 ? skip_prologue(text) : 0;
    const char *data = text->n > 0 ? text->data + at : "";
    return begins_with(data, text->n - at, "<!doctype html") || begins_with(data, text->n - at, "<html");
}

bool kind_is_known(const char *path) {
    size_t n = unpack_name(path);
    const converter *row;
    for (size_t i = 0; (row = convert_at(i)) != NULL; i++)
        if (ends_with(path, n, row->ending) && convert_is_ready(row))
            return true;
    size_t kind = row_by_name(path);
    return kind < N_KINDS && kinds[kind].is_text;
}

kind_records kind_of_records(const settings *asked, const char *path) {
    static const char *const names[] = {
        [RECORDS_JSONL] = "jsonl", [RECORDS_JSON] = "json", [RECORDS_CSV] = "csv", [RECORDS_TSV] = "tsv"};
    const char *format = asked->from != NULL ? asked->from : by_name(path);
    for (size_t i = RECORDS_NONE + 1; format != NULL && i < sizeof names / sizeof names[0]; i++)
        if (strcmp(format, names[i]) == 0)
            return (kind_records)i;
    return RECORDS_NONE;
}

const char *kind_format(const settings *asked, const char *path, const bytes *text) {
    if (asked->from != NULL)
        return asked->from;
    const char *named = by_name(path);
    if (named != NULL && strcmp(named, "text") != 0)
        return named;
    return begins_page(text) ? "html" : "text";
}
