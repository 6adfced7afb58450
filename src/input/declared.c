#include "input/declared.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "input/charset.h"
#include "input/markup.h"

#include <string.h>

enum {
    SCANNED = 4096
};

static bool begins_with(const char *p, size_t n, const char *word) {
    for (; *word != '\0'; word++, p++, n--)
        if (n == 0 || sm_ascii_small(*p) != *word)
            return false;
    return true;
}

static bool is_name_char(char c) {
    return sm_ascii_is_alphanumeric(c) || c == '-' || c == '_' || c == '.' || c == ':';
}

/* The value behind `key` and an equals sign, with or without quotation marks. */
static bool read_value(const char *p, size_t n, const char *key, char name[SM_DECLARED_MAX]) {
    size_t at = 0, length = 0;
    while (at < n && !begins_with(p + at, n - at, key))
        at++;
    at += at < n ? strlen(key) : 0;
    while (at < n && (p[at] == ' ' || p[at] == '='))
        at++;
    at += at < n && (p[at] == '"' || p[at] == '\'');
    for (; at < n && is_name_char(p[at]) && length < SM_DECLARED_MAX - 1; at++)
        name[length++] = p[at];
    name[length] = '\0';
    return length > 0;
}

static bool find_name(const char *bytes, uint32_t n, char name[SM_DECLARED_MAX]) {
    for (uint32_t at = 0; at < n;) {
        sm_markup m = sm_markup_at(bytes, at, n);
        const char *piece = bytes + m.begin;
        if (m.kind == SM_MARKUP_START && m.tag == SM_TAG_META && read_value(piece, m.end - m.begin, "charset", name))
            return true;
        if (begins_with(piece, m.end - m.begin, "<?xml") && read_value(piece, m.end - m.begin, "encoding", name))
            return true;
        at = m.end;
        if (m.kind == SM_MARKUP_START && sm_tag_kind_of(m.tag) == SM_KIND_RAW)
            at = sm_markup_raw_end(bytes, at, n, m.tag);
    }
    return false;
}

/* Is it UTF-8, and more than ASCII? */
static bool is_clearly_utf8(const char *bytes, size_t n) {
    size_t at = sm_utf8_ascii(bytes, n);
    if (at == n)
        return false;
    for (size_t length; at < n; at += length) {
        uint32_t code;
        length = sm_utf8_decode(bytes + at, n - at, &code);
        if (length == 1 && (unsigned char)bytes[at] >= 0x80)
            return false;
        length += sm_utf8_ascii(bytes + at + length, n - at - length);
    }
    return true;
}

bool sm_declared_charset(const char *bytes, size_t n, char name[SM_DECLARED_MAX]) {
    if (!find_name(bytes, n < SCANNED ? (uint32_t)n : SCANNED, name) || is_clearly_utf8(bytes, n))
        return false;
    /* What could be read as ASCII is in no set of wider units. */
    const char *meant = begins_with(name, strlen(name), "utf-16") ? "UTF-8" : sm_charset_in_practice(name);
    if (meant != name)
        memcpy(name, meant, strlen(meant) + 1);
    return sm_charset_check(name) == SUMM_OK;
}
