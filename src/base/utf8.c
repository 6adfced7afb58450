#include "base/utf8.h"

#include "base/bytes.h"

#include <string.h>

static bool continues(unsigned char c) {
    return (c & 0xC0) == 0x80;
}

/* The second byte's range excludes overlong forms, surrogates and code points above U+10FFFF. */
static bool second_fits(unsigned char first, unsigned char second) {
    switch (first) {
    case 0xE0:
        return second >= 0xA0 && second <= 0xBF;
    case 0xED:
        return second >= 0x80 && second <= 0x9F;
    case 0xF0:
        return second >= 0x90 && second <= 0xBF;
    case 0xF4:
        return second >= 0x80 && second <= 0x8F;
    default:
        return continues(second);
    }
}

static size_t length_by_first(unsigned char first) {
    if (first < 0x80)
        return 1;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

size_t sm_utf8_decode_slow(const char *text, size_t n, uint32_t *code) {
    const unsigned char *p = (const unsigned char *)text;
    size_t length = length_by_first(p[0]);
    *code = SM_UTF8_BAD;
    if (length == 0 || length > n || (length > 1 && !second_fits(p[0], p[1])))
        return 1;
    uint32_t c = length == 1 ? p[0] : p[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if (!continues(p[i]))
            return 1;
        c = c << 6 | (p[i] & 0x3F);
    }
    *code = c;
    return length;
}

size_t sm_utf8_before(const char *text, size_t begin, size_t at) {
    for (size_t back = 1; back <= 4 && back <= at - begin; back++) {
        uint32_t code;
        if (!continues((unsigned char)text[at - back]))
            return sm_utf8_decode(text + at - back, back, &code) == back ? at - back : at - 1;
    }
    return at - 1;
}

size_t sm_utf8_encode(uint32_t c, char out[4]) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(unsigned char)((0xF00u >> length & 0xFF) | c);
    return length;
}

size_t sm_utf8_ascii(const char *p, size_t n) {
    size_t i = 0;
    for (uint64_t word; i + sizeof word <= n; i += sizeof word) {
        memcpy(&word, p + i, sizeof word);
        if (sm_bytes_have_high(word))
            break;
    }
    while (i < n && (unsigned char)p[i] < 0x80)
        i++;
    return i;
}

size_t sm_utf8_ascii_in_line(const char *p, size_t n) {
    size_t i = 0;
    for (uint64_t word; i + sizeof word <= n; i += sizeof word) {
        memcpy(&word, p + i, sizeof word);
        if (sm_bytes_have_high(word) || sm_bytes_have(word, '\n') || sm_bytes_have(word, '\r'))
            break;
    }
    while (i < n && (unsigned char)p[i] < 0x80 && p[i] != '\n' && p[i] != '\r')
        i++;
    return i;
}

size_t sm_utf8_count(const char *p, size_t n) {
    size_t count = 0;
    for (size_t i = 0; i < n; count++) {
        uint32_t code;
        i += sm_utf8_decode(p + i, n - i, &code);
    }
    return count;
}
