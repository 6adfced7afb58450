#include "select/must.h"

#include "base/work.h"
#include "doc/prose.h"
#include "doc/terms.h"

#include <string.h>

/* The stems of a text that has to be covered, in its order. It is searched as Knuth, Morris & Pratt 1977 do: border[k]
 * is how many stems, at most k, both begin and end the first k + 1. */
typedef struct phrase {
    uint32_t *stem, *border;
    size_t n;
} phrase;

typedef struct cover {
    const sm_doc *doc;
    const double *score;
    const bool *left_out;
    const sm_shares *shares;
    sm_budget *left; /* of each share */
    size_t n;        /* texts */
    bool *holds;     /* n for each sentence */
    bool *covered;
} cover;

/* A text with a stem that the document has not is in no sentence: it has no stems then. */
static bool read_phrase(const sm_doc *doc, const sm_doc *text, sm_arena *scratch, phrase *p) {
    const uint32_t *map = sm_terms_map(doc, text, scratch);
    *p = (phrase){.stem = sm_arena_get(scratch, text->tokens.n, sizeof *p->stem)};
    if (map == NULL || p->stem == NULL)
        return false;
    for (uint32_t t = 0; t < text->tokens.n; t++) {
        uint32_t stem = map[sm_doc_word(text, t)->stem];
        if (stem == SM_TERM_NONE) {
            p->n = 0;
            return true;
        }
        p->stem[p->n++] = stem;
    }
    return true;
}

/* How many of the phrase's first stems end with `stem` where k of them, fewer than all, ended before it. */
static uint32_t follow(const phrase *p, uint32_t k, uint32_t stem) {
    while (k > 0 && p->stem[k] != stem)
        k = p->border[k - 1];
    return k + (p->stem[k] == stem);
}

static bool find_borders(phrase *p, sm_arena *scratch) {
    p->border = sm_arena_get_zero(scratch, p->n, sizeof *p->border);
    for (size_t i = 1; p->border != NULL && i < p->n; i++)
        p->border[i] = follow(p, p->border[i - 1], p->stem[i]);
    return p->border != NULL;
}

static bool stands_in(const sm_doc *doc, uint32_t sentence, const phrase *p) {
    uint32_t k = 0, end = sm_doc_end_token(doc, sentence);
    for (uint32_t t = doc->sentences.at[sentence].first_token; k < p->n && t < end; t++)
        k = follow(p, k, sm_doc_word(doc, t)->stem);
    return p->n > 0 && k == p->n;
}

/* Where no spaces part words, what stands around a text tells how it is parted: its bytes are looked for besides. */
static bool read_bytes(const sm_doc *text, sm_arena *scratch, phrase *p) {
    const char *bytes = text->input.text;
    size_t n = text->input.n_bytes;
    *p = (phrase){.stem = sm_arena_get(scratch, n, sizeof *p->stem)};
    if (p->stem == NULL)
        return false;
    for (size_t i = 0; i < n; i++)
        p->stem[p->n++] = (unsigned char)bytes[i];
    return find_borders(p, scratch);
}

static bool stands_in_bytes(const sm_doc *doc, uint32_t sentence, const phrase *p) {
    uint32_t k = 0;
    const sm_sentence *s = &doc->sentences.at[sentence];
    for (uint32_t at = s->begin; k < p->n && at < s->end; at++)
        k = follow(p, k, (unsigned char)doc->input.text[at]);
    return p->n > 0 && k == p->n;
}

static bool find_phrases(cover *c, const sm_select_options *options, sm_arena *scratch) {
    const sm_doc *doc = c->doc;
    bool spaces = (doc->language->traits & SM_NO_SPACES) == 0;
    c->n = options->n_must;
    c->holds = sm_arena_get(scratch, doc->sentences.n, c->n * sizeof *c->holds);
    c->covered = sm_arena_get_zero(scratch, c->n, sizeof *c->covered);
    if (c->holds == NULL || c->covered == NULL)
        return false;
    for (size_t k = 0; k < c->n; k++) {
        phrase p, bytes = {0};
        if (!sm_work_pass(scratch) || !read_phrase(doc, &options->must[k], scratch, &p) || !find_borders(&p, scratch) ||
            !(spaces || read_bytes(&options->must[k], scratch, &bytes)))
            return false;
        for (uint32_t i = 0; i < doc->sentences.n; i++)
            c->holds[i * c->n + k] = stands_in(doc, i, &p) || stands_in_bytes(doc, i, &bytes);
    }
    return true;
}

static size_t count_uncovered(const cover *c, uint32_t sentence) {
    size_t n = 0;
    for (size_t k = 0; k < c->n; k++)
        n += c->holds[sentence * c->n + k] && !c->covered[k];
    return n;
}

static sm_budget *left_of(const cover *c, uint32_t sentence) {
    return &c->left[sm_share_of(c->shares, sentence)];
}

static bool may_be_taken(const cover *c, uint32_t sentence) {
    const sm_sentence *s = &c->doc->sentences.at[sentence];
    return sm_prose_holds(c->doc, s) && !(c->left_out != NULL && c->left_out[sentence]) &&
           sm_budget_fits(left_of(c, sentence), s);
}

/* Which of two sentences that hold as many is the better; the earlier is `a`. */
static bool is_better(const cover *c, uint32_t b, uint32_t a) {
    bool a_may = c->doc->sentences.at[a].candidate, b_may = c->doc->sentences.at[b].candidate;
    return a_may != b_may ? b_may : c->score[b] > c->score[a];
}

/* The next sentence, or UINT32_MAX if none holds anything more. */
static uint32_t find_best(const cover *c) {
    uint32_t best = UINT32_MAX;
    size_t most = 0;
    for (uint32_t i = 0; i < c->doc->sentences.n; i++) {
        size_t n = count_uncovered(c, i);
        if (n == 0 || n < most || !may_be_taken(c, i))
            continue;
        if (n > most || is_better(c, i, best))
            best = i;
        most = n;
    }
    return best;
}

bool sm_must_pick(const sm_doc *doc, const double *score, const sm_select_options *options, const sm_shares *shares,
                  const bool *left_out, sm_arena *scratch, sm_picks *picks) {
    cover c = {.doc = doc, .score = score, .left_out = left_out, .shares = shares};
    c.left = sm_arena_get(scratch, shares->n, sizeof *c.left);
    *picks = (sm_picks){sm_arena_get(scratch, options->n_must, sizeof *picks->sentence), 0};
    if (c.left == NULL || picks->sentence == NULL || !find_phrases(&c, options, scratch))
        return false;
    memcpy(c.left, shares->budget, shares->n * sizeof *c.left);
    for (uint32_t best; (best = find_best(&c)) != UINT32_MAX;) {
        if (!sm_work_pass(scratch))
            return false;
        picks->sentence[picks->n++] = best;
        sm_budget_spend(left_of(&c, best), &doc->sentences.at[best]);
        for (size_t k = 0; k < c.n; k++)
            c.covered[k] = c.covered[k] || c.holds[best * c.n + k];
    }
    return true;
}
