/* ASCII characters, in every locale the same; all other bytes are none of these. */
#ifndef SM_BASE_ASCII_H
#define SM_BASE_ASCII_H

#include <stdbool.h>
#include <string.h>

static inline char sm_ascii_small(char c) {
    if (c >= 'A' && c <= 'Z')
        return (char)(c + 'a' - 'A');
    return c;
}

static inline bool sm_ascii_is_letter(char c) {
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

static inline bool sm_ascii_is_digit(char c) {
    return c >= '0' && c <= '9';
}

static inline bool sm_ascii_is_alphanumeric(char c) {
    return sm_ascii_is_letter(c) || sm_ascii_is_digit(c);
}

/* Is it one of the characters of a string? NUL is none of them. */
static inline bool sm_ascii_is_one_of(char c, const char *set) {
    return c != '\0' && strchr(set, c) != NULL;
}

/* White space of HTML. */
static inline bool sm_ascii_is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

#endif
