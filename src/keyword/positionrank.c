/* PositionRank (Florescu & Caragea 2017): SingleRank whose random walk is drawn to words that stand early and often.
 * Content words are nodes, joined within a window of 10 words; with damping 0.85,
 *
 *     x_i = 0.15 p_i + 0.85 sum_j w_ij x_j / sum_k w_jk        p_i in proportion to the sum of 1 / position of i's uses
 *
 * positions counted in words from 1, and the score of a phrase of up to three words is the sum of x over its words.
 * Nouns and adjectives are replaced by content words and noun phrases by whole runs of them (keyword/graph.h).
 * O(tokens x window + nonzeros x iterations). */
#include "keyword/graph.h"
#include "keyword/keyword.h"

bool sm_keyword_positionrank(const sm_candidates *c, sm_arena *scratch, double *score);

enum {
    WINDOW = 10,
    LONGEST = 3
};

bool sm_keyword_positionrank(const sm_candidates *c, sm_arena *scratch, double *score) {
    sm_csr graph;
    double *x = sm_arena_get(scratch, c->doc->stems.n, sizeof *x);
    double *bias = sm_arena_get_zero(scratch, c->doc->stems.n, sizeof *bias);
    if (x == NULL || bias == NULL)
        return false;
    for (uint32_t t = 0; t < c->doc->tokens.n; t++) /* every stem has a token, so that none stays 0 */
        bias[c->stem[t]] += 1 / (1.0 + t);
    if (!sm_graph_words(c, WINDOW, scratch, &graph) || !sm_graph_rank(&graph, bias, scratch, x))
        return false;
    sm_graph_sum_words(c, x, LONGEST, score);
    return true;
}
