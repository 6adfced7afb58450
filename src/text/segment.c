#include "text/segment.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "text/ranks.h"

/* Behind a character and the marks that go with it. */
static size_t next_character(const char *text, size_t at, size_t end) {
    uint32_t code;
    do
        at += sm_utf8_decode(text + at, end - at, &code);
    while (at < end && (sm_utf8_decode(text + at, end - at, &code), sm_char_of(code) == SM_CHAR_EXTEND));
    return at;
}

static bool is_known(const sm_lists *lists, const sm_language *language, const char *word, size_t n) {
    return sm_lists_have(lists, language, SM_LIST_STOPWORDS, word, n) ||
           sm_rank_find(sm_language_bit(language), sm_rank_hash(word, n)) > 0;
}

/* The end of the longest known word of at least that many characters that begins at `at`, or `at`. */
static size_t longest_known(const sm_lists *lists, const sm_language *language, const char *text, size_t at, size_t end,
                            int least) {
    size_t longest = at, behind = at;
    for (int n = 1; n <= SM_SEGMENT_MAX && behind < end; n++) {
        behind = next_character(text, behind, end);
        if (n >= least && is_known(lists, language, text + at, behind - at))
            longest = behind;
    }
    return longest;
}

size_t sm_segment_end(const sm_lists *lists, const sm_language *language, const char *text, size_t at, size_t end) {
    size_t known = longest_known(lists, language, text, at, end, 2);
    if (known > at)
        return known;
    do
        at = next_character(text, at, end);
    while (at < end && longest_known(lists, language, text, at, end, 2) == at);
    return at;
}
