#include "base/utf8.h"

#include "base/bytes.h"

#include <string.h>

static bool continues(unsigned char c) {
    return (c & 0xC0) == 0x80;
}

/* Overlong forms, surrogates and what is above U+10FFFF are no characters. */
size_t sm_utf8_decode_long(const char *text, size_t n, uint32_t *code) {
    const unsigned char *p = (const unsigned char *)text;
    uint32_t c = SM_UTF8_BAD;
    size_t length = 1;
    if (p[0] >= 0xE0 && p[0] < 0xF0 && n >= 3 && continues(p[1]) && continues(p[2])) {
        c = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        length = c >= 0x800 && (c < 0xD800 || c > 0xDFFF) ? 3 : 1;
    } else if (p[0] >= 0xF0 && p[0] < 0xF5 && n >= 4 && continues(p[1]) && continues(p[2]) && continues(p[3])) {
        c = (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
        length = c >= 0x10000 && c <= 0x10FFFF ? 4 : 1;
    }
    *code = length > 1 ? c : SM_UTF8_BAD;
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
