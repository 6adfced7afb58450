/* What holds a sentence up: the terms that it shares with other sentences, and the sentences that it shares them with.
 * One definition for all ways of ranking: with A the unit rows of features.h (stems and pairs of stems), x the scores
 * and s = A A^T, the support of sentence i is the sum over j != i of s_ij x_j. A voter's share of it is s_ij x_j, a
 * term's share the sum over j != i of a_it a_jt x_j. */
#ifndef SM_DOC_SUPPORT_H
#define SM_DOC_SUPPORT_H

#include "doc/features.h"
#include "num/heap.h"

enum {
    SM_SUPPORT_TERMS = 5,
    SM_SUPPORT_VOTERS = 3,
    SM_SUPPORT_POSTINGS = 1024 /* voters: terms that more sentences hold are passed over, which bounds the cost */
};

typedef struct sm_support {
    const sm_doc *doc;
    const double *score;
    sm_csr rows, columns;
    const sm_stem_pair *pair;
    double *sum;     /* for each column, of a_jt x_j over all sentences */
    uint32_t *form;  /* for each stem, the commonest word that has it; of equal ones one in small letters */
    double *vote;    /* for each sentence; all 0 between calls */
    uint32_t *voter; /* the sentences whose vote is not */
} sm_support;

/* Its arrays live in `scratch`; `score` has to stay. False: no memory. O(tokens). */
bool sm_support_init(sm_support *support, const sm_doc *doc, const double *score, sm_arena *scratch);

/* The columns that give the sentence most of its support and their shares, from 0 to 1, the largest first, equal ones
 * by number; returns how many there are. O(its terms). */
size_t sm_support_terms(const sm_support *support, uint32_t sentence, sm_ranked terms[SM_SUPPORT_TERMS]);

/* The same of the sentences. O(its terms x SM_SUPPORT_POSTINGS). */
size_t sm_support_voters(sm_support *support, uint32_t sentence, sm_ranked voters[SM_SUPPORT_VOTERS]);

/* The words that a column stands for: one, or two if it is a pair; returns how many. */
size_t sm_support_words(const sm_support *support, uint32_t column, uint32_t words[2]);

#endif
