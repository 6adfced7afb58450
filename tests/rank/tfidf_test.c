/* The centroid: the product of a sentence's unit tf-idf row with the sum of all, which is the sum of its cosines to
 * every sentence, itself included. */
#include "doc/features.h"
#include "rank/dense.h"

/* From counts worked out anew, in double; the library's rows are floats. */
static void check_against_counts(const sm_doc *doc, const double *score) {
    static dense d;
    double expected[DENSE_MAX] = {0};
    dense_tfidf(&d, doc);
    for (size_t i = 0; i < d.n; i++)
        for (size_t j = 0; j < d.n; j++)
            expected[i] += d.similarity[i][j];
    dense_assert_agree(doc, score, expected, 1e-6);
}

/* From the library's rows, row by row: the same numbers in another order of summation. */
static void check_against_rows(test_doc *t, const double *score) {
    sm_csr m;
    assert_true(sm_features_tfidf(&t->doc, NULL, &t->tmp.arena, &m));
    for (uint32_t i = 0; i < m.n_rows; i++) {
        double sum = 0;
        for (uint32_t a = m.start[i]; a < m.start[i + 1]; a++)
            for (uint32_t b = 0; b < m.start[m.n_rows]; b++)
                sum += m.col[a] == m.col[b] ? (double)m.val[a] * (double)m.val[b] : 0;
        assert_close(score[i], sum, 1e-12);
    }
}

static void check(const char *text, size_t n) {
    test_doc t;
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "tfidf");
    check_against_counts(&t.doc, score);
    check_against_rows(&t, score);
    for (size_t i = 0; i < t.doc.sentences.n; i++)
        assert_true(isfinite(score[i]) && score[i] >= 0);
    test_doc_end(&t);
}

static void test_texts(void **state) {
    (void)state;
    dense_check_texts(check);
}

/* By hand. idf of harbour, lantern and island is ln(3/2), of ferry and kettle ln 3, which is h = 2.709511 times that.
 * Rows: (harbour 1, lantern 1), (harbour 1, island 1, ferry h), (island 1, lantern 1, kettle h). */
static void test_worked_example(void **state) {
    (void)state;
    static const char TEXT[] = "The harbour has a lantern there. The harbour of the island has a ferry. "
                               "The island with the lantern has a kettle.";
    const double h = log(3) / log(1.5), pair = sqrt(2), triple = sqrt(2 + h * h);
    test_doc t;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    const double *score = dense_rank(&t, "tfidf");
    assert_close(score[0], 1 + 2 / (pair * triple), 1e-6);
    assert_close(score[1], 1 + 1 / (pair * triple) + 1 / (triple * triple), 1e-6);
    assert_close(score[2], 1 + 1 / (pair * triple) + 1 / (triple * triple), 1e-6);
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_worked_example),
    };
    return cmocka_run_group_tests_name("rank/tfidf", tests, NULL, NULL);
}
