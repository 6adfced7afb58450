/* Graph reduction: the sum of a sentence's similarities to all others, against a full matrix. */
#include "rank/overlap.h"

static void check(const char *text, size_t n) {
    static dense d;
    test_doc t;
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "reduction");
    dense_overlap(&d, &t.doc);
    for (size_t i = 0; i < d.n; i++) {
        double sum = 0;
        for (size_t j = 0; j < d.n; j++)
            sum += i != j ? d.similarity[i][j] : 0;
        assert_close(score[i], sum, 1e-9);
    }
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

/* By hand: harbour is shared by the first two, island by the last two; they have 2, 3 and 4 stems. */
static void test_worked_example(void **state) {
    (void)state;
    static const char TEXT[] = "The harbour has a lantern there. The harbour of the island has a ferry. "
                               "The island has a kettle, timber and salt.";
    test_doc t;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    const double *score = dense_rank(&t, "reduction");
    assert_close(score[0], 1 / log(2 * 3), 1e-9);
    assert_close(score[1], 1 / log(2 * 3) + 1 / log(3 * 4), 1e-9);
    assert_close(score[2], 1 / log(3 * 4), 1e-9);
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_anything),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_worked_example),
    };
    return cmocka_run_group_tests_name("rank/reduction", tests, NULL, NULL);
}
