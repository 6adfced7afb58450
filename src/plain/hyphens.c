/* Words parted at the end of a hard-wrapped line: "segmen-" and "tation" are one word, "well-" and "known" a compound
 * whose hyphen stays. The text itself is the dictionary: the form that it has elsewhere, joined or with the hyphen, is
 * right. Where it has neither, the word is joined if it is small letters on both sides and the text parts words: more
 * forms were found joined than not, or two lines in a hundred end in a hyphen; writers who part no words end a line in
 * the hyphen of a compound now and then. A hyphen before "und" or "and" is suspended and stays, as does the space. */
#include "base/ascii.h"
#include "base/chars.h"
#include "base/digest.h"
#include "base/hash.h"
#include "plain/tally.h"
#include "plain/wrap.h"

#include <string.h>

sm_recognise_fn sm_recognise_hyphens;

enum {
    WORD_MOST = 64,   /* bytes of one half; longer ones are no words */
    ADVERB_LEAST = 5, /* bytes of a word in "ly" that is one */
    SHARE = 50,       /* a text parts words if one line of so many ends in a hyphen */
    LOOSE_SHARE = 10  /* likewise if its lines are not wrapped */
};

/* The halves of a word: text[begin .. hyphen) and text[next .. end). */
typedef struct parted {
    sm_plain_line *line, *follower;
    uint32_t begin, hyphen, next, end;
    bool sure; /* a compound, whatever the text has elsewhere */
} parted;

typedef SM_VEC(parted) parted_words;

static bool is_any(const char *text, size_t n, const char *const *words) {
    for (; *words != NULL; words++)
        if (strlen(*words) == n && memcmp(*words, text, n) == 0)
            return true;
    return false;
}

/* Words before which a hyphen is suspended, in the languages that have it. */
static const char *const SUSPENDED[] = {"and", "or",  "to", "und", "oder", "bis", "sowie", "et",  "ou", "y",
                                        "o",   "och", "og", "en",  "of",   "e",   "ja",    "tai", NULL};
static const char *const FIRST_HALVES[] = {"self", "ex", "half", "quasi", "vice", "well", NULL};

static uint32_t word_begin(const char *text, uint32_t from, uint32_t at) {
    uint32_t least = at - from > WORD_MOST ? at - WORD_MOST : from;
    while (at > least) {
        size_t n, before = sm_utf8_before(text, least, at);
        if (!sm_char_is_word(sm_char_at(text, before, at, &n)))
            break;
        at = (uint32_t)before;
    }
    return at;
}

static uint32_t word_end(const char *text, uint32_t at, uint32_t to) {
    uint32_t most = to - at > WORD_MOST ? at + WORD_MOST : to;
    for (size_t n; at < most && sm_char_is_word(sm_char_at(text, at, most, &n)); at += (uint32_t)n)
        ;
    return at;
}

static bool has_hyphen_at(const char *text, uint32_t at, uint32_t end) {
    return at < end && text[at] == '-';
}

/* Both halves small, or both capitals: not "Anglo-" and "American", not "20-" and "year". */
static bool fits(const char *text, const parted *p) {
    size_t n;
    sm_char before = sm_char_at(text, sm_utf8_before(text, p->begin, p->hyphen), p->hyphen, &n);
    sm_char behind = sm_char_at(text, p->next, p->end, &n);
    bool small = before == SM_CHAR_LOWER && behind == SM_CHAR_LOWER;
    bool capital = before == SM_CHAR_UPPER && behind == SM_CHAR_UPPER && p->hyphen - p->begin > 1;
    return (small || capital) && sm_utf8_before(text, p->begin, p->hyphen) > p->begin;
}

/* First halves that keep their hyphen, English adverbs among them: "heavily-commented". */
static bool keeps_hyphen(const char *text, const parted *p) {
    uint32_t n = p->hyphen - p->begin;
    return is_any(text + p->begin, n, FIRST_HALVES) ||
           (n >= ADVERB_LEAST && memcmp(text + p->hyphen - 2, "ly", 2) == 0);
}

/* Judges what needs no look elsewhere; true if the rest of the text has to tell. */
static bool is_open(const char *text, parted *p) {
    const sm_plain_line *next = p->follower;
    size_t n = p->line->end - p->hyphen;
    bool soft = n == 2;
    p->begin = word_begin(text, p->line->begin, p->hyphen);
    p->next = next->begin;
    p->end = word_end(text, next->begin, next->end);
    if (p->begin == p->hyphen || p->next == p->end || is_any(text + p->next, p->end - p->next, SUSPENDED))
        return false;
    p->line->hyphenated = soft && fits(text, p);
    if (p->line->hyphenated)
        return false;
    p->sure = soft || !fits(text, p) || has_hyphen_at(text, p->end, next->end) ||
              (p->begin > p->line->begin && text[p->begin - 1] == '-') || keeps_hyphen(text, p);
    p->line->compound = p->sure;
    return !p->sure;
}

static bool may_go_on(const sm_plain_line *l, const sm_plain_line *next) {
    return (next->gap == 0 || next->goes_on) && !next->begins && next->role == l->role && l->role != SM_ROLE_CODE;
}

static bool collect(sm_plain *plain, parted_words *words, sm_arena *scratch) {
    sm_plain_line *l = NULL;
    for (size_t i = 0; i < plain->lines.n; i++) {
        sm_plain_line *next = &plain->lines.at[i];
        if (next->dropped)
            continue;
        if (l != NULL && (l->signs & SM_SIGN_HYPHEN) != 0 && may_go_on(l, next)) {
            parted p = {.line = l, .follower = next, .hyphen = (uint32_t)sm_utf8_before(plain->text, l->begin, l->end)};
            if (is_open(plain->text, &p) && !sm_vec_push(words, p, scratch))
                return false;
        }
        l = next;
    }
    return true;
}

/* ---- The text as a dictionary ---- */

typedef struct spelling {
    char at[2 * WORD_MOST + 2]; /* ASCII in small letters */
    size_t n;                   /* past the room: too long */
} spelling;

static void add_byte(spelling *s, char c) {
    if (s->n < sizeof s->at)
        s->at[s->n] = sm_ascii_small(c);
    s->n++;
}

static spelling spelling_of(const parted *p, const sm_plain *plain, bool hyphen) {
    spelling s = {.n = 0};
    for (uint32_t i = p->begin; i < p->hyphen; i++)
        add_byte(&s, plain->text[i]);
    if (hyphen)
        add_byte(&s, '-');
    for (uint32_t i = p->next; i < p->end; i++)
        add_byte(&s, plain->text[i]);
    return s;
}

/* Bytes of the character at `at` if it is part of a word: letters, digits, hyphens, and all beyond ASCII but Latin-1
 * signs and general punctuation, by their bytes. 0 if it is none. */
static size_t word_bytes(const char *text, size_t at, size_t end, char *byte) {
    unsigned char c = (unsigned char)text[at];
    *byte = (char)c;
    if (c < 0x80)
        return c == '-' || sm_char_is_word((sm_char)sm_ascii_chars[c]);
    if (c == 0xE2 && end - at >= 3 && memcmp(text + at, "\xE2\x80\x90", 3) == 0) {
        *byte = '-';
        return 3;
    }
    return c != 0xC2 && !(c == 0xE2 && at + 1 < end && (unsigned char)text[at + 1] == 0x80);
}

/* The spellings whose occurrences are counted: those whose value in the tally is not 0. Most words of a text are told
 * apart from them by their first byte and their length. */
typedef struct dictionary {
    uint64_t key;
    sm_tally wanted;
    bool has[256][sizeof(((spelling *)0)->at) + 1];
} dictionary;

static void want(dictionary *d, const spelling *s) {
    *sm_tally_at(&d->wanted, sm_hash(d->key, s->at, s->n)) = 1;
    d->has[(unsigned char)s->at[0]][s->n] = true;
}

static bool may_be_wanted(const dictionary *d, char first, size_t n) {
    return n > 0 && n < sizeof d->has[0] && d->has[(unsigned char)sm_ascii_small(first)][n];
}

static void count_one(dictionary *d, const spelling *s) {
    uint32_t *times = may_be_wanted(d, s->at[0], s->n) ? sm_tally_at(&d->wanted, sm_hash(d->key, s->at, s->n)) : NULL;
    if (times != NULL && *times > 0)
        ++*times;
}

static size_t skip_ascii_word(const char *text, size_t at, size_t end) {
    while (at < end && (unsigned char)text[at] < 0x80 &&
           (text[at] == '-' || sm_char_is_word((sm_char)sm_ascii_chars[(unsigned char)text[at]])))
        at++;
    return at;
}

/* Counts how often the text has each spelling that is wanted. */
static void count(const sm_plain *plain, dictionary *d) {
    size_t n = plain->n_bytes, length;
    for (size_t at = 0; at < n; at++) {
        spelling s = {.n = 0};
        size_t end = skip_ascii_word(plain->text, at, n);
        bool is_ascii = end == n || (unsigned char)plain->text[end] < 0x80;
        if (is_ascii && !may_be_wanted(d, plain->text[at], end - at)) {
            at = end;
            continue;
        }
        for (char c; at < n && (length = word_bytes(plain->text, at, n, &c)) > 0; at += length)
            add_byte(&s, c);
        count_one(d, &s);
    }
}

/* Over 0: the text has the word joined more often; under 0: with a hyphen. */
static int evidence(const parted *p, const sm_plain *plain, dictionary *d) {
    spelling one = spelling_of(p, plain, false), two = spelling_of(p, plain, true);
    uint32_t joined = *sm_tally_at(&d->wanted, sm_hash(d->key, one.at, one.n));
    uint32_t apart = *sm_tally_at(&d->wanted, sm_hash(d->key, two.at, two.n));
    return (joined > apart) - (joined < apart);
}

static bool decide(sm_plain *plain, parted_words *words, sm_arena *scratch) {
    dictionary *d = sm_arena_get_zero(scratch, 1, sizeof *d);
    int sum = 0;
    if (d == NULL)
        return false;
    d->key = sm_digest(plain->text, plain->n_bytes);
    if (!sm_tally_init(&d->wanted, 2 * words->n, d->key, scratch))
        return false;
    for (size_t i = 0; i < 2 * words->n; i++) {
        spelling s = spelling_of(&words->at[i / 2], plain, i % 2 == 1);
        want(d, &s);
    }
    count(plain, d);
    for (size_t i = 0; i < words->n; i++)
        sum += evidence(&words->at[i], plain, d);
    size_t share = sm_wrap_width(plain) > 0 ? SHARE : LOOSE_SHARE;
    bool parts = sum > 0 || (sum == 0 && share * words->n >= plain->lines.n);
    for (size_t i = 0; i < words->n; i++) {
        const parted *p = &words->at[i];
        int told = evidence(p, plain, d);
        p->line->hyphenated = told > 0 || (told == 0 && parts);
        p->line->compound = !p->line->hyphenated;
        p->follower->goes_on = p->follower->goes_on || told != 0;
    }
    return true;
}

bool sm_recognise_hyphens(sm_plain *plain, sm_arena *scratch) {
    parted_words words = {0};
    if ((plain->signs & SM_SIGN_HYPHEN) == 0)
        return true;
    return collect(plain, &words, scratch) && (words.n == 0 || decide(plain, &words, scratch));
}
