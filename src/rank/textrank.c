/* TextRank (Mihalcea & Tarau 2004) with directed votes: a sentence recommends the sentences it shares words with, the
 * earlier ones somewhat more than the later, for a text builds on what it said first. The similarity is the cosine of
 * binary vectors of stems and adjacent pairs of stems; the graph is never formed (num/row_pagerank.h). A factor for the
 * position i among the candidates of a text, 1 + c / sqrt(i + 1), favours openings: the more, the longer the text, for
 * of a long one a summary is a smaller part. Sentences in which the text speaks of itself (doc/cues.h) count half as
 * much again; of the others those that cannot stand alone (doc/dependent.h) count a little less. */
#include "doc/cues.h"
#include "doc/dependent.h"
#include "doc/features.h"
#include "num/row_pagerank.h"
#include "rank/rank.h"

#include <math.h>

bool sm_rank_textrank(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score);

static const sm_row_graph VOTES = {.to_earlier = 1, .to_later = 0.85, .damping = 0.85};
static const double MOST = 1.3, LEAST = 0.7; /* of c, in long and in short texts */
static const double SHORT_TEXT = 10;         /* sentences */
static const double CUED = 1.5, DEPENDENT = 0.95;

static double weight_of_opening(uint32_t n_sentences) {
    return n_sentences > 0 ? fmax(LEAST, MOST * (1 - SHORT_TEXT / n_sentences)) : LEAST;
}

bool sm_rank_textrank(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score) {
    sm_csr rows;
    if (!sm_features_with_pairs(doc, scratch, &rows, NULL) || !sm_row_pagerank(&rows, &VOTES, scratch, score))
        return false;
    double c = weight_of_opening(doc->n_candidates);
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        bool candidate = doc->sentences.at[i].candidate;
        double factor = candidate ? 1 + c / sqrt(1.0 + doc->sentences.at[i].position) : 1;
        double cue = candidate && sm_cues_in(doc, i) ? CUED : 1;
        double alone = candidate && cue <= 1 && sm_dependent(doc, i) ? DEPENDENT : 1;
        score[i] *= factor * cue * alone;
        if (options->why != NULL)
            options->why[i] = (sm_rank_factors){factor, cue, alone};
    }
    return true;
}
