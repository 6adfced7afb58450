#include "rank/rank.h"

#define X(id, name, diversity, fill, help)                                                                             \
    bool sm_rank_##id(const sm_doc *, const sm_rank_options *, sm_arena *, double *);
#include "rank/rankers.def"
#undef X

static const sm_ranker RANKERS[] = {
#define X(id, name, diversity, fill, help) {{name, help}, diversity, fill, sm_rank_##id},
#include "rank/rankers.def"
#undef X
};

void sm_rank_by_order(const sm_doc *doc, const uint32_t *order, double *score) {
    for (size_t i = 0; i < doc->sentences.n; i++)
        score[i] = 0;
    for (size_t k = 0; k < doc->n_candidates; k++)
        score[order[k]] = 1 / (double)(k + 1);
}

const sm_ranker *sm_ranker_at(size_t index) {
    return index < sizeof RANKERS / sizeof *RANKERS ? &RANKERS[index] : NULL;
}
