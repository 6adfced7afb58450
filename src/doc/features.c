#include "doc/features.h"

#include "base/work.h"

#include <math.h>

/* The pairs of the candidate sentences, as they come. */
typedef struct pairs {
    sm_stem_pair *at;
    uint32_t *start;  /* for each sentence its first; then n */
    uint32_t *number; /* equal pairs have the same, from 0 to n_distinct - 1 */
    uint32_t n, n_distinct;
} pairs;

static void list_sentence(pairs *p, const sm_doc *doc, uint32_t sentence) {
    sm_content content = sm_doc_content(doc, sentence);
    p->start[sentence] = p->n;
    if (doc->sentences.at[sentence].candidate)
        for (uint32_t k = 1; k < content.n; k++)
            p->at[p->n++] = (sm_stem_pair){content.stem[k - 1], content.stem[k]};
}

static bool list(pairs *p, const sm_doc *doc, sm_arena *arena) {
    p->at = sm_arena_get(arena, doc->content.n, sizeof *p->at);
    p->start = sm_arena_get(arena, doc->sentences.n + 1, sizeof *p->start);
    if (p->at == NULL || p->start == NULL || !sm_work_pass(arena))
        return false;
    for (uint32_t i = 0; i < doc->sentences.n; i++)
        list_sentence(p, doc, i);
    p->start[doc->sentences.n] = p->n;
    return true;
}

/* The pairs in the order of their left stems (counting sort): those of stem s end before end[s]. */
static uint32_t *sort(const pairs *p, uint32_t n_stems, sm_arena *arena, uint32_t **end) {
    uint32_t *order = sm_arena_get(arena, p->n, sizeof *order);
    uint32_t *next = *end = sm_arena_get_zero(arena, n_stems + 1, sizeof **end);
    if (order == NULL || next == NULL)
        return NULL;
    for (uint32_t k = 0; k < p->n; k++)
        next[p->at[k].left + 1]++;
    for (uint32_t s = 0; s < n_stems; s++)
        next[s + 1] += next[s];
    for (uint32_t k = 0; k < p->n; k++)
        order[next[p->at[k].left]++] = k;
    return order;
}

/* Of one left stem after the other, each right stem it meets has a number of its own: no table of pairs is needed. */
static bool number(pairs *p, uint32_t n_stems, sm_arena *arena) {
    uint32_t *end, *order = sort(p, n_stems, arena, &end);
    uint32_t *newest = sm_arena_get_zero(arena, n_stems, sizeof *newest); /* for each right stem 1 + its number */
    p->number = sm_arena_get(arena, p->n, sizeof *p->number);
    if (order == NULL || newest == NULL || p->number == NULL || !sm_work_pass(arena))
        return false;
    for (uint32_t left = 0, k = 0; left < n_stems; left++)
        for (uint32_t before = p->n_distinct; k < end[left]; k++) {
            uint32_t *n = &newest[p->at[order[k]].right];
            if (*n <= before)
                *n = ++p->n_distinct;
            p->number[order[k]] = *n - 1;
        }
    return true;
}

/* The row of a sentence, which begins at entry `n`, scaled to length 1; its end. `seen`: for each pair, 1 + the
 * sentence that had it last. */
static uint32_t fill_row(const sm_csr *stems, const pairs *p, uint32_t i, uint32_t *seen, uint32_t n, uint32_t *col,
                         float *val) {
    uint32_t begin = n;
    for (uint32_t e = stems->start[i]; e < stems->start[i + 1]; e++)
        col[n++] = stems->col[e];
    for (uint32_t k = p->start[i]; k < p->start[i + 1]; k++)
        if (seen[p->number[k]] != i + 1) {
            seen[p->number[k]] = i + 1;
            col[n++] = stems->n_cols + p->number[k];
        }
    float value = (float)(1 / sqrt(n - begin));
    for (uint32_t e = begin; e < n; e++)
        val[e] = value;
    return n;
}

static bool fill(const sm_csr *stems, const pairs *p, sm_arena *arena, sm_arena *scratch, sm_csr *unit) {
    size_t most = (size_t)stems->start[stems->n_rows] + p->n;
    uint32_t *start = sm_arena_get(arena, (size_t)stems->n_rows + 1, sizeof *start);
    uint32_t *col = sm_arena_get(arena, most, sizeof *col), n = 0;
    float *val = sm_arena_get(arena, most, sizeof *val);
    uint32_t *seen = sm_arena_get_zero(scratch, p->n_distinct, sizeof *seen);
    if (start == NULL || col == NULL || val == NULL || seen == NULL || !sm_work_pass(arena))
        return false;
    for (uint32_t i = 0; i < stems->n_rows; i++) {
        start[i] = n;
        n = fill_row(stems, p, i, seen, n, col, val);
    }
    start[stems->n_rows] = n;
    *unit = (sm_csr){stems->n_rows, stems->n_cols + p->n_distinct, start, col, val};
    return true;
}

static sm_stem_pair *name(const pairs *p, sm_arena *arena) {
    sm_stem_pair *named = sm_arena_get(arena, p->n_distinct, sizeof *named);
    for (uint32_t k = 0; named != NULL && k < p->n; k++)
        named[p->number[k]] = p->at[k];
    return named;
}

bool sm_features_with_pairs(const sm_doc *doc, sm_arena *arena, sm_csr *unit, const sm_stem_pair **pair) {
    sm_arena scratch;
    pairs p = {0};
    sm_arena_init(&scratch, arena->alloc);
    bool good = list(&p, doc, &scratch) && number(&p, (uint32_t)doc->stems.n, &scratch) &&
                fill(&doc->matrix, &p, arena, &scratch, unit);
    if (good && pair != NULL)
        good = (*pair = name(&p, arena)) != NULL;
    sm_arena_release(&scratch);
    return good;
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
