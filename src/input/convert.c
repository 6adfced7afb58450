#include "input/convert.h"

#include "base/ascii.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum {
    MAX_NAME = 48,
    MAX_SEQUENCE = 8, /* bytes of one character, or of one change of the shift state, in any encoding */
    MAX_CHARS = 16,   /* of one sequence */
    N_PAIRS = 8192,   /* pairs of bytes whose character is kept */
    INCOMPLETE = -1,
    REFUSED = -2
};

/* In place of a code point. */
static const uint32_t NO_CHAR = 0xFFFFFFFE, LONGER = 0xFFFFFFFF;

typedef struct pair {
    uint32_t bytes; /* 0: none is kept here */
    uint32_t code;
} pair;

typedef struct converter {
    iconv_t cd;
    sm_mapped *out;
    uint32_t single[256]; /* code points, NO_CHAR, or LONGER where a sequence begins */
    bool shifts;
    pair *pairs; /* NULL until the first is met */
    sm_arena scratch;
} converter;

/* ---- Names ---- */

static bool is_legal(const char *name) {
    static const char PUNCTUATION[] = "-_.:()+";
    static const char *const OTHERS[] = {"char", "CHAR", "wchar_t", "WCHAR_T", "internal", "INTERNAL"};
    size_t n = 0;
    for (; name[n] != '\0'; n++)
        if (n == MAX_NAME || !(sm_ascii_is_alphanumeric(name[n]) || strchr(PUNCTUATION, name[n]) != NULL))
            return false;
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (strcmp(name, OTHERS[i]) == 0)
            return false;
    return n > 0;
}

static summ_status open_by_name(const char *name, iconv_t *cd) {
    if (!is_legal(name))
        return SUMM_ERR_ENCODING;
    *cd = iconv_open("UTF-32LE", name);
    if ((intptr_t)*cd != -1)
        return SUMM_OK;
    return errno == EINVAL ? SUMM_ERR_ENCODING : SUMM_ERR_MEMORY;
}

summ_status sm_convert_check(const char *name) {
    iconv_t cd;
    summ_status status = open_by_name(name, &cd);
    if (status == SUMM_OK)
        iconv_close(cd);
    return status;
}

/* ---- One sequence ---- */

static uint32_t read_code(const char *p) {
    const unsigned char *b = (const unsigned char *)p;
    return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

/* Offers n bytes, which are read all or not at all. The number of code points they are (0: they shift), INCOMPLETE or
 * REFUSED. With `ends`, what iconv holds back for combining characters that might follow comes too, and it is back in
 * its initial state. */
static int offer(iconv_t cd, const char *p, size_t n, bool ends, uint32_t code[MAX_CHARS]) {
    char bytes[MAX_SEQUENCE], made[4 * MAX_CHARS];
    char *from = bytes, *to = made;
    size_t left = n, room = sizeof made;
    memcpy(bytes, p, n);
    if (iconv(cd, &from, &left, &to, &room) == (size_t)-1 && left == n)
        return errno == EINVAL ? INCOMPLETE : REFUSED;
    if (ends)
        iconv(cd, NULL, NULL, &to, &room);
    size_t n_codes = (size_t)(to - made) / 4;
    for (size_t i = 0; i < n_codes; i++)
        code[i] = read_code(made + 4 * i);
    return (int)n_codes;
}

/* The same for the shortest sequence at p that is complete. Sets its length; 1 if there is none. */
static int offer_shortest(converter *c, const char *p, size_t n, size_t *length, uint32_t code[MAX_CHARS]) {
    for (*length = 1; *length <= n && *length <= MAX_SEQUENCE; (*length)++) {
        if (!c->shifts)
            iconv(c->cd, NULL, NULL, NULL, NULL);
        int n_codes = offer(c->cd, p, *length, !c->shifts, code);
        if (n_codes == REFUSED)
            break;
        if (n_codes != INCOMPLETE)
            return n_codes;
    }
    *length = 1;
    return REFUSED;
}

static bool put_codes(sm_mapped *out, const uint32_t *code, int n_codes, size_t length) {
    if (n_codes < 0)
        return sm_mapped_put_bad(out, (uint32_t)length);
    for (int i = 0; i < n_codes; i++, length = 0)
        if (!sm_mapped_put(out, code[i], (uint32_t)length))
            return false;
    return true;
}

/* ---- Sets without shift states ---- */

/* What each byte is on its own. ASCII bytes that begin sequences, and bytes that are nothing, shift. */
static void try_bytes(converter *c) {
    uint32_t code[MAX_CHARS] = {0};
    for (unsigned b = 0; b < 256; b++) {
        char byte = (char)b;
        iconv(c->cd, NULL, NULL, NULL, NULL);
        int n_codes = offer(c->cd, &byte, 1, true, code);
        c->single[b] = n_codes == 1 ? code[0] : n_codes == REFUSED ? NO_CHAR : LONGER;
        c->shifts = c->shifts || n_codes == 0 || (b < 0x80 && n_codes == INCOMPLETE);
    }
    iconv(c->cd, NULL, NULL, NULL, NULL);
}

static bool put_sequence(converter *c, const char *p, size_t n, size_t *length) {
    uint32_t code[MAX_CHARS];
    if (c->pairs == NULL && (c->pairs = sm_arena_get_zero(&c->scratch, N_PAIRS, sizeof *c->pairs)) == NULL)
        return false;
    uint32_t bytes = (uint32_t)(unsigned char)p[0] << 8 | (n > 1 ? (unsigned char)p[1] : 0);
    pair *kept = &c->pairs[bytes % N_PAIRS];
    if (n > 1 && kept->bytes == bytes) {
        *length = 2;
        return sm_mapped_put(c->out, kept->code, 2);
    }
    int n_codes = offer_shortest(c, p, n, length, code);
    if (*length == 2 && n_codes == 1)
        *kept = (pair){bytes, code[0]};
    return put_codes(c->out, code, n_codes, *length);
}

static bool convert_plain(converter *c, const char *bytes, size_t n) {
    bool done = true;
    for (size_t at = 0, length = 1; done && at < n; at += length, length = 1) {
        uint32_t code = c->single[(unsigned char)bytes[at]];
        if (code == LONGER)
            done = put_sequence(c, bytes + at, n - at, &length);
        else
            done = code == NO_CHAR ? sm_mapped_put_bad(c->out, 1) : sm_mapped_put(c->out, code, 1);
    }
    return done;
}

/* ---- Sets with shift states ---- */

/* Bytes that shift belong to the character after them; last comes what iconv holds back. */
static bool convert_shifting(converter *c, const char *bytes, size_t n) {
    uint32_t code[MAX_CHARS];
    size_t shift = 0;
    for (size_t at = 0, length; at < n; at += length) {
        int n_codes = offer_shortest(c, bytes + at, n - at, &length, code);
        if (n_codes == 0) {
            shift += length;
            continue;
        }
        if (!put_codes(c->out, code, n_codes, shift + length))
            return false;
        shift = 0;
    }
    int n_codes = offer(c->cd, "", 0, true, code);
    return n_codes <= 0 || put_codes(c->out, code, n_codes, shift);
}

summ_status sm_convert(const char *name, const char *bytes, size_t n, sm_mapped *out) {
    converter c = {.out = out};
    summ_status status = open_by_name(name, &c.cd);
    if (status != SUMM_OK)
        return status;
    sm_arena_init(&c.scratch, out->arena->alloc);
    try_bytes(&c);
    if (!(c.shifts ? convert_shifting(&c, bytes, n) : convert_plain(&c, bytes, n)))
        status = out->too_large ? SUMM_ERR_TOO_LARGE : SUMM_ERR_MEMORY;
    sm_arena_release(&c.scratch);
    iconv_close(c.cd);
    return status;
}

/* ---- Windows-1252 ---- */

bool sm_convert_windows_1252(const char *bytes, size_t n, sm_mapped *out) {
    /* 0x80 to 0x9F; 0: none */
    static const uint16_t MIDDLE[32] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
    };
    for (size_t at = 0; at < n; at++) {
        unsigned char b = (unsigned char)bytes[at];
        uint32_t code = b < 0x80 || b > 0x9F ? b : MIDDLE[b - 0x80];
        if (code == 0 && b != 0 ? !sm_mapped_put_bad(out, 1) : !sm_mapped_put(out, code, 1))
            return false;
    }
    return true;
}
