/* How much a sentence repeats: cosines of sets of stems, and near-copies. */
#include "rank/dense.h"
#include "select/redundancy.h"

/* The cosine of the second sentence of a text with the first, and whether it is a near-copy of it. */
static double compare(const char *text, bool *copy) {
    test_doc t;
    sm_redundancy r;
    test_doc_begin(&t, text, strlen(text), "en");
    assert_int_equal(t.doc.sentences.n, 2);
    assert_true(sm_redundancy_init(&r, &t.doc, &t.tmp.arena));
    assert_true(sm_redundancy_take(&r, 0));
    double cosine = sm_redundancy_of(&r, 1, copy);
    test_doc_end(&t);
    return cosine;
}

#define FERRY "The old ferry leaves the harbour at night"

static const struct {
    const char *text;
    double common, first, second; /* stems */
    bool copy;
} PAIRS[] = {
    {FERRY ". " FERRY ".", 5, 5, 5, true},
    {FERRY ". At night, an old ferry is leaving harbours.", 5, 5, 5, true},
    {FERRY ". " FERRY " with oranges.", 5, 5, 6, true},
    {FERRY " with oranges. " FERRY ".", 5, 6, 5, true},
    {FERRY ". " FERRY " with oranges, timber, salt, canvas, barrels, ribbons and wool.", 5, 5, 12, true},
    {FERRY ". The old ferry leaves timber and salt there.", 3, 5, 5, false},
    {FERRY ". Timber and salt are sold there.", 0, 5, 3, false},
    {"The ferry leaves at night. The ferry leaves at night and so do you with timber.", 3, 3, 4, false},
    {"The ferry leaves at night. At night the ferry leaves.", 3, 3, 3, true},
};

static void test_pairs(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(PAIRS); i++) {
        bool copy;
        double cosine = compare(PAIRS[i].text, &copy);
        if (copy != PAIRS[i].copy)
            fail_msg("copy %d: %s", copy, PAIRS[i].text);
        assert_close(cosine, PAIRS[i].common / sqrt(PAIRS[i].first * PAIRS[i].second), 1e-12);
    }
}

/* With several taken, it is the largest of their cosines. */
static void test_largest(void **state) {
    (void)state;
    static dense d;
    for (uint64_t seed = 0; seed < 40; seed++) {
        test_text text = {0};
        test_doc t;
        sm_redundancy r;
        dense_random_text(&text, seed);
        test_doc_begin(&t, text.at, text.n, "en");
        d.n = t.doc.sentences.n;
        for (uint32_t i = 0; i < d.n; i++) {
            dense_fill(&d.row[i], &t.doc, i, false);
            for (size_t k = 0; k < d.row[i].n; k++)
                d.row[i].value[k] = 1;
        }
        dense_compare(&d);
        assert_true(sm_redundancy_init(&r, &t.doc, &t.tmp.arena));
        for (uint32_t taken = 0; taken < d.n && taken < SM_POSTINGS_MAX; taken++) {
            assert_true(sm_redundancy_take(&r, taken));
            for (uint32_t i = 0; i < d.n; i++) {
                bool copy;
                double most = 0;
                for (uint32_t j = 0; j <= taken; j++)
                    most = fmax(most, d.similarity[i][j]);
                assert_close(sm_redundancy_of(&r, i, &copy), most, 1e-12);
                assert_true(copy || i > taken || d.row[i].n == 0);
            }
        }
        test_doc_end(&t);
        test_text_end(&text);
    }
}

static void test_nothing_taken(void **state) {
    (void)state;
    test_doc t;
    sm_redundancy r;
    bool copy = true;
    test_doc_begin(&t, FERRY ".", sizeof FERRY, "en");
    assert_true(sm_redundancy_init(&r, &t.doc, &t.tmp.arena));
    assert_true(sm_redundancy_of(&r, 0, &copy) == 0);
    assert_false(copy);
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_largest),
        cmocka_unit_test(test_nothing_taken),
    };
    return cmocka_run_group_tests_name("select/redundancy", tests, NULL, NULL);
}
