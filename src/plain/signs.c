#include "plain/signs.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <string.h>

typedef struct sign_row {
    const char *wording;
    sm_sign_kind kind;
} sign_row;

static const sign_row ROWS[] = {
#define KIND(NAME)
#define X(NAME, wording) {wording, SM_SIGN_##NAME},
#include "plain/signs.def"
#undef KIND
#undef X
    {NULL, SM_SIGN_NONE},
};

_Static_assert(sizeof ROWS / sizeof *ROWS <= sizeof((sm_signs *)NULL)->next / sizeof(uint16_t), "room for all rows");

const char *sm_sign_at(size_t i, sm_sign_kind *kind) {
    *kind = ROWS[i].kind;
    return ROWS[i].wording;
}

/* The capitals and small letters of Latin-1 differ in this bit of their second byte too. */
static unsigned char fold(char c) {
    unsigned char byte = (unsigned char)sm_ascii_small(c);
    return byte < 0x80 ? byte : (unsigned char)(byte | 0x20);
}

static bool is_same(char sign, char c) {
    return sign == '#' ? sm_ascii_is_digit(c) : fold(sign) == fold(c);
}

/* All bytes folded at once; which others become the same is no matter here. */
static size_t bucket_of(const char *head) {
    uint32_t h;
    memcpy(&h, head, sizeof h);
    return ((h | 0x20202020U) * 2654435769U) >> (32 - SM_SIGNS_BITS);
}

void sm_signs_index(sm_signs *signs, sm_sign_kind from, sm_sign_kind to) {
    memset(signs->first, 0, sizeof signs->first);
    for (size_t i = 0; ROWS[i].wording != NULL; i++) {
        if (ROWS[i].kind < from || ROWS[i].kind > to)
            continue;
        uint16_t *first = &signs->first[bucket_of(ROWS[i].wording)];
        signs->next[i] = *first;
        *first = (uint16_t)(i + 1);
    }
}

sm_sign_kind sm_signs_find(const sm_signs *signs, const char *text, const sm_plain_line *l) {
    if (l->end - l->begin < SM_SIGNS_HEAD)
        return SM_SIGN_NONE;
    for (size_t at = signs->first[bucket_of(text + l->begin)]; at != 0; at = signs->next[at - 1])
        if (sm_sign_fits(ROWS[at - 1].wording, text, l->begin, l->end))
            return ROWS[at - 1].kind;
    return SM_SIGN_NONE;
}

/* A word of a wording does not end within one of the text. */
static bool parts_words(const char *wording, const char *text, size_t at, size_t end) {
    bool letters = sm_ascii_is_letter(wording[-1]) || (unsigned char)wording[-1] >= 0x80;
    return !letters || at == end || !(sm_ascii_is_alphanumeric(text[at]) || (unsigned char)text[at] >= 0x80);
}

/* Without the "(12)" at its end. */
static size_t trim_number(const char *text, size_t begin, size_t end) {
    size_t at = end - 1;
    if (text[at] != ')' && text[at] != ']')
        return end;
    while (at > begin && (text[at - 1] == ',' || text[at - 1] == '.' || sm_ascii_is_digit(text[at - 1])))
        at--;
    return at > begin && at < end - 1 && (text[at - 1] == '(' || text[at - 1] == '[') ? at - 1 : end;
}

/* The last character of a label: a mark, an arrow, a space. */
static bool is_trimming(const char *text, size_t at, size_t end) {
    static const uint32_t SIGNS[] = {0xA0,   0xBB,   0x2013, 0x2014, 0x2022, 0x2026,
                                     0x203A, 0x2192, 0x25B6, 0x25BA, 0x25BC};
    uint32_t code;
    sm_utf8_decode(text + at, end - at, &code);
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (SIGNS[i] == code)
            return true;
    return code < 0x80 && code != 0 && strchr(" \t.:;,!?>*-|+~", (int)code) != NULL;
}

static size_t trim(const char *text, size_t begin, size_t end) {
    while (end > begin) {
        size_t before = sm_utf8_before(text, begin, end), number = trim_number(text, begin, end);
        if (number == end && !is_trimming(text, before, end))
            break;
        end = number < end ? number : before;
    }
    return end;
}

/* The rest of a wording, from its first '*' or its end on. The text is as long as a line of litter, so going back to
 * the last '*' costs little. */
static bool matches(const char *wording, const char *text, size_t at, size_t end) {
    const char *star = NULL;
    size_t from = at;
    while (at < end || *wording == '*') {
        if (*wording == '*') {
            star = ++wording;
            from = at;
            if (*star == '\0')
                return true;
        } else if (*wording != '\0' && is_same(*wording, text[at])) {
            wording++;
            at++;
        } else if (star != NULL) {
            wording = star;
            at = ++from;
        } else {
            return false;
        }
    }
    return *wording == '\0';
}

bool sm_sign_fits(const char *wording, const char *text, size_t begin, size_t end) {
    size_t head = 0;
    for (; wording[head] != '*' && wording[head] != '\0'; head++)
        if (begin + head >= end || !is_same(wording[head], text[begin + head]))
            return false;
    if (wording[head] == '*' && head > 0 && !parts_words(wording + head, text, begin + head, end))
        return false;
    bool open = wording[strlen(wording) - 1] == '*';
    return matches(wording + head, text, begin + head, open ? end : trim(text, begin + head, end));
}

bool sm_sign_is(sm_sign_kind kind, const char *text, size_t begin, size_t end, size_t *rest) {
    for (const sign_row *row = ROWS; row->wording != NULL; row++) {
        if (row->kind != kind || !sm_sign_fits(row->wording, text, begin, end))
            continue;
        if (rest != NULL)
            *rest = begin + strcspn(row->wording, "*");
        return true;
    }
    return false;
}
