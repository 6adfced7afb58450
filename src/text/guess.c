#include "text/guess.h"

#include "base/ascii.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/ranks.h"
#include "text/script.h"
#include "text/spelling.h"
#include "text/words.h"

#include <math.h>
#include <stdbool.h>

/* The ranks taken for words that no list has, and for stop words: in languages with ranks, and in those without. */
static const double UNKNOWN = 6000, UNKNOWN_WITHOUT_RANKS = 2500, STOP_WORD = 1000, STOP_WORD_WITHOUT_RANKS = 60;
static const double SPELLING = 0.2; /* of what the letters of an unknown word cost, which do not come independently */
static const double FOREIGN = 3;    /* nats that a letter costs which the language does not have */
static const double SIGN = 4;       /* nats that a sign of the language gains */

static const double HOPELESS = 40; /* nats behind the best */
enum {
    ROUND = 8,    /* words */
    LETTERS = 6,  /* a word of so many, its end among them, ... */
    PLAUSIBLE = 6 /* ... that cost no more steps each is one, though not listed */
};

typedef struct contest {
    unsigned bits[SM_LANGUAGES_MAX]; /* the languages that are left */
    unsigned n;
    double score[SM_LANGUAGES_MAX];
    bool known; /* some word was, or might be one */
} contest;

/* How many letters there are of each script: script 1 << k has number k. */
static void count_scripts(const char *text, size_t n, size_t count[SM_SCRIPTS]) {
    size_t ascii = 0;
    for (size_t i = 0; i < n;) {
        uint32_t code;
        if ((unsigned char)text[i] < 0x80) {
            ascii += sm_ascii_is_letter(text[i++]);
            continue;
        }
        i += sm_utf8_decode(text + i, n - i, &code);
        unsigned script = sm_script_of(code);
        for (unsigned k = 0; k < SM_SCRIPTS; k++)
            count[k] += script == 1u << k;
    }
    for (unsigned k = 0; k < SM_SCRIPTS; k++)
        count[k] += 1u << k == SM_LATIN ? ascii : 0;
}

/* The script of most letters; where there are kana, Han is Japanese. */
static unsigned main_script(const char *text, size_t n) {
    size_t count[SM_SCRIPTS] = {0}, most = 0;
    unsigned best = 0;
    count_scripts(text, n, count);
    for (unsigned k = 0; k < SM_SCRIPTS; k++)
        if (count[k] > most) {
            most = count[k];
            best = 1u << k;
        }
    bool kana = false;
    for (unsigned k = 0; k < SM_SCRIPTS; k++)
        kana = kana || (1u << k == SM_KANA && 20 * count[k] > most);
    return best == SM_HAN && kana ? SM_KANA : best;
}

static void enter(contest *c, unsigned script) {
    for (unsigned bit = 0; sm_language_at(bit) != NULL; bit++) {
        const sm_language *l = sm_language_at(bit);
        bool chinese = script == SM_HAN && (l->scripts & SM_KANA) != 0;
        if ((l->scripts & script) != 0 && (l->traits & SM_VARIANT) == 0 && !chinese)
            c->bits[c->n++] = bit;
    }
}

/* Ranks are inverse probabilities, but for a factor. */
static double rank_or_guess(uint32_t rank, bool stop, bool with_ranks) {
    double usual = with_ranks ? STOP_WORD : STOP_WORD_WITHOUT_RANKS;
    if (stop)
        return rank > 0 && rank < usual ? rank : usual;
    if (rank > 0)
        return rank;
    return with_ranks ? UNKNOWN : UNKNOWN_WITHOUT_RANKS;
}

/* The languages in which all letters of a word are usual. */
static uint64_t spelled_in(const char *folded, size_t n) {
    uint64_t set = UINT64_MAX;
    for (size_t i = 0; i < n;) {
        uint32_t code;
        i += sm_utf8_decode(folded + i, n - i, &code);
        if (code < SM_LETTERS_MAX && sm_char_is_letter(sm_char_of(code)))
            set &= sm_letter_languages[code];
    }
    return set;
}

static void add_sign(contest *c, const sm_lexeme *lexeme) {
    uint64_t signs = lexeme != NULL ? sm_lexeme_languages(lexeme, SM_LIST_SIGNS) : 0;
    for (unsigned i = 0; signs != 0 && i < c->n; i++)
        if ((signs >> c->bits[i] & 1) != 0) {
            c->score[i] += SIGN;
            c->known = true;
        }
}

/* Adds for each stretch of four letters, and for the word as a whole, that is a sign of some languages. */
static void read_signs(contest *c, const char *folded, size_t n, const sm_lexeme *whole) {
    size_t begins[SM_WORD_MAX + 1], letters = 0;
    uint32_t code;
    for (size_t i = 0; i < n; i += sm_utf8_decode(folded + i, n - i, &code))
        begins[letters++] = i;
    begins[letters] = n;
    for (size_t k = 0; k + 4 <= letters; k++)
        add_sign(c, sm_lexicon_find(folded + begins[k], begins[k + 4] - begins[k]));
    if (letters != 4)
        add_sign(c, whole);
}

static void hear(contest *c, const char *word, size_t n) {
    char folded[SM_WORD_MAX];
    uint16_t slots[SM_WORD_MAX + 1];
    size_t length = sm_fold(word, n, false, folded);
    if (length == 0)
        return;
    const sm_lexeme *lexeme = sm_lexicon_find(folded, length);
    uint64_t stops = lexeme != NULL ? sm_lexeme_languages(lexeme, SM_LIST_STOPWORDS) : 0,
             hash = sm_rank_hash(folded, length), spelled = spelled_in(folded, length);
    size_t n_slots = sm_spelling_slots(folded, length, slots);
    read_signs(c, folded, length, lexeme);
    for (unsigned i = 0; i < c->n; i++) {
        uint32_t rank = sm_rank_find(c->bits[i], hash);
        bool stop = (stops >> c->bits[i] & 1) != 0, known = rank > 0 || stop;
        unsigned cost = known ? 0 : sm_spelling_cost(c->bits[i], slots, n_slots);
        c->known = c->known || known || (n_slots >= LETTERS && cost <= PLAUSIBLE * n_slots);
        c->score[i] -= log(rank_or_guess(rank, stop, sm_rank_count(c->bits[i]) > 0) + 10);
        c->score[i] -= (spelled >> c->bits[i] & 1) == 0 ? FOREIGN : 0;
        c->score[i] -= SPELLING * SM_SPELLING_STEP * cost;
    }
}

/* Leaves out the languages that will not catch up any more. */
static void drop_hopeless(contest *c) {
    double best = c->score[0];
    unsigned n = 0;
    for (unsigned i = 1; i < c->n; i++)
        best = fmax(best, c->score[i]);
    for (unsigned i = 0; i < c->n; i++)
        if (c->score[i] > best - HOPELESS) {
            c->bits[n] = c->bits[i];
            c->score[n++] = c->score[i];
        }
    c->n = n;
}

static const sm_language *winner(const contest *c, double *sureness) {
    unsigned best = 0;
    double sum = 0;
    for (unsigned i = 1; i < c->n; i++)
        if (c->score[i] > c->score[best])
            best = i;
    for (unsigned i = 0; i < c->n; i++)
        sum += exp(c->score[i] - c->score[best]);
    *sureness = c->n > 0 ? 1 / sum : 0;
    return c->n > 0 ? sm_language_at(c->bits[best]) : &sm_language_unknown;
}

const sm_language *sm_guess_language(const char *text, size_t n, double *sureness) {
    contest c = {.n = 0};
    sm_token token = {0, 0, 0, SM_TOKEN_WORD};
    size_t end = n < SM_GUESS_BYTES ? n : SM_GUESS_BYTES, words = 0;
    double unwanted = 0;
    sureness = sureness != NULL ? sureness : &unwanted;
    enter(&c, main_script(text, end));
    if (c.n <= 1)
        return winner(&c, sureness);
    while (words < SM_GUESS_WORDS && c.n > 1 && sm_next_word(text, token.next, end, SM_ELISION, &token))
        if (token.kind == SM_TOKEN_WORD) {
            hear(&c, text + token.begin, token.end - token.begin);
            if (++words % ROUND == 0)
                drop_hopeless(&c);
        }
    c.n = c.known ? c.n : 0;
    return winner(&c, sureness);
}
