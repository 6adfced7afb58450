#include "keyword/keyword.h"

#define X(name, connectors, help) bool sm_keyword_##name(const sm_candidates *, sm_arena *, double *);
#include "keyword/scorers.def"
#undef X

static const sm_scorer SCORERS[] = {
#define X(name, connectors, help) {{#name, help}, connectors, sm_keyword_##name},
#include "keyword/scorers.def"
#undef X
};

const sm_scorer *sm_scorer_at(size_t index) {
    return index < sizeof SCORERS / sizeof *SCORERS ? &SCORERS[index] : NULL;
}

bool sm_scorer_has_features(const sm_scorer *scorer) {
    return scorer->score == sm_keyword_weighted;
}
