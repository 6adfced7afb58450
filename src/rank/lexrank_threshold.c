/* LexRank (Erkan & Radev 2004, section 3.2 and algorithm 3): PageRank in the graph that joins sentences whose tf-idf
 * cosine is above 0.1, all edges alike. A sentence is joined to itself, as in the paper. Damping 0.85 is the paper's
 * jump probability 0.15. idf is taken from the text itself, its sentences being the documents, unless there is a
 * corpus.
 *
 * In long texts common stems join close sentences only (doc/neighbours.h), which keeps the graph linear in the
 * nonzeros. */
#include "base/work.h"
#include "doc/features.h"
#include "doc/neighbours.h"
#include "num/pagerank.h"
#include "rank/rank.h"

bool sm_rank_lexrank_threshold(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score);

static const double THRESHOLD = 0.1, DAMPING = 0.85;

/* Row i holds the sentences before i that it is joined to, and i itself unless it has no words that weigh. */
typedef struct graph {
    SM_VEC(uint32_t) to;
    uint32_t *start; /* n + 1 */
    uint32_t n;
} graph;

static void votes(const void *context, const double *z, double *y) {
    const graph *g = context;
    for (uint32_t i = 0; i < g->n; i++)
        y[i] = 0;
    for (uint32_t i = 0; i < g->n; i++)
        for (uint32_t e = g->start[i]; e < g->start[i + 1]; e++) {
            uint32_t j = g->to.at[e];
            y[i] += z[j];
            if (j != i)
                y[j] += z[i];
        }
}

static bool add_edges(graph *g, sm_neighbours *neighbours, uint32_t i, sm_arena *scratch) {
    if (!sm_work_step(scratch, sm_neighbours_find(neighbours, i)))
        return false;
    for (uint32_t k = 0; k < neighbours->n; k++) {
        uint32_t j = neighbours->row[k];
        if (j <= i && neighbours->product[j] > THRESHOLD && !sm_vec_push(&g->to, j, scratch))
            return false;
    }
    g->start[i + 1] = (uint32_t)g->to.n;
    return true;
}

static bool join(graph *g, const sm_csr *rows, sm_arena *scratch) {
    sm_neighbours neighbours;
    g->n = rows->n_rows;
    g->start = sm_arena_get_zero(scratch, (size_t)g->n + 1, sizeof *g->start);
    if (g->start == NULL || !sm_neighbours_init(&neighbours, rows, scratch))
        return false;
    for (uint32_t i = 0; i < g->n; i++)
        if (!add_edges(g, &neighbours, i, scratch))
            return false;
    return true;
}

bool sm_rank_lexrank_threshold(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score) {
    sm_csr rows;
    graph g = {.n = 0};
    double *one = sm_arena_get(scratch, doc->sentences.n, sizeof *one);
    double *degree = sm_arena_get(scratch, doc->sentences.n, sizeof *degree);
    if (one == NULL || degree == NULL || !sm_features_tfidf(doc, options->corpus, scratch, &rows) ||
        !join(&g, &rows, scratch))
        return false;
    for (uint32_t i = 0; i < g.n; i++)
        one[i] = 1;
    votes(&g, one, degree);
    return sm_pagerank(g.n, votes, &g, degree, DAMPING, scratch, score);
}
