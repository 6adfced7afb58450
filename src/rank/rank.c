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

const sm_ranker *sm_ranker_at(size_t index) {
    return index < sizeof RANKERS / sizeof *RANKERS ? &RANKERS[index] : NULL;
}
