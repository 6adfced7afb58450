/* A weighted sum of the features of features.h, with the weights of the text's kind. O(candidates). */
#include "base/work.h"
#include "keyword/features.h"
#include "keyword/keyword.h"

#include <math.h>

bool sm_keyword_weighted(const sm_candidates *c, sm_arena *scratch, double *score);

static double sum_of(const sm_phrase_features *features, const sm_candidate *p, const double *weight) {
    double f[SM_PHRASE_FEATURES], sum = 0;
    sm_phrase_features_get(features, p, f);
    for (int i = 0; i < SM_PHRASE_FEATURES; i++)
        sum += weight[i] * f[i];
    return sum;
}

/* e to the sum, as scores have to be above 0. */
bool sm_keyword_weighted(const sm_candidates *c, sm_arena *scratch, double *score) {
    sm_phrase_features features;
    if (!sm_phrase_features_init(&features, c, scratch))
        return false;
    const double *weight = sm_phrase_kind_of(c->doc)->weight;
    for (uint32_t i = 0; i < c->list.n; i++) {
        if (!sm_work_step(scratch, c->list.at[i].n_tokens))
            return false;
        score[i] = exp(sum_of(&features, &c->list.at[i], weight));
    }
    return true;
}
