/* MultipartiteRank (Boudin 2018): the candidates themselves are nodes, joined to all candidates of other topics by the
 * sum w of 1 / distance between their occurrences. The first candidate f of a topic gains what the others of its topic
 * are worth: a vote of j for f weighs
 *
 *     w_jf + alpha e^(1 / p_f) sum of w_jk over the other candidates k of f's topic        alpha = 1.1
 *
 * with p_f the position of f in words, from 1. PageRank with damping 0.85 ranks the candidates.
 *
 * Topics, candidates and bounds are those of TopicRank here (keyword/graph.h): whole runs of content words, the
 * SM_TOPICS_TAKEN commonest of them, each occurrence compared to the SM_TOPICS_REACH before and behind it. The votes
 * gained are never written down: f gets the votes of its whole topic, weighed. O(tokens x SM_TOPICS_REACH). */
#include "keyword/graph.h"
#include "keyword/keyword.h"

#include <math.h>

bool sm_keyword_multipartite(const sm_candidates *c, sm_arena *scratch, double *score);

static const double ALPHA = 1.1, DAMPING = 0.85;

typedef struct parts {
    const sm_topics *topics;
    sm_csr near;
    uint32_t *first; /* of each topic: its first candidate */
    double *gain;    /* of each topic: alpha e^(1 / p) of that one */
} parts;

static void gaining_votes(const void *graph, const double *z, double *y) {
    const parts *g = graph;
    sm_graph_votes(&g->near, z, y);
    for (uint32_t k = 0; k < g->topics->n; k++) { /* the first of a topic comes before the others */
        uint32_t topic = g->topics->topic[k], first = g->first[topic];
        if (k != first)
            y[first] += g->gain[topic] * y[k];
    }
}

/* What each candidate gives in all: for each k, w once for k itself and `gain` times for the first of k's topic. */
static void sum_votes(const parts *g, double *weight, double *out) {
    for (uint32_t k = 0; k < g->topics->n; k++) {
        uint32_t topic = g->topics->topic[k];
        weight[k] = k == g->first[topic] ? 1 : 1 + g->gain[topic];
    }
    sm_graph_votes(&g->near, weight, out);
}

static bool find_first_ones(const sm_candidates *c, sm_arena *scratch, parts *g) {
    const sm_topics *t = g->topics;
    g->first = sm_arena_get(scratch, t->n_topics, sizeof *g->first);
    g->gain = sm_arena_get(scratch, t->n_topics, sizeof *g->gain);
    if (g->first == NULL || g->gain == NULL)
        return false;
    for (uint32_t k = t->n; k-- > 0;) {
        g->first[t->topic[k]] = k;
        g->gain[t->topic[k]] = ALPHA * exp(1 / (1.0 + c->list.at[t->id[k]].first_token));
    }
    return true;
}

static bool join_candidates(const sm_candidates *c, const sm_topics *t, sm_arena *scratch, sm_csr *graph) {
    uint32_t *itself = sm_arena_get(scratch, t->n, sizeof *itself);
    for (uint32_t k = 0; itself != NULL && k < t->n; k++)
        itself[k] = k;
    return itself != NULL && sm_topics_join(c, t, itself, t->n, scratch, graph);
}

bool sm_keyword_multipartite(const sm_candidates *c, sm_arena *scratch, double *score) {
    sm_topics t;
    parts g = {.topics = &t};
    if (!sm_topics_find(c, scratch, &t) || !find_first_ones(c, scratch, &g) ||
        !join_candidates(c, &t, scratch, &g.near))
        return false;
    double *out = sm_arena_get(scratch, t.n, sizeof *out), *x = sm_arena_get(scratch, t.n, sizeof *x);
    if (out == NULL || x == NULL)
        return false;
    sum_votes(&g, x, out);
    if (!sm_pagerank(t.n, gaining_votes, &g, out, DAMPING, scratch, x))
        return false;
    for (size_t i = 0; i < c->list.n; i++)
        score[i] = 0;
    for (uint32_t k = 0; k < t.n; k++)
        score[t.id[k]] = x[k];
    return true;
}
