#include "text/endings.h"

#include "base/utf8.h"
#include "text/lexicon.h"
#include "text/script.h"

enum {
    LEAST_LETTERS = 3,
    HANGUL_LETTERS = 2, /* a syllable is two or three letters */
    LONGEST = 24        /* bytes of an ending */
};

/* Where the letters end that have to stay. */
static size_t least_stem(const char *word, size_t n) {
    size_t at = 0;
    for (unsigned letters = 0; at < n && letters < LEAST_LETTERS;) {
        uint32_t code;
        at += sm_utf8_decode(word + at, n - at, &code);
        letters += sm_script_of(code) == SM_HANGUL ? HANGUL_LETTERS : 1;
    }
    return at;
}

static bool begins_letter(char byte) {
    return ((unsigned char)byte & 0xC0) != 0x80;
}

size_t sm_without_ending(const sm_language *language, const char *word, size_t n) {
    size_t at = least_stem(word, n);
    for (at = n > LONGEST && at < n - LONGEST ? n - LONGEST : at; at < n; at++)
        if (begins_letter(word[at]) && sm_lexicon_has(language, SM_LIST_ENDINGS, word + at, n - at))
            return at;
    return n;
}
