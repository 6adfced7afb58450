/* UTF-8: decoding against a plain reading of the standard's table, the way back, what is shown of it and how words are
 * folded. */
#include "fuzz.h"

#include "base/chars.h"
#include "text/fold.h"
#include "text/shown.h"

/* Rows of table 3-7 of the Unicode standard: how many bytes, and the ranges of the first two. */
static const struct {
    size_t n;
    unsigned char first, last, low, high;
} ROWS[] = {{1, 0x00, 0x7F, 0, 0},       {2, 0xC2, 0xDF, 0x80, 0xBF}, {3, 0xE0, 0xE0, 0xA0, 0xBF},
            {3, 0xE1, 0xEC, 0x80, 0xBF}, {3, 0xED, 0xED, 0x80, 0x9F}, {3, 0xEE, 0xEF, 0x80, 0xBF},
            {4, 0xF0, 0xF0, 0x90, 0xBF}, {4, 0xF1, 0xF3, 0x80, 0xBF}, {4, 0xF4, 0xF4, 0x80, 0x8F}};

/* The length of a well-formed character, or 0. */
static size_t well_formed(const unsigned char *p, size_t n) {
    for (size_t row = 0; row < sizeof ROWS / sizeof *ROWS; row++) {
        if (p[0] < ROWS[row].first || p[0] > ROWS[row].last || ROWS[row].n > n)
            continue;
        bool good = ROWS[row].n == 1 || (p[1] >= ROWS[row].low && p[1] <= ROWS[row].high);
        for (size_t i = 2; i < ROWS[row].n; i++)
            good = good && p[i] >= 0x80 && p[i] <= 0xBF;
        return good ? ROWS[row].n : 0;
    }
    return 0;
}

/* Returns the length of the character at `at`. */
static size_t check_character(const char *text, size_t at, size_t n) {
    uint32_t code;
    char again[4];
    size_t length = sm_utf8_decode(text + at, n - at, &code);
    size_t expected = well_formed((const unsigned char *)text + at, n - at);
    FUZZ_CHECK(length == (expected > 0 ? expected : 1));
    FUZZ_CHECK(expected > 0 || code == SM_UTF8_BAD);
    if (expected > 0)
        FUZZ_CHECK(sm_utf8_encode(code, again) == length && memcmp(again, text + at, length) == 0);
    FUZZ_CHECK(sm_utf8_before(text, 0, at + length) == at);
    FUZZ_CHECK(sm_char_width(code) <= 2 && sm_char_of(code) <= SM_CHAR_QUOTE);
    FUZZ_CHECK(sm_utf8_encode(sm_char_to_upper(code), again) <= 4);
    return length;
}

static void check_ascii(const char *text, size_t n) {
    size_t ascii = sm_utf8_ascii(text, n), at = 0;
    while (at < n && (unsigned char)text[at] < 0x80)
        at++;
    FUZZ_CHECK(ascii == at);
}

static void check_ends(const char *text, size_t n) {
    size_t first = sm_skip_spaces(text, 0, n), last = sm_skip_spaces_back(text, 0, n), length;
    FUZZ_CHECK(first <= n && last <= n && (first < last || (first == n && last == 0)));
    if (first < n)
        FUZZ_CHECK(sm_char_at(text, first, n, &length) != SM_CHAR_SPACE);
    (void)sm_char_last(text, 0, n);
}

/* What is shown is valid, on one line, and shown again the same. */
static void check_shown(const char *text, size_t n) {
    sm_shown shown = sm_shown_measure(text, n);
    char *out = malloc(shown.bytes + 1), *again = malloc(shown.bytes + 1);
    FUZZ_CHECK(out != NULL && again != NULL && shown.bytes <= 3 * n);
    sm_shown_write(text, n, out);
    for (size_t at = 0, length; at < shown.bytes; at += length) {
        length = well_formed((unsigned char *)out + at, shown.bytes - at);
        FUZZ_CHECK(length > 0 && (out[at] == ' ' || sm_char_at(out, at, shown.bytes, &length) != SM_CHAR_SPACE));
    }
    FUZZ_CHECK(sm_utf8_count(out, shown.bytes) == shown.chars);
    sm_shown twice = sm_shown_measure(out, shown.bytes);
    FUZZ_CHECK(twice.bytes == shown.bytes && twice.chars == shown.chars && twice.words == shown.words);
    sm_shown_write(out, shown.bytes, again);
    FUZZ_CHECK(memcmp(out, again, shown.bytes) == 0);
    free(again);
    free(out);
}

/* A folded word folds to itself. */
static void check_folded(const char *word, size_t n, bool dotless) {
    char folded[SM_WORD_MAX], again[SM_WORD_MAX];
    size_t length = sm_fold(word, n, dotless, folded);
    FUZZ_CHECK(length <= SM_WORD_MAX);
    if (length > 0)
        FUZZ_CHECK(sm_fold(folded, length, dotless, again) == length && memcmp(folded, again, length) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    fuzz_input in = fuzz_begin(data, n);
    size_t count = 0, valid = 0;
    for (size_t at = 0; at < n; count++) {
        size_t length = check_character(in.text, at, n);
        valid = valid == at && well_formed(data + at, n - at) > 0 ? at + length : valid;
        at += length;
    }
    FUZZ_CHECK(sm_utf8_count(in.text, n) == count);
    check_ascii(in.text, n);
    check_ends(in.text, n);
    check_shown(in.text, n);
    check_folded(in.text, valid, false);
    check_folded(in.text, valid, true);
    return 0;
}
