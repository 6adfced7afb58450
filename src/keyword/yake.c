/* YAKE! (Campos, Mangaravite, Pasquali, Jorge, Nunes & Jatowt 2018, 2020): five features of each word make its score H,
 * lower is better, and a phrase of up to 3 words gets
 *
 *     S = product of H / (f (1 + sum of H))        H = Position Relatedness /
 *                                                      (Case + Frequency / Relatedness + Spread / Relatedness)
 *
 *     Case         max(uses in capitals, uses with a capital not first in a sentence) / (1 + ln f)
 *     Position     ln ln(3 + median number, from 0, of the sentences that hold it)
 *     Frequency    f / (mean + standard deviation of f over the content words)
 *     Relatedness  1 + (l + r) f / (largest f of any word), l: distinct words just before it / words just before it
 *                  (stop words included, punctuation parts); r: likewise behind it
 *     Spread       sentences that hold it / sentences
 *
 * The score here is 1 / S. As in the authors' program the logarithm of Case has 1 added and the window of Relatedness
 * is one word. Words are told apart by stem, which merges what their program does by comparing spellings; phrases have
 * no stop words or numbers inside. O(tokens). */
#include "base/work.h"
#include "keyword/keyword.h"
#include "text/vocab.h"

#include <math.h>

bool sm_keyword_yake(const sm_candidates *c, sm_arena *scratch, double *score);

enum {
    LONGEST = 3
};

typedef struct term {
    uint32_t caps, capital;              /* uses in capitals; with a capital that no sentence begins with */
    uint32_t before, behind;             /* uses with a word on that side */
    uint32_t kinds_before, kinds_behind; /* how many different words */
    uint32_t n_sentences, last;          /* 1 + the latest of them */
    size_t at;                           /* where its sentences begin */
    bool content;
} term;

typedef struct terms {
    const sm_candidates *c;
    term *of;            /* by stem */
    uint32_t *sentences; /* each stem's, ascending */
    double usual, most;  /* mean + standard deviation of the content words' frequencies; the largest of all words */
} terms;

static double frequency(const terms *t, uint32_t stem) {
    return t->c->doc->stems.at[stem].count;
}

static bool is_joined(const sm_doc *doc, uint32_t token) {
    sm_word_class left = sm_doc_word(doc, token - 1)->class, right = sm_doc_word(doc, token)->class;
    return !doc->tokens.at[token].boundary && left <= SM_WORD_STOP && right <= SM_WORD_STOP;
}

static void see(terms *t, uint32_t token, uint32_t sentence, bool first) {
    const sm_word *w = sm_doc_word(t->c->doc, token);
    term *k = &t->of[w->stem];
    k->content = k->content || w->class == SM_WORD_CONTENT;
    k->caps += w->letters == SM_CASE_ALL_CAPS;
    k->capital += !first && w->letters == SM_CASE_CAPITAL;
    k->n_sentences += k->last != sentence + 1;
    k->last = sentence + 1;
}

/* Pairs of neighbours are stretches of two stems. */
static bool see_neighbours(terms *t, sm_vocab *pairs, uint32_t token) {
    const uint32_t *stem = t->c->stem + token - 1;
    uint32_t n = pairs->n, id = sm_vocab_add(pairs, (const char *)stem, 2 * sizeof *stem);
    t->of[stem[0]].behind++;
    t->of[stem[1]].before++;
    t->of[stem[0]].kinds_behind += id == n;
    t->of[stem[1]].kinds_before += id == n;
    return id != SM_VOCAB_NONE;
}

static bool see_all(terms *t, sm_arena *scratch) {
    const sm_doc *doc = t->c->doc;
    sm_vocab pairs;
    sm_vocab_init(&pairs, scratch, doc->key);
    for (uint32_t s = 0; s < doc->sentences.n; s++) {
        uint32_t first = doc->sentences.at[s].first_token, end = sm_doc_end_token(doc, s);
        if (!sm_work_step(scratch, end - first))
            return false;
        for (uint32_t i = first; i < end; i++) {
            see(t, i, s, i == first);
            if (i > first && is_joined(doc, i) && !see_neighbours(t, &pairs, i))
                return false;
        }
    }
    return true;
}

/* The sentences of each stem, by counting sort. */
static bool list_sentences(terms *t, sm_arena *scratch) {
    const sm_doc *doc = t->c->doc;
    size_t sum = 0;
    for (size_t i = 0; i < doc->stems.n; i++) {
        t->of[i].at = sum;
        sum += t->of[i].n_sentences;
        t->of[i].n_sentences = t->of[i].last = 0;
    }
    t->sentences = sm_arena_get(scratch, sum, sizeof *t->sentences);
    for (uint32_t s = 0; t->sentences != NULL && s < doc->sentences.n; s++)
        for (uint32_t i = doc->sentences.at[s].first_token; i < sm_doc_end_token(doc, s); i++) {
            term *k = &t->of[t->c->stem[i]];
            if (k->last != s + 1)
                t->sentences[k->at + k->n_sentences++] = s;
            k->last = s + 1;
        }
    return t->sentences != NULL;
}

static void measure_frequencies(terms *t) {
    double n = 0, sum = 0, squares = 0;
    for (uint32_t i = 0; i < t->c->doc->stems.n; i++) {
        double f = frequency(t, i);
        t->most = fmax(t->most, f);
        n += t->of[i].content;
        sum += t->of[i].content ? f : 0;
        squares += t->of[i].content ? f * f : 0;
    }
    double mean = n > 0 ? sum / n : 0;
    t->usual = mean + (n > 0 ? sqrt(fmax(0, squares / n - mean * mean)) : 0);
}

static double median_sentence(const terms *t, const term *k) {
    const uint32_t *s = t->sentences + k->at;
    uint32_t left = (k->n_sentences - 1) / 2, right = k->n_sentences / 2;
    return ((double)s[left] + s[right]) / 2;
}

static double share(uint32_t part, uint32_t whole) {
    return whole > 0 ? (double)part / whole : 0;
}

static double word_score(const terms *t, uint32_t stem) {
    const term *k = &t->of[stem];
    double f = frequency(t, stem);
    double weight = fmax(k->caps, k->capital) / (1 + log(f)), position = log(log(3 + median_sentence(t, k)));
    double related = 1 + (share(k->kinds_before, k->before) + share(k->kinds_behind, k->behind)) * f / t->most;
    double spread = (double)k->n_sentences / (double)t->c->doc->sentences.n;
    return position * related / (weight + f / t->usual / related + spread / related);
}

static double score_of(const terms *t, const sm_candidate *p) {
    double product = 1, sum = 0;
    for (uint32_t i = p->first_token; i < p->first_token + p->n_tokens; i++) {
        if (sm_doc_word(t->c->doc, i)->class != SM_WORD_CONTENT)
            return 0;
        double h = word_score(t, t->c->stem[i]);
        product *= h;
        sum += h;
    }
    return p->n_tokens <= LONGEST ? p->count * (1 + sum) / product : 0;
}

bool sm_keyword_yake(const sm_candidates *c, sm_arena *scratch, double *score) {
    terms t = {.c = c, .of = sm_arena_get_zero(scratch, c->doc->stems.n, sizeof *t.of)};
    if (t.of == NULL || !see_all(&t, scratch) || !list_sentences(&t, scratch))
        return false;
    measure_frequencies(&t);
    for (size_t i = 0; i < c->list.n; i++)
        score[i] = score_of(&t, &c->list.at[i]);
    return true;
}
