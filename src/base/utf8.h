/* UTF-8, tolerant: every byte that is no part of a well-formed character (Unicode 15, table 3-7) reads as U+FFFD. */
#ifndef SM_BASE_UTF8_H
#define SM_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SM_UTF8_BAD = 0xFFFD
};

/* Where the first byte begins three or four, or nothing. */
size_t sm_utf8_decode_long(const char *p, size_t n, uint32_t *code);

/* Length of the character at p (n >= 1 bytes are there) and, in *code, its code point. A bad byte: 1 and SM_UTF8_BAD.
 * U+FFFD that is really there has length 3. */
static inline size_t sm_utf8_decode(const char *p, size_t n, uint32_t *code) {
    unsigned char first = (unsigned char)*p;
    if (first < 0x80) {
        *code = first;
        return 1;
    }
    if (first >= 0xC2 && first < 0xE0 && n > 1 && ((unsigned char)p[1] & 0xC0) == 0x80) {
        *code = (first & 0x1Fu) << 6 | ((unsigned char)p[1] & 0x3Fu);
        return 2;
    }
    return sm_utf8_decode_long(p, n, code);
}

/* Begin of the character that ends just before `at`, not before `begin`; at > begin. */
size_t sm_utf8_before(const char *text, size_t begin, size_t at);

/* Writes 1 to 4 bytes; code is a Unicode scalar value. */
size_t sm_utf8_encode(uint32_t code, char out[4]);

/* How many bytes of ASCII p begins with. */
size_t sm_utf8_ascii(const char *p, size_t n);

/* How many bytes of ASCII but LF and CR p begins with. */
size_t sm_utf8_ascii_in_line(const char *p, size_t n);

/* Number of characters, bad bytes counted singly. */
size_t sm_utf8_count(const char *p, size_t n);

#endif
