#include "input/entities.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <string.h>

enum {
    MAX_NAME = 32,
    MAX_OLD_NAME = 6,
    MAX_DIGITS = 10
};

typedef struct entity {
    const char *name;
    uint32_t code;
} entity;

static const entity OLD_NAMES[] = {
#define OLD(name, code) {#name, code},
#define NEW(name, code)
#include "input/entities.def"
#undef OLD
#undef NEW
};

static const entity NEW_NAMES[] = {
#define OLD(name, code)
#define NEW(name, code) {#name, code},
#include "input/entities.def"
#undef OLD
#undef NEW
};

static int compare(const char *name, size_t n, const char *row) {
    int order = strncmp(name, row, n);
    return order != 0 ? order : row[n] == '\0' ? 0 : -1;
}

static const entity *find(const entity *rows, size_t n_rows, const char *name, size_t n) {
    size_t low = 0, high = n_rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(name, n, rows[middle].name);
        if (order == 0)
            return &rows[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* Without a semicolon the longest of the old names counts that the letters begin with: "&nbsphere". */
static size_t decode_old(const char *p, size_t end, uint32_t *code) {
    size_t n = end - 1 < MAX_OLD_NAME ? end - 1 : MAX_OLD_NAME;
    for (; n > 1; n--) {
        const entity *found = find(OLD_NAMES, sizeof OLD_NAMES / sizeof *OLD_NAMES, p + 1, n);
        if (found != NULL) {
            *code = found->code;
            return 1 + n;
        }
    }
    return 0;
}

static size_t decode_name(const char *p, size_t n, uint32_t *code) {
    size_t end = 1;
    while (end < n && end <= MAX_NAME && sm_ascii_is_alphanumeric(p[end]))
        end++;
    bool closed = end < n && p[end] == ';';
    const entity *found = closed ? find(NEW_NAMES, sizeof NEW_NAMES / sizeof *NEW_NAMES, p + 1, end - 1) : NULL;
    if (found != NULL) {
        *code = found->code;
        return end + 1;
    }
    size_t old = decode_old(p, end, code);
    return old + (old > 0 && old < n && p[old] == ';');
}

static unsigned digit(char c) {
    if (sm_ascii_is_digit(c))
        return (unsigned)(c - '0');
    c = sm_ascii_small(c);
    return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 99;
}

/* Numbers 128 to 159 mean what they mean in Windows-1252. */
static uint32_t character_of(uint32_t number) {
    static const uint16_t MIDDLE[32] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
    };
    if (number >= 0x80 && number <= 0x9F)
        return MIDDLE[number - 0x80];
    bool scalar = number > 0 && (number < 0xD800 || (number > 0xDFFF && number < 0x110000));
    return scalar ? number : SM_UTF8_BAD;
}

static size_t decode_number(const char *p, size_t n, uint32_t *code) {
    bool hex = n > 2 && (p[2] == 'x' || p[2] == 'X');
    unsigned base = hex ? 16 : 10;
    size_t start = hex ? 3 : 2, at = start;
    uint32_t number = 0;
    for (; at < n && at - start < MAX_DIGITS && digit(p[at]) < base; at++)
        number = number < 0x110000 ? number * base + digit(p[at]) : number;
    if (at == start)
        return 0;
    *code = character_of(number);
    return at + (at < n && p[at] == ';');
}

size_t sm_entity_decode(const char *p, size_t n, uint32_t *code) {
    return n > 1 && p[1] == '#' ? decode_number(p, n, code) : decode_name(p, n, code);
}
