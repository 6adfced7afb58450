/* Latent semantic analysis against Jacobi's method on the full matrix of products. */
#include "rank/dense.h"

/* G = A A^T for rows of 1/2 + 1/2 tf / largest tf. */
static void make_products(const sm_doc *doc, dense *d) {
    d->n = doc->sentences.n;
    assert_true(d->n <= DENSE_MAX);
    for (uint32_t i = 0; i < d->n; i++) {
        double largest = 0;
        dense_fill(&d->row[i], doc, i, false);
        for (size_t k = 0; k < d->row[i].n; k++)
            largest = fmax(largest, d->row[i].value[k]);
        for (size_t k = 0; k < d->row[i].n; k++)
            d->row[i].value[k] = 0.5 + 0.5 * d->row[i].value[k] / largest;
    }
    for (size_t i = 0; i < d->n; i++)
        for (size_t j = 0; j < d->n; j++)
            d->similarity[i][j] = dense_product(&d->row[i], &d->row[j]);
}

static void turn(double g[DENSE_MAX][DENSE_MAX], double v[DENSE_MAX][DENSE_MAX], size_t n, size_t p, size_t q) {
    double theta = (g[q][q] - g[p][p]) / (2 * g[p][q]);
    double t = (theta < 0 ? -1 : 1) / (fabs(theta) + sqrt(theta * theta + 1)), c = 1 / sqrt(t * t + 1), s = c * t;
    for (size_t k = 0; k < n; k++) {
        double x = g[k][p], y = g[k][q], a = v[k][p], b = v[k][q];
        g[k][p] = c * x - s * y;
        g[k][q] = s * x + c * y;
        v[k][p] = c * a - s * b;
        v[k][q] = s * a + c * b;
    }
    for (size_t k = 0; k < n; k++) {
        double x = g[p][k], y = g[q][k];
        g[p][k] = c * x - s * y;
        g[q][k] = s * x + c * y;
    }
}

static void diagonalise(double g[DENSE_MAX][DENSE_MAX], double v[DENSE_MAX][DENSE_MAX], size_t n) {
    bool done = false;
    for (size_t p = 0; p < n; p++)
        for (size_t q = 0; q < n; q++)
            v[p][q] = p == q;
    while (!done) {
        done = true;
        for (size_t p = 0; p < n; p++)
            for (size_t q = p + 1; q < n; q++)
                if (fabs(g[p][q]) > 1e-12) {
                    done = false;
                    turn(g, v, n, p, q);
                }
    }
}

/* The squares of the scores: sum of lambda_k v_ik^2 over the topics. False: which are topics hangs on rounding. */
static bool add_topics(dense *d, double v[DENSE_MAX][DENSE_MAX], double *squares) {
    double largest = 0;
    for (size_t k = 0; k < d->n; k++)
        largest = fmax(largest, d->similarity[k][k]);
    for (size_t taken = 0; taken <= 10; taken++) {
        size_t best = 0;
        for (size_t k = 1; k < d->n; k++)
            best = d->similarity[k][k] > d->similarity[best][best] ? k : best;
        double lambda = d->similarity[best][best];
        if (fabs(lambda / largest - 0.25) < 1e-6)
            return false;
        if (lambda < largest / 4)
            return true;
        if (taken == 10)
            break; /* the eleventh: see whether it is apart from the tenth */
        for (size_t i = 0; i < d->n; i++)
            squares[i] += lambda * v[i][best] * v[i][best];
        d->similarity[best][best] = -1;
        d->row[0].value[0] = lambda;
    }
    for (size_t k = 0; k < d->n; k++)
        if (d->similarity[k][k] > d->row[0].value[0] - 1e-6)
            return false;
    return true;
}

static void check(const char *text, size_t n) {
    static dense d;
    static double v[DENSE_MAX][DENSE_MAX];
    double squares[DENSE_MAX] = {0};
    test_doc t;
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "lsa");
    make_products(&t.doc, &d);
    diagonalise(d.similarity, v, d.n);
    if (d.n > 0 && add_topics(&d, v, squares))
        for (size_t i = 0; i < t.doc.sentences.n; i++)
            assert_true(fabs(score[i] - sqrt(squares[i])) < 1e-5);
    test_doc_end(&t);
}

static void test_texts(void **state) {
    (void)state;
    dense_check_texts(check);
}

/* Sentences that share nothing and are alike come out alike. */
static void test_equal_sentences(void **state) {
    (void)state;
    static const char TEXT[] = "The lantern of the harbour was lit. The kettle of the quarry was red. "
                               "The falcon of the meadow was grey.";
    test_doc t;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    const double *score = dense_rank(&t, "lsa");
    assert_true(score[0] > 0);
    assert_true(score[0] == score[1] && score[1] == score[2]);
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_equal_sentences),
    };
    return cmocka_run_group_tests_name("rank/lsa", tests, NULL, NULL);
}
