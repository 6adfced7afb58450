/* What tells a key phrase without a tagger or a model, measured for each candidate, and what each of these features
 * weighs in the weighted sum of weighted.c: how often the phrase occurs and in how many sentences, how early, how long
 * it is, how common its words are in the language at large, whether it stands on its own or within longer phrases,
 * whether it is a name, how its words end. features.def says what each feature is, weights.def what it weighs; the
 * weights were fitted on labelled texts, one set for each kind of text (tests/quality fits them). */
#ifndef SM_KEYWORD_FEATURES_H
#define SM_KEYWORD_FEATURES_H

#include "keyword/candidates.h"

enum {
#define X(feature, meaning) +1
    SM_PHRASE_FEATURES = 0
#include "keyword/features.def"
#undef X
};

/* A row of weights.def; features in the order of features.def. */
typedef struct sm_phrase_kind {
    const char *name;
    double weight[SM_PHRASE_FEATURES];
} sm_phrase_kind;

/* Row `index`, or NULL past the end. */
const sm_phrase_kind *sm_phrase_kind_at(size_t index);

/* The kind of a text, by its language and length. */
const sm_phrase_kind *sm_phrase_kind_of(const sm_doc *doc);

/* The name of a feature and what it is. Static. */
const summ_item *sm_phrase_feature(size_t feature);

/* What the features of all candidates have in common. */
typedef struct sm_phrase_features {
    const sm_candidates *c;
    bool english, capital_nouns;
    uint32_t first_end; /* one past the first sentence's tokens */
    double *zipf;       /* for each stem */
    double *log_count;  /* for each stem */
} sm_phrase_features;

/* Its arrays live in `scratch`. False: no memory. O(words). */
bool sm_phrase_features_init(sm_phrase_features *features, const sm_candidates *candidates, sm_arena *scratch);

/* The features of one candidate. O(its words). */
void sm_phrase_features_get(const sm_phrase_features *features, const sm_candidate *candidate,
                            double feature[SM_PHRASE_FEATURES]);

#endif
