/* Directed TextRank against a full matrix: the cosine of binary rows of stems and pairs, a vote to an earlier sentence
 * weighing 1 and to a later one 0.85, damping 0.85, and the factor 1 + c / sqrt(i + 1) for the i-th of n candidates
 * with c = 1.3 (1 - 10 / n), 0.7 at least, and 1.5 for sentences with a cue. */
#include "doc/cues.h"
#include "doc/dependent.h"
#include "rank/dense.h"

static void add_positions(const sm_doc *doc, double *x) {
    double c = 1.3 * (1 - 10 / (double)doc->n_candidates);
    size_t position = 0;
    for (uint32_t i = 0; i < doc->sentences.n; i++)
        if (doc->sentences.at[i].candidate)
            x[i] *= (1 + (c > 0.7 ? c : 0.7) / sqrt((double)++position)) * (sm_cues_in(doc, i)     ? 1.5
                                                                            : sm_dependent(doc, i) ? 0.95
                                                                                                   : 1);
}

static void check(const char *text, size_t n) {
    static dense d;
    double exact[DENSE_MAX];
    test_doc t;
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "textrank");
    dense_binary(&d, &t.doc);
    dense_pagerank(&d, 1, 0.85, 0.85, 1e-13, exact);
    add_positions(&t.doc, exact);
    dense_assert_agree(&t.doc, score, exact, 2e-6);
    for (size_t i = 0; i < t.doc.sentences.n; i++)
        assert_true(isfinite(score[i]) && score[i] >= 0);
    test_doc_end(&t);
}

static void test_texts(void **state) {
    (void)state;
    dense_check_texts(check);
}

/* Of two sentences that say the same, the earlier stands higher. */
static void test_direction(void **state) {
    (void)state;
    static const char TEXT[] = "The lantern of the harbour was lit. The lantern of the harbour was lit.";
    test_doc t;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    const double *score = dense_rank(&t, "textrank");
    assert_true(score[0] > score[1] && score[1] > 0);
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_direction),
    };
    return cmocka_run_group_tests_name("rank/textrank", tests, NULL, NULL);
}
