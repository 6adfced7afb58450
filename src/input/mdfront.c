#include "input/mdpage.h"

#include "base/ascii.h"

#include <string.h>

/* The line from `at` on without white space at its end; *next: where the following one begins. */
static sm_md_piece line_at(const sm_md_page *page, uint32_t at, uint32_t *next) {
    const char *source = page->source;
    uint32_t end = at;
    while (end < page->n_bytes && source[end] != '\n' && source[end] != '\r')
        end++;
    *next = end < page->n_bytes ? end + 1 : end;
    if (*next < page->n_bytes && source[end] == '\r' && source[*next] == '\n')
        (*next)++;
    while (end > at && sm_ascii_is_space(source[end - 1]))
        end--;
    return (sm_md_piece){at, end};
}

static bool is(const sm_md_page *page, sm_md_piece line, const char *word) {
    size_t n = strlen(word);
    return line.to - line.from == n && memcmp(page->source + line.from, word, n) == 0;
}

static sm_md_piece unquote(const char *source, sm_md_piece value) {
    char quote = source[value.from];
    uint32_t at = value.from + 1;
    while (at < value.to && (source[at] != quote || (quote == '"' && source[at - 1] == '\\')))
        at++;
    return (sm_md_piece){value.from + 1, at};
}

/* Up to a comment. Texts of several lines, lists and references to other values are none. */
static sm_md_piece plain(const char *source, sm_md_piece value) {
    if (sm_ascii_is_one_of(source[value.from], "|>[{&*!#"))
        return (sm_md_piece){0, 0};
    for (uint32_t at = value.from + 1; at < value.to; at++)
        if (source[at] == '#' && source[at - 1] == ' ')
            value.to = at;
    while (value.to > value.from && sm_ascii_is_space(source[value.to - 1]))
        value.to--;
    return value;
}

static uint32_t skip_blanks(const char *source, uint32_t at, uint32_t to) {
    while (at < to && (source[at] == ' ' || source[at] == '\t'))
        at++;
    return at;
}

/* The value as it is written; from 0: it is another line. */
static sm_md_piece raw_value_of(const sm_md_page *page, sm_md_piece line, const char *key, char sign) {
    const char *source = page->source;
    size_t n = strlen(key);
    if (line.to - line.from <= n || memcmp(source + line.from, key, n) != 0)
        return (sm_md_piece){0, 0};
    uint32_t at = skip_blanks(source, line.from + (uint32_t)n, line.to);
    if (at == line.to || source[at] != sign)
        return (sm_md_piece){0, 0};
    return (sm_md_piece){skip_blanks(source, at + 1, line.to), line.to};
}

static sm_md_piece read_value(const char *source, sm_md_piece value) {
    if (value.from == value.to)
        return (sm_md_piece){0, 0};
    bool quoted = source[value.from] == '"' || source[value.from] == '\'';
    return quoted ? unquote(source, value) : plain(source, value);
}

/* "title: value", "title = value", the value perhaps in quotes; empty: it is another line. */
static sm_md_piece value_of(const sm_md_page *page, sm_md_piece line, const char *key, char sign) {
    return read_value(page->source, raw_value_of(page, line, key, sign));
}

/* ---- Authors: a name, "[one, another]", or lines of "- one", also as "name: one" ---- */

static void add_author(sm_md_page *page, sm_md_piece value) {
    value.from = skip_blanks(page->source, value.from, value.to);
    sm_md_piece name = read_value(page->source, value);
    sm_said_author(&page->said, SM_PLACE_ARTICLE, page->source + name.from, name.to - name.from);
}

static void add_authors(sm_md_page *page, sm_md_piece list) {
    for (uint32_t at = list.from, end; at < list.to; at = end + 1) {
        end = at;
        while (end < list.to && !sm_ascii_is_one_of(page->source[end], ",]"))
            end++;
        add_author(page, (sm_md_piece){at, end});
    }
}

/* A line below "authors:", from its first sign on; other fields than the name are passed over. */
static void read_item(sm_md_page *page, sm_md_piece item) {
    bool dash = page->source[item.from] == '-';
    item.from = skip_blanks(page->source, item.from + dash, item.to);
    sm_md_piece name = raw_value_of(page, item, "name", ':');
    bool field = memchr(page->source + item.from, ':', item.to - item.from) != NULL;
    if (name.from < name.to)
        add_author(page, name);
    else if (dash && !field)
        add_author(page, item);
}

static void read_authors(sm_md_page *page, sm_md_piece line, char sign) {
    static const char *const KEYS[] = {"author", "authors"};
    uint32_t at = skip_blanks(page->source, line.from, line.to);
    bool listed = at < line.to && (at > line.from || page->source[at] == '-');
    if (page->in_authors && listed)
        read_item(page, (sm_md_piece){at, line.to});
    page->in_authors = page->in_authors && (listed || at == line.to);
    for (size_t i = 0; i < 2; i++) {
        sm_md_piece value = raw_value_of(page, line, KEYS[i], sign);
        page->in_authors = page->in_authors || (value.from > 0 && value.from == value.to);
        if (value.from < value.to && page->source[value.from] == '[')
            add_authors(page, (sm_md_piece){value.from + 1, value.to});
        else if (value.from < value.to)
            add_author(page, value);
    }
}

static void read_date(sm_md_page *page, sm_md_piece line, char sign) {
    static const char *const KEYS[] = {"date", "published", "pubDate", "publishDate"};
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
        sm_md_piece value = value_of(page, line, KEYS[i], sign);
        sm_said_date(&page->said, SM_PLACE_ARTICLE, page->source + value.from, value.to - value.from);
    }
}

static void read_line(sm_md_page *page, sm_md_piece line, char sign) {
    static const char *const LANGUAGES[] = {"lang", "language"};
    if (page->title.to == 0)
        page->title = value_of(page, line, "title", sign);
    for (size_t i = 0; i < 2 && page->language.to == 0; i++)
        page->language = value_of(page, line, LANGUAGES[i], sign);
    read_authors(page, line, sign);
    read_date(page, line, sign);
}

/* The lines from `at` to `end`; in TOML, those before the first table. */
static void read_lines(sm_md_page *page, uint32_t at, uint32_t end, char sign) {
    while (at < end && !(sign == '=' && page->source[at] == '[')) {
        sm_md_piece line = line_at(page, at, &at);
        read_line(page, line, sign);
    }
}

void sm_md_front(sm_md_page *page) {
    uint32_t at = page->start, first, begin;
    sm_md_piece line = line_at(page, at, &first);
    bool yaml = is(page, line, "---");
    if (!yaml && !is(page, line, "+++"))
        return;
    line = line_at(page, first, &at);
    if (line.from == line.to) /* a rule between paragraphs */
        return;
    for (at = first; at < page->n_bytes;) {
        begin = at;
        line = line_at(page, at, &at);
        if (is(page, line, yaml ? "---" : "+++") || (yaml && is(page, line, "..."))) {
            read_lines(page, first, begin, yaml ? ':' : '=');
            page->start = at;
            return;
        }
    }
}
