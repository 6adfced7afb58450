#include "plain/folio.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "plain/look.h"

#include <string.h>

enum {
    HEAD_MOST = 160, /* bytes of a running head */
    ALONE_MOST = 24, /* bytes of a line that is a page number */
    DIGITS_MOST = 5
};

typedef struct cut {
    char at[HEAD_MOST];
    size_t n;
} cut;

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static void add(cut *c, const char *text, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (!is_blank(text[i]))
            c->at[c->n++] = text[i];
        else if (c->n > 0 && c->at[c->n - 1] != ' ')
            c->at[c->n++] = ' ';
}

static bool is_short(const sm_plain_line *l) {
    return l->end - l->begin <= HEAD_MOST;
}

bool sm_folio_hash(const char *text, const sm_plain_line *l, uint64_t *hash) {
    cut c = {.n = 0};
    if (!is_short(l))
        return false;
    add(&c, text, l->begin, l->end);
    *hash = sm_hash(0, c.at, c.n);
    return true;
}

static uint32_t value_of(const char *text, size_t from, size_t to) {
    uint32_t value = 0;
    for (size_t i = from; i < to; i++)
        value = 10 * value + (uint32_t)(text[i] - '0');
    return value;
}

/* Small Roman numerals up to 399, as front matter has them; 0: none. */
static uint32_t roman_value(const char *text, size_t from, size_t to) {
    static const char *const DIGITS = "ivxlc";
    static const uint32_t VALUES[] = {1, 5, 10, 50, 100};
    uint32_t sum = 0, last = 0;
    if (to - from > 9)
        return 0;
    for (size_t i = to; i > from; i--) {
        const char *digit = text[i - 1] != '\0' ? strchr(DIGITS, text[i - 1]) : NULL;
        uint32_t value = digit != NULL ? VALUES[digit - DIGITS] : 0;
        if (value == 0)
            return 0;
        sum = value < last ? sum - value : sum + value;
        last = value;
    }
    return sum < 400 ? sum : 0;
}

static size_t digits_end(const char *text, size_t at, size_t end) {
    while (at < end && sm_ascii_is_digit(text[at]))
        at++;
    return at;
}

/* The first or last run of digits. */
static bool find_number(const char *text, const sm_plain_line *l, bool last, size_t *from, size_t *to) {
    *from = l->begin;
    *to = l->end;
    while (*from < *to && !sm_ascii_is_digit(text[*from]))
        ++*from;
    while (*to > *from && !sm_ascii_is_digit(text[*to - 1]))
        --*to;
    if (!last)
        *to = digits_end(text, *from, *to);
    else
        for (*from = *to; *from > l->begin && sm_ascii_is_digit(text[*from - 1]);)
            --*from;
    return *from < *to && *to - *from <= DIGITS_MOST;
}

sm_folio sm_folio_within(const char *text, const sm_plain_line *l, bool last) {
    size_t from, to;
    cut c = {.n = 0};
    if (!is_short(l) || !find_number(text, l, last, &from, &to))
        return (sm_folio){.kind = SM_FOLIO_NONE};
    add(&c, text, l->begin, from);
    add(&c, text, to, l->end);
    return (sm_folio){SM_FOLIO_NUMBER, value_of(text, from, to), sm_hash(1, c.at, c.n)};
}

/* ---- Numbers alone ---- */

/* In small letters; numbers are behind. */
static const char *const PAGES[] = {"page",   "pag", "pagina", "p\xC3\xA1gina", "seite", "side", "sida",
                                    "strona", "p",   NULL};
static const char *const OF[] = {"of", "/", "de", "von", "sur", "di", "av", "af", "z", NULL};

static size_t skip_blanks(const char *text, size_t at, size_t end) {
    while (at < end && is_blank(text[at]))
        at++;
    return at;
}

/* Behind one of some words and the stop and space behind it, if a digit is there; else `at`. */
static size_t skip_word(const char *text, size_t at, size_t end, const char *const *words) {
    size_t behind = at + sm_look_any(text, at, end, words);
    behind += behind > at && behind < end && text[behind] == '.';
    behind = skip_blanks(text, behind, end);
    return behind < end && sm_ascii_is_digit(text[behind]) ? behind : at;
}

static bool is_ornament(char c) {
    return sm_ascii_is_one_of(c, "-[]|~*. \t");
}

/* What stands between ornaments, from .. to. */
static sm_folio_kind read_alone(const char *text, size_t from, size_t to, bool bracket, uint32_t *number) {
    size_t at = skip_word(text, from, to, PAGES), end = digits_end(text, at, to);
    bool page = at > from;
    if (end == at || end - at > DIGITS_MOST)
        return (*number = roman_value(text, from, to)) > 0 ? SM_FOLIO_NUMBER : SM_FOLIO_NONE;
    *number = value_of(text, at, end);
    if (end == to)
        return !page ? SM_FOLIO_NUMBER : bracket ? SM_FOLIO_SURE : SM_FOLIO_PAGE;
    size_t total = skip_word(text, skip_blanks(text, end, to), to, OF);
    bool whole = page && total < to && sm_ascii_is_digit(text[total]) && digits_end(text, total, to) == to;
    return whole ? SM_FOLIO_SURE : SM_FOLIO_NONE;
}

/* "[Page 7]", "Page 7 of 9" or "Page 7" at the end of a line, far behind the rest of it. */
static bool has_page_behind(const char *text, const sm_plain_line *l, sm_folio *f) {
    size_t at = l->end;
    if ((l->signs & SM_SIGN_COLUMNS) == 0 || (text[l->end - 1] != ']' && !sm_ascii_is_digit(text[l->end - 1])))
        return false;
    while (at > l->begin && l->end - at < ALONE_MOST && !(at < l->end && is_blank(text[at - 1]) && is_blank(text[at])))
        at--;
    at = skip_blanks(text, at, l->end);
    bool bracket = text[at] == '[' && text[l->end - 1] == ']';
    *f = (sm_folio){.rest = 0};
    f->kind = read_alone(text, at + bracket, l->end - bracket, bracket, &f->number);
    return f->kind >= SM_FOLIO_PAGE && at > l->begin;
}

sm_folio sm_folio_alone(const char *text, const sm_plain_line *l) {
    sm_folio f = {.kind = SM_FOLIO_NONE};
    size_t from = l->begin, to = l->end;
    if (has_page_behind(text, l, &f))
        return f;
    if (to - from > ALONE_MOST)
        return (sm_folio){.kind = SM_FOLIO_NONE};
    while (from < to && is_ornament(text[from]))
        from++;
    while (to > from && is_ornament(text[to - 1]))
        to--;
    char first = text[l->begin], last = text[l->end - 1];
    if (last == '.' || (from > l->begin) != (to < l->end))
        return (sm_folio){.kind = SM_FOLIO_NONE};
    f.kind = read_alone(text, from, to, first == '[' && last == ']', &f.number);
    f.rest = 256 * (uint64_t)(unsigned char)first * (from > l->begin) + (uint64_t)f.kind;
    f.rest = sm_hash(2, &f.rest, sizeof f.rest);
    return f;
}
