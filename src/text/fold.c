#include "text/fold.h"

#include "base/chars.h"
#include "base/utf8.h"

#include <utf8proc.h>

enum {
    MOST_CODES = 4 * SM_WORD_MAX
}; /* one code point decomposes into 4 at most in NFD with case folding */

/* Folds while all is ASCII; returns how many bytes were. */
static size_t fold_ascii(const char *word, size_t n, char *out) {
    size_t i = 0;
    for (; i < n && (unsigned char)word[i] < 0x80; i++)
        out[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] + 32 : word[i]);
    return i;
}

/* Folds words of the Cyrillic letters U+0400 to U+045F alone, whose small forms are that far from the capitals and have
 * the same length; returns n, or 0 if there is anything else. */
static size_t fold_cyrillic(const char *word, size_t n, char *out) {
    for (size_t i = 0; i < n; i += 2) {
        uint32_t code;
        if (sm_utf8_decode(word + i, n - i, &code) != 2 || code < 0x400 || code > 0x45F)
            return 0;
        sm_utf8_encode(code < 0x410 ? code + 0x50 : code < 0x430 ? code + 0x20 : code, out + i);
    }
    return n;
}

static uint32_t replace(uint32_t code, bool dotless) {
    if (code == 0x2019)
        return '\'';
    if (dotless && code == 'I')
        return 0x131;
    return dotless && code == 0x130 ? 'i' : code;
}

static bool append(utf8proc_int32_t *codes, size_t *n_codes, uint32_t code) {
    int last = 0;
    utf8proc_ssize_t room = (utf8proc_ssize_t)(MOST_CODES - *n_codes);
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)code, codes + *n_codes, room,
                                                 UTF8PROC_CASEFOLD | UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, &last);
    if (n < 0 || n > room)
        return false;
    *n_codes += (size_t)n;
    return true;
}

/* Combining marks in canonical order, so that composing finds its pairs. Words are short: insertion sort. */
static void order_marks(utf8proc_int32_t *codes, size_t n) {
    for (size_t i = 1; i < n; i++) {
        utf8proc_int32_t c = codes[i];
        int class = utf8proc_get_property(c)->combining_class;
        size_t j = i;
        for (; class != 0 && j > 0 && utf8proc_get_property(codes[j - 1])->combining_class > class; j--)
            codes[j] = codes[j - 1];
        codes[j] = c;
    }
}

static size_t encode(const utf8proc_int32_t *codes, size_t n, char *out) {
    size_t length = 0;
    for (size_t i = 0; i < n; i++) {
        char bytes[4];
        size_t k = sm_utf8_encode((uint32_t)codes[i], bytes);
        if (length + k > SM_WORD_MAX)
            return 0;
        for (size_t b = 0; b < k; b++)
            out[length++] = bytes[b];
    }
    return length;
}

static size_t fold_unicode(const char *word, size_t n, bool dotless, char *out) {
    utf8proc_int32_t codes[MOST_CODES];
    size_t n_codes = 0;
    for (size_t i = 0; i < n;) {
        uint32_t code;
        i += sm_utf8_decode(word + i, n - i, &code);
        if (!append(codes, &n_codes, replace(code, dotless)))
            return 0;
    }
    order_marks(codes, n_codes);
    utf8proc_ssize_t composed =
        utf8proc_normalize_utf32(codes, (utf8proc_ssize_t)n_codes, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    return composed < 0 ? 0 : encode(codes, (size_t)composed, out);
}

size_t sm_fold(const char *word, size_t n, bool dotless, char out[SM_WORD_MAX]) {
    if (n > SM_WORD_MAX)
        return 0;
    if ((!dotless && fold_ascii(word, n, out) == n) || fold_cyrillic(word, n, out) == n)
        return n;
    return fold_unicode(word, n, dotless, out);
}
