#include "input/wide.h"

enum {
    SAMPLE = 65536,
    LEAST_UNITS = 4,
    SHARE = 50 /* one in so many units may be odd; one in so many has to be plain */
};

static const char NAMES[][9] = {"", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"};

const char *sm_wide_name(sm_wide form) {
    return NAMES[form];
}

static size_t size_of(sm_wide form) {
    return form == SM_WIDE_16LE || form == SM_WIDE_16BE ? 2 : 4;
}

static uint32_t unit_at(sm_wide form, const char *bytes) {
    const unsigned char *p = (const unsigned char *)bytes;
    switch (form) {
    case SM_WIDE_16LE:
        return (uint32_t)(p[0] | p[1] << 8);
    case SM_WIDE_16BE:
        return (uint32_t)(p[0] << 8 | p[1]);
    case SM_WIDE_32LE:
        return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
    default:
        return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | (uint32_t)p[3];
    }
}

static bool is_surrogate(uint32_t unit) {
    return unit >= 0xD800 && unit <= 0xDFFF;
}

/* The character of one unit or a pair of surrogates, and how many bytes it has; a surrogate if that is unpaired. */
static uint32_t char_at(sm_wide form, const char *bytes, size_t n, uint32_t *length) {
    uint32_t unit = unit_at(form, bytes);
    *length = (uint32_t)size_of(form);
    if (*length == 2 && unit >= 0xD800 && unit <= 0xDBFF && n >= 4) {
        uint32_t low = unit_at(form, bytes + 2);
        if (low >= 0xDC00 && low <= 0xDFFF) {
            *length = 4;
            return 0x10000 + ((unit & 0x3FF) << 10 | (low & 0x3FF));
        }
    }
    return unit;
}

bool sm_wide_decode(sm_wide form, const char *bytes, size_t n, sm_mapped *out) {
    size_t at = 0, size = size_of(form);
    while (n - at >= size) {
        uint32_t length, code = char_at(form, bytes + at, n - at, &length);
        bool bad = is_surrogate(code) || code > 0x10FFFF;
        if (bad ? !sm_mapped_put_bad(out, length) : !sm_mapped_put(out, code, length))
            return false;
        at += length;
    }
    return at == n || sm_mapped_put_bad(out, (uint32_t)(n - at));
}

/* ---- Guessing ---- */

typedef struct tally {
    size_t units;
    size_t odd;   /* no characters of texts */
    size_t plain; /* what every text has */
    size_t pairs; /* units of two printable ASCII bytes */
    size_t high;  /* units with a byte that is not ASCII */
} tally;

static bool is_space(uint32_t c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
}

static bool is_ascii(uint32_t c) {
    return (c > ' ' && c < 0x7F) || is_space(c);
}

/* Controls, private use, noncharacters, what is beyond Unicode; a byte order mark that is read the wrong way too. */
static bool is_odd(uint32_t c) {
    return (c < ' ' && !is_space(c)) || (c >= 0x7F && c < 0xA0) || is_surrogate(c) || (c >= 0xE000 && c <= 0xF8FF) ||
           (c & 0xFFFE) == 0xFFFE || c >= 0xF0000;
}

/* Ideographic space, comma and full stop, and the fullwidth comma: a text may have no ASCII but line ends. */
static bool is_plain(uint32_t c) {
    return is_ascii(c) || (c >= 0x3000 && c <= 0x3002) || c == 0xFF0C;
}

static tally count(sm_wide form, const char *bytes, size_t n) {
    tally t = {0};
    uint32_t length;
    for (size_t at = 0; n - at >= size_of(form); at += length) {
        uint32_t code = char_at(form, bytes + at, n - at, &length);
        t.units++;
        t.odd += is_odd(code);
        t.plain += is_plain(code);
        t.pairs += length == 2 && is_ascii(code & 0xFF) && is_ascii(code >> 8);
        t.high += (code & 0x8080) != 0;
    }
    return t;
}

static bool fits_32(const tally *t) {
    return t->units >= LEAST_UNITS && SHARE * t->odd <= t->units;
}

/* Of ideographs and kana up to three in four are two bytes of ASCII, and many others have a byte that is none; other
 * scripts have no such pairs, but an ASCII text with some NULs has hardly anything else. */
static bool fits_16(const tally *t) {
    bool few_pairs = 16 * t->pairs <= t->units || (4 * t->pairs <= 3 * t->units && 8 * t->high >= t->units);
    return t->units >= LEAST_UNITS && SHARE * t->odd <= t->units && SHARE * t->plain >= t->units && few_pairs;
}

sm_wide sm_wide_guess(const char *bytes, size_t n) {
    if (n > SAMPLE)
        n = SAMPLE;
    for (sm_wide form = SM_WIDE_32LE; form <= SM_WIDE_32BE; form++) {
        tally t = count(form, bytes, n);
        if (fits_32(&t))
            return form;
    }
    tally little = count(SM_WIDE_16LE, bytes, n), big = count(SM_WIDE_16BE, bytes, n);
    bool fits_little = fits_16(&little), fits_big = fits_16(&big);
    if (fits_little && (!fits_big || little.plain >= big.plain))
        return SM_WIDE_16LE;
    return fits_big ? SM_WIDE_16BE : SM_WIDE_NONE;
}
