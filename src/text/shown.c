#include "text/shown.h"

#include "base/chars.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

/* One walk for both: `out` NULL only counts. */
static sm_shown show(const char *text, size_t n, char *out) {
    sm_shown shown = {0, 0, 0};
    bool space = false;
    for (size_t i = 0; i < n;) {
        uint32_t code;
        char bytes[4];
        i += sm_utf8_decode(text + i, n - i, &code);
        sm_char class = sm_char_of(code);
        if (class == SM_CHAR_SPACE) {
            space = true;
            continue;
        }
        if (shown.chars == 0 || space || class == SM_CHAR_IDEOGRAPH)
            shown.words++;
        if (space && shown.chars > 0) {
            if (out != NULL)
                out[shown.bytes] = ' ';
            shown.bytes++;
            shown.chars++;
        }
        size_t length = sm_utf8_encode(code, bytes);
        if (out != NULL)
            memcpy(out + shown.bytes, bytes, length);
        shown.bytes += length;
        shown.chars++;
        space = false;
    }
    return shown;
}

sm_shown sm_shown_measure(const char *text, size_t n) {
    return show(text, n, NULL);
}

void sm_shown_write(const char *text, size_t n, char *out) {
    show(text, n, out);
}
