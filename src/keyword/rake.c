/* RAKE (Rose, Engel, Cramer & Cowley 2010): candidates are the whole runs between stop words and punctuation; a word
 * scores degree / frequency, its degree being the words of all runs it is part of, itself included; a phrase scores
 * the sum of its words. Runs longer than the longest phrase wanted are no candidates. */
#include "keyword/keyword.h"

bool sm_keyword_rake(const sm_candidates *c, sm_arena *scratch, double *score);

static double sum_of_words(const sm_candidates *c, const sm_candidate *p, const double *degree, const double *freq) {
    double sum = 0;
    for (uint32_t t = p->first_token; t < p->first_token + p->n_tokens; t++)
        sum += degree[c->stem[t]] / freq[c->stem[t]];
    return sum;
}

bool sm_keyword_rake(const sm_candidates *c, sm_arena *scratch, double *score) {
    double *degree = sm_arena_get_zero(scratch, c->doc->stems.n, sizeof *degree);
    double *freq = sm_arena_get_zero(scratch, c->doc->stems.n, sizeof *freq);
    if (degree == NULL || freq == NULL)
        return false;
    for (size_t i = 0; i < c->list.n; i++) {
        const sm_candidate *p = &c->list.at[i];
        for (uint32_t t = p->first_token; t < p->first_token + p->n_tokens; t++) {
            degree[c->stem[t]] += (double)p->runs * p->n_tokens;
            freq[c->stem[t]] += p->runs;
        }
    }
    for (size_t i = 0; i < c->list.n; i++)
        score[i] = c->list.at[i].runs > 0 ? sum_of_words(c, &c->list.at[i], degree, freq) : 0;
    return true;
}
