#include "base/chars.h"

#include <utf8proc.h>

#define QUOTE(x)                  #x
#define JOIN(major, minor, patch) QUOTE(major) "." QUOTE(minor) "." QUOTE(patch)
const char sm_chars_library[] =
    "utf8proc " JOIN(UTF8PROC_VERSION_MAJOR, UTF8PROC_VERSION_MINOR, UTF8PROC_VERSION_PATCH);

#define O SM_CHAR_OTHER
#define W SM_CHAR_SPACE
#define L SM_CHAR_LOWER
#define U SM_CHAR_UPPER
#define D SM_CHAR_DIGIT
#define S SM_CHAR_STOP
#define E SM_CHAR_END
#define A SM_CHAR_OPENER
#define Z SM_CHAR_CLOSER
#define Q SM_CHAR_QUOTE

/* clang-format off */
const uint8_t sm_ascii_chars[128] = {
    W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
    /*   !  "  #  $  %  &  '  (  )  *  +  ,  -  .  /  0  1  2  3  4  5  6  7  8  9  :  ;  <  =  >  ? */
    W, E, Q, O, O, O, O, Q, A, Z, O, O, O, O, S, O, D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, E,
    O, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, A, O, Z, O, O,
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, A, O, Z, O, W,
};

/* Marks that end a sentence when white space follows, sorted. */
static const uint32_t END_MARKS[] = {
    0x037E, /* Greek question mark */
    0x0700, 0x0701, 0x0702, /* Syriac */ 0x1803, 0x1809, /* Mongolian */ 0x2026, /* ellipsis */
    0x203C, 0x203D, 0x2047, 0x2048, 0x2049, /* doubled */
};

/* Marks that stand for nothing else, so that the next sentence may follow at once, sorted. */
static const uint32_t FULL_STOPS[] = {
    0x0589, /* Armenian */ 0x061F, 0x06D4, /* Arabic */ 0x0964, 0x0965, /* Devanagari */
    0x104A, 0x104B, /* Myanmar */ 0x1362, 0x1367, 0x1368, /* Ethiopic */ 0x17D4, 0x17D5, /* Khmer */
    0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, /* ideographic and fullwidth */
};
/* clang-format on */

static bool is_among(uint32_t code, const uint32_t *sorted, size_t n) {
    for (size_t i = 0; i < n && sorted[i] <= code; i++)
        if (sorted[i] == code)
            return true;
    return false;
}

static bool is_ideograph(uint32_t c) {
    return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3031 && c <= 0x3035) || (c >= 0x3041 && c <= 0x30FF) ||
           (c >= 0x31F0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFF9F) || (c >= 0x20000 && c <= 0x3FFFF);
}

static bool is_end_mark(uint32_t code) {
    return is_among(code, END_MARKS, sizeof END_MARKS / sizeof *END_MARKS);
}

static bool is_full_stop(uint32_t code) {
    return is_among(code, FULL_STOPS, sizeof FULL_STOPS / sizeof *FULL_STOPS);
}

static sm_char by_category(uint32_t code) {
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        return SM_CHAR_UPPER;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return SM_CHAR_LOWER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        return SM_CHAR_EXTEND;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
        return SM_CHAR_DIGIT;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return SM_CHAR_SPACE;
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PI:
        return SM_CHAR_OPENER;
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PF:
        return SM_CHAR_CLOSER;
    default:
        return SM_CHAR_OTHER;
    }
}

sm_char sm_char_of_unicode(uint32_t code) {
    if (is_ideograph(code))
        return SM_CHAR_IDEOGRAPH;
    if (code == 0x200B) /* a space without width is a format character by its category */
        return SM_CHAR_OTHER;
    if (is_end_mark(code))
        return SM_CHAR_END;
    return is_full_stop(code) ? SM_CHAR_FULL_STOP : by_category(code);
}

uint32_t sm_char_to_upper(uint32_t code) {
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code);
}

size_t sm_char_width(uint32_t code) {
    return code >= 0x20 && code < 0x7F ? 1 : (size_t)utf8proc_charwidth((utf8proc_int32_t)code);
}

size_t sm_skip_spaces(const char *text, size_t at, size_t end) {
    size_t n;
    while (at < end && sm_char_at(text, at, end, &n) == SM_CHAR_SPACE)
        at += n;
    return at;
}

size_t sm_skip_spaces_back(const char *text, size_t begin, size_t at) {
    while (at > begin) {
        size_t n, before = sm_utf8_before(text, begin, at);
        if (sm_char_at(text, before, at, &n) != SM_CHAR_SPACE)
            break;
        at = before;
    }
    return at;
}

uint32_t sm_char_last(const char *text, size_t begin, size_t end) {
    while (end > begin) {
        uint32_t code;
        size_t before = sm_utf8_before(text, begin, end);
        sm_utf8_decode(text + before, end - before, &code);
        if (sm_char_of(code) != SM_CHAR_SPACE && !sm_char_closes(sm_char_of(code)))
            return code;
        end = before;
    }
    return 0;
}
