/* Matrices that rankers share, against sets and counts of stems worked out anew. */
#include "doc/features.h"
#include "rank/dense.h"

static double row_product(const sm_csr *m, uint32_t i, uint32_t j) {
    double sum = 0;
    for (uint32_t a = m->start[i]; a < m->start[i + 1]; a++)
        for (uint32_t b = m->start[j]; b < m->start[j + 1]; b++)
            sum += m->col[a] == m->col[b] ? (double)m->val[a] * (double)m->val[b] : 0;
    return sum;
}

static void check_cosines(const dense *d, const sm_csr *m) {
    assert_int_equal(m->n_rows, d->n);
    for (uint32_t i = 0; i < d->n; i++)
        for (uint32_t j = 0; j < d->n; j++)
            assert_true(fabs(row_product(m, i, j) - d->similarity[i][j]) < 1e-6);
}

static void check_pairs(test_doc *t, dense *d) {
    sm_csr m;
    dense_binary(d, &t->doc);
    assert_true(sm_features_with_pairs(&t->doc, &t->tmp.arena, &m));
    check_cosines(d, &m);
    for (uint32_t i = 0; i < d->n; i++) {
        uint32_t n = m.start[i + 1] - m.start[i];
        assert_int_equal(n, d->row[i].n);
        for (uint32_t e = m.start[i]; e < m.start[i + 1]; e++) {
            assert_true(m.col[e] < m.n_cols);
            assert_close((double)m.val[e], 1 / sqrt(n), 1e-6);
        }
    }
}

static void check_tfidf(test_doc *t, dense *d) {
    sm_csr m;
    dense_tfidf(d, &t->doc);
    assert_true(sm_features_tfidf(&t->doc, NULL, &t->tmp.arena, &m));
    check_cosines(d, &m);
    for (uint32_t i = 0; i < d->n; i++) {
        double length = sqrt(dense_product(&d->row[i], &d->row[i]));
        assert_int_equal(m.start[i + 1] - m.start[i], d->row[i].n);
        for (uint32_t e = m.start[i]; e < m.start[i + 1]; e++)
            assert_close((double)m.val[e], length > 0 ? dense_value(&d->row[i], m.col[e]) / length : 0, 1e-6);
    }
}

static void check_candidates(test_doc *t) {
    const uint32_t *at = sm_features_candidates(&t->doc, &t->tmp.arena);
    size_t n = 0;
    assert_non_null(at);
    for (uint32_t i = 0; i < t->doc.sentences.n; i++)
        if (t->doc.sentences.at[i].candidate)
            assert_int_equal(at[n++], i);
    assert_int_equal(n, t->doc.n_candidates);
}

static void check(const char *text) {
    static dense d;
    test_doc t;
    test_doc_begin(&t, text, strlen(text), "en");
    check_pairs(&t, &d);
    check_tfidf(&t, &d);
    check_candidates(&t);
    test_doc_end(&t);
}

static void test_texts(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "",
        "Lantern",
        "The lantern of the harbour and the lantern of the island.",
        "It was what it was and so it was.",
        "The same five words again here. The same five words again here.",
        "Lantern harbour lantern harbour lantern harbour lantern.",
        "Ferry, harbour and 17 islands; the ferry's harbour. Islands of ferries, harbours of islands.",
    };
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        check(TEXTS[i]);
}

static void test_random_texts(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 60; seed++) {
        test_text text = {0};
        dense_random_text(&text, seed);
        check(text.at);
        test_text_end(&text);
    }
}

/* "a b" and "b a" are two pairs; the words between may be stop words, not content words. */
static void test_what_a_pair_is(void **state) {
    (void)state;
    static const char TEXT[] = "Lantern and harbour are what it is. Harbour of a lantern is what it was. "
                               "Lantern, kettle, harbour are what it is. The lantern, not the harbour, is it.";
    test_doc t;
    sm_csr m;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    assert_true(sm_features_with_pairs(&t.doc, &t.tmp.arena, &m));
    assert_int_equal(m.n_rows, 4);
    assert_close(row_product(&m, 0, 1), 2 / sqrt(3 * 3), 1e-6);
    assert_close(row_product(&m, 0, 2), 2 / sqrt(3 * 5), 1e-6);
    assert_close(row_product(&m, 0, 3), 3 / sqrt(3 * 3), 1e-6);
    test_doc_end(&t);
}

/* Each column behind those of the stems has its own two stems, and stands in the rows that hold them one behind the
 * other. */
static void test_named_pairs(void **state) {
    (void)state;
    static const char TEXT[] = "Lantern and harbour are what it is. Harbour of a lantern is what it was. "
                               "The lantern, not the harbour, is it.";
    test_doc t;
    sm_csr m;
    const sm_stem_pair *pair;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    uint32_t lantern = t.doc.words.at[test_doc_find(&t, "lantern")].stem;
    uint32_t harbour = t.doc.words.at[test_doc_find(&t, "harbour")].stem;
    assert_true(sm_features_with_named_pairs(&t.doc, &t.tmp.arena, &m, &pair));
    assert_int_equal(m.n_cols, t.doc.stems.n + 2);
    assert_true(pair[0].left == lantern && pair[0].right == harbour);
    assert_true(pair[1].left == harbour && pair[1].right == lantern);
    assert_int_equal(m.col[m.start[1] - 1], t.doc.stems.n);
    assert_int_equal(m.col[m.start[2] - 1], t.doc.stems.n + 1);
    assert_int_equal(m.col[m.start[3] - 1], t.doc.stems.n);
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_what_a_pair_is),
        cmocka_unit_test(test_named_pairs),
    };
    return cmocka_run_group_tests_name("doc/features", tests, NULL, NULL);
}
