/* The graph of Mihalcea & Tarau 2004 as a full matrix: distinct content stems shared / sum of logarithms of how many
 * each sentence has, 1 counting as 2. */
#ifndef TESTS_RANK_OVERLAP_H
#define TESTS_RANK_OVERLAP_H

#include "rank/dense.h"

static inline double overlap_log(const dense_row *row) {
    return log(row->n > 2 ? (double)row->n : 2);
}

static inline void dense_overlap(dense *d, const sm_doc *doc) {
    d->n = doc->sentences.n;
    assert_true(d->n <= DENSE_MAX);
    for (uint32_t i = 0; i < d->n; i++)
        dense_fill(&d->row[i], doc, i, false);
    for (size_t i = 0; i < d->n; i++)
        for (size_t j = 0; j < d->n; j++) {
            double common = 0;
            for (size_t k = 0; k < d->row[i].n; k++)
                common += dense_value(&d->row[j], d->row[i].key[k]) > 0;
            d->similarity[i][j] = common / (overlap_log(&d->row[i]) + overlap_log(&d->row[j]));
        }
}

#endif
