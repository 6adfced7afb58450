#include "output/json.h"

#include "base/utf8.h"

#include <string.h>

/* Those beyond ASCII need not be escaped in JSON, but terminals obey them. */
static bool is_control(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

static void put_escaped(sm_sink *sink, unsigned char c) {
    static const char HEX[] = "0123456789abcdef";
    char escape[6] = {'\\', (char)c, 0, 0, 0, 0};
    if (is_control(c))
        memcpy(escape + 1, (char[]){'u', '0', '0', HEX[c >> 4], HEX[c & 15]}, 5);
    sm_put(sink, escape, is_control(c) ? 6 : 2);
}

void sm_json_string(sm_sink *sink, const char *text, size_t n) {
    size_t from = 0, length;
    sm_put(sink, "\"", 1);
    for (size_t i = 0; i < n; i += length) {
        uint32_t c;
        length = sm_utf8_decode(text + i, n - i, &c);
        bool bad = c == SM_UTF8_BAD && length == 1;
        if (!is_control(c) && c != '"' && c != '\\' && !bad)
            continue;
        sm_put(sink, text + from, i - from);
        if (bad)
            sm_put_string(sink, "\xEF\xBF\xBD");
        else
            put_escaped(sink, (unsigned char)c);
        from = i + length;
    }
    sm_put(sink, text + from, n - from);
    sm_put(sink, "\"", 1);
}

void sm_json_key(sm_sink *sink, const char *name, bool *first) {
    sm_put_string(sink, *first ? "\"" : ",\"");
    sm_put_string(sink, name);
    sm_put_string(sink, "\":");
    *first = false;
}

static void put_key(sm_sink *sink, const char *name) {
    bool first = false;
    sm_json_key(sink, name, &first);
}

void sm_json_count(sm_sink *sink, const char *name, size_t number) {
    put_key(sink, name);
    sm_put_count(sink, number);
}

void sm_json_real(sm_sink *sink, const char *name, double number) {
    put_key(sink, name);
    if (sink->exact)
        sm_put_exact(sink, number);
    else
        sm_put_real(sink, number, 6);
}

void sm_json_text(sm_sink *sink, const char *name, const char *text, size_t n) {
    put_key(sink, name);
    sm_json_string(sink, text, n);
}
