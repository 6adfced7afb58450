/* kind.c - web pages, Markdown and records are known by their names, pages also by how they begin. */
#include "kind.h"

#include <string.h>

static bool ends_with(const char *path, const char *ending) {
    size_t n_path = strlen(path), n_ending = strlen(ending);
    return n_path >= n_ending && strcmp(path + n_path - n_ending, ending) == 0;
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

static bool is_web_page(const char *path, const bytes *text) {
    if (ends_with(path, ".html") || ends_with(path, ".htm") || ends_with(path, ".xhtml"))
        return true;
    size_t at = text->n > 0 ? skip_prologue(text) : 0;
    const char *data = text->n > 0 ? text->data + at : "";
    return begins_with(data, text->n - at, "<!doctype html") || begins_with(data, text->n - at, "<html");
}

static bool is_markdown(const char *path) {
    return ends_with(path, ".md") || ends_with(path, ".markdown") || ends_with(path, ".mdown");
}

kind_records kind_of_records(const settings *asked, const char *path) {
    static const struct {
        const char *format, *ending;
        kind_records kind;
    } rows[] = {{"jsonl", ".jsonl", RECORDS_JSONL},
                {"jsonl", ".ndjson", RECORDS_JSONL},
                {"json", ".json", RECORDS_JSON},
                {"csv", ".csv", RECORDS_CSV},
                {"tsv", ".tsv", RECORDS_TSV}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (asked->from != NULL ? strcmp(asked->from, rows[i].format) == 0 : ends_with(path, rows[i].ending))
            return rows[i].kind;
    return RECORDS_NONE;
}

const char *kind_format(const settings *asked, const char *path, const bytes *text) {
    if (asked->from != NULL)
        return asked->from;
    if (is_markdown(path))
        return "markdown";
    return is_web_page(path, text) ? "html" : "text";
}
