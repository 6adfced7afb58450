/* Who wrote it and when, at the head of a text: "By Jane Doe", "Last updated 3 May 2021, 10:02". In dumps of news,
 * where each line became a piece that ends in a lone stop ("By . Jane Doe . PUBLISHED: . 14:11 EST, 25 October 2013 .
 * "), the pieces go and the text begins behind them. */
#include "base/ascii.h"
#include "base/chars.h"
#include "plain/look.h"
#include "plain/signs.h"
#include "plain/wrap.h"

#include <string.h>

sm_recognise_fn sm_recognise_bylines;

enum {
    HEAD_LINES = 12,
    BYLINE_WIDTH = 100,
    NAME_WORDS = 8,
    DATE_WORDS = 14,
    PIECE_BYTES = 80,
    PIECES = 20,
    NO_NAME = 1000
};

static bool has_digit(const char *text, size_t at, size_t end) {
    while (at < end && !sm_ascii_is_digit(text[at]))
        at++;
    return at < end;
}

static size_t count_words(const char *text, size_t at, size_t end) {
    size_t n = 0;
    for (; at < end; at++)
        n += text[at] != ' ' && (at + 1 == end || text[at + 1] == ' ');
    return n;
}

static bool is(const char *word, const char *text, size_t at, size_t end) {
    return end - at == strlen(word) && memcmp(text + at, word, end - at) == 0;
}

/* A word of names, or one that stands between them. */
static bool is_of_name(const char *text, size_t at, size_t end, bool *named) {
    static const char *const BETWEEN[] = {"and", "for", "in", "at", "of",  "und", "et",  "y",   "e", "en", "de", "da",
                                          "di",  "del", "la", "le", "der", "du",  "van", "von", "&", "|",  "-",  ","};
    size_t n;
    sm_char c = sm_char_at(text, at, end, &n);
    *named = c == SM_CHAR_UPPER;
    bool of_name = *named;
    for (size_t i = 0; !of_name && i < sizeof BETWEEN / sizeof *BETWEEN; i++)
        of_name = is(BETWEEN[i], text, at, end);
    return of_name;
}

/* How many words of text[at .. end) are parts of names; NO_NAME if others are there. */
static size_t name_words(const char *text, size_t at, size_t end) {
    size_t n = 0;
    while (at < end) {
        bool named = false;
        const char *space = memchr(text + at, ' ', end - at);
        size_t to = space != NULL ? (size_t)(space - text) : end;
        if (to > at && !is_of_name(text, at, to, &named))
            return NO_NAME;
        n += named;
        at = to + (to < end);
    }
    return n;
}

static bool is_byline(const char *text, const sm_plain_line *l) {
    size_t at;
    if (sm_wrap_ends_sentence(text, l) || sm_ascii_is_one_of(text[l->end - 1], ":;\""))
        return false;
    if (sm_sign_is(SM_SIGN_DATED, text, l->begin, l->end, NULL))
        return has_digit(text, l->begin, l->end) && count_words(text, l->begin, l->end) <= DATE_WORDS;
    if (!sm_sign_is(SM_SIGN_AUTHOR, text, l->begin, l->end, &at))
        return false;
    size_t n = name_words(text, at, l->end);
    return n >= 2 && n <= NAME_WORDS;
}

static void drop_lines(sm_plain *plain) {
    size_t wrap = SIZE_MAX;
    for (size_t i = 0; i < plain->lines.n && i < HEAD_LINES; i++) {
        sm_plain_line *l = &plain->lines.at[i];
        bool alone = l->width <= BYLINE_WIDTH && sm_look_free(l) && plain->lines.n > 1;
        if (!alone || !is_byline(plain->text, l))
            continue;
        wrap = wrap == SIZE_MAX ? sm_wrap_width(plain) : wrap;
        l->dropped = sm_wrap_block(plain, i, 1, wrap) == 1;
    }
}

/* Where the " . " stands that ends the piece from `at` on, or `end`. */
static size_t piece_end(const char *text, size_t at, size_t end) {
    size_t most = end - at > PIECE_BYTES ? at + PIECE_BYTES : end;
    for (; at + 2 < most; at++)
        if (text[at] == ' ' && text[at + 1] == '.' && text[at + 2] == ' ')
            return at;
    return end;
}

typedef enum piece {
    TEXT,
    BY,
    NAME,
    STAMP,
    DATE,
    BAR
} piece;

/* What a piece is behind one that was `last`. */
static piece piece_of(const char *text, size_t at, size_t end, piece last) {
    if (is("By", text, at, end))
        return BY;
    if (is("|", text, at, end))
        return BAR;
    if (sm_sign_is(SM_SIGN_STAMP, text, at, end, NULL))
        return STAMP;
    bool name = last == BY || (last == NAME && end - at > 4 && memcmp(text + at, "and ", 4) == 0);
    if (name && name_words(text, at, end) <= NAME_WORDS)
        return NAME;
    bool date = last == STAMP || sm_sign_is(SM_SIGN_DATED, text, at, end, NULL);
    return date && has_digit(text, at, end) && count_words(text, at, end) <= DATE_WORDS ? DATE : TEXT;
}

/* Up to the last piece that is complete: "By" needs a name behind it. */
static void drop_pieces(const char *text, sm_plain_line *l) {
    size_t at = l->begin, good = at;
    piece last = TEXT;
    for (int i = 0; at < l->end && i < PIECES; i++) {
        size_t end = piece_end(text, at, l->end);
        last = end < l->end ? piece_of(text, at, end, last) : TEXT;
        if (last == TEXT)
            break;
        at = sm_skip_spaces(text, end + 3, l->end);
        good = last != BY && last != STAMP ? at : good;
    }
    if (good < l->end)
        l->begin = (uint32_t)good;
}

bool sm_recognise_bylines(sm_plain *plain, sm_arena *scratch) {
    (void)scratch;
    if (plain->lines.n == 0)
        return true;
    if (!plain->lines.at[0].dropped)
        drop_pieces(plain->text, &plain->lines.at[0]);
    drop_lines(plain);
    return true;
}
