#include "select/redundancy.h"

#include "base/hash.h"
#include "base/work.h"
#include "doc/terms.h"

#include <math.h>
#include <string.h>

static const double COPY_SHARE = 0.85; /* of the stems of the shorter sentence */
enum {
    COPY_LEAST = 4
}; /* stems: shorter sentences may well be contained in another */

/* A hash of the stems one behind the other, each by its number in `map`, or its own if that is NULL. */
static uint64_t signature_of(const sm_doc *doc, uint32_t sentence, const uint32_t *map, uint64_t key) {
    uint64_t h = key;
    for (uint32_t t = doc->sentences.at[sentence].first_token; t < sm_doc_end_token(doc, sentence); t++) {
        uint32_t stem = sm_doc_word(doc, t)->stem;
        stem = map != NULL ? map[stem] : stem;
        h = sm_hash_fold(h ^ stem, SM_HASH_ODD);
    }
    return h;
}

bool sm_redundancy_init(sm_redundancy *r, const sm_doc *doc, sm_arena *arena) {
    uint32_t n_cols = doc->matrix.n_cols;
    *r = (sm_redundancy){.doc = doc, .matrix = &doc->matrix, .arena = arena};
    sm_registry_init(&r->known, arena, doc->key);
    r->first = sm_arena_get_zero(arena, n_cols, sizeof *r->first);
    r->length = sm_arena_get_zero(arena, n_cols, sizeof *r->length);
    return r->first != NULL && r->length != NULL && sm_work_pass(arena);
}

static uint32_t count_stems(const sm_csr *m, uint32_t row) {
    return m->start[row + 1] - m->start[row];
}

static bool add_posting(sm_redundancy *r, uint32_t stem) {
    sm_posting posting = {(uint32_t)r->taken.n - 1, r->first[stem]};
    if (r->length[stem]++ >= SM_POSTINGS_MAX)
        return true;
    if (!sm_vec_push(&r->postings, posting, r->arena))
        return false;
    r->first[stem] = (uint32_t)r->postings.n;
    return true;
}

static bool add_taken(sm_redundancy *r, uint32_t n_stems, uint64_t signature) {
    uint64_t *kept = sm_arena_get(r->arena, 1, sizeof *kept);
    if (kept == NULL)
        return false;
    *kept = signature;
    sm_taken taken = {sm_registry_add(&r->known, (const char *)kept, sizeof *kept), n_stems, 0, 0};
    return taken.words != SM_REGISTRY_NONE && sm_vec_push(&r->taken, taken, r->arena);
}

bool sm_redundancy_take(sm_redundancy *r, uint32_t sentence) {
    const sm_csr *m = r->matrix;
    if (!add_taken(r, count_stems(m, sentence), signature_of(r->doc, sentence, NULL, r->doc->key)))
        return false;
    for (uint32_t e = m->start[sentence]; e < m->start[sentence + 1]; e++)
        if (!add_posting(r, m->col[e]))
            return false;
    return true;
}

bool sm_redundancy_know(sm_redundancy *r, const sm_doc *doc, const sm_doc *known) {
    const sm_csr *m = &known->matrix;
    const uint32_t *map = sm_terms_map(doc, known, r->arena);
    if (map == NULL)
        return false;
    for (uint32_t i = 0; i < m->n_rows; i++) {
        if (!sm_work_step(r->arena, known->sentences.at[i].n_words) ||
            !add_taken(r, count_stems(m, i), signature_of(known, i, map, doc->key)))
            return false;
        for (uint32_t e = m->start[i]; e < m->start[i + 1]; e++)
            if (map[m->col[e]] != SM_TERM_NONE && !add_posting(r, map[m->col[e]]))
                return false;
    }
    memset(r->length, 0, r->matrix->n_cols * sizeof *r->length);
    return true;
}

static bool is_copy(uint32_t common, uint32_t a, uint32_t b) {
    uint32_t shorter = a < b ? a : b;
    return (shorter >= COPY_LEAST || a == b) && common >= COPY_SHARE * shorter;
}

/* Counts one more stem that the sentence at hand (of n stems) shares with a taken one. */
static double meet(sm_redundancy *r, sm_taken *t, uint32_t n, bool *copy) {
    if (t->stamp != r->stamp) {
        t->stamp = r->stamp;
        t->common = 0;
    }
    t->common++;
    *copy = *copy || is_copy(t->common, n, t->n_stems);
    return t->common / sqrt((double)n * t->n_stems);
}

uint32_t sm_redundancy_words(const sm_redundancy *r, uint32_t sentence) {
    uint64_t signature = signature_of(r->doc, sentence, NULL, r->doc->key);
    return sm_registry_find(&r->known, (const char *)&signature, sizeof signature);
}

double sm_redundancy_of(sm_redundancy *r, uint32_t sentence, bool *copy) {
    const sm_csr *m = r->matrix;
    double most = 0;
    r->stamp++;
    *copy = sm_redundancy_words(r, sentence) != SM_REGISTRY_NONE;
    for (uint32_t e = m->start[sentence]; e < m->start[sentence + 1]; e++)
        for (uint32_t p = r->first[m->col[e]]; p != 0; p = r->postings.at[p - 1].next)
            most = fmax(most, meet(r, &r->taken.at[r->postings.at[p - 1].taken], count_stems(m, sentence), copy));
    return most;
}

/* A copy before others, then the larger cosine, then the earlier. */
static bool is_nearer(const sm_nearest *a, const sm_nearest *b) {
    if (a->copy != b->copy)
        return a->copy;
    if (!a->copy && (a->cosine < b->cosine || a->cosine > b->cosine))
        return a->cosine > b->cosine;
    return a->taken < b->taken;
}

sm_nearest sm_redundancy_nearest(sm_redundancy *r, uint32_t sentence, uint32_t n_taken) {
    const sm_csr *m = r->matrix;
    uint32_t n = count_stems(m, sentence);
    sm_nearest best = {UINT32_MAX, 0, false};
    bool copy;
    sm_redundancy_of(r, sentence, &copy); /* counts the stems in common */
    for (uint32_t e = m->start[sentence]; e < m->start[sentence + 1]; e++)
        for (uint32_t p = r->first[m->col[e]]; p != 0; p = r->postings.at[p - 1].next) {
            uint32_t id = r->postings.at[p - 1].taken;
            const sm_taken *t = &r->taken.at[id];
            sm_nearest here = {id, t->common / sqrt((double)n * t->n_stems), is_copy(t->common, n, t->n_stems)};
            if (id < n_taken && is_nearer(&here, &best))
                best = here;
        }
    if (best.taken == UINT32_MAX)
        best.copy = copy;
    return best;
}
