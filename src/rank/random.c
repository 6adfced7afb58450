/* A random order, the baseline of baselines: the same for the same text and seed. */
#include "base/hash.h"
#include "rank/rank.h"

bool sm_rank_random(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score);

bool sm_rank_random(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score) {
    uint64_t text = sm_hash(0, doc->input.text, doc->input.n_bytes);
    uint64_t state = sm_hash(text, &options->seed, sizeof options->seed);
    (void)scratch;
    for (uint32_t i = 0; i < doc->sentences.n; i++)
        score[i] = (double)(sm_hash(state, &i, sizeof i) >> 11) / 9007199254740992.0;
    return true;
}
