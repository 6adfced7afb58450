#include "input/charset.h"

#include "input/convert.h"

#include <string.h>
#ifdef HAVE_UCHARDET
#include <uchardet/uchardet.h>

const char sm_charset_library[] = "uchardet " HAVE_UCHARDET;
#else
const char sm_charset_library[] = "";
#endif

static const sm_charset UTF8 = {.method = SM_METHOD_UTF8, .name = "UTF-8"};
static const sm_charset WINDOWS_1252 = {.method = SM_METHOD_WINDOWS_1252, .name = "windows-1252"};

static sm_charset wide(sm_wide form) {
    return (sm_charset){.method = SM_METHOD_WIDE, .form = form, .name = sm_wide_name(form)};
}

/* ---- Byte order marks ---- */

static bool find_mark(const char *bytes, size_t n, sm_charset *c) {
    static const struct {
        const char *mark;
        size_t n;
        sm_wide form;
    } MARKS[] = {
        {"\xEF\xBB\xBF", 3, SM_WIDE_NONE}, {"\xFF\xFE\0\0", 4, SM_WIDE_32LE}, {"\0\0\xFE\xFF", 4, SM_WIDE_32BE},
        {"\xFF\xFE", 2, SM_WIDE_16LE},     {"\xFE\xFF", 2, SM_WIDE_16BE},
    };
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (n >= MARKS[i].n && memcmp(bytes, MARKS[i].mark, MARKS[i].n) == 0) {
            *c = MARKS[i].form == SM_WIDE_NONE ? UTF8 : wide(MARKS[i].form);
            c->n_mark = MARKS[i].n;
            return true;
        }
    return false;
}

/* ---- Names ---- */

static unsigned small(char c) {
    unsigned byte = (unsigned char)c;
    return byte - 'A' < 26 ? byte + 'a' - 'A' : byte;
}

/* Equal but for case, hyphens and underscores. */
static bool is_named(const char *name, const char *plain) {
    for (; *name != '\0'; name++)
        if (*name != '-' && *name != '_' && small(*name) != (unsigned char)*plain++)
            return false;
    return *plain == '\0';
}

const char *sm_charset_in_practice(const char *name) {
    static const char *const NAMES[][2] = {
        {"iso88591", "windows-1252"},
        {"latin1", "windows-1252"},
        {"ascii", "windows-1252"},
        {"usascii", "windows-1252"},
        {"iso88599", "windows-1254"},
        {"shiftjis", "CP932"},
        {"sjis", "CP932"},
        {"xsjis", "CP932"},
        {"gb2312", "GB18030"},
        {"gbk", "GB18030"},
        {"euckr", "UHC"},
        {"ksc56011987", "UHC"},
        {"xgbk", "GB18030"},
        {"xeucjp", "EUC-JP"},
        {"tis620", "windows-874"},
    };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (is_named(name, NAMES[i][0]))
            return NAMES[i][1];
    return name;
}

/* Units of two or four bytes; the name may leave their order open. Without a mark or NULs to tell they are
 * little-endian, as most are. */
static bool find_wide(const char *name, const char *bytes, size_t n, sm_charset *c) {
    static const struct {
        const char *name;
        sm_wide form, other;
    } FORMS[] = {
        {"utf16", SM_WIDE_16LE, SM_WIDE_16BE},   {"utf16le", SM_WIDE_16LE, SM_WIDE_16LE},
        {"utf16be", SM_WIDE_16BE, SM_WIDE_16BE}, {"ucs2", SM_WIDE_16LE, SM_WIDE_16BE},
        {"ucs2le", SM_WIDE_16LE, SM_WIDE_16LE},  {"ucs2be", SM_WIDE_16BE, SM_WIDE_16BE},
        {"utf32", SM_WIDE_32LE, SM_WIDE_32BE},   {"utf32le", SM_WIDE_32LE, SM_WIDE_32LE},
        {"utf32be", SM_WIDE_32BE, SM_WIDE_32BE}, {"ucs4", SM_WIDE_32LE, SM_WIDE_32BE},
        {"ucs4le", SM_WIDE_32LE, SM_WIDE_32LE},  {"ucs4be", SM_WIDE_32BE, SM_WIDE_32BE},
    };
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        if (is_named(name, FORMS[i].name)) {
            *c = wide(sm_wide_guess(bytes, n) == FORMS[i].other ? FORMS[i].other : FORMS[i].form);
            return true;
        }
    return false;
}

static bool find_own(const char *name, const char *bytes, size_t n, sm_charset *c) {
    bool is_utf8 = is_named(name, "utf8"), is_1252 = is_named(name, "windows1252") || is_named(name, "cp1252");
    if (is_utf8 || is_1252)
        *c = is_utf8 ? UTF8 : WINDOWS_1252;
    return is_utf8 || is_1252 || find_wide(name, bytes, n, c);
}

summ_status sm_charset_check(const char *name) {
    sm_charset c;
    return strcmp(name, "auto") == 0 || find_own(name, "", 0, &c) ? SUMM_OK : sm_convert_check(name);
}

/* ---- Guessing ---- */

typedef struct counts {
    size_t good;    /* characters of UTF-8 beyond ASCII */
    size_t bad;     /* bytes that are no part of any */
    size_t western; /* bad bytes that are common in Western European text */
    size_t first;   /* byte beyond ASCII */
    bool has_nul;
} counts;

/* Of Windows-1252: the letters of French, German, Spanish and their neighbours, quotation marks, dashes, signs. */
static bool is_western(unsigned char c) {
    static const unsigned char MARKS[] = "\x85\x91\x92\x93\x94\x96\x97\xA0\xA3\xA7\xA9\xAB\xAE\xB0\xB7\xBB"
                                         "\xC4\xC5\xC6\xC7\xC9\xD1\xD6\xD8\xDC\xDF";
    return (c >= 0xE0 && c <= 0xFC && c != 0xF7) || memchr(MARKS, c, sizeof MARKS - 1) != NULL;
}

static counts count(const char *bytes, size_t n) {
    size_t at = sm_utf8_ascii(bytes, n);
    counts c = {.first = at, .has_nul = n > 0 && memchr(bytes, 0, n) != NULL};
    while (at < n) {
        uint32_t code;
        size_t length = sm_utf8_decode(bytes + at, n - at, &code);
        c.good += length > 1;
        c.bad += length == 1;
        c.western += length == 1 && is_western((unsigned char)bytes[at]);
        at += length;
        at += sm_utf8_ascii(bytes + at, n - at);
    }
    return c;
}

static bool is_utf8(const counts *c) {
    bool few = c->bad <= 2 && (c->good > 0 || c->western < c->bad);
    return c->bad == 0 || few || 50 * c->bad <= c->good;
}

static bool is_sparse_western(const counts *c, const char *bytes, size_t n) {
    if (c->good > 0 || c->bad > 7 || c->western < c->bad)
        return false;
    size_t letters = 0;
    for (size_t i = 0; i < n && letters < 2 * c->bad; i++)
        letters += small(bytes[i]) - 'a' < 26;
    return letters == 2 * c->bad;
}

#ifdef HAVE_UCHARDET
enum {
    BEFORE = 1024,
    SAMPLE = 64 * 1024
};

/* "WINDOWS-1251" is usually written in small letters. UTF-8, UTF-16 and ASCII were excluded before. */
static bool keep_guess(const char *guess, sm_arena *arena, sm_charset *c) {
    const char *name = sm_charset_in_practice(guess);
    size_t n = strlen(name) + 1;
    *c = WINDOWS_1252;
    if (is_named(name, "windows1252") || is_named(name, "ascii") || is_named(name, "utf8") ||
        sm_convert_check(name) == SUMM_ERR_ENCODING)
        return true;
    char *copy = sm_arena_get(arena, n, 1);
    if (copy == NULL)
        return false;
    memcpy(copy, name, n);
    for (size_t i = 0; strncmp(name, "WINDOWS-", 8) == 0 && i < n; i++)
        copy[i] = (char)small(copy[i]);
    *c = (sm_charset){.method = SM_METHOD_ICONV, .name = copy};
    return true;
}

static bool guess_by_statistics(const char *bytes, size_t n, size_t first, sm_arena *arena, sm_charset *c) {
    size_t from = first > BEFORE ? first - BEFORE : 0;
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, bytes + from, n - from < SAMPLE ? n - from : SAMPLE);
    uchardet_data_end(detector);
    bool kept = keep_guess(uchardet_get_charset(detector), arena, c);
    uchardet_delete(detector);
    return kept;
}
#else
static bool guess_by_statistics(const char *bytes, size_t n, size_t first, sm_arena *arena, sm_charset *c) {
    (void)bytes, (void)n, (void)first, (void)arena;
    *c = WINDOWS_1252;
    return true;
}
#endif

static bool guess(const char *bytes, size_t n, sm_arena *arena, sm_charset *c) {
    counts found = count(bytes, n);
    bool unclear = (found.has_nul && found.good == 0) || !is_utf8(&found);
    sm_wide form = unclear ? sm_wide_guess(bytes, n) : SM_WIDE_NONE;
    if (form != SM_WIDE_NONE)
        *c = wide(form);
    else if (is_utf8(&found))
        *c = (sm_charset){.method = SM_METHOD_UTF8, .name = UTF8.name, .n_bad = (uint32_t)found.bad};
    else if (is_sparse_western(&found, bytes, n))
        *c = WINDOWS_1252;
    else
        return guess_by_statistics(bytes, n, found.first, arena, c);
    return true;
}

bool sm_charset_find(const char *bytes, size_t n, const char *given, sm_arena *arena, sm_charset *charset) {
    bool is_given = given != NULL && strcmp(given, "auto") != 0;
    bool is_marked = find_mark(bytes, n, charset);
    if (!is_marked && !is_given)
        return guess(bytes, n, arena, charset);
    if (!is_marked && !find_own(given, bytes, n, charset))
        *charset = (sm_charset){.method = SM_METHOD_ICONV, .name = given};
    if (charset->method == SM_METHOD_UTF8)
        charset->n_bad = (uint32_t)count(bytes + charset->n_mark, n - charset->n_mark).bad;
    return true;
}
