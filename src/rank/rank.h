/* Ranking: a document becomes one score for each sentence. One file and one row of rankers.def for each algorithm. */
#ifndef SM_RANK_RANK_H
#define SM_RANK_RANK_H

#include "doc/corpus.h"

typedef enum sm_fill {
    SM_FILL_BEST,    /* with the sentences that together have the most score for each word */
    SM_FILL_IN_ORDER /* with the first that fit, best first */
} sm_fill;

/* By what a ranker multiplied the score of a sentence, all 1 if by nothing. */
typedef struct sm_rank_factors {
    double position; /* for its place in the text */
    double cue;      /* because the text speaks of itself in it: doc/cues.h */
    double alone;    /* because it cannot stand alone: doc/dependent.h */
} sm_rank_factors;

/* What a ranker may be told besides the document. */
typedef struct sm_rank_options {
    uint64_t seed;           /* of chance */
    const sm_corpus *corpus; /* says how rare words are, or NULL: the text does */
    sm_rank_factors *why;    /* NULL, or all 1 for each sentence: set by rankers that have such factors */
} sm_rank_options;

/* rank writes a score >= 0 for each sentence, higher is better; those of sentences that are no candidates do not count.
 * False: no memory. Linear in the nonzeros of the document's matrix. */
typedef struct sm_ranker {
    summ_item item;
    double diversity;
    sm_fill fill;
    bool (*rank)(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score);
} sm_ranker;

/* The scores of an order, best first, of the candidate sentences: 1 / k for the k-th, 0 for those that are none. */
void sm_rank_by_order(const sm_doc *doc, const uint32_t *order, double *score);

/* Row `index`, or NULL past the end. */
const sm_ranker *sm_ranker_at(size_t index);

#endif
