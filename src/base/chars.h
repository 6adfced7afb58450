/* What kind of character a code point is. One table for ASCII; the others are made at build time (base/embed/chars.c). */
#ifndef SM_BASE_CHARS_H
#define SM_BASE_CHARS_H

#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum sm_char {
    SM_CHAR_OTHER, /* punctuation, symbols, controls, whatever is not below */
    SM_CHAR_SPACE, /* white space, line breaks and all control characters */
    SM_CHAR_LOWER, /* letters without case too */
    SM_CHAR_UPPER, /* upper and title case */
    SM_CHAR_DIGIT,
    SM_CHAR_EXTEND,    /* combining marks, joiners and format characters: go with what stands before them */
    SM_CHAR_IDEOGRAPH, /* Han, Hiragana, Katakana: words there are not parted by spaces */
    SM_CHAR_STOP,      /* . */
    SM_CHAR_END,       /* ! ? and the like, which end a sentence before a space */
    SM_CHAR_FULL_STOP, /* marks that end one before anything: ideographic, Devanagari, Arabic and others */
    SM_CHAR_OPENER,    /* opening quotation marks and brackets */
    SM_CHAR_CLOSER,    /* closing ones */
    SM_CHAR_QUOTE      /* straight quotation marks, which open and close */
} sm_char;

extern const char sm_chars_library[]; /* "utf8proc 2.8.0" */

enum {
    SM_CHAR_BLOCK = 256, /* code points that follow one another, of which many stretches are alike */
    SM_CHAR_BLOCKS = 0x110000 / SM_CHAR_BLOCK
};

extern const uint8_t sm_ascii_chars[128];
extern const uint8_t sm_char_rows[SM_CHAR_BLOCKS], sm_char_classes[][SM_CHAR_BLOCK];

static inline sm_char sm_char_of(uint32_t code) {
    if (code < 0x80)
        return (sm_char)sm_ascii_chars[code];
    return code < SM_CHAR_BLOCKS * SM_CHAR_BLOCK
               ? (sm_char)sm_char_classes[sm_char_rows[code / SM_CHAR_BLOCK]][code % SM_CHAR_BLOCK]
               : SM_CHAR_OTHER;
}

static inline bool sm_char_is_hiragana(uint32_t code) {
    return code >= 0x3041 && code <= 0x309F;
}

static inline bool sm_char_is_letter(sm_char c) {
    return c == SM_CHAR_LOWER || c == SM_CHAR_UPPER;
}

static inline bool sm_char_is_word(sm_char c) {
    return c == SM_CHAR_LOWER || c == SM_CHAR_UPPER || c == SM_CHAR_DIGIT || c == SM_CHAR_IDEOGRAPH;
}

static inline bool sm_char_ends_sentence(sm_char c) {
    return c == SM_CHAR_STOP || c == SM_CHAR_END || c == SM_CHAR_FULL_STOP;
}

static inline bool sm_char_closes(sm_char c) {
    return c == SM_CHAR_CLOSER || c == SM_CHAR_QUOTE;
}

static inline bool sm_char_opens(sm_char c) {
    return c == SM_CHAR_OPENER || c == SM_CHAR_QUOTE;
}

/* The upper case of a letter, or the code itself. */
uint32_t sm_char_to_upper(uint32_t code);

/* The columns it takes on a terminal: 0 for marks that go with others, 2 for East Asian ones (UAX 11), else 1. */
size_t sm_char_width(uint32_t code);

/* The class of the character at text[at .. end), at < end, and its length; a bad byte is SM_CHAR_OTHER. */
static inline sm_char sm_char_at(const char *text, size_t at, size_t end, size_t *n) {
    uint32_t code;
    *n = sm_utf8_decode(text + at, end - at, &code);
    return sm_char_of(code);
}

/* The first character at or behind `at` that is no white space, or `end`. */
size_t sm_skip_spaces(const char *text, size_t at, size_t end);

/* The end of what stands before `at` and the white space there, not before `begin`. */
size_t sm_skip_spaces_back(const char *text, size_t begin, size_t at);

/* The last character of text[begin .. end) but for white space and closing marks, U+0000 if there is none. */
uint32_t sm_char_last(const char *text, size_t begin, size_t end);

/* Straight ' and the curly right one, the typesetter's apostrophe. */
static inline bool sm_char_is_apostrophe(uint32_t code) {
    return code == '\'' || code == 0x2019;
}

#endif
