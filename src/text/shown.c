#include "text/shown.h"

#include "base/bytes.h"
#include "base/chars.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

/* Puts bytes behind what there is; `out` NULL only counts. */
static void put(sm_shown *shown, char *out, const char *bytes, size_t n) {
    if (out != NULL)
        memcpy(out + shown->bytes, bytes, n);
    shown->bytes += n;
    shown->chars++;
}

/* ASCII that is no white space, from i on: shown as it is. */
static size_t show_plain(const char *text, size_t i, size_t n, sm_shown *shown, char *out) {
    size_t from = i;
    while (i < n && text[i] > ' ' && text[i] < 0x7F)
        i++;
    memcpy(out + shown->bytes, text + from, i - from);
    shown->bytes += i - from;
    shown->chars += i - from;
    return i;
}

/* ASCII from i on, eight bytes at a time. *space: white space, or nothing, stands before. */
static size_t measure_plain(const char *text, size_t i, size_t n, sm_shown *shown, bool *space) {
    for (; i + 8 <= n; i += 8) {
        uint64_t bytes = sm_bytes_8(text + i);
        if (sm_bytes_have_high(bytes) || sm_bytes_have(bytes, 0x7F))
            break;
        uint64_t inked = ((bytes | SM_BYTES_HIGHS) - 0x21 * SM_BYTES_ONES) & SM_BYTES_HIGHS,
                 before = inked << 8 | (*space ? 0 : 0x80);
        size_t words = sm_bytes_count_high(inked & ~before), chars = sm_bytes_count_high(inked);
        chars += words - (words > 0 && shown->chars == 0); /* and a space before each word but the first */
        shown->words += words;
        shown->chars += chars;
        shown->bytes += chars;
        *space = inked >> 63 == 0;
    }
    return i;
}

/* `out` NULL only measures. */
static sm_shown show(const char *text, size_t n, char *out) {
    sm_shown shown = {0, 0, 0};
    bool space = true;
    for (size_t i = 0; i < n;) {
        uint32_t code;
        char bytes[4];
        if (out == NULL && (i = measure_plain(text, i, n, &shown, &space)) == n)
            break;
        size_t next = i + sm_utf8_decode(text + i, n - i, &code);
        sm_char class = sm_char_of(code);
        if (class == SM_CHAR_SPACE) {
            space = true;
            i = next;
            continue;
        }
        shown.words += space || class == SM_CHAR_IDEOGRAPH;
        if (space && shown.chars > 0)
            put(&shown, out, " ", 1);
        put(&shown, out, bytes, sm_utf8_encode(code, bytes));
        space = false;
        i = out == NULL ? next : show_plain(text, next, n, &shown, out);
    }
    return shown;
}

sm_shown sm_shown_measure(const char *text, size_t n) {
    return show(text, n, NULL);
}

void sm_shown_write(const char *text, size_t n, char *out) {
    show(text, n, out);
}
