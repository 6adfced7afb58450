/* Continuous LexRank against a full matrix: the cosine of tf-idf rows, damping 0.85. */
#include "rank/dense.h"

static void check(const char *text, size_t n) {
    static dense d;
    test_doc t;
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "lexrank");
    dense_tfidf(&d, &t.doc);
    dense_assert_pagerank(&d, &t.doc, score, 2e-6);
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
