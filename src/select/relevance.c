#include "select/relevance.h"

#include "doc/features.h"
#include "doc/terms.h"
#include "num/row_pagerank.h"

#include <math.h>

/* Otterbacher et al. found what is best for questions at small damping: most of the weight on the words themselves. */
static const double DAMPING = 0.3;

/* For each stem of `doc` whether it is one of `other`'s, content words alone or all words. */
static bool *mark(const sm_doc *doc, const sm_doc *other, bool content_only, sm_arena *scratch) {
    const uint32_t *map = sm_terms_map(doc, other, scratch);
    bool *marked = sm_arena_get_zero(scratch, doc->stems.n, sizeof *marked);
    if (map == NULL || marked == NULL)
        return NULL;
    for (uint32_t i = 0; i < other->words.n; i++) {
        const sm_word *w = &other->words.at[i];
        if (map[w->stem] != SM_TERM_NONE && (!content_only || w->class == SM_WORD_CONTENT))
            marked[map[w->stem]] = true;
    }
    return marked;
}

/* The cosine of each sentence with the query, up to a factor: rare words of the query tell more (Sparck Jones 1972). */
static double fill_teleport(const sm_doc *doc, const sm_csr *rows, const bool *asked, const uint32_t *df,
                            double *teleport) {
    double sum = 0;
    for (uint32_t i = 0; i < rows->n_rows; i++) {
        teleport[i] = 0;
        for (uint32_t e = rows->start[i]; e < rows->start[i + 1]; e++) {
            uint32_t stem = rows->col[e];
            if (stem < doc->stems.n && asked[stem])
                teleport[i] += (double)rows->val[e] * log1p((double)doc->n_candidates / df[stem]);
        }
        sum += teleport[i];
    }
    return sum;
}

static double mean_score(const sm_doc *doc, const double *score) {
    double sum = 0;
    for (size_t i = 0; i < doc->sentences.n; i++)
        sum += doc->sentences.at[i].candidate ? score[i] : 0;
    return doc->n_candidates > 0 ? sum / doc->n_candidates : 0;
}

bool sm_relevance_to(const sm_doc *doc, const sm_doc *query, sm_arena *scratch, double *score) {
    sm_csr rows;
    size_t n = doc->sentences.n;
    const bool *asked = mark(doc, query, true, scratch);
    const uint32_t *df = sm_csr_column_counts(&doc->matrix, scratch);
    double *teleport = sm_arena_get(scratch, n, sizeof *teleport), *x = sm_arena_get(scratch, n, sizeof *x);
    if (asked == NULL || df == NULL || teleport == NULL || x == NULL ||
        !sm_features_with_pairs(doc, scratch, &rows, NULL))
        return false;
    double sum = fill_teleport(doc, &rows, asked, df, teleport);
    if (sum <= 0)
        return true;
    for (size_t i = 0; i < n; i++)
        teleport[i] *= (double)n / sum;
    sm_row_graph graph = {.to_earlier = 1, .to_later = 1, .damping = DAMPING, .teleport = teleport};
    if (!sm_row_pagerank(&rows, &graph, scratch, x))
        return false;
    double mean = mean_score(doc, score);
    for (size_t i = 0; i < n; i++)
        score[i] = x[i] * (mean > 0 ? 1 + score[i] / (score[i] + mean) : 1);
    return true;
}

bool sm_relevance_new(const sm_doc *doc, const sm_doc *known, sm_arena *scratch, double *score) {
    const sm_csr *m = &doc->matrix;
    const bool *said = mark(doc, known, false, scratch);
    for (uint32_t i = 0; said != NULL && i < m->n_rows; i++) {
        uint32_t n = m->start[i + 1] - m->start[i], n_new = 0;
        for (uint32_t e = m->start[i]; e < m->start[i + 1]; e++)
            n_new += !said[m->col[e]];
        score[i] *= (1.0 + n_new) / (1.0 + n);
    }
    return said != NULL;
}
