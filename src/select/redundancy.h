/* Redundancy: how much a sentence repeats those taken before it. */
#ifndef SM_SELECT_REDUNDANCY_H
#define SM_SELECT_REDUNDANCY_H

#include "doc/doc.h"
#include "text/registry.h"

/* For each stem, the taken sentences that hold it. Only the first SM_POSTINGS_MAX of the document and as many of what
 * the reader knows are kept, which bounds the cost of a comparison: sentences that say the same share rare stems
 * too. */
enum {
    SM_POSTINGS_MAX = 32
};

typedef struct sm_posting {
    uint32_t taken; /* number in order of taking */
    uint32_t next;  /* 1 + the next posting of the stem, or 0 */
} sm_posting;

typedef struct sm_taken {
    uint32_t words; /* equal for equal words */
    uint32_t n_stems;
    uint32_t common, stamp; /* stems shared with the sentence at hand, and which that is */
} sm_taken;

typedef struct sm_redundancy {
    const sm_doc *doc;
    const sm_csr *matrix;
    sm_arena *arena;
    sm_registry known;        /* signatures of the words of the taken */
    uint32_t *first, *length; /* for each stem, its postings */
    SM_VEC(sm_posting) postings;
    SM_VEC(sm_taken) taken;
    uint32_t stamp;
} sm_redundancy;

/* False: no memory. O(stems). */
bool sm_redundancy_init(sm_redundancy *r, const sm_doc *doc, sm_arena *arena);

/* Counts `sentence` among the taken. False: no memory. O(its tokens). */
bool sm_redundancy_take(sm_redundancy *r, uint32_t sentence);

/* Takes all sentences of another document, as what the reader knows, before any other. False: no memory.
 * O(tokens of `known` + stems). */
bool sm_redundancy_know(sm_redundancy *r, const sm_doc *doc, const sm_doc *known);

/* The largest cosine of the sentence's set of stems with that of a taken one; *copy tells whether it has the words of
 * one, or is a near-copy: nearly all stems of the shorter stand in the longer. O(its tokens x SM_POSTINGS_MAX). */
double sm_redundancy_of(sm_redundancy *r, uint32_t sentence, bool *copy);

/* What `words` is of a taken sentence with the words of this; SM_REGISTRY_NONE if there is none. O(its tokens). */
uint32_t sm_redundancy_words(const sm_redundancy *r, uint32_t sentence);

/* One of the taken sentences, beside another sentence. */
typedef struct sm_nearest {
    uint32_t taken; /* number in order of taking; UINT32_MAX: they share no stem */
    double cosine;
    bool copy; /* the sentence is a near-copy of it, or if they share no stem, has the words of one that was taken */
} sm_nearest;

/* Of the first n_taken that were taken, the first that the sentence is a near-copy of, else the first with the largest
 * cosine. O(its stems x SM_POSTINGS_MAX). */
sm_nearest sm_redundancy_nearest(sm_redundancy *r, uint32_t sentence, uint32_t n_taken);

#endif
