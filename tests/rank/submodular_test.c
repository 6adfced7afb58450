/* The submodular function worked out whole, from a full matrix: at each step no other sentence adds more to it. */
#include "rank/dense.h"

typedef struct plain {
    dense d;
    size_t part[DENSE_MAX]; /* a stem, or DENSE_KEYS */
    bool taken[DENSE_MAX];
} plain;

/* Unit rows; the part of a sentence is the stem with the largest weight times weight in the whole text. */
static void begin(plain *p, const sm_doc *doc) {
    static double weight[DENSE_KEYS];
    memset(weight, 0, sizeof weight);
    memset(p->taken, 0, sizeof p->taken);
    assert_true(doc->stems.n <= DENSE_KEYS);
    dense_tfidf(&p->d, doc);
    for (size_t i = 0; i < p->d.n; i++) {
        double size = sqrt(dense_product(&p->d.row[i], &p->d.row[i]));
        for (size_t k = 0; k < p->d.row[i].n && size > 0; k++)
            weight[p->d.row[i].key[k]] += p->d.row[i].value[k] / size;
    }
    for (size_t i = 0; i < p->d.n; i++) {
        const dense_row *row = &p->d.row[i];
        double most = 0;
        p->part[i] = DENSE_KEYS;
        for (size_t k = 0; k < row->n; k++)
            if (row->value[k] * weight[row->key[k]] > most * (1 + 1e-6)) {
                most = row->value[k] * weight[row->key[k]];
                p->part[i] = row->key[k];
            }
    }
}

static double saturated(const plain *p, size_t i, double n) {
    double covered = 0, all = 0;
    for (size_t j = 0; j < p->d.n; j++) {
        covered += p->taken[j] ? p->d.similarity[i][j] : 0;
        all += p->d.similarity[i][j];
    }
    return fmin(covered, 5 / n * all);
}

static double value(const plain *p, double n) {
    double sum = 0, reward[DENSE_KEYS + 1] = {0};
    for (size_t i = 0; i < p->d.n; i++) {
        sum += saturated(p, i, n);
        for (size_t j = 0; j < p->d.n && p->taken[i]; j++)
            reward[p->part[i]] += p->d.similarity[i][j] / n;
    }
    for (size_t k = 0; k <= DENSE_KEYS; k++)
        sum += 6 * sqrt(reward[k]);
    return sum;
}

static double value_with(plain *p, size_t i, double n) {
    p->taken[i] = true;
    double with = value(p, n);
    p->taken[i] = false;
    return with;
}

static void check(const char *text, size_t n) {
    static plain p;
    test_doc t;
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "submodular");
    begin(&p, &t.doc);
    double n_candidates = t.doc.n_candidates;
    for (size_t k = 1; k <= t.doc.n_candidates; k++) {
        size_t chosen = dense_at_rank(&t.doc, score, k);
        double most = value_with(&p, chosen, n_candidates);
        for (size_t i = 0; i < t.doc.sentences.n; i++)
            if (t.doc.sentences.at[i].candidate && !p.taken[i])
                assert_true(value_with(&p, i, n_candidates) <= most + 1e-5);
        p.taken[chosen] = true;
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
    return cmocka_run_group_tests_name("rank/submodular", tests, NULL, NULL);
}
