/* Candidate phrases, found without a part-of-speech tagger: the one place where all key-phrase algorithms get them. */
#ifndef SM_KEYWORD_CANDIDATES_H
#define SM_KEYWORD_CANDIDATES_H

#include "doc/corpus.h"

#define SM_NO_CANDIDATE UINT32_MAX

/* A phrase is a sequence of stems; a candidate gathers its occurrences, whatever their inflection. */
typedef struct sm_candidate {
    uint32_t first_token; /* of its first occurrence */
    uint32_t n_tokens;
    uint32_t count;
    uint32_t left_edges;  /* occurrences with a stop word, punctuation or the end of the sentence on the left */
    uint32_t right_edges; /* on the right */
    uint32_t runs;        /* on both sides */
    uint32_t capitals;    /* occurrences as a name: every word has a capital, and not because a sentence begins */
    uint32_t n_sentences; /* that hold it */
    uint32_t last;        /* 1 + the latest of them */
    uint32_t holder;      /* the commonest longer candidate that holds it, or SM_NO_CANDIDATE */
} sm_candidate;

typedef struct sm_candidates {
    const sm_doc *doc;
    const sm_corpus *corpus; /* says how rare words are, for scorers that ask; set by whoever has one, else NULL */
    uint32_t max_words;
    uint32_t *stem; /* for each token, its stem: a phrase is a stretch of it */
    uint32_t *at;   /* for each token, where its occurrences begin in `of` */
    uint32_t *of; /* of[at[t] + k]: the candidate of k + 1 tokens that begins at token t; its slots end at at[t + 1] */
    SM_VEC(sm_candidate) list; /* in order of first occurrence */
} sm_candidates;

/* All spans of at most max_words tokens that begin and end on a content word and hold content words and numbers only,
 * within a sentence, without punctuation or a possessive inside; titles and headings included, boilerplate not. None
 * begins with a single ideograph, nor begins or ends with a word that ends in hiragana. Up to max_connectors connectors
 * (French de, du; English of, between capitals) may stand inside and do not count. False: no memory, or 2^32 places.
 * O(tokens x longest span). */
bool sm_candidates_find(const sm_doc *doc, uint32_t max_words, uint32_t max_connectors, sm_arena *arena,
                        sm_candidates *candidates);

/* Does a token go on with the phrase that the one before it is part of? */
bool sm_candidates_go_on(const sm_doc *doc, uint32_t token);

/* How often the candidate occurs within its commonest holder. */
static inline uint32_t sm_candidate_held(const sm_candidates *candidates, const sm_candidate *candidate) {
    return candidate->holder != SM_NO_CANDIDATE ? candidates->list.at[candidate->holder].count : 0;
}

/* The candidate with n tokens that begins at a token, or SM_NO_CANDIDATE. */
uint32_t sm_candidate_at(const sm_candidates *candidates, uint32_t token, uint32_t n);

#endif
