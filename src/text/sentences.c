#include "text/sentences.h"

#include "base/chars.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/items.h"
#include "text/lexicon.h"
#include "text/words.h"

enum {
    LOOK_BACK = 48,
    LOOK_AHEAD = 64
}; /* bytes; abbreviations and the words that open sentences are shorter */

/* A run of end marks that may end the sentence, and what stands around it. */
typedef struct place {
    const sm_splitter *s;
    size_t begin;       /* of the sentence */
    size_t mark, after; /* the first mark, and behind the marks and the quotes and brackets that close after them */
    size_t next, end;   /* where a next sentence would begin (its quotes and brackets passed over); end of the block */
    size_t n_marks;
    sm_char first, last; /* of the marks */
    size_t word;         /* begin of the word before the marks */
    sm_char next_class;  /* of the character at next */
    bool footnote;       /* a number stands right behind the marks */
    sm_item item;        /* the list marker at begin */
} place;

typedef enum verdict {
    UNDECIDED,
    BREAK,
    JOIN
} verdict;

static sm_char class_at(const char *text, size_t at, size_t end, size_t *n) {
    uint32_t code;
    *n = sm_utf8_decode(text + at, end - at, &code);
    return code == SM_UTF8_BAD ? SM_CHAR_OTHER : sm_char_of(code);
}

static size_t skip_spaces(const char *text, size_t at, size_t end) {
    size_t n;
    while (at < end && class_at(text, at, end, &n) == SM_CHAR_SPACE)
        at += n;
    return at;
}

/* ---- The words around the marks ---- */

static bool in_list_of(const place *p, const sm_language *language, sm_list list, size_t begin, size_t end) {
    char folded[SM_WORD_MAX];
    size_t n = sm_fold(p->s->text + begin, end - begin, (language->traits & SM_DOTLESS_I) != 0, folded);
    return n > 0 && sm_lexicon_has(language, list, folded, n);
}

static bool in_list(const place *p, sm_list list, size_t begin, size_t end) {
    return in_list_of(p, p->s->language, list, begin, end);
}

static bool word_before_in(const place *p, sm_list list) {
    return in_list(p, list, p->word, p->mark);
}

/* Is the next word, or its part before an apostrophe, one of the words that hold sentences together? */
static bool next_is_stop_word(const place *p) {
    sm_token t;
    size_t end = p->end - p->next > LOOK_AHEAD ? p->next + LOOK_AHEAD : p->end;
    return sm_next_word(p->s->text, p->next, end, p->s->language->traits, &t) && t.begin == p->next &&
           in_list(p, SM_LIST_STOPWORDS, t.begin, t.end);
}

static bool word_is_one_letter(const place *p) {
    size_t n;
    return p->word < p->mark && sm_char_is_letter(class_at(p->s->text, p->word, p->mark, &n)) && p->word + n == p->mark;
}

/* U.S, e.g: points, and no digits as in 1.000 */
static bool is_acronym(const place *p) {
    bool point = false;
    for (size_t i = p->word; i < p->mark; i++) {
        point = point || p->s->text[i] == '.';
        if (p->s->text[i] >= '0' && p->s->text[i] <= '9')
            return false;
    }
    return point;
}

/* Does the word before the last stand for a number: 6 a.m., 80 kg. */
static bool number_before_word(const place *p) {
    size_t at = p->word;
    while (at > p->begin && p->s->text[at - 1] == ' ')
        at--;
    return at > p->begin && at < p->word && p->s->text[at - 1] >= '0' && p->s->text[at - 1] <= '9';
}

/* "3", and "-3" as in "1.-3." */
static bool word_is_digits(const place *p, size_t most) {
    size_t begin = p->word + (p->s->text[p->word] == '-');
    for (size_t i = begin; i < p->mark; i++)
        if (p->s->text[i] < '0' || p->s->text[i] > '9')
            return false;
    return begin < p->mark && p->mark - begin <= most;
}

static bool is_one_point(const place *p) {
    return p->n_marks == 1 && p->first == SM_CHAR_STOP;
}

/* ---- The rules ---- */

static verdict block_ends(const place *p) {
    return p->next >= p->end ? BREAK : UNDECIDED;
}

/* A fullwidth point may stand in a number. */
static verdict stop_of_its_own_script(const place *p) {
    size_t n;
    if (p->last != SM_CHAR_FULL_STOP)
        return UNDECIDED;
    return class_at(p->s->text, p->after, p->end, &n) == SM_CHAR_DIGIT ? JOIN : BREAK;
}

/* "2).10 This": the number of a footnote behind the mark. */
static verdict footnote(const place *p) {
    return p->footnote ? BREAK : UNDECIDED;
}

/* "world.I", "here.The": the space was forgotten; example.Com has none of those capitals before a small letter. */
static verdict forgotten_space(const place *p) {
    const char *t = p->s->text;
    size_t n, next = p->after;
    if (p->next != p->after || p->after != p->mark + 1 || p->mark - p->word < 3 || p->mark - p->word >= LOOK_BACK)
        return UNDECIDED;
    for (size_t i = p->word; i < p->mark; i++)
        if ((unsigned char)t[i] < 0x80 && sm_char_of((unsigned char)t[i]) != SM_CHAR_DIGIT && t[i] != ',' &&
            !sm_char_is_letter(sm_char_of((unsigned char)t[i])))
            return UNDECIDED;
    if (class_at(t, next, p->end, &n) != SM_CHAR_UPPER || next + n >= p->end)
        return UNDECIDED;
    sm_char second = class_at(t, next + n, p->end, &n);
    return second == SM_CHAR_LOWER || second == SM_CHAR_SPACE ? BREAK : UNDECIDED;
}

static verdict no_space_follows(const place *p) {
    return p->next == p->after ? JOIN : UNDECIDED;
}

/* "1. Stop smoking", "a.) The first": the marker belongs to what it numbers. */
static verdict within_list_marker(const place *p) {
    return p->mark < p->begin + p->item.n ? JOIN : UNDECIDED;
}

/* "They left. b) They came": the next item begins with a small letter. */
static verdict list_marker_follows(const place *p) {
    return sm_item_at(p->s->text, p->next, p->end).n > 0 && p->next_class == SM_CHAR_LOWER ? BREAK : UNDECIDED;
}

/* A stretch of ". . ." from a point on; *end is behind its last point. */
static bool is_spaced_ellipsis(const place *p, size_t at, size_t *end) {
    size_t points = 0;
    for (; at < p->end && (p->s->text[at] == '.' || p->s->text[at] == ' '); at++)
        if (p->s->text[at] == '.') {
            points++;
            *end = at + 1;
        }
    return points >= 2;
}

/* "over. . . . The next" ends before the ellipsis, which goes to the next sentence; otherwise the points of an ellipsis
 * stay together. A lone point between spaces ends a sentence of text that was cut into tokens before. */
static verdict spaced_points(const place *p) {
    const char *t = p->s->text;
    size_t end, n;
    if (!is_one_point(p))
        return UNDECIDED;
    bool between_spaces = p->word == p->mark;
    if (!between_spaces && p->end - p->next > 2 && t[p->next] == '.' && t[p->next + 1] == '.')
        return BREAK; /* "over. ...and then" */
    if (t[p->next] == '.' && is_spaced_ellipsis(p, p->mark, &end)) {
        size_t next = skip_spaces(t, end, p->end);
        bool capital = next < p->end && class_at(t, next, p->end, &n) == SM_CHAR_UPPER;
        return capital && !between_spaces ? BREAK : JOIN;
    }
    if (!between_spaces)
        return UNDECIDED;
    return p->mark >= p->begin + 2 && t[p->mark - 2] == '.' ? JOIN : BREAK;
}

/* "... my house!' (Which was true.)": the remark in brackets belongs to the quotation. */
static verdict remark_follows(const place *p) {
    size_t n, next = skip_spaces(p->s->text, p->after, p->end);
    sm_char before = class_at(p->s->text, sm_utf8_before(p->s->text, p->begin, p->after), p->after, &n);
    bool quoted = before == SM_CHAR_QUOTE || (before == SM_CHAR_CLOSER && n > 1);
    return quoted && p->s->text[next] == '(' ? JOIN : UNDECIDED;
}

static verdict small_letter_follows(const place *p) {
    return p->next_class == SM_CHAR_LOWER && !p->s->uncased ? JOIN : UNDECIDED;
}

static verdict no_point(const place *p) {
    return is_one_point(p) ? UNDECIDED : BREAK;
}

static bool word_has_capital(const place *p) {
    size_t n;
    return p->word < p->mark && class_at(p->s->text, p->word, p->mark, &n) == SM_CHAR_UPPER;
}

/* English titles stand before English names in every language. */
static bool is_english_title(const place *p) {
    return word_has_capital(p) && !word_before_in(p, SM_LIST_STOPWORDS) &&
           in_list_of(p, sm_language_at(0), SM_LIST_TITLES, p->word, p->mark);
}

/* N\u00B0. 7 */
static bool is_number_sign(const place *p) {
    return p->next_class == SM_CHAR_DIGIT && p->mark - p->word >= 2 && p->mark - p->word <= 4 &&
           (unsigned char)p->s->text[p->mark - 2] == 0xC2;
}

/* Mr. Smith, fig. 3 */
static verdict title(const place *p) {
    return is_number_sign(p) || word_before_in(p, SM_LIST_TITLES) || is_english_title(p) ? JOIN : UNDECIDED;
}

/* J. Smith joins, "you and I. Did you" does not. */
static verdict initial(const place *p) {
    if (!word_is_one_letter(p))
        return UNDECIDED;
    return next_is_stop_word(p) ? BREAK : JOIN;
}

/* "BCD Ltd. She": only words that open sentences part; after a unit, "at 6 a.m. Travellers", any capital does. */
static verdict abbreviation(const place *p) {
    if (!is_acronym(p) && !word_before_in(p, SM_LIST_ABBREVIATIONS))
        return UNDECIDED;
    bool opens = p->next_class == SM_CHAR_UPPER && (next_is_stop_word(p) || number_before_word(p));
    return opens ? BREAK : JOIN;
}

/* German "3. Oktober" */
static verdict ordinal(const place *p) {
    bool ordinals = (p->s->language->traits & SM_ORDINAL_POINT) != 0;
    return ordinals && word_is_digits(p, 2) && !next_is_stop_word(p) ? JOIN : UNDECIDED;
}

static verdict otherwise(const place *p) {
    (void)p;
    return BREAK;
}

static verdict (*const RULES[])(const place *) = {
    block_ends,
    within_list_marker,
    stop_of_its_own_script,
    footnote,
    forgotten_space,
    no_space_follows,
    spaced_points,
    list_marker_follows,
    remark_follows,
    small_letter_follows,
    no_point,
    title,
    initial,
    abbreviation,
    ordinal,
    otherwise,
};

static bool ends_here(const place *p) {
    for (size_t i = 0;; i++) {
        verdict v = RULES[i](p);
        if (v != UNDECIDED)
            return v == BREAK;
    }
}

/* ---- Finding the places ---- */

/* A Greek semicolon asks; a colon may end a sentence. */
static bool is_mark(const sm_splitter *s, size_t at, sm_char class) {
    return sm_char_ends_sentence(class) ||
           (s->text[at] == ';' && (s->language->traits & SM_GREEK_QUESTION_MARK) != 0) ||
           (s->text[at] == ':' && (s->language->traits & SM_COLON_ENDS) != 0);
}

static size_t word_before(const char *text, size_t begin, size_t mark) {
    size_t at = mark;
    while (at > begin && mark - at < LOOK_BACK) {
        size_t n, before = sm_utf8_before(text, begin, at);
        sm_char c = class_at(text, before, at, &n);
        if (c == SM_CHAR_SPACE || sm_char_opens(c))
            break;
        at = before;
    }
    return at;
}

/* All marks and closing characters from p->mark on. */
static void read_marks(place *p) {
    const char *text = p->s->text;
    size_t at = p->mark, n;
    for (; at < p->end; at += n) {
        sm_char c = class_at(text, at, p->end, &n);
        if (is_mark(p->s, at, c)) {
            p->last = c;
            p->first = p->n_marks++ == 0 ? c : p->first;
        } else if (!sm_char_closes(c)) {
            break;
        }
    }
    p->after = at;
}

/* Digits behind the marks, none before them, and a space and a capital behind the digits. */
static void read_footnote(place *p) {
    const char *text = p->s->text;
    size_t n, at = p->after;
    while (at < p->end && at < p->after + 3 && text[at] >= '0' && text[at] <= '9')
        at++;
    if (at == p->after || at >= p->end || p->word == p->mark || (text[p->mark - 1] >= '0' && text[p->mark - 1] <= '9'))
        return;
    size_t next = skip_spaces(text, at, p->end);
    if (next == at || next == p->end || class_at(text, next, p->end, &n) != SM_CHAR_UPPER)
        return;
    p->footnote = true;
    p->after = at;
}

/* Passes over what opens the next sentence: quotation marks, brackets, dashes. */
static void look_around(place *p) {
    const char *text = p->s->text;
    size_t n;
    p->word = word_before(text, p->begin, p->mark);
    read_footnote(p);
    p->next = skip_spaces(text, p->after, p->end);
    if (p->next == p->after)
        return;
    size_t begin = p->next;
    for (; p->next < p->end; p->next += n) {
        p->next_class = class_at(text, p->next, p->end, &n);
        bool passed = sm_char_opens(p->next_class) || p->next_class == SM_CHAR_SPACE || text[p->next] == '-';
        if (!passed || p->next - begin >= LOOK_AHEAD)
            break;
    }
}

/* Where to go on behind an enclosure that opens at `at`: at the marks before its closing character, for they may end the
 * sentence, or behind that character. `at` if none opens there. */
static size_t skip_enclosed(sm_splitter *s, size_t at, size_t begin) {
    size_t n, closer = sm_enclosed_closer(&s->enclosed, at), mark = closer;
    if (closer == at)
        return at;
    while (mark > at) {
        size_t before = sm_utf8_before(s->text, begin, mark);
        if (!is_mark(s, before, class_at(s->text, before, mark, &n)))
            break;
        mark = before;
    }
    class_at(s->text, closer, s->enclosed.end, &n);
    return mark < closer ? mark : closer + n;
}

/* Does the next item of the list begin here, behind a space? */
static bool item_follows(const sm_splitter *s, const sm_item *item, size_t begin, size_t at, size_t end) {
    if (item->n == 0 || at <= begin || s->text[at - 1] != ' ')
        return false;
    sm_item next = sm_item_at(s->text, at, end);
    return sm_item_follows(item, &next);
}

size_t sm_sentence_end(sm_splitter *s, size_t begin, size_t end) {
    if (s->enclosed.end != end)
        sm_enclosed_init(&s->enclosed, s->text, begin, end);
    sm_item item = sm_item_at(s->text, begin, end);
    for (size_t at = begin, n; at < end; at += n) {
        sm_char c = class_at(s->text, at, end, &n);
        if (item_follows(s, &item, begin, at, end))
            return at;
        if (sm_char_opens(c) && skip_enclosed(s, at, begin) > at) {
            n = skip_enclosed(s, at, begin) - at;
            continue;
        }
        if (!is_mark(s, at, c))
            continue;
        place p = {.s = s, .begin = begin, .mark = at, .end = end, .next_class = SM_CHAR_OTHER, .item = item};
        read_marks(&p);
        look_around(&p);
        if (ends_here(&p))
            return p.after;
        n = p.after - at;
    }
    return end;
}
