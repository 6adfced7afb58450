/* Matrices over the sentences of a document that rankers share. */
#ifndef SM_DOC_FEATURES_H
#define SM_DOC_FEATURES_H

#include "doc/corpus.h"
#include "num/overlap.h"

/* Sentences x (stems and pairs of content stems that follow one another, stop words passed over): 1 where the sentence
 * has it, rows scaled to length 1. False: no memory. O(tokens). */
bool sm_features_with_pairs(const sm_doc *doc, sm_arena *arena, sm_csr *unit);

/* Two stems that follow one another. */
typedef struct sm_stem_pair {
    uint32_t left, right;
} sm_stem_pair;

/* The same, and what the columns behind those of the stems stand for: column doc->stems.n + k for (*pair)[k]. */
bool sm_features_with_named_pairs(const sm_doc *doc, sm_arena *arena, sm_csr *unit, const sm_stem_pair **pair);

/* Sentences x stems: tf x idf with idf = ln(N / df) over the N candidate sentences (Sparck Jones 1972), or if there is
 * a corpus, ln of sm_corpus_rarity; rows scaled to length 1. False: no memory. O(nonzeros). */
bool sm_features_tfidf(const sm_doc *doc, const sm_corpus *corpus, sm_arena *arena, sm_csr *unit);

/* The graph of num/overlap.h, in which two sentences weigh the words they share, divided by the logarithms of their
 * lengths (Mihalcea & Tarau 2004). Words and lengths are those of the sets of content stems: with all content words or
 * with stop words too as lengths, summaries score the same within 0.3 points of ROUGE-1. False: no memory.
 * O(nonzeros). */
bool sm_features_overlap(const sm_doc *doc, sm_arena *arena, sm_overlap *graph);

/* The numbers of the candidate sentences, ascending: doc->n_candidates. NULL: no memory. O(sentences). */
uint32_t *sm_features_candidates(const sm_doc *doc, sm_arena *arena);

#endif
