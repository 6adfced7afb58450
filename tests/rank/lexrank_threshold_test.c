/* LexRank with a threshold against a full matrix: 1 where the cosine of tf-idf rows is above 0.1, damping 0.85. */
#include "rank/dense.h"

/* Self links too, which dense_pagerank leaves out. */
static void plain_pagerank(const dense *d, double *x) {
    double degree[DENSE_MAX] = {0}, next[DENSE_MAX];
    for (size_t i = 0; i < d->n; i++) {
        x[i] = 1;
        for (size_t j = 0; j < d->n; j++)
            degree[i] += d->similarity[i][j];
    }
    for (int step = 0; step < 300; step++) {
        for (size_t i = 0; i < d->n; i++) {
            next[i] = 0.15;
            for (size_t j = 0; j < d->n; j++)
                next[i] += degree[j] > 0 ? 0.85 * d->similarity[i][j] * x[j] / degree[j] : 0;
        }
        memcpy(x, next, d->n * sizeof *x);
    }
}

/* False: a cosine is so near the threshold that rounding decides. */
static bool cut(dense *d) {
    for (size_t i = 0; i < d->n; i++)
        for (size_t j = 0; j < d->n; j++) {
            if (fabs(d->similarity[i][j] - 0.1) < 1e-6)
                return false;
            d->similarity[i][j] = d->similarity[i][j] > 0.1;
        }
    return true;
}

static void check(const char *text, size_t n) {
    static dense d;
    double x[DENSE_MAX];
    test_doc t;
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "lexrank-threshold");
    dense_tfidf(&d, &t.doc);
    if (cut(&d)) {
        plain_pagerank(&d, x);
        dense_assert_agree(&t.doc, score, x, 1e-5);
    }
    test_doc_end(&t);
}

static void test_texts(void **state) {
    (void)state;
    dense_check_texts(check);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
    };
    return cmocka_run_group_tests_name("rank/lexrank-threshold", tests, NULL, NULL);
}
