/* Continuous LexRank against a full matrix: the cosine of tf-idf rows, damping 0.85. */
#include "rank/dense.h"

static void check(const char *text, size_t n) {
    static dense d;
    double stopped[DENSE_MAX], exact[DENSE_MAX];
    test_doc t;
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "lexrank");
    dense_tfidf(&d, &t.doc);
    dense_pagerank(&d, 1, 1, 0.85, 1e-6, stopped);
    dense_pagerank(&d, 1, 1, 0.85, 1e-13, exact);
    dense_assert_agree(&t.doc, score, stopped, 1e-6);
    dense_assert_agree(&t.doc, score, exact, 1e-5);
    for (size_t i = 0; i < t.doc.sentences.n; i++)
        assert_true(isfinite(score[i]) && score[i] >= 0);
    test_doc_end(&t);
}

static void test_texts(void **state) {
    (void)state;
    dense_check_texts(check);
}

/* Votes have no direction: a text of two sentences that share words gives both the same. */
static void test_symmetry(void **state) {
    (void)state;
    static const char TEXT[] = "The lantern of the harbour was lit. Nobody at the harbour saw a ferry. "
                               "Timber and salt are sold on islands.";
    test_doc t;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    const double *score = dense_rank(&t, "lexrank");
    assert_close(score[0], score[1], 1e-6);
    assert_true(score[0] > score[2]);
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_symmetry),
    };
    return cmocka_run_group_tests_name("rank/lexrank", tests, NULL, NULL);
}
