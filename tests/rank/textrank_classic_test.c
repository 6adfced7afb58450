/* TextRank as published against a full matrix: PageRank, damping 0.85, over words shared / logarithms of lengths. */
#include "rank/overlap.h"

static void check(const char *text, size_t n) {
    static dense d;
    test_doc t;
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "textrank-classic");
    dense_overlap(&d, &t.doc);
    dense_assert_pagerank(&d, &t.doc, score, 1e-5);
    test_doc_end(&t);
}

static void test_texts(void **state) {
    (void)state;
    dense_check_texts(check);
}

static void test_anything(void **state) {
    (void)state;
    dense_check_pieces(check);
}

/* Neither direction nor place counts: two sentences that only have each other are equal. */
static void test_symmetry(void **state) {
    (void)state;
    static const char TEXT[] = "Timber and salt are sold on islands. The lantern of the harbour was lit. "
                               "Nobody at the harbour saw a ferry.";
    test_doc t;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    const double *score = dense_rank(&t, "textrank-classic");
    assert_close(score[1], score[2], 1e-9);
    assert_true(score[1] > score[0]);
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_anything),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_symmetry),
    };
    return cmocka_run_group_tests_name("rank/textrank_classic", tests, NULL, NULL);
}
