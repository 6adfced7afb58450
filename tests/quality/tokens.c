#include "tokens.h"

#include "base/utf8.h"

#include <utf8proc.h>

enum {
    CAPITAL_I_WITH_DOT = 0x130, /* the lower case of which is two characters */
    DOT_ABOVE = 0x307
};

size_t tokens_lower(const char *text, size_t n, char *out) {
    size_t n_out = 0;
    for (size_t at = 0; at < n;) {
        uint32_t code;
        at += sm_utf8_decode(text + at, n - at, &code);
        bool dotted = code == CAPITAL_I_WITH_DOT;
        n_out += sm_utf8_encode(dotted ? 'i' : (uint32_t)utf8proc_tolower((utf8proc_int32_t)code), out + n_out);
        n_out += dotted ? sm_utf8_encode(DOT_ABOVE, out + n_out) : 0;
    }
    return n_out;
}

static bool is_letter_or_digit(uint32_t code, token_kind kind) {
    if (code < 0x80)
        return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
    if (kind == TOKENS_ASCII)
        return false;
    utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)code);
    return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) ||
           (c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO);
}

static bool is_mark(uint32_t code) {
    return (code >= 0x300 && code <= 0x36F) || (code >= 0x64B && code <= 0x652);
}

bool tokens_next(const char *text, size_t n, token_kind kind, size_t *begin, size_t *end) {
    bool within = false;
    for (size_t at = *end, n_char; at < n; at += n_char) {
        uint32_t code;
        n_char = sm_utf8_decode(text + at, n - at, &code);
        if (is_letter_or_digit(code, kind) || (within && kind == TOKENS_MARKED && is_mark(code))) {
            *begin = within ? *begin : at;
            *end = at + n_char;
            within = true;
        } else if (within)
            return true;
    }
    return within;
}
