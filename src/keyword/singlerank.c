/* SingleRank (Wan & Xiao 2008, the method without neighbour documents): content words are nodes; the weight of an edge
 * is how often its two words stand in one window of 10 words; with PageRank, damping 0.85,
 *
 *     x_i = 0.15 + 0.85 sum_j w_ij x_j / sum_k w_jk        score = sum of x over the words of the phrase
 *
 * Words are told apart by stem, and the window reaches over the ends of sentences, as in most implementations. The
 * paper takes nouns and adjectives for nodes and noun phrases for candidates; without a tagger these are content words
 * and whole runs of them (keyword/graph.h): measured beside implementations that tag, less is found in abstracts, where
 * runs have verbs, and more in French; on the mean as much. O(tokens x window + nonzeros x iterations). */
#include "keyword/graph.h"
#include "keyword/keyword.h"

bool sm_keyword_singlerank(const sm_candidates *c, sm_arena *scratch, double *score);

enum {
    WINDOW = 10
};

bool sm_keyword_singlerank(const sm_candidates *c, sm_arena *scratch, double *score) {
    sm_csr graph;
    double *x = sm_arena_get(scratch, c->doc->stems.n, sizeof *x);
    if (x == NULL || !sm_graph_words(c, WINDOW, scratch, &graph) || !sm_graph_rank(&graph, NULL, scratch, x))
        return false;
    sm_graph_sum_words(c, x, c->max_words, score);
    return true;
}
