/* Centroid (Radev, Jing, Stys & Tam 2004): the nearer a sentence's tf-idf vector is to the sum of all, the better it
 * stands for the text. idf comes from a corpus, if there is one. (Of nine sets, each text with the others of its set as
 * the corpus, the mean of ROUGE-1 is 39.7, and 39.8 without: BBC news gains 6, squality loses 4.) */
#include "doc/features.h"
#include "rank/rank.h"

bool sm_rank_tfidf(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score);

bool sm_rank_tfidf(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score) {
    sm_csr rows;
    double *centroid;
    if (!sm_features_tfidf(doc, options->corpus, scratch, &rows) ||
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
