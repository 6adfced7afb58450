/* UTF-16 and UTF-32: code units of two and four bytes, the low or the high byte first. */
#ifndef SM_INPUT_WIDE_H
#define SM_INPUT_WIDE_H

#include "input/mapped.h"

typedef enum sm_wide {
    SM_WIDE_NONE,
    SM_WIDE_16LE,
    SM_WIDE_16BE,
    SM_WIDE_32LE,
    SM_WIDE_32BE
} sm_wide;

/* "UTF-16LE" and so on. Static. */
const char *sm_wide_name(sm_wide form);

/* What bytes without a byte order mark are, by their first 64 KiB: UTF-32 if nearly all units are characters; UTF-16 if
 * nearly all are, one in 50 at least is ASCII, white space or an ideographic comma or full stop, and few are two bytes
 * of ASCII. So a text of 8-bit characters with some NULs is neither, nor is anything of fewer than four units. O(1). */
sm_wide sm_wide_guess(const char *bytes, size_t n);

/* Writes the characters of n bytes; unpaired surrogates, units beyond U+10FFFF and an incomplete unit at the end are
 * bad. False: as sm_mapped_put. O(n). */
bool sm_wide_decode(sm_wide form, const char *bytes, size_t n, sm_mapped *out);

#endif
