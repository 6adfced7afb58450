/* Luhn 1958. A sentence scores by its best cluster: a longest stretch that begins and ends on significant words and has
 * at most four others between two of them, (significant words)^2 / words. Of the two cuts through the words by
 * frequency, stop words are the upper; the lower leaves out content stems that the text has only once. (Cuts at three
 * and four, and cuts that rise with the length of the text, score less or the same.) */
#include "rank/rank.h"

#include <math.h>

bool sm_rank_luhn(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score);

enum {
    LEAST_COUNT = 2,
    MOST_BETWEEN = 4
};

static bool is_significant(const sm_doc *doc, const sm_word *w) {
    return w->class == SM_WORD_CONTENT && doc->stems.at[w->stem].count >= LEAST_COUNT;
}

typedef struct cluster {
    uint32_t begin, last; /* its first and its last significant word so far */
    uint32_t n;           /* significant words */
} cluster;

static double value_of(const cluster *c) {
    return c->n > 0 ? (double)c->n * c->n / (c->last - c->begin + 1) : 0;
}

static double best_cluster(const sm_doc *doc, uint32_t first, uint32_t end) {
    double best = 0;
    cluster c = {0};
    for (uint32_t t = first; t < end; t++) {
        if (!is_significant(doc, sm_doc_word(doc, t)))
            continue;
        if (c.n == 0 || t - c.last > MOST_BETWEEN + 1) {
            best = fmax(best, value_of(&c));
            c = (cluster){.begin = t};
        }
        c.last = t;
        c.n++;
    }
    return fmax(best, value_of(&c));
}

bool sm_rank_luhn(const sm_doc *doc, const sm_rank_options *options, sm_arena *scratch, double *score) {
    (void)options;
    (void)scratch;
    for (uint32_t i = 0; i < doc->sentences.n; i++)
        score[i] = best_cluster(doc, doc->sentences.at[i].first_token, sm_doc_end_token(doc, i));
    return true;
}
