#include "keyword/keyness.h"

#include "doc/terms.h"
#include "text/vocab.h"

#include <math.h>

/* The candidates by their stems; their numbers are those of the list. */
static bool index_candidates(const sm_candidates *c, sm_vocab *known, sm_arena *scratch) {
    sm_vocab_init(known, scratch, c->doc->key);
    for (size_t i = 0; i < c->list.n; i++) {
        const sm_candidate *p = &c->list.at[i];
        const char *stems = (const char *)(c->stem + p->first_token);
        if (sm_vocab_add(known, stems, p->n_tokens * sizeof *c->stem) == SM_VOCAB_NONE)
            return false;
    }
    return true;
}

/* The tokens of `against` get the stems of this document; candidates are found by them. */
static bool count_there(const sm_candidates *c, const sm_candidates *there, const sm_vocab *known, sm_arena *scratch,
                        uint32_t *count) {
    const uint32_t *map = sm_terms_map(c->doc, there->doc, scratch);
    if (map == NULL)
        return false;
    for (size_t t = 0; t < there->doc->tokens.n; t++)
        there->stem[t] = map[there->stem[t]];
    for (size_t i = 0; i < there->list.n; i++) {
        const sm_candidate *p = &there->list.at[i];
        const char *stems = (const char *)(there->stem + p->first_token);
        uint32_t id = sm_vocab_find(known, stems, p->n_tokens * sizeof *there->stem);
        if (id != SM_VOCAB_NONE)
            count[id] = p->count;
    }
    return true;
}

static double term(double observed, double expected) {
    return observed > 0 ? observed * log(observed / expected) : 0;
}

/* a of n here, b of m there: G2 = 2 (a ln(a / E_a) + b ln(b / E_b)) as a share of its value with b = 0. */
static double keyness(double a, double n, double b, double m) {
    if (a * m <= b * n)
        return m > 0 ? 0 : 1;
    double share = (a + b) / (n + m);
    return (term(a, n * share) + term(b, m * share)) / term(a, n * a / (n + m));
}

bool sm_keyness_weigh(const sm_candidates *c, const sm_doc *against, uint32_t max_connectors, sm_arena *scratch,
                      double *score) {
    sm_candidates there;
    sm_vocab known;
    uint32_t *count = sm_arena_get_zero(scratch, c->list.n, sizeof *count);
    if (count == NULL || !index_candidates(c, &known, scratch) ||
        !sm_candidates_find(against, c->max_words, max_connectors, scratch, &there) ||
        !count_there(c, &there, &known, scratch, count))
        return false;
    double n = (double)c->doc->tokens.n, m = (double)against->tokens.n;
    for (size_t i = 0; i < c->list.n; i++)
        score[i] *= keyness(c->list.at[i].count, n, count[i], m);
    return true;
}
