#include "text/segment.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "text/ranks.h"
#include "text/script.h"

enum {
    IDEOGRAPHS_MAX = 6 /* of a known word */
};

/* What stays together where no word is known. */
typedef enum kind {
    FOREIGN, /* letters of other scripts, digits */
    DIGITS,
    HAN,
    HIRAGANA,
    KATAKANA,
    LETTERS /* of Thai and its neighbours */
} kind;

static kind kind_of(const sm_run *run, size_t at) {
    uint32_t code;
    sm_utf8_decode(run->text + at, run->end - at, &code);
    sm_char c = sm_char_of(code);
    if (c == SM_CHAR_DIGIT)
        return DIGITS;
    if (c != SM_CHAR_IDEOGRAPH)
        return c == SM_CHAR_EXTEND || (sm_script_of(code) & run->language->scripts) != 0 ? LETTERS : FOREIGN;
    if (sm_script_of(code) != SM_KANA)
        return HAN;
    return sm_char_is_hiragana(code) ? HIRAGANA : KATAKANA;
}

/* Behind a character and the marks that go with it. */
static size_t next_character(const char *text, size_t at, size_t end) {
    uint32_t code;
    do
        at += sm_utf8_decode(text + at, end - at, &code);
    while (at < end && (sm_utf8_decode(text + at, end - at, &code), sm_char_of(code) == SM_CHAR_EXTEND));
    return at;
}

static bool is_stop_word(const sm_run *run, size_t at, size_t end) {
    return sm_lists_have(run->lists, run->language, SM_LIST_STOPWORDS, run->text + at, end - at);
}

static bool is_known(const sm_run *run, size_t at, size_t end) {
    uint64_t hash = sm_rank_hash(run->text + at, end - at);
    return is_stop_word(run, at, end) || sm_rank_find(sm_language_bit(run->language), hash) > 0;
}

/* The end of the longest known word that begins at `at`, or `at`. */
static size_t look_up(const sm_run *run, size_t at) {
    bool ideographs = kind_of(run, at) < LETTERS;
    size_t longest = at, behind = next_character(run->text, at, run->end);
    if (ideographs && is_stop_word(run, at, behind))
        longest = behind;
    for (int n = 2; n <= (ideographs ? IDEOGRAPHS_MAX : SM_SEGMENT_MAX) && behind < run->end; n++) {
        behind = next_character(run->text, behind, run->end);
        if (is_known(run, at, behind))
            longest = behind;
    }
    return longest;
}

static size_t known_end(sm_run *run, size_t at) {
    size_t k = at % SM_SEGMENT_KEPT;
    if (run->known[k].at != at || run->known[k].end == 0) {
        run->known[k].at = at;
        run->known[k].end = look_up(run, at);
    }
    return run->known[k].end;
}

/* From `at` on as long as characters are of that kind, and, unless they stay together whatever they are, begin no known
 * word. */
static size_t stretch_end(sm_run *run, size_t at, kind what, bool whole) {
    do
        at = next_character(run->text, at, run->end);
    while (at < run->end && kind_of(run, at) == what && (whole || known_end(run, at) == at));
    return at;
}

/* Is there a Han character that begins no known word? */
static bool is_open(sm_run *run, size_t at) {
    return at < run->end && kind_of(run, at) == HAN && known_end(run, at) == at;
}

/* A pair of characters, the second of which begins the next pair if a third follows. */
static void read_han(sm_run *run, sm_token *token) {
    token->end = token->next = next_character(run->text, token->begin, run->end);
    if (!is_open(run, token->end))
        return;
    token->end = next_character(run->text, token->end, run->end);
    if (!is_open(run, token->end))
        token->next = token->end;
}

sm_run sm_run_of(const sm_lists *lists, const sm_language *language, const char *text, size_t end) {
    return (sm_run){lists, language, text, end, {{0, 0}}};
}

bool sm_run_next(sm_run *run, sm_token *token) {
    size_t at = token->next;
    if (at >= run->end)
        return false;
    kind what = kind_of(run, at);
    bool whole = what == FOREIGN || what == DIGITS || what == KATAKANA;
    *token = (sm_token){at, at, at, what == DIGITS ? SM_TOKEN_NUMBER : SM_TOKEN_WORD};
    if (!whole && known_end(run, at) > at)
        token->end = token->next = known_end(run, at);
    else if (what == HAN)
        read_han(run, token);
    else
        token->end = token->next = stretch_end(run, at, what, whole);
    return true;
}
