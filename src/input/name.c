#include "input/name.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "base/utf8.h"

#include <string.h>

enum {
    MOST_WORDS = 14,
    LABEL_BYTES = 24 /* "Author: ", "Text: " */
};

/* A word in any case that begins text[at .. n); no letter may follow. Its bytes, or 0. */
static size_t word_at(const char *text, size_t at, size_t n, const char *word) {
    size_t n_word = strlen(word);
    if (n - at < n_word)
        return 0;
    for (size_t i = 0; i < n_word; i++)
        if (sm_ascii_small(text[at + i]) != word[i])
            return 0;
    return at + n_word < n && sm_ascii_is_alphanumeric(text[at + n_word]) ? 0 : n_word;
}

static size_t any_word_at(const char *text, size_t at, size_t n, const char *const *words) {
    size_t found = 0;
    for (; *words != NULL && found == 0; words++)
        found = word_at(text, at, n, *words);
    return found;
}

/* Behind "By", "Posted by" and a label that ends in a colon. */
static size_t skip_opening(const char *text, size_t n) {
    static const char *const OPENINGS[] = {"posted", "published", "written", "reported", "by", NULL};
    size_t at = 0, word;
    const char *colon = memchr(text, ':', n < LABEL_BYTES ? n : LABEL_BYTES);
    if (colon != NULL)
        at = (size_t)(colon + 1 - text);
    at = sm_skip_spaces(text, at, n);
    while ((word = any_word_at(text, at, n, OPENINGS)) > 0)
        at = sm_skip_spaces(text, at + word, n);
    return at;
}

static bool is_month(const char *text, size_t at, size_t n) {
    static const char *const MONTHS[] = {"january", "february",  "march",   "april",    "may",      "june", "july",
                                         "august",  "september", "october", "november", "december", "jan",  "feb",
                                         "mar",     "apr",       "jun",     "jul",      "aug",      "sep",  "sept",
                                         "oct",     "nov",       "dec",     NULL};
    return any_word_at(text, at, n, MONTHS) > 0;
}

/* Is what stands at a space, with what follows, no part of a name? */
static bool parts_at_space(const char *text, size_t at, size_t n) {
    uint32_t code;
    size_t next = at + 1;
    if (next >= n)
        return true;
    size_t length = sm_utf8_decode(text + next, n - next, &code);
    bool dash = code == '-' || code == 0x2013 || code == 0x2014;
    if (dash)
        return next + length >= n || text[next + length] == ' ';
    bool digit_follows = is_month(text, next, n) && strpbrk(text + next, "0123456789") != NULL;
    return (code >= '0' && code <= '9') || word_at(text, next, n, "on") > 0 || digit_follows;
}

static bool parts(const char *text, size_t at, size_t n, uint32_t code) {
    bool mark = code == '|' || code == '@' || code == '(' || code == '/' || code == '<' || code == ';';
    bool dot = code == 0xB7 || code == 0x2022 || code == 0x25CF;
    return mark || dot || (code == ' ' && parts_at_space(text, at, n));
}

/* Where the name at text[at .. n) ends, without the white space and signs that part it from more. */
static size_t find_end(const char *text, size_t at, size_t n) {
    uint32_t code;
    size_t begin = at;
    for (size_t length; at < n; at += length) {
        length = sm_utf8_decode(text + at, n - at, &code);
        if (parts(text, at, n, code))
            break;
    }
    while (at > begin && strchr(" ,;:-&", text[at - 1]) != NULL)
        at--;
    return at;
}

/* Words that begin no name, but what stands beside one. */
static bool is_other(const char *text, size_t n) {
    static const char *const OTHERS[] = {"about", "follow",        "view",    "more",       "read",    "see",
                                         "all",   "share",         "email",   "the author", "contact", "posts",
                                         "admin", "administrator", "updated", NULL};
    return any_word_at(text, 0, n, OTHERS) > 0;
}

static bool is_name(const char *text, size_t n) {
    size_t n_words = 1, length;
    bool letter = false;
    for (size_t i = 0; i < n; i += length) {
        letter = letter || sm_char_is_letter(sm_char_at(text, i, n, &length)) ||
                 sm_char_at(text, i, n, &length) == SM_CHAR_IDEOGRAPH;
        n_words += text[i] == ' ';
    }
    return n >= 2 && letter && n_words <= MOST_WORDS && !is_other(text, n) && word_at(text, 0, n, "www") == 0;
}

/* Copies a line with single spaces; what does not fit is left out. Returns its bytes. */
static size_t copy_line(const char *text, size_t n, char line[SM_NAME_MAX]) {
    size_t used = 0;
    for (size_t at = 0, length; at < n; at += length) {
        uint32_t code;
        length = sm_utf8_decode(text + at, n - at, &code);
        bool space = sm_char_of(code) == SM_CHAR_SPACE;
        if (space && (used == 0 || line[used - 1] == ' '))
            continue;
        if (used + 4 >= SM_NAME_MAX)
            break;
        used += sm_utf8_encode(space ? ' ' : code, line + used);
    }
    line[used] = '\0';
    return used;
}

size_t sm_name_read(const char *text, size_t n, char name[SM_NAME_MAX]) {
    for (size_t at = 0, next; at < n; at = next + 1) {
        const char *newline = memchr(text + at, '\n', n - at);
        next = newline != NULL ? (size_t)(newline - text) : n;
        size_t n_line = copy_line(text + at, next - at, name), begin = skip_opening(name, n_line);
        size_t end = find_end(name, begin, n_line);
        if (is_name(name + begin, end - begin) && end - begin < SM_NAME_MAX - 8) {
            memmove(name, name + begin, end - begin);
            name[end - begin] = '\0';
            return end - begin;
        }
    }
    return 0;
}
