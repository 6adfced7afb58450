/* What the graph methods share: graphs of words that stand near each other, and of candidates grouped into topics. */
#ifndef SM_KEYWORD_GRAPH_H
#define SM_KEYWORD_GRAPH_H

#include "keyword/candidates.h"
#include "num/pagerank.h"

/* ---- Words ---- */

#define SM_GRAPH_GAP UINT32_MAX

/* Stems x stems: how often two different ones stand less than `window` places apart in a sequence of n stems. A gap has
 * its place there but is no word. False: no memory, or 2^32 pairs; likewise below. O(n x window). */
bool sm_graph_join(const uint32_t *sequence, size_t n, uint32_t window, uint32_t n_stems, sm_arena *scratch,
                   sm_csr *graph);

/* The same for the content words of the whole text, whose other words are gaps: O(tokens x window). */
bool sm_graph_words(const sm_candidates *candidates, uint32_t window, sm_arena *scratch, sm_csr *graph);

/* PageRank of the nodes with damping 0.85 in a graph that reads the same in both directions. With `bias`, all of it
 * above 0, the share (1 - 0.85) goes to the nodes in proportion to it; NULL: evenly. O(nonzeros x iterations). */
bool sm_graph_rank(const sm_csr *graph, const double *bias, sm_arena *scratch, double *x);

/* y = graph z, an sm_votes for sm_pagerank. */
void sm_graph_votes(const void *csr, const double *z, double *y);

/* Scores the sum of its words' x for each candidate of at most max_tokens that may be a noun phrase, 0 for all others.
 * Without a tagger these are the candidates that stand somewhere as a whole run between stop words and punctuation and,
 * in English, do not end in -ed or -ly. That measures better than all spans, and than breaking runs at likely verbs. */
void sm_graph_sum_words(const sm_candidates *candidates, const double *x, uint32_t max_tokens, double *score);

/* ---- Topics ---- */

/* Bounds on what is quadratic: with them the rest is linear. */
enum {
    SM_TOPICS_TAKEN = 300, /* candidates */
    SM_TOPICS_REACH = 50   /* occurrences of theirs before and behind each one to which it is compared */
};

typedef struct sm_topics {
    uint32_t n, n_topics;
    uint32_t *id;    /* the candidates taken, in order of first occurrence */
    uint32_t *topic; /* of each of them; numbered in order of their first candidates */
} sm_topics;

/* Takes the commonest SM_TOPICS_TAKEN candidates that may be noun phrases, the earlier of equal ones, and groups them
 * by shared stems: one after the other, each joins the topic to whose members its mean Jaccard overlap is largest, if
 * that is above 1/4, or begins one. (Average linkage in a single pass: joining the two nearest groups again and again
 * takes a matrix of all pairs and measures 0.3 points of F1 better.) O(candidates + SM_TOPICS_TAKEN^2). */
bool sm_topics_find(const sm_candidates *candidates, sm_arena *scratch, sm_topics *topics);

/* Nodes x nodes: the sum of 1 / distance over the occurrences of their candidates, node[k] being the node of candidate
 * id[k]. Candidates of one topic are not joined. The distance is that from the last token of the first to the first
 * of the second, 1 if they overlap. O(tokens x longest candidate x SM_TOPICS_REACH). */
bool sm_topics_join(const sm_candidates *candidates, const sm_topics *topics, const uint32_t *node, uint32_t n_nodes,
                    sm_arena *scratch, sm_csr *graph);

#endif
