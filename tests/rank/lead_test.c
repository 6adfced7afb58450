/* LEAD, and the table of algorithms. */
#include "rank/dense.h"

/* The i-th candidate scores 1 / i. */
static void test_random_texts(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 40; seed++) {
        test_text text = {0};
        test_doc t;
        dense_random_text(&text, seed);
        test_doc_begin(&t, text.at, text.n, "en");
        const double *score = dense_rank(&t, "lead");
        double position = 0;
        for (size_t i = 0; i < t.doc.sentences.n; i++)
            if (t.doc.sentences.at[i].candidate)
                assert_close(score[i], 1 / ++position, 1e-15);
        assert_int_equal((size_t)position, t.doc.n_candidates);
        test_doc_end(&t);
        test_text_end(&text);
    }
}

static void test_table(void **state) {
    (void)state;
    size_t n = 0;
    for (; sm_ranker_at(n) != NULL; n++) {
        const sm_ranker *r = sm_ranker_at(n);
        assert_true(r->diversity >= 0 && r->diversity <= 1);
        assert_non_null(r->rank);
        assert_ptr_equal(sm_ranker_at(n), r);
    }
    assert_true(n > 0);
    assert_null(sm_ranker_at(n + 1));
    assert_null(sm_ranker_at(SIZE_MAX));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_table),
    };
    return cmocka_run_group_tests_name("rank/lead", tests, NULL, NULL);
}
