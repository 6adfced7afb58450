/* KP-Miner (El-Beltagy & Rafea 2009): tf x idf with three rules of thumb. A candidate has to stand somewhere as a whole
 * run between stop words and punctuation, to occur at least 3 times (the least allowable seen frequency: 2 in texts
 * below 500 words, and never more than the commonest candidate does), and to appear within the first 400 words.
 *
 *     score = f idf            one word
 *     score = f log2(N) B      several words, which occur in few documents: B = min(3, candidates / (2.3 compounds)),
 *                              both counted by occurrences (sigma = 3, alpha = 2.3)
 *
 * The paper takes idf from a collection of N documents. Here it comes from the rank r of the word in its language,
 * whose frequency is 0.1 / r by Zipf's law: of N = 1000 documents of 1000 words, df = 1 + N (1 - e^(-100 / r)) hold it,
 * 1 if it has no rank, and idf = log2((N + 1) / df); or from a corpus of N documents of which df hold the word besides
 * this one, with log2(N + 1) in place of log2(N): of small collections as good, 20.2 of F1 at 10 beside 20.4. The
 * paper's later pass, which takes away from phrases what they occur within longer ones of the list, is left out.
 * O(candidates). */
#include "keyword/keyword.h"
#include "text/ranks.h"

#include <math.h>

bool sm_keyword_kpminer(const sm_candidates *c, sm_arena *scratch, double *score);

static const double ALPHA = 2.3, SIGMA = 3, N = 1000, LENGTH = 1000, ZIPF = 0.1;
enum {
    CUTOFF = 400,
    LEAST_SEEN = 3,
    LEAST_SEEN_SHORT = 2,
    SHORT_TEXT = 500
};

static bool is_allowed(const sm_candidate *p, uint32_t least_seen) {
    return p->runs > 0 && p->first_token < CUTOFF && p->count >= least_seen;
}

static uint32_t least_seen(const sm_candidates *c) {
    uint32_t least = c->doc->tokens.n < SHORT_TEXT ? LEAST_SEEN_SHORT : LEAST_SEEN, most = 0;
    for (size_t i = 0; i < c->list.n; i++)
        if (is_allowed(&c->list.at[i], 1) && c->list.at[i].count > most)
            most = c->list.at[i].count;
    return most < least ? most : least;
}

static double boost(const sm_candidates *c, uint32_t least) {
    double all = 0, compounds = 0;
    for (size_t i = 0; i < c->list.n; i++)
        if (is_allowed(&c->list.at[i], least)) {
            all += c->list.at[i].count;
            compounds += c->list.at[i].n_tokens > 1 ? c->list.at[i].count : 0;
        }
    return compounds > 0 ? fmin(SIGMA, all / (ALPHA * compounds)) : SIGMA;
}

static double idf(const sm_candidates *c, const sm_word *w) {
    const sm_doc *doc = c->doc;
    if (c->corpus != NULL) {
        const sm_stem_entry *s = &doc->stems.at[w->stem];
        return log2(sm_corpus_rarity(c->corpus, sm_corpus_count(c->corpus, s->text, s->n_bytes)));
    }
    uint32_t rank = sm_rank_of(doc->language, doc->input.text + w->begin, w->n_bytes - w->possessive);
    double df = 1 + (rank > 0 ? N * (1 - exp(-ZIPF * LENGTH / rank)) : 0);
    return log2((N + 1) / df);
}

bool sm_keyword_kpminer(const sm_candidates *c, sm_arena *scratch, double *score) {
    (void)scratch;
    uint32_t least = least_seen(c);
    double compound = (c->corpus != NULL ? log2(sm_corpus_rarity(c->corpus, 0)) : log2(N)) * boost(c, least);
    for (size_t i = 0; i < c->list.n; i++) {
        const sm_candidate *p = &c->list.at[i];
        score[i] = 0;
        if (is_allowed(p, least))
            score[i] = p->count * (p->n_tokens > 1 ? compound : idf(c, sm_doc_word(c->doc, p->first_token)));
    }
    return true;
}
