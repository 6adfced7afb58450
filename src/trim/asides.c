#include "trim/asides.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "text/lexicon.h"
#include "trim/wording.h"

#include <string.h>

enum {
    MOST_ASIDES = 4, /* in a sentence; more make a list */
    WORD_LETTERS = 5 /* of a single word; fewer are mostly short forms */
};

/* What stands in a bracket, and before it. */
typedef struct aside {
    const sm_cuts *c;
    size_t begin, end;                                        /* of the bracket */
    size_t first, last;                                       /* of what it holds, without spaces at the ends */
    sm_written before;                                        /* the word before it */
    size_t n_words, n_letters, n_digits, n_capitals, longest; /* of what it holds; the letters of the longest word */
} aside;

/* False: a quotation, a bracket or a sign of formulas stands in it. */
static bool count(aside *a) {
    const char *text = a->c->text;
    size_t run = 0;
    for (size_t at = a->first, n; at < a->last; at += n) {
        sm_char c = sm_char_at(text, at, a->last, &n);
        if ((sm_char_opens(c) || (sm_char_closes(c) && n == 1 && text[at] != '\'')) ||
            strchr("=<>|+^_{}\\*", text[at]) != NULL)
            return false;
        a->n_letters += sm_char_is_letter(c) || c == SM_CHAR_IDEOGRAPH;
        a->n_capitals += c == SM_CHAR_UPPER;
        a->n_digits += c == SM_CHAR_DIGIT;
        run = sm_char_is_word(c) || c == SM_CHAR_EXTEND ? run + 1 : 0;
        a->n_words += run == 1;
        a->longest = run > a->longest ? run : a->longest;
    }
    return true;
}

/* x, but not "a". */
static bool is_variable(const aside *a, const sm_written *word) {
    size_t n;
    return word->n == 1 && word->folded[0] != 'a' && word->folded[0] != 'i' &&
           sm_char_is_letter(sm_char_at(a->c->text, word->begin, word->end, &n));
}

/* Does a word of it restrict what is said outside, or belong to a formula? */
static bool is_weighty(const aside *a) {
    sm_written word;
    for (size_t at = a->first; sm_written_next(a->c->text, at, a->last, &word); at = word.end) {
        while (word.n > 0 && strchr(",;:.", word.folded[word.n - 1]) != NULL)
            word.n--;
        if (is_variable(a, &word) || sm_wording_has_written(a->c->language, SM_WORDING_WEIGHTY, &word))
            return true;
    }
    return false;
}

/* "(viii)": a number of a list. */
static bool is_roman(const aside *a) {
    return a->n_words == 1 && a->last - a->first <= 4 && strspn(a->c->text + a->first, "ivxIVX") >= a->last - a->first;
}

/* "WHO": capitals only. */
static bool is_acronym(const sm_cuts *c, const sm_written *word) {
    size_t capitals = 0;
    for (size_t at = word->begin, n; at < word->end; at += n) {
        sm_char class = sm_char_at(c->text, at, word->end, &n);
        if (class == SM_CHAR_LOWER)
            return false;
        capitals += class == SM_CHAR_UPPER;
    }
    return capitals >= 2;
}

/* A single word is mostly another name for what stands before it, and so are words behind an acronym. */
static bool is_name(const aside *a) {
    if (a->n_words > 1)
        return is_acronym(a->c, &a->before);
    sm_written word;
    sm_written_next(a->c->text, a->first, a->last, &word);
    return !sm_wording_has_written(a->c->language, SM_WORDING_CAPTION, &word) &&
           (a->n_capitals > 0 || a->longest < WORD_LETTERS);
}

/* Behind "in", "the" and the like the bracket is what is spoken of; behind a mark it is a sentence. */
static bool is_needed(const aside *a) {
    const sm_written *w = &a->before;
    return w->end - w->begin < 2 || strchr(".!?:=", a->c->text[w->end - 1]) != NULL ||
           sm_lexicon_has(a->c->language, SM_LIST_STOPWORDS, w->folded, w->n) ||
           sm_wording_has_written(a->c->language, SM_WORDING_LINK, w);
}

/* A score, a share, a sum of money, a measure with its unit; numbers alone are those of lists, or years that tell what
 * is spoken of. */
static bool is_amount(const aside *a) {
    size_t n;
    bool sign = sm_char_at(a->c->text, a->first, a->last, &n) == SM_CHAR_OTHER;
    bool unit = a->n_letters <= 3 && (sign || a->n_words > 1);
    return a->n_digits > 0 && (a->n_letters == 0 ? a->n_digits < a->last - a->first : unit);
}

static bool is_round_aside(const aside *a) {
    bool wordy = a->longest >= 3 && a->n_letters >= 3 && !is_roman(a) && !is_name(a);
    return (is_amount(a) || wordy) && !is_weighty(a);
}

static bool has_digit(const aside *a) {
    for (size_t at = a->before.begin; at < a->before.end; at++)
        if (sm_ascii_is_digit(a->c->text[at]))
            return true;
    return false;
}

/* A number of a reference, or a note to the reader. 0 begins intervals; behind a digit and a bracket stand formulas. */
static bool is_square_aside(const aside *a) {
    const char *text = a->c->text;
    size_t n = a->last - a->first;
    if (a->n_letters > 0)
        return sm_wording_has(a->c->language, SM_WORDING_NOTE, text + a->first, n);
    return text[a->first] != '0' && a->n_digits > 0 && strspn(text + a->first, "0123456789, -") >= n && !has_digit(a);
}

/* What follows goes on with the sentence: a space or a mark, and no capital behind small letters, which would begin
 * another sentence. */
static bool goes_on(const aside *a) {
    const sm_cuts *c = a->c;
    size_t n, next = sm_skip_spaces(c->text, a->end, c->end);
    if (next == c->end || strchr(",.;:!?", c->text[next]) != NULL)
        return true;
    return next > a->end && (a->before.capital || sm_char_at(c->text, next, c->end, &n) != SM_CHAR_UPPER);
}

static bool is_aside(const sm_cuts *c, size_t begin, size_t end) {
    aside a = {.c = c, .begin = begin, .end = end, .before = sm_written_before(c->text, c->from, begin)};
    a.first = sm_skip_spaces(c->text, begin + 1, end);
    a.last = sm_skip_spaces_back(c->text, begin + 1, end - 1);
    if (a.first >= a.last || !goes_on(&a) || is_needed(&a) || !count(&a))
        return false;
    bool attached = a.before.end == begin;
    return c->text[begin] == '(' ? !attached && is_round_aside(&a) : is_square_aside(&a);
}

/* The asides of [begin .. end) with the spaces before them, MOST_ASIDES + 1 at most. */
static size_t find_asides(const sm_cuts *c, sm_enclosed *e, size_t begin, size_t end, sm_cut *asides) {
    size_t n_asides = 0;
    for (size_t at = begin, n; at < end && n_asides <= MOST_ASIDES; at += n) {
        sm_char class = sm_char_at(c->text, at, end, &n);
        if (!sm_char_opens(class) && !sm_char_closes(class))
            continue;
        size_t closer = sm_enclosed_closer(e, at), behind = sm_outline_behind_quotation(e, at);
        if (behind > at) {
            n = behind - at;
        } else if (closer > at && closer < end && is_aside(c, at, closer + 1)) {
            asides[n_asides++] = (sm_cut){sm_skip_spaces_back(c->text, begin, at), closer + 1};
            n = closer + 1 - at;
        }
    }
    return n_asides;
}

void sm_asides_cut(sm_cuts *c, sm_enclosed *e, size_t begin, size_t end) {
    sm_cut asides[MOST_ASIDES + 1];
    size_t n = find_asides(c, e, begin, end, asides);
    for (size_t i = 0; n <= MOST_ASIDES && i < n; i++)
        sm_cuts_add(c, asides[i].begin, asides[i].end);
}
