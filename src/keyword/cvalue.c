/* After the C-value of Frantzi, Ananiadou & Mima (2000): a phrase is a term as far as it occurs on its own and not only
 * within longer terms. Here
 *
 *     score = w (f - 0.7 g + r) / (2 + ln(1 + first))
 *
 * f: occurrences; g: occurrences of the commonest longer candidate that holds it (the paper subtracts the mean over
 * all of them); r: occurrences from edge to edge, with a stop word or punctuation on both sides; first: words of the
 * text before it; w: 2 for several words, 1 for one (the paper's log2 of the length is 0 for one word). A phrase that
 * hardly occurs outside a longer one is none of its own, and English words in -ed and -ly seldom name anything. The
 * weights were set on labelled texts of several kinds and languages, where a broad range of them did as well. */
#include "keyword/keyword.h"

#include <math.h>
#include <string.h>

bool sm_keyword_cvalue(const sm_candidates *c, sm_arena *scratch, double *score);

static const double NESTED = 0.7, SEVERAL_WORDS = 2, HARDLY_ELSEWHERE = 0.8, ENDING = 0.1, NAME = 1.0;

static bool ends_in(const sm_doc *doc, uint32_t token, const char *ending) {
    const sm_word *w = sm_doc_word(doc, token);
    size_t n = strlen(ending);
    return w->n_bytes > n + 2 && memcmp(doc->input.text + w->begin + w->n_bytes - n, ending, n) == 0;
}

static bool names_nothing(const sm_doc *doc, uint32_t last_token) {
    bool english = (doc->language->traits & SM_ENGLISH_ENDINGS) != 0;
    return english && (ends_in(doc, last_token, "ed") || ends_in(doc, last_token, "ly"));
}

static double score_of(const sm_candidates *c, const sm_candidate *p) {
    double held = sm_candidate_held(c, p);
    if (held > 1 && held >= HARDLY_ELSEWHERE * p->count)
        return 0;
    double weight = p->n_tokens > 1 ? SEVERAL_WORDS : 1;
    if (names_nothing(c->doc, p->first_token + p->n_tokens - 1))
        weight *= ENDING;
    if ((c->doc->language->traits & SM_CAPITAL_NOUNS) == 0)
        weight *= 1 + NAME * p->capitals / p->count;
    return weight * (p->count - NESTED * held + p->runs) / (2 + log(1.0 + p->first_token));
}

bool sm_keyword_cvalue(const sm_candidates *c, sm_arena *scratch, double *score) {
    (void)scratch;
    for (size_t i = 0; i < c->list.n; i++)
        score[i] = score_of(c, &c->list.at[i]);
    return true;
}
