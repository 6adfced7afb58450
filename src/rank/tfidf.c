/* Centroid (Radev, Jing, Stys & Tam 2004): the nearer a sentence's tf-idf vector is to the sum of all, the better it
 * stands for the text. */
#include "doc/features.h"
#include "rank/rank.h"

bool sm_rank_tfidf(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score);

bool sm_rank_tfidf(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score) {
    (void)options;
    sm_csr rows;
    double *centroid;
    if (!sm_features_tfidf(doc, scratch, &rows) ||
        (centroid = sm_arena_get_zero(scratch, rows.n_cols, sizeof *centroid)) == NULL)
        return false;
    for (uint32_t e = 0; e < rows.start[rows.n_rows]; e++)
        centroid[rows.col[e]] += (double)rows.val[e];
    for (uint32_t i = 0; i < rows.n_rows; i++) {
        score[i] = 0;
        for (uint32_t e = rows.start[i]; e < rows.start[i + 1]; e++)
            score[i] += (double)rows.val[e] * centroid[rows.col[e]];
    }
    return true;
}
