#include "doc/headings.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "text/fold.h"

#include <string.h>

enum {
    RANK_CHAPTER = 2,
    RANK_LAST_NUMBER = 5,
    RANK_CAPITALS = 6,
    CAPITALS_LEAST = 4, /* letters: fewer are an acronym */
    DIGITS_MOST = 2     /* of a number in a heading: those with more are years and amounts */
};

/* Is there an empty line in text[from .. to), which is white space? */
static bool has_empty_line(const char *text, uint32_t from, uint32_t to) {
    size_t n = 0;
    for (; from < to; from++)
        n += text[from] == '\n' || (text[from] == '\r' && !(from + 1 < to && text[from + 1] == '\n'));
    return n > 1;
}

bool sm_heading_is_parted(const sm_doc *doc, uint32_t block) {
    const sm_block *b = &doc->input.blocks.at[block];
    return block == 0 || has_empty_line(doc->input.text, b[-1].end, b->begin);
}

static bool stands_alone(const sm_doc *doc, uint32_t block, bool below) {
    const sm_input *input = &doc->input;
    bool last = block + 1 == input->blocks.n;
    return (below || sm_heading_is_parted(doc, block)) && (last || sm_heading_is_parted(doc, block + 1));
}

/* ---- "Chapter 3" ---- */

static uint8_t rank_of_word(const sm_doc *doc, uint32_t token) {
    static const struct {
        const char *word;
        uint8_t rank;
    } WORDS[] = {
#define PART(word, rank) {word, rank},
#define NUMBER(word)
#include "input/parts.def"
#undef PART
#undef NUMBER
    };
    char folded[SM_WORD_MAX];
    const sm_word *w = sm_doc_word(doc, token);
    size_t n = sm_fold(doc->input.text + w->begin, w->n_bytes, false, folded);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (n == strlen(WORDS[i].word) && memcmp(folded, WORDS[i].word, n) == 0)
            return WORDS[i].rank;
    return 0;
}

/* The bytes of a Roman number in capitals. Of single letters those that begin a count. */
static size_t roman_at(const char *text, size_t n) {
    size_t at = 0;
    while (at < n && sm_ascii_is_one_of(text[at], "IVXLC"))
        at++;
    return at == 1 && strchr("IVX", text[0]) == NULL ? 0 : at;
}

static bool is_number_word(const char *word, size_t n_word) {
    static const char *const WORDS[] = {
#define PART(word, rank)
#define NUMBER(word) word,
#include "input/parts.def"
#undef PART
#undef NUMBER
    };
    char folded[SM_WORD_MAX];
    size_t n = sm_fold(word, n_word, false, folded);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (n == strlen(WORDS[i]) && memcmp(folded, WORDS[i], n) == 0)
            return true;
    return false;
}

static bool is_number(const sm_doc *doc, uint32_t token) {
    size_t n = sm_doc_word(doc, token)->n_bytes;
    const char *p = doc->input.text + doc->tokens.at[token].begin;
    bool digits = n <= DIGITS_MOST + 1;
    for (size_t i = 0; i < n; i++)
        digits = digits && sm_ascii_is_digit(p[i]);
    return digits || (n > 0 && roman_at(p, n) == n) || (n == 1 && p[0] >= 'A' && p[0] <= 'Z') || is_number_word(p, n);
}

/* Does nothing but marks follow, or a mark that parts number and title? */
static bool is_parted(const sm_doc *doc, uint32_t number, const sm_block *b) {
    const char *text = doc->input.text;
    size_t at = sm_doc_token_end(doc, number), n;
    if (at < b->end && sm_char_at(text, at, b->end, &n) != SM_CHAR_SPACE)
        return true;
    at = sm_skip_spaces(text, at, b->end);
    return at == b->end || !sm_char_is_word(sm_char_at(text, at, b->end, &n));
}

static uint8_t rank_by_name(const sm_doc *doc, uint32_t first, uint32_t end, bool marked) {
    uint32_t t = doc->sentences.at[first].first_token;
    const sm_block *b = &doc->input.blocks.at[doc->sentences.at[first].block];
    uint8_t rank = t + 1 < sm_doc_end_token(doc, end - 1) ? rank_of_word(doc, t) : 0;
    bool numbered = rank > 0 && doc->tokens.at[t].begin == b->begin && is_number(doc, t + 1);
    return numbered && (!marked || is_parted(doc, t + 1, b)) ? rank : 0;
}

/* ---- "1.2 Title" ---- */

static size_t digits_at(const char *text, size_t at, size_t end) {
    size_t n = 0;
    while (at + n < end && sm_ascii_is_digit(text[at + n]))
        n++;
    return n;
}

static uint8_t rank_of_depth(size_t depth) {
    size_t rank = RANK_CHAPTER + depth - 1;
    return rank < RANK_LAST_NUMBER ? (uint8_t)rank : RANK_LAST_NUMBER;
}

/* Behind the numbers, of which there are *depth, and the point behind the last; `at` if there are none. */
static size_t skip_numbers(const char *text, size_t at, size_t end, size_t *depth, bool *point) {
    for (*depth = 0, *point = true; *point;) {
        size_t n = digits_at(text, at, end);
        if (n > DIGITS_MOST)
            *depth = 0;
        if (n == 0 || n > DIGITS_MOST)
            break;
        at += n;
        *depth += 1;
        *point = at < end && text[at] == '.';
        at += *point;
    }
    return at;
}

static uint8_t rank_by_number(const char *text, const sm_block *b, bool *sure) {
    size_t depth, n, at = skip_numbers(text, b->begin, b->end, &depth, sure);
    if (depth == 0) {
        at = b->begin + roman_at(text + b->begin, b->end - b->begin);
        *sure = at > b->begin && at < b->end && text[at] == '.';
        depth = *sure || (at > b->begin && at == b->end);
        at += *sure;
        if (at == b->end)
            return depth > 0 ? rank_of_depth(depth) : 0;
    }
    if (depth == 0 || at == b->end || text[at] != ' ')
        return 0;
    sm_char c = sm_char_at(text, sm_skip_spaces(text, at, b->end), b->end, &n);
    *sure = *sure || depth > 1;
    return c == SM_CHAR_UPPER || (*sure && sm_char_is_letter(c)) || c == SM_CHAR_IDEOGRAPH ? rank_of_depth(depth) : 0;
}

/* ---- ALL CAPITALS ---- */

static bool is_capitals(const char *text, const sm_block *b) {
    size_t n, n_upper = 0;
    for (size_t at = b->begin; at < b->end; at += n) {
        sm_char c = sm_char_at(text, at, b->end, &n);
        if (c == SM_CHAR_LOWER || c == SM_CHAR_IDEOGRAPH)
            return false;
        n_upper += c == SM_CHAR_UPPER;
    }
    return n_upper >= CAPITALS_LEAST;
}

sm_heading sm_heading_of(const sm_doc *doc, uint32_t first, uint32_t end, bool marked, bool below) {
    uint32_t block = doc->sentences.at[first].block;
    const sm_block *b = &doc->input.blocks.at[block];
    const char *text = doc->input.text;
    sm_heading h = {.rank = b->level, .sure = b->level > 0};
    if (h.rank > 0 || !stands_alone(doc, block, below))
        return h;
    h.rank = rank_by_name(doc, first, end, marked);
    h.named = h.sure = h.rank > 0;
    if (h.rank == 0 && !marked)
        h.rank = rank_by_number(text, b, &h.sure);
    if (h.rank == 0 && !marked && is_capitals(text, b))
        h = (sm_heading){.rank = RANK_CAPITALS};
    h.sure = h.sure && h.rank > 0;
    return h;
}
