#include "text/boundary.h"

#include "base/ascii.h"
#include "text/fold.h"
#include "text/words.h"

enum {
    LOOK_AHEAD = 64,   /* bytes; the words that open sentences are shorter */
    ELLIPSIS_MOST = 64 /* bytes that an ellipsis of points with spaces between takes */
};

typedef enum verdict {
    UNDECIDED,
    BREAK,
    JOIN
} verdict;

/* ---- The words around the marks ---- */

static unsigned lists_of(const sm_place *p, const sm_language *language, size_t begin, size_t end) {
    char folded[SM_WORD_MAX];
    size_t n = sm_language_fold(language, p->s->text + begin, end - begin, folded);
    return n > 0 ? sm_lists_of(p->s->lists, language, folded, n) : 0;
}

static bool word_before_in(const sm_place *p, sm_list list) {
    return sm_lists_hold(p->lists, list);
}

/* Is the next word, or its part before an apostrophe, one of the words that hold sentences together? */
static bool next_is_stop_word(const sm_place *p) {
    sm_token t;
    size_t end = p->end - p->next > LOOK_AHEAD ? p->next + LOOK_AHEAD : p->end;
    return sm_next_word(p->s->text, p->next, end, p->s->language->traits, &t) && t.begin == p->next &&
           sm_lists_hold(lists_of(p, p->s->language, t.begin, t.end), SM_LIST_STOPWORDS);
}

static bool word_is_one_letter(const sm_place *p) {
    size_t n;
    return p->word < p->mark && sm_char_is_letter(sm_char_at(p->s->text, p->word, p->mark, &n)) &&
           p->word + n == p->mark;
}

static bool word_has_capital(const sm_place *p) {
    size_t n;
    return p->word < p->mark && sm_char_at(p->s->text, p->word, p->mark, &n) == SM_CHAR_UPPER;
}

/* U.S, e.g: points, and no digits as in 1.000 */
static bool is_acronym(const sm_place *p) {
    bool point = false;
    for (size_t i = p->word; i < p->mark; i++) {
        point = point || p->s->text[i] == '.';
        if (sm_ascii_is_digit(p->s->text[i]))
            return false;
    }
    return point;
}

/* Does the word before the last stand for a number: 6 a.m., 80 kg. */
static bool number_before_word(const sm_place *p) {
    size_t at = p->word;
    while (at > p->begin && p->s->text[at - 1] == ' ')
        at--;
    return at > p->begin && at < p->word && sm_ascii_is_digit(p->s->text[at - 1]);
}

/* "3", and "-3" as in "1.-3." */
static bool word_is_digits(const sm_place *p, size_t most) {
    size_t begin = p->word + (p->s->text[p->word] == '-');
    for (size_t i = begin; i < p->mark; i++)
        if (p->s->text[i] < '0' || p->s->text[i] > '9')
            return false;
    return begin < p->mark && p->mark - begin <= most;
}

static bool is_one_point(const sm_place *p) {
    return p->n_marks == 1 && p->first == SM_CHAR_STOP;
}

/* ---- The rules ---- */

static verdict block_ends(const sm_place *p) {
    return p->next >= p->end ? BREAK : UNDECIDED;
}

/* A fullwidth point may stand in a number. */
static verdict stop_of_its_own_script(const sm_place *p) {
    size_t n;
    if (p->last != SM_CHAR_FULL_STOP)
        return UNDECIDED;
    return sm_char_at(p->s->text, p->after, p->end, &n) == SM_CHAR_DIGIT ? JOIN : BREAK;
}

/* "2).10 This": the number of a footnote behind the mark. */
static verdict footnote(const sm_place *p) {
    return p->footnote ? BREAK : UNDECIDED;
}

/* How many letters, digits, hyphens and apostrophes the word before the marks has; 0 if it has anything else, as
 * addresses and names with points have. */
static size_t plain_length(const sm_place *p) {
    size_t length = 0;
    sm_char c = SM_CHAR_OTHER;
    if (p->mark - p->word >= SM_LOOK_BACK)
        return 0;
    for (size_t at = p->word, n; at < p->mark; at += n, length++) {
        uint32_t code;
        n = sm_utf8_decode(p->s->text + at, p->mark - at, &code);
        c = sm_char_of(code);
        bool joins = code == ',' || code == '-' || sm_char_is_apostrophe(code);
        if (!joins && !sm_char_is_word(c) && c != SM_CHAR_EXTEND)
            return 0;
    }
    return length;
}

static bool closes_before(const sm_place *p, size_t at) {
    size_t n;
    return at > p->begin && sm_char_closes(sm_char_at(p->s->text, sm_utf8_before(p->s->text, p->begin, at), at, &n));
}

/* A point with something behind it in the word that begins at `at`: main.Readme.txt is a name. */
static bool is_dotted_name(const sm_place *p, size_t at) {
    const char *t = p->s->text;
    size_t n, end = p->end - at > SM_LOOK_BACK ? at + SM_LOOK_BACK : p->end;
    for (; at + 1 < end && t[at] != ' ' && t[at] != '\n'; at++)
        if (t[at] == '.' && sm_char_is_word(sm_char_at(t, at + 1, p->end, &n)))
            return true;
    return false;
}

/* How the word right behind the marks goes on behind its first letter, a capital. */
static sm_char second_of(const sm_place *p, size_t second) {
    uint32_t code;
    size_t n = second < p->end ? sm_utf8_decode(p->s->text + second, p->end - second, &code) : 0;
    if (n == 0)
        return SM_CHAR_OTHER;
    bool apostrophe = sm_char_is_apostrophe(code) && second + n < p->end;
    return apostrophe && sm_char_is_letter(sm_char_at(p->s->text, second + n, p->end, &n)) ? SM_CHAR_LOWER
                                                                                           : sm_char_of(code);
}

static bool capital_before_marks(const sm_place *p) {
    size_t n;
    return sm_char_at(p->s->text, sm_utf8_before(p->s->text, p->word, p->mark), p->mark, &n) == SM_CHAR_UPPER;
}

/* "here.The", "the end.THE", "left.M. Berg", but not "Berg.Com", "ASP.NET", "anti-U.S.": behind the point stands a word
 * that is no part of names, or behind a word of some length a capitalised one. `second`: what follows its first
 * letter. */
static bool sentence_follows(const sm_place *p, sm_char second) {
    sm_token t = {0};
    sm_next_word(p->s->text, p->next, p->end - p->next > LOOK_AHEAD ? p->next + LOOK_AHEAD : p->end,
                 p->s->language->traits, &t);
    size_t n = t.end - t.begin, before = plain_length(p);
    if (before < 2 || word_before_in(p, SM_LIST_TITLES) || is_dotted_name(p, p->after))
        return false;
    if (n > 1 + (second == SM_CHAR_UPPER) && next_is_stop_word(p))
        return true;
    if (before < 3 || second == SM_CHAR_UPPER || word_before_in(p, SM_LIST_ABBREVIATIONS))
        return false;
    return second == SM_CHAR_STOP ? !word_has_capital(p) && !capital_before_marks(p)
                                  : n > 3 || (n == 1 ? next_is_stop_word(p) : !word_has_capital(p));
}

/* "world.I am", "here.The", "dit-il.L'an", "said.\"The", "said\".The": the space was forgotten. Names of files and
 * hosts have a small letter behind the point. */
static verdict forgotten_space(const sm_place *p) {
    size_t n, next = p->after;
    if (p->next != next || sm_char_at(p->s->text, next, p->end, &n) != SM_CHAR_UPPER)
        return UNDECIDED;
    sm_char second = second_of(p, next + n);
    if (second != SM_CHAR_LOWER && second != SM_CHAR_SPACE && second != SM_CHAR_UPPER && second != SM_CHAR_STOP)
        return UNDECIDED;
    if (second != SM_CHAR_UPPER && (closes_before(p, p->mark) || closes_before(p, next)))
        return BREAK;
    return !closes_before(p, next) && sentence_follows(p, second) ? BREAK : UNDECIDED;
}

static verdict no_space_follows(const sm_place *p) {
    return p->next == p->after ? JOIN : UNDECIDED;
}

/* "1. Stop smoking", "a.) The first": the marker belongs to what it numbers. */
static verdict within_list_marker(const sm_place *p) {
    return p->mark < p->begin + p->item.n ? JOIN : UNDECIDED;
}

/* "They left. b) They came": the next item begins with a small letter. */
static verdict list_marker_follows(const sm_place *p) {
    return sm_item_at(p->s->text, p->next, p->end).n > 0 && p->next_class == SM_CHAR_LOWER ? BREAK : UNDECIDED;
}

/* A stretch of ". . ." from a point on; *end is behind its last point. Of a longer one, which would be read again from
 * each of its points, only the first bytes count: another point follows then, and no capital. */
static bool is_spaced_ellipsis(const sm_place *p, size_t at, size_t *end) {
    size_t points = 0, last = p->end - at > ELLIPSIS_MOST ? at + ELLIPSIS_MOST : p->end;
    for (; at < last && (p->s->text[at] == '.' || p->s->text[at] == ' '); at++)
        if (p->s->text[at] == '.') {
            points++;
            *end = at + 1;
        }
    return points >= 2;
}

/* "gov . Hill": the text was cut into tokens, the title from its point too. */
static bool title_before_space(const sm_place *p) {
    size_t end = p->mark, n;
    while (end > p->begin && p->s->text[end - 1] == ' ')
        end--;
    size_t begin = end;
    while (begin > p->begin && end - begin < SM_LOOK_BACK) {
        size_t before = sm_utf8_before(p->s->text, p->begin, begin);
        if (!sm_char_is_letter(sm_char_at(p->s->text, before, begin, &n)))
            break;
        begin = before;
    }
    if (end == p->mark || end - begin <= 1)
        return false;
    unsigned lists = lists_of(p, p->s->language, begin, end);
    return sm_lists_hold(lists, SM_LIST_TITLES) &&
           !(sm_lists_hold(lists, SM_LIST_STOPWORDS) && next_is_stop_word(p)); /* "said no . They" */
}

/* "over. . . . The next" ends before the ellipsis, which goes to the next sentence; otherwise the points of an ellipsis
 * stay together. A lone point between spaces ends a sentence of text that was cut into tokens before. */
static verdict spaced_points(const sm_place *p) {
    const char *t = p->s->text;
    size_t end, n;
    if (!is_one_point(p))
        return UNDECIDED;
    bool between_spaces = p->word == p->mark;
    if (!between_spaces && p->end - p->next > 2 && t[p->next] == '.' && t[p->next + 1] == '.')
        return BREAK; /* "over. ...and then" */
    if (t[p->next] == '.' && is_spaced_ellipsis(p, p->mark, &end)) {
        size_t next = sm_skip_spaces(t, end, p->end);
        bool capital = next < p->end && sm_char_at(t, next, p->end, &n) == SM_CHAR_UPPER;
        return capital && !between_spaces ? BREAK : JOIN;
    }
    if (!between_spaces)
        return UNDECIDED;
    return (p->mark >= p->begin + 2 && t[p->mark - 2] == '.') || title_before_space(p) ? JOIN : BREAK;
}

/* "... my house!' (Which was true.)": the remark in brackets belongs to the quotation. */
static verdict remark_follows(const sm_place *p) {
    size_t n, next = sm_skip_spaces(p->s->text, p->after, p->end);
    sm_char before = sm_char_at(p->s->text, sm_utf8_before(p->s->text, p->begin, p->after), p->after, &n);
    bool quoted = before == SM_CHAR_QUOTE || (before == SM_CHAR_CLOSER && n > 1);
    return quoted && p->s->text[next] == '(' ? JOIN : UNDECIDED;
}

static verdict small_letter_follows(const sm_place *p) {
    return p->next_class == SM_CHAR_LOWER && !p->s->uncased ? JOIN : UNDECIDED;
}

static verdict no_point(const sm_place *p) {
    return is_one_point(p) ? UNDECIDED : BREAK;
}

/* English titles stand before English names in every language. */
static bool is_english_title(const sm_place *p) {
    const sm_language *english = sm_language_at(0);
    return p->s->language != english && word_has_capital(p) && !word_before_in(p, SM_LIST_STOPWORDS) &&
           sm_lists_hold(lists_of(p, english, p->word, p->mark), SM_LIST_TITLES);
}

/* N\u00B0. 7 */
static bool is_number_sign(const sm_place *p) {
    return p->next_class == SM_CHAR_DIGIT && p->mark - p->word >= 2 && p->mark - p->word <= 4 &&
           (unsigned char)p->s->text[p->mark - 2] == 0xC2;
}

/* Mr. Smith, fig. 3, but not "said no. They" */
static verdict title(const sm_place *p) {
    bool title = word_before_in(p, SM_LIST_TITLES) &&
                 !(word_before_in(p, SM_LIST_STOPWORDS) && !word_has_capital(p) && next_is_stop_word(p));
    return title || is_number_sign(p) || is_english_title(p) ? JOIN : UNDECIDED;
}

/* J. Smith joins, "you and I. Did you" does not. */
static verdict initial(const sm_place *p) {
    if (!word_is_one_letter(p))
        return UNDECIDED;
    return next_is_stop_word(p) ? BREAK : JOIN;
}

/* "BCD Ltd. She": only words that open sentences part; after a unit, "at 6 a.m. Travellers", any capital does. */
static verdict abbreviation(const sm_place *p) {
    if (!is_acronym(p) && !word_before_in(p, SM_LIST_ABBREVIATIONS))
        return UNDECIDED;
    bool opens = p->next_class == SM_CHAR_UPPER && (next_is_stop_word(p) || number_before_word(p));
    return opens ? BREAK : JOIN;
}

/* German "3. Oktober" */
static verdict ordinal(const sm_place *p) {
    bool ordinals = (p->s->language->traits & SM_ORDINAL_POINT) != 0;
    return ordinals && word_is_digits(p, 2) && !next_is_stop_word(p) ? JOIN : UNDECIDED;
}

static verdict otherwise(const sm_place *p) {
    (void)p;
    return BREAK;
}

static verdict (*const RULES[])(const sm_place *) = {
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

bool sm_boundary_is(sm_place *p) {
    p->lists = p->next < p->end ? lists_of(p, p->s->language, p->word, p->mark) : 0;
    for (size_t i = 0;; i++) {
        verdict v = RULES[i](p);
        if (v != UNDECIDED)
            return v == BREAK;
    }
}
