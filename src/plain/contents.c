/* Tables of contents are dropped: they point into the text, whose headings say the same, and as sentences or paragraphs
 * of their own they would be noise in every list of these. Entries end in the number of a page, no smaller than that of
 * the entry before: three behind rows of dots, or under a heading that says so three with wide spaces before the number
 * or three chapters without any. */
#include "base/ascii.h"
#include "plain/chapter.h"
#include "plain/look.h"

#include <string.h>

sm_recognise_fn sm_recognise_contents;

enum {
    ENTRIES_LEAST = 3,
    APART_MOST = 2, /* lines between entries: long titles go on over more than one */
    ABOVE_MOST = 3, /* lines between the heading and the first entry */
    DROPPED_MOST = 8,
    LEADER_DOTS = 3,
    LEADER_SPACES = 3,
    DIGITS_MOST = 5,
    HEADING_MOST = 24 /* characters */
};

typedef enum entry_kind {
    NO_ENTRY,
    SPACED, /* needs the heading */
    DOTTED
} entry_kind;

/* Entries that follow one another. */
typedef struct run {
    size_t first, last; /* lines */
    size_t n, dotted;
    uint32_t number;
} run;

static const char *const HEADINGS[] = {
    "contents",
    "table of contents",
    "inhalt",
    "inhaltsverzeichnis",
    "table des mati\xC3\xA8res",
    "sommaire",
    "\xC3\xADndice",
    "indice",
    "sum\xC3\xA1rio",
    "contenido",
    "sommario",
    "inneh\xC3\xA5ll",
    "innehold",
    "inhoud",
    "inhoudsopgave",
    "i\xC3\xA7indekiler",
    "\xD0\xA1\xD0\xBE\xD0\xB4\xD0\xB5\xD1\x80\xD0\xB6\xD0\xB0\xD0\xBD\xD0\xB8\xD0\xB5",
    "\xD0\x9E\xD0\xB3\xD0\xBB\xD0\xB0\xD0\xB2\xD0\xBB\xD0\xB5\xD0\xBD\xD0\xB8\xD0\xB5",
    NULL};

static bool is_heading(const char *text, const sm_plain_line *l) {
    if (l->width > HEADING_MOST || l->dropped)
        return false;
    size_t end = l->end;
    while (end > l->begin && sm_ascii_is_one_of(text[end - 1], ".: "))
        end--;
    for (size_t i = 0; HEADINGS[i] != NULL; i++)
        if (sm_look_at(text, l->begin, end, HEADINGS[i]) == end - l->begin && end > l->begin)
            return true;
    return false;
}

/* Dots and spaces before `at`, where the number begins. */
static entry_kind leader_before(const char *text, const sm_plain_line *l, size_t at) {
    size_t dots = 0, spaces = 0, from = at;
    for (; from > l->begin; from--) {
        if (text[from - 1] == '.')
            dots++;
        else if (text[from - 1] == ' ')
            spaces++;
        else if (text[from - 1] == '\t')
            spaces += LEADER_SPACES;
        else if (from - l->begin >= 3 && memcmp(text + from - 3, "\xE2\x80\xA6", 3) == 0) {
            dots += LEADER_DOTS;
            from -= 2;
        } else
            break;
    }
    if (from == l->begin)
        return NO_ENTRY;
    return dots >= LEADER_DOTS ? DOTTED : dots == 0 && spaces >= LEADER_SPACES ? SPACED : NO_ENTRY;
}

static entry_kind read_entry(const char *text, const sm_plain_line *l, uint32_t *number) {
    size_t at = l->end;
    if ((l->signs & SM_SIGN_NUMBER) == 0 || !sm_look_free(l))
        return NO_ENTRY;
    *number = 0;
    while (at > l->begin && sm_ascii_is_digit(text[at - 1]))
        at--;
    for (size_t i = at; i < l->end; i++)
        *number = 10 * *number + (uint32_t)(text[i] - '0');
    return at == l->end || l->end - at > DIGITS_MOST ? NO_ENTRY : leader_before(text, l, at);
}

/* Front matter: "Preface ....... ix" */
static bool is_roman_entry(const char *text, const sm_plain_line *l) {
    size_t at = l->end;
    while (at > l->begin && sm_ascii_is_one_of(text[at - 1], "ivxlc"))
        at--;
    return at < l->end && sm_look_free(l) && leader_before(text, l, at) == DOTTED;
}

/* The line before, over a few that were dropped. */
static size_t before(const sm_plain *plain, size_t i) {
    for (int n = 0; n < DROPPED_MOST && i > 0 && plain->lines.at[i - 1].dropped; n++)
        i--;
    return i > 0 ? i - 1 : 0;
}

/* The line of the heading above line i, or i. */
static size_t find_heading(const sm_plain *plain, size_t i) {
    size_t at = i;
    for (int k = 0; k < ABOVE_MOST && at > 0; k++) {
        at = before(plain, at);
        if (is_heading(plain->text, &plain->lines.at[at]))
            return at;
    }
    return i;
}

static void drop_run(sm_plain *plain, const run *r) {
    size_t first = r->first, heading;
    if (r->n < ENTRIES_LEAST)
        return;
    while (first > 0 && is_roman_entry(plain->text, &plain->lines.at[before(plain, first)]))
        first = before(plain, first);
    heading = find_heading(plain, first);
    if (heading == first && r->dotted < ENTRIES_LEAST)
        return;
    for (size_t i = heading; i <= r->last; i++)
        plain->lines.at[i].dropped = true;
    if (r->last + 1 < plain->lines.n)
        plain->lines.at[r->last + 1].begins = true;
}

static size_t lines_between(const sm_plain *plain, size_t from, size_t to) {
    size_t n = 0;
    for (size_t i = from + 1; i < to && n <= APART_MOST; i++)
        n += !plain->lines.at[i].dropped;
    return n;
}

static void drop_numbered(sm_plain *plain) {
    run r = {.n = 0};
    for (size_t i = 0; i < plain->lines.n; i++) {
        uint32_t number;
        entry_kind kind = read_entry(plain->text, &plain->lines.at[i], &number);
        if (kind == NO_ENTRY)
            continue;
        if (r.n > 0 && (number < r.number || lines_between(plain, r.last, i) > APART_MOST)) {
            drop_run(plain, &r);
            r.n = 0;
        }
        r = (run){r.n > 0 ? r.first : i, i, r.n + 1, (r.n > 0 ? r.dotted : 0) + (kind == DOTTED), number};
    }
    drop_run(plain, &r);
}

/* Chapters one behind the other under a heading, as books without page numbers have them. */
static void drop_chapters(sm_plain *plain, size_t heading) {
    size_t n = 0, end = heading + 1;
    for (; end < plain->lines.n && sm_look_free(&plain->lines.at[end]); end++, n++)
        if (!sm_chapter_is(plain->text, &plain->lines.at[end]))
            break;
    /* The last one may be the first of the text itself. */
    if (n > ENTRIES_LEAST && plain->lines.at[end - 1].gap > plain->lines.at[end - 2].gap)
        end--;
    for (size_t i = heading; n >= ENTRIES_LEAST && i < end; i++)
        plain->lines.at[i].dropped = true;
}

bool sm_recognise_contents(sm_plain *plain, sm_arena *scratch) {
    (void)scratch;
    if ((plain->signs & SM_SIGN_NUMBER) != 0)
        drop_numbered(plain);
    for (size_t i = 0; i < plain->lines.n; i++)
        if (plain->lines.at[i].width <= HEADING_MOST && sm_look_alone(plain, i) &&
            is_heading(plain->text, &plain->lines.at[i]))
            drop_chapters(plain, i);
    return true;
}
