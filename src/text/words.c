#include "text/words.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "text/language.h"

#include <string.h>

/* A reader over text[at .. end). */
typedef struct reader {
    const char *text;
    size_t at, end;
} reader;

/* The character at r->at and its class; an OTHER of length 0 at the end. */
typedef struct glyph {
    uint32_t code;
    size_t n;
    sm_char class;
} glyph;

static inline glyph look(const reader *r, size_t at) {
    if (at >= r->end)
        return (glyph){0, 0, SM_CHAR_OTHER};
    unsigned char byte = (unsigned char)r->text[at];
    if (byte < 0x80)
        return (glyph){byte, 1, (sm_char)sm_ascii_chars[byte]};
    glyph g;
    g.n = sm_utf8_decode(r->text + at, r->end - at, &g.code);
    g.class = sm_char_of(g.code); /* a bad byte is U+FFFD, which is no letter */
    return g;
}

/* What joins two parts of a word, and between which kinds of character: each row one case. */
typedef enum side {
    LETTER = 1,
    DIGIT = 2,
    EITHER = 3
} side;

static const struct {
    uint32_t code;
    side left, right;
} JOINERS[] = {
    {'\'', LETTER, LETTER},  {0x2019, LETTER, LETTER},                           /* don't */
    {'-', EITHER, EITHER},   {0x2010, EITHER, EITHER}, {0x2011, EITHER, EITHER}, /* well-known, MD-83 */
    {'&', LETTER, LETTER},                                                       /* AT&T */
    {'_', EITHER, EITHER},                                                       /* snake_case */
    {'.', DIGIT, DIGIT},     {',', DIGIT, DIGIT},      {':', DIGIT, DIGIT},      /* 1,000.50 14:11 */
    {0xB7, LETTER, LETTER},                                                      /* Catalan l·l */
    {0x5F3, LETTER, LETTER}, {0x5F4, LETTER, LETTER},                            /* Hebrew geresh, gershayim */
};

static bool is_side(sm_char c, side wanted) {
    return (sm_char_is_letter(c) && (wanted & LETTER) != 0) || (c == SM_CHAR_DIGIT && (wanted & DIGIT) != 0);
}

static bool joins(sm_char left, const glyph *g, sm_char right, unsigned traits) {
    if ((traits & SM_ELISION) != 0 && sm_char_is_apostrophe(g->code))
        return false;
    for (size_t i = 0; i < sizeof JOINERS / sizeof *JOINERS; i++)
        if (JOINERS[i].code == g->code)
            return is_side(left, JOINERS[i].left) && is_side(right, JOINERS[i].right);
    return false;
}

/* Passes over ASCII letters and digits, most of what there is in most texts; the class of the last, or `left`. */
static sm_char skip_ascii(reader *r, sm_char left, sm_token_kind *kind) {
    for (; r->at < r->end && (unsigned char)r->text[r->at] < 0x80; r->at++) {
        sm_char c = (sm_char)sm_ascii_chars[(unsigned char)r->text[r->at]];
        if (sm_char_is_letter(c))
            *kind = SM_TOKEN_WORD;
        else if (c != SM_CHAR_DIGIT)
            break;
        left = c;
    }
    return left;
}

/* Over the marks and format characters that go with the character before them. */
static size_t skip_extend(const reader *r, size_t at) {
    for (glyph g = look(r, at); g.class == SM_CHAR_EXTEND; g = look(r, at))
        at += g.n;
    return at;
}

/* Letters and digits from r->at on, with what joins them. */
static void read_word(reader *r, unsigned traits, sm_token_kind *kind) {
    for (sm_char left = SM_CHAR_OTHER;;) {
        left = skip_ascii(r, left, kind);
        glyph g = look(r, r->at);
        if (sm_char_is_letter(g.class) || g.class == SM_CHAR_DIGIT) {
            if (g.class != SM_CHAR_DIGIT)
                *kind = SM_TOKEN_WORD;
            left = g.class;
        } else if (g.class != SM_CHAR_EXTEND &&
                   (g.n == 0 || g.class == SM_CHAR_IDEOGRAPH || g.class == SM_CHAR_SPACE ||
                    !joins(left, &g, look(r, skip_extend(r, r->at + g.n)).class, traits))) {
            return;
        }
        r->at += g.n;
    }
}

enum {
    ACRONYM_MAX = 16
}; /* letters; bounds what is read again where no acronym ends */

/* Single letters with points between them and after the last, from r->at on: U.S., e.g. 0 if there is no such. */
static size_t acronym_end(const reader *r) {
    size_t at = r->at, parts = 0;
    if ((unsigned char)r->text[at] < 0x80 && (at + 1 == r->end || r->text[at + 1] != '.'))
        return 0;
    for (; parts <= ACRONYM_MAX; parts++) {
        glyph letter = look(r, at);
        size_t behind = skip_extend(r, at + letter.n);
        glyph point = look(r, behind);
        if (!sm_char_is_letter(letter.class) || point.class != SM_CHAR_STOP)
            break;
        at = skip_extend(r, behind + point.n);
    }
    return parts >= 2 && parts <= ACRONYM_MAX && !sm_char_is_word(look(r, at).class) ? at : 0;
}

static bool starts_with(const reader *r, const char *prefix) {
    size_t n = strlen(prefix);
    return r->end - r->at >= n && memcmp(r->text + r->at, prefix, n) == 0;
}

/* Up to white space, less the punctuation that closes the clause around it. */
static size_t address_end(const reader *r) {
    size_t at = r->at, last = r->at;
    for (glyph g = look(r, at); g.n > 0 && g.class != SM_CHAR_SPACE && g.code != '<' && g.code != '>';
         g = look(r, at)) {
        at += g.n;
        if (sm_char_is_word(g.class) || g.code == '/')
            last = at;
    }
    return last;
}

static bool starts_url(const reader *r) {
    char small = (char)(r->text[r->at] | 32);
    if (small != 'h' && small != 'w')
        return false;
    return starts_with(r, "http://") || starts_with(r, "https://") || starts_with(r, "www.");
}

enum {
    LOCAL_PART_MAX = 64 /* bytes of an e-mail address before its @ */
};

/* The name of an e-mail address goes on behind the word read: anna.berg@, anna+post@. */
static bool local_part_follows(const reader *r) {
    size_t at = r->at, end = r->end - at > LOCAL_PART_MAX ? at + LOCAL_PART_MAX : r->end;
    if (at == end || (r->text[at] != '.' && r->text[at] != '+'))
        return false;
    for (; at < end; at++) {
        char c = r->text[at];
        if (c == '@')
            return sm_char_is_word(look(r, at + 1).class);
        if ((unsigned char)c >= 0x80 || (!sm_char_is_word((sm_char)sm_ascii_chars[(unsigned char)c]) && c != '.' &&
                                         c != '+' && c != '-' && c != '_'))
            return false;
    }
    return false;
}

/* An @ right behind the word read, with a letter behind it: the middle of an e-mail address. */
static bool at_sign_follows(const reader *r) {
    return look(r, r->at).code == '@' && sm_char_is_word(look(r, r->at + 1).class);
}

static bool is_space(const reader *r, size_t at) {
    return at < r->end && (unsigned char)r->text[at] < 0x80 &&
           sm_ascii_chars[(unsigned char)r->text[at]] == SM_CHAR_SPACE;
}

/* Of most words it is plain to see where they end: two ASCII letters or more before a space, or before a mark and a
 * space. 0 if this may be another. */
static size_t plain_end(const reader *r) {
    size_t at = r->at;
    while (at < r->end && sm_ascii_is_letter(r->text[at]))
        at++;
    if (at - r->at < 2 || at == r->end)
        return 0;
    char c = r->text[at];
    bool mark = c == ',' || c == ';' || c == ':' || c == '?' || c == '!' || c == '"' || c == ')' ||
                (c == '.' && r->text[at - 1] != 'w'); /* "www." may begin an address */
    return is_space(r, at) || (mark && is_space(r, at + 1)) ? at : 0;
}

static void read_token(reader *r, unsigned traits, sm_token *token) {
    size_t acronym;
    token->begin = r->at;
    token->kind = SM_TOKEN_NUMBER;
    if (starts_url(r)) {
        token->kind = SM_TOKEN_ADDRESS;
        r->at = address_end(r);
    } else if ((acronym = acronym_end(r)) > 0) {
        token->kind = SM_TOKEN_WORD;
        r->at = acronym;
    } else {
        read_word(r, traits, &token->kind);
        if (at_sign_follows(r) || local_part_follows(r)) {
            token->kind = SM_TOKEN_ADDRESS;
            r->at = address_end(r);
        }
    }
    token->end = token->next = r->at;
}

/* A run of ideographs, where the language tells its words. */
static void read_run(const reader *r, sm_token *token) {
    size_t at = r->at;
    for (glyph g = look(r, at); g.class == SM_CHAR_IDEOGRAPH; g = look(r, at))
        at = skip_extend(r, at + g.n);
    *token = (sm_token){r->at, at, at, SM_TOKEN_WORD};
}

/* A pair of ideographs, the second of which begins the next pair if a third follows. */
static void read_ideographs(const reader *r, size_t n, unsigned traits, sm_token *token) {
    if ((traits & SM_NO_SPACES) != 0) {
        read_run(r, token);
        return;
    }
    size_t first = skip_extend(r, r->at + n);
    glyph second = look(r, first);
    *token = (sm_token){r->at, first, first, SM_TOKEN_WORD};
    if (second.class != SM_CHAR_IDEOGRAPH)
        return;
    token->end = skip_extend(r, first + second.n);
    if (look(r, token->end).class != SM_CHAR_IDEOGRAPH)
        token->next = token->end;
}

/* @name */
static void read_handle(reader *r, unsigned traits, sm_token *token) {
    token->begin = r->at++;
    read_word(r, traits, &token->kind);
    token->kind = SM_TOKEN_ADDRESS;
    token->end = token->next = r->at;
}

bool sm_next_word(const char *text, size_t at, size_t end, unsigned traits, sm_token *token) {
    reader r = {text, at, end};
    r.at += is_space(&r, at);
    size_t plain = plain_end(&r);
    if (plain > 0) {
        *token = (sm_token){r.at, plain, plain, SM_TOKEN_WORD};
        return true;
    }
    for (glyph g = look(&r, r.at); g.n > 0; g = look(&r, r.at)) {
        if (g.class == SM_CHAR_IDEOGRAPH) {
            read_ideographs(&r, g.n, traits, token);
            return true;
        }
        if (sm_char_is_word(g.class)) {
            read_token(&r, traits, token);
            return true;
        }
        if (g.code == '@' && sm_char_is_letter(look(&r, r.at + 1).class)) {
            read_handle(&r, traits, token);
            return true;
        }
        r.at += g.n;
    }
    return false;
}
