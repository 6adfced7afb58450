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

/* What is known is compared as what was taken is; words that the text has not count in its length. */
static void test_known_pairs(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(PAIRS); i++) {
        test_doc first, second;
        sm_redundancy r;
        bool copy;
        const char *text = PAIRS[i].text, *border = strchr(text, '.') + 1;
        test_doc_begin(&first, text, (size_t)(border - text), "en");
        test_doc_begin(&second, border, strlen(border), "en");
        assert_true(sm_redundancy_init(&r, &second.doc, &second.tmp.arena));
        assert_true(sm_redundancy_know(&r, &second.doc, &first.doc));
        double cosine = sm_redundancy_of(&r, 0, &copy);
        if (copy != PAIRS[i].copy)
            fail_msg("copy %d: %s", copy, text);
        assert_close(cosine, PAIRS[i].common / sqrt(PAIRS[i].first * PAIRS[i].second), 1e-12);
        test_doc_end(&second);
        test_doc_end(&first);
    }
}

static bool repeats_known(test_doc *t, const sm_doc *known, uint32_t sentence, double *cosine) {
    sm_redundancy r;
    bool copy;
    assert_true(sm_redundancy_init(&r, &t->doc, &t->tmp.arena));
    assert_true(sm_redundancy_know(&r, &t->doc, known));
    *cosine = sm_redundancy_of(&r, sentence, &copy);
    return copy;
}

/* A sentence of a known text is a copy, however many sentences have its stems, and if it has no content word. */
static void test_known_copies(void **state) {
    (void)state;
    test_random r = {51};
    test_text text = {0}, own = {0};
    test_doc known, t;
    double cosine;
    test_text_add_sentences(&text, &r, 300, 12, 5, 9);
    test_text_put(&text, "It was what it was and so it was. ");
    test_text_put(&own, "Some other words stand here before the rest of it. ");
    test_text_put(&own, text.at);
    test_doc_begin(&known, text.at, text.n, "en");
    test_doc_begin(&t, own.at, own.n, "en");
    assert_false(repeats_known(&t, &known.doc, 0, &cosine));
    for (uint32_t i = 1; i < t.doc.sentences.n; i += 15)
        assert_true(repeats_known(&t, &known.doc, i, &cosine));
    assert_true(repeats_known(&t, &known.doc, (uint32_t)t.doc.sentences.n - 1, &cosine));
    test_doc_end(&t);
    test_doc_end(&known);
    test_text_end(&own);
    test_text_end(&text);
}

/* However much is known, the text's own near-copies are still seen. */
static void test_own_copies_beside_known(void **state) {
    (void)state;
    static const char OWN[] = FERRY " with oranges. " FERRY ".";
    test_text read = {0};
    test_doc known, t;
    sm_redundancy r;
    bool copy;
    for (int i = 0; i < 2 * SM_POSTINGS_MAX; i++)
        test_text_put(&read, "Old ferries: leave no harbour at any night, timber, salt and canvas or barrels of tar. ");
    test_doc_begin(&known, read.at, read.n, "en");
    test_doc_begin(&t, OWN, sizeof OWN - 1, "en");
    assert_true(sm_redundancy_init(&r, &t.doc, &t.tmp.arena));
    assert_true(sm_redundancy_know(&r, &t.doc, &known.doc));
    assert_true(sm_redundancy_take(&r, 0));
    assert_close(sm_redundancy_of(&r, 1, &copy), 5 / sqrt(30), 1e-12);
    assert_true(copy);
    test_doc_end(&t);
    test_doc_end(&known);
    test_text_end(&read);
}

static void test_known_of_another_kind(void **state) {
    (void)state;
    static const char *const KNOWN[] = {"",
                                        "...",
                                        "17",
                                        "\xFF\xFE",
                                        "Timber and salt are sold there.",
                                        "Die alte Laterne brennt schon seit gestern Abend."};
    for (size_t i = 0; i < COUNT_OF(KNOWN); i++) {
        test_doc known, t;
        double cosine;
        test_doc_begin(&known, KNOWN[i], strlen(KNOWN[i]), NULL);
        test_doc_begin(&t, FERRY ".", sizeof FERRY, "en");
        assert_false(repeats_known(&t, &known.doc, 0, &cosine));
        assert_true(cosine == 0);
        test_doc_end(&t);
        test_doc_end(&known);
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
        cmocka_unit_test(test_known_pairs),
        cmocka_unit_test(test_known_copies),
        cmocka_unit_test(test_own_copies_beside_known),
        cmocka_unit_test(test_known_of_another_kind),
        cmocka_unit_test(test_nothing_taken),
    };
    return cmocka_run_group_tests_name("select/redundancy", tests, NULL, NULL);
}
