/* TopicRank (Bougouin, Boudin & Daille 2013): candidates that share stems are one topic; topics are the nodes of a
 * complete graph, whose edges weigh the sum of 1 / distance between the occurrences of their candidates; PageRank with
 * damping 0.85 ranks the topics, and the first candidate of each stands for it.
 *
 * Candidates are whole runs of content words in place of the longest sequences of nouns and adjectives. To stay linear,
 * the SM_TOPICS_TAKEN commonest are taken, grouped in one pass, and each occurrence is compared to the SM_TOPICS_REACH
 * before and behind it (keyword/graph.h): farther ones weigh next to nothing. O(tokens x SM_TOPICS_REACH). */
#include "keyword/graph.h"
#include "keyword/keyword.h"

bool sm_keyword_topicrank(const sm_candidates *c, sm_arena *scratch, double *score);

/* Topics are numbered as their first candidates come. */
static void score_first_ones(const sm_topics *t, const double *x, double *score) {
    for (uint32_t k = 0, next = 0; k < t->n; k++)
        if (t->topic[k] == next)
            score[t->id[k]] = x[next++];
}

bool sm_keyword_topicrank(const sm_candidates *c, sm_arena *scratch, double *score) {
    sm_topics t;
    sm_csr graph;
    if (!sm_topics_find(c, scratch, &t) || !sm_topics_join(c, &t, t.topic, t.n_topics, scratch, &graph))
        return false;
    double *x = sm_arena_get(scratch, t.n_topics, sizeof *x);
    if (x == NULL || !sm_graph_rank(&graph, NULL, scratch, x))
        return false;
    for (size_t i = 0; i < c->list.n; i++)
        score[i] = 0;
    score_first_ones(&t, x, score);
    return true;
}
