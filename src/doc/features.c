#include "doc/features.h"

#include "base/work.h"
#include "text/vocab.h"

#include <math.h>
#include <string.h>

typedef struct pairs {
    const sm_doc *doc;
    sm_arena *arena;
    sm_vocab known;
    sm_csr_builder rows;
} pairs;

/* Columns of pairs come after those of the stems. */
static bool add_pair(pairs *p, uint32_t left, uint32_t right) {
    sm_stem_pair key = {left, right};
    uint32_t id = sm_vocab_find(&p->known, (const char *)&key, sizeof key);
    if (id == SM_VOCAB_NONE) {
        sm_stem_pair *copy = sm_arena_get(p->arena, 1, sizeof *copy);
        if (copy == NULL)
            return false;
        *copy = key;
        id = sm_vocab_add(&p->known, (const char *)copy, sizeof *copy);
    }
    return id != SM_VOCAB_NONE && sm_csr_add(&p->rows, (uint32_t)p->doc->stems.n + id, 1);
}

static bool add_row(pairs *p, uint32_t sentence) {
    const sm_doc *doc = p->doc;
    const sm_sentence *s = &doc->sentences.at[sentence];
    uint32_t left = SM_VOCAB_NONE, end = s->candidate ? sm_doc_end_token(doc, sentence) : s->first_token;
    for (uint32_t t = s->first_token; t < end; t++) {
        const sm_word *w = sm_doc_word(doc, t);
        if (w->class != SM_WORD_CONTENT)
            continue;
        if (!sm_csr_add(&p->rows, w->stem, 1) || (left != SM_VOCAB_NONE && !add_pair(p, left, w->stem)))
            return false;
        left = w->stem;
    }
    return sm_csr_end_row(&p->rows);
}

static bool build(pairs *p, sm_csr *unit) {
    const sm_doc *doc = p->doc;
    sm_vocab_init(&p->known, p->arena, doc->key);
    if (!sm_csr_begin(&p->rows, p->arena))
        return false;
    for (uint32_t i = 0; i < doc->sentences.n; i++)
        if (!sm_work_step(p->arena, doc->sentences.at[i].n_words) || !add_row(p, i))
            return false;
    sm_csr m = sm_csr_finish(&p->rows, (uint32_t)doc->stems.n + p->known.n);
    return sm_csr_unit_rows(&m, NULL, true, p->arena, unit);
}

bool sm_features_with_pairs(const sm_doc *doc, sm_arena *arena, sm_csr *unit) {
    return build(&(pairs){.doc = doc, .arena = arena}, unit);
}

bool sm_features_with_named_pairs(const sm_doc *doc, sm_arena *arena, sm_csr *unit, const sm_stem_pair **pair) {
    pairs p = {.doc = doc, .arena = arena};
    if (!build(&p, unit))
        return false;
    sm_stem_pair *named = sm_arena_get(arena, p.known.n, sizeof *named);
    for (uint32_t k = 0; named != NULL && k < p.known.n; k++)
        memcpy(&named[k], p.known.strings.at[k].bytes, sizeof *named);
    *pair = named;
    return named != NULL;
}

bool sm_features_tfidf(const sm_doc *doc, const sm_corpus *corpus, sm_arena *arena, sm_csr *unit) {
    const uint32_t *df =
        corpus != NULL ? sm_corpus_counts(corpus, doc, arena) : sm_csr_column_counts(&doc->matrix, arena);
    double *idf = sm_arena_get(arena, doc->matrix.n_cols, sizeof *idf);
    if (df == NULL || idf == NULL)
        return false;
    for (uint32_t j = 0; j < doc->matrix.n_cols; j++)
        if (corpus != NULL)
            idf[j] = log(sm_corpus_rarity(corpus, df[j]));
        else
            idf[j] = df[j] > 0 ? log((double)doc->n_candidates / df[j]) : 0;
    return sm_csr_unit_rows(&doc->matrix, idf, false, arena, unit);
}

bool sm_features_overlap(const sm_doc *doc, sm_arena *arena, sm_overlap *graph) {
    const sm_csr *m = &doc->matrix;
    uint32_t *length = sm_arena_get(arena, m->n_rows, sizeof *length);
    if (length == NULL)
        return false;
    for (uint32_t i = 0; i < m->n_rows; i++)
        length[i] = m->start[i + 1] - m->start[i];
    return sm_overlap_init(graph, m, length, arena);
}

uint32_t *sm_features_candidates(const sm_doc *doc, sm_arena *arena) {
    uint32_t *at = sm_arena_get(arena, doc->n_candidates, sizeof *at), n = 0;
    for (uint32_t i = 0; at != NULL && i < doc->sentences.n; i++)
        if (doc->sentences.at[i].candidate)
            at[n++] = i;
    return at;
}
