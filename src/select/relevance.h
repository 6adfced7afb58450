/* What lowers or raises scores: a question that the reader has, and what the reader knows. */
#ifndef SM_SELECT_RELEVANCE_H
#define SM_SELECT_RELEVANCE_H

#include "doc/doc.h"

/* Makes the scores tell how much sentences are about the content words of `query`: PageRank over the sentences,
 * undirected, whose teleport leads to those that hold the words (topic-sensitive, Haveliwala 2002; for sentences,
 * Otterbacher, Erkan & Radev 2005), so that sentences which share other words with those count too. The score s a
 * sentence had counts as the factor 1 + s / (s + mean), from 1 to 2: it decides among those that are equally near, and
 * algorithms whose scores are steep, or 0, can be asked as well. If no sentence holds any of the words, scores stay.
 * False: no memory. O(tokens). */
bool sm_relevance_to(const sm_doc *doc, const sm_doc *query, sm_arena *scratch, double *score);

/* Multiplies the scores by the share of a sentence's content stems that `known` does not hold, one added to both, so
 * that what says nothing new keeps some score. False: no memory. O(nonzeros + stems of both). */
bool sm_relevance_new(const sm_doc *doc, const sm_doc *known, sm_arena *scratch, double *score);

#endif
