/* members.c - a small scanner. */
#include "members.h"

#include <string.h>

static const char *skip_space(const char *at, const char *end) {
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n'))
        at++;
    return at;
}

/* From an opening quote to behind the closing one, which has an even number of backslashes before it. */
static const char *skip_string(const char *at, const char *end) {
    const char *begin = at + 1, *quote = begin;
    for (; (quote = memchr(quote, '"', (size_t)(end - quote))) != NULL; quote++) {
        const char *run = quote;
        while (run > begin && run[-1] == '\\')
            run--;
        if ((quote - run) % 2 == 0)
            return quote + 1;
    }
    return end;
}

/* To the ',' or '}' that ends the member. */
static const char *skip_value(const char *at, const char *end) {
    size_t depth = 0;
    while (at < end) {
        if (*at == '"') {
            at = skip_string(at, end);
            continue;
        }
        if (depth == 0 && (*at == ',' || *at == '}'))
            break;
        if (*at == '{' || *at == '[')
            depth++;
        else if (*at == '}' || *at == ']')
            depth--;
        at++;
    }
    return at;
}

const char *members_begin(const char *line, const char *end) {
    return skip_space(line, end);
}

bool members_next(const char **at, const char *end, member *out) {
    if (*at >= end || **at == '}')
        return false;
    out->begin = *at + 1;
    out->key = skip_space(out->begin, end);
    if (out->key >= end || *out->key != '"')
        return false;
    const char *key_end = skip_string(out->key, end);
    out->n_key = (size_t)(key_end - out->key);
    *at = skip_value(key_end, end);
    out->end = *at;
    while (out->end > key_end && skip_space(out->end - 1, out->end) == out->end)
        out->end--;
    return true;
}

bool members_string(const member *of, const char **begin, const char **end) {
    const char *at = skip_space(of->key + of->n_key, of->end);
    if (at == of->end || *at != ':')
        return false;
    at = skip_space(at + 1, of->end);
    if (at == of->end || *at != '"' || of->end - at < 2 || skip_string(at, of->end) != of->end || of->end[-1] != '"')
        return false;
    *begin = at + 1;
    *end = of->end - 1;
    return true;
}

/* The code unit of a \uXXXX escape. */
static unsigned read_unit(const char *at) {
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    unsigned code = 0;
    for (int i = 2; i < 6; i++)
        code = code * 16 + (unsigned)(strchr(digits, at[i]) - digits) % 16;
    return code;
}

/* Writes a character in UTF-8 and returns its bytes. */
static size_t put_utf8(unsigned code, char out[4]) {
    size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = n; i-- > 1; code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(leads[n] | code);
    return n;
}

size_t members_unescape(const char **at, char out[4]) {
    static const char letters[] = "bfnrt", controls[] = "\b\f\n\r\t";
    const char *from = *at;
    if (*from != '\\') {
        out[0] = *from;
        *at += 1;
        return 1;
    }
    if (from[1] != 'u') {
        const char *letter = strchr(letters, from[1]);
        out[0] = from[1];
        if (letter != NULL)
            out[0] = controls[letter - letters];
        *at += 2;
        return 1;
    }
    unsigned code = read_unit(from);
    bool is_pair = code >= 0xD800 && code < 0xDC00;
    if (is_pair)
        code = 0x10000 + ((code - 0xD800) << 10) + (read_unit(from + 6) - 0xDC00);
    *at += is_pair ? 12 : 6;
    return put_utf8(code, out);
}

static bool has_unit(const char *at, const char *end) {
    if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
        return false;
    for (int i = 2; i < 6; i++)
        if (strchr("0123456789abcdefABCDEF", at[i]) == NULL || at[i] == '\0')
            return false;
    return true;
}

/* Of surrogates, a high one and a low one make a character. */
static bool has_escape(const char *at, const char *end) {
    if (end - at < 2 || at[1] == '\0')
        return false;
    if (at[1] != 'u')
        return strchr("\"\\/bfnrt", at[1]) != NULL;
    if (!has_unit(at, end))
        return false;
    unsigned unit = read_unit(at);
    if (unit < 0xD800 || unit > 0xDFFF)
        return true;
    if (unit >= 0xDC00 || !has_unit(at + 6, end))
        return false;
    unsigned low = read_unit(at + 6);
    return low >= 0xDC00 && low <= 0xDFFF;
}

bool members_decode(const char *begin, const char *end, char *out, size_t *n) {
    char *to = out;
    for (const char *at = begin; at < end;) {
        unsigned char c = (unsigned char)*at;
        if (c < 0x20 || c == '"' || (c == '\\' && !has_escape(at, end)))
            return false;
        if (c == '\\') {
            to += members_unescape(&at, to);
        } else {
            *to++ = *at++;
        }
    }
    *n = (size_t)(to - out);
    return true;
}
