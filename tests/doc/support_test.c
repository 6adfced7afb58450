/* What holds a sentence up, against sums over all pairs of sentences. */
#include "doc/support.h"
#include "rank/dense.h"

/* What the sentence's feature k gives it: the sum over the others of a_it a_jt x_j. */
static double term_worth(const dense *d, const double *score, size_t i, size_t k) {
    double sum = 0, length = sqrt((double)d->row[i].n);
    for (size_t j = 0; j < d->n; j++)
        if (j != i && d->row[j].n > 0)
            sum += dense_value(&d->row[j], d->row[i].key[k]) / (length * sqrt((double)d->row[j].n)) * score[j];
    return sum;
}

static double vote_of(const dense *d, const double *score, size_t j, size_t i) {
    return i != j ? d->similarity[i][j] * score[j] : 0;
}

static double support_of(const dense *d, const double *score, size_t i) {
    double sum = 0;
    for (size_t j = 0; j < d->n; j++)
        sum += vote_of(d, score, j, i);
    return sum;
}

/* How many of the values are above one of them. */
static size_t count_above(const double *value, size_t n, double one) {
    size_t above = 0;
    for (size_t i = 0; i < n; i++)
        above += value[i] > one + 1e-5;
    return above;
}

static uint64_t key_of(const sm_support *s, uint32_t column) {
    if (column < s->doc->stems.n)
        return column;
    const sm_stem_pair *p = &s->pair[column - s->doc->stems.n];
    return UINT64_C(1) << 63 | (uint64_t)p->left << 31 | p->right;
}

static void check_terms(const sm_support *s, const dense *d, const double *score, uint32_t i) {
    sm_ranked terms[SM_SUPPORT_TERMS];
    double value[DENSE_KEYS], sum = support_of(d, score, i);
    size_t n = sm_support_terms(s, i, terms), n_worth = 0;
    for (size_t k = 0; k < d->row[i].n; k++) {
        value[k] = sum > 0 ? term_worth(d, score, i, k) / sum : 0;
        n_worth += value[k] > 0;
    }
    assert_int_equal(n, n_worth < SM_SUPPORT_TERMS ? n_worth : SM_SUPPORT_TERMS);
    for (size_t t = 0; t < n; t++) {
        size_t k = 0;
        while (k < d->row[i].n && d->row[i].key[k] != key_of(s, terms[t].id))
            k++;
        assert_true(k < d->row[i].n);
        assert_close(terms[t].value, value[k], 1e-5);
        assert_true(count_above(value, d->row[i].n, value[k]) <= t);
    }
}

static void check_voters(sm_support *s, const dense *d, const double *score, uint32_t i) {
    sm_ranked voters[SM_SUPPORT_VOTERS];
    double value[DENSE_MAX], sum = support_of(d, score, i);
    size_t n = sm_support_voters(s, i, voters), n_voters = 0;
    for (size_t j = 0; j < d->n; j++) {
        value[j] = sum > 0 ? vote_of(d, score, j, i) / sum : 0;
        n_voters += value[j] > 0;
    }
    assert_int_equal(n, n_voters < SM_SUPPORT_VOTERS ? n_voters : SM_SUPPORT_VOTERS);
    for (size_t v = 0; v < n; v++) {
        assert_true(voters[v].id != i);
        assert_close(voters[v].value, value[voters[v].id], 1e-5);
        assert_true(count_above(value, d->n, value[voters[v].id]) <= v);
    }
}

static void check(const char *text, size_t n_bytes) {
    static dense d;
    test_doc t;
    sm_support s;
    test_random r = {n_bytes + 1};
    test_doc_begin(&t, text, n_bytes, "en");
    dense_binary(&d, &t.doc);
    double *score = sm_arena_get(&t.tmp.arena, t.doc.sentences.n, sizeof *score);
    for (size_t i = 0; i < t.doc.sentences.n; i++)
        score[i] = test_random_below(&r, 8) == 0 ? 0 : test_random_unit(&r);
    assert_true(sm_support_init(&s, &t.doc, score, &t.tmp.arena));
    for (uint32_t i = 0; i < t.doc.sentences.n; i++) {
        check_terms(&s, &d, score, i);
        check_voters(&s, &d, score, i);
    }
    test_doc_end(&t);
}

static void test_random_texts(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 60; seed++) {
        test_text text = {0};
        dense_random_text(&text, seed);
        check(text.at, text.n);
        test_text_end(&text);
    }
}

/* Nothing, one sentence, sentences that share nothing, a heading alone, broken UTF-8. */
static void test_small_texts(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"",
                                        "The lantern of the harbour burns at night.",
                                        "The lantern of the harbour burns. Timber and salt come from islands.",
                                        "Lantern",
                                        "It was what it was and so it was. It was what it was.",
                                        "\xFF\xC3 lantern harbour \x80 ferry island. The lantern \xE2\x82 of ferries."};
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        check(TEXTS[i], strlen(TEXTS[i]));
}

/* A term that more than SM_SUPPORT_POSTINGS sentences hold counts as a term; as a voice it is passed over. */
static void test_common_terms(void **state) {
    (void)state;
    test_text text = {0};
    test_doc t;
    sm_support s;
    sm_ranked best[SM_SUPPORT_TERMS];
    test_text_put(&text, "The ferry carries rare gravel to somewhere. ");
    for (size_t i = 0; i < SM_SUPPORT_POSTINGS; i++)
        test_text_put(&text, "The ferry is what it was for you. ");
    test_text_put(&text, "Rare gravel is what we like to have. ");
    test_doc_begin(&t, text.at, text.n, "en");
    double *score = sm_arena_get(&t.tmp.arena, t.doc.sentences.n, sizeof *score);
    for (size_t i = 0; i < t.doc.sentences.n; i++)
        score[i] = 1;
    assert_true(sm_support_init(&s, &t.doc, score, &t.tmp.arena));
    assert_true(sm_support_terms(&s, 0, best) > 1);
    assert_int_equal(best[0].id, t.doc.words.at[test_doc_find(&t, "ferry")].stem);
    assert_true(best[0].value > 0.9);
    assert_int_equal(sm_support_voters(&s, 0, best), 1);
    assert_int_equal(best[0].id, SM_SUPPORT_POSTINGS + 1);
    assert_true(best[0].value < 0.1);
    assert_int_equal(sm_support_voters(&s, 1, best), 0);
    test_doc_end(&t);
    test_text_end(&text);
}

/* The commonest form of a stem, of equal ones one in small letters, then the first; a pair has two. */
static void test_forms(void **state) {
    (void)state;
    static const char TEXT[] = "Ferries carry the lantern to harbours. The ferry carries a lantern from the harbour. "
                               "Lanterns on ferries are carried by lanterns and by the harbour.";
    test_doc t;
    sm_support s;
    uint32_t words[2];
    double score[] = {1, 1, 1};
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(t.doc.sentences.n, 3);
    assert_true(sm_support_init(&s, &t.doc, score, &t.tmp.arena));
    assert_int_equal(sm_support_words(&s, t.doc.words.at[test_doc_find(&t, "Lanterns")].stem, words), 1);
    assert_int_equal(words[0], test_doc_find(&t, "lantern"));
    uint32_t ferry = test_doc_find(&t, "ferry"), carry = test_doc_find(&t, "carry");
    assert_int_equal(sm_support_words(&s, t.doc.words.at[ferry].stem, words), 1);
    assert_int_equal(words[0], ferry);
    assert_int_equal(sm_support_words(&s, (uint32_t)t.doc.stems.n, words), 2);
    assert_true(words[0] == ferry && words[1] == carry);
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_small_texts),
        cmocka_unit_test(test_common_terms),
        cmocka_unit_test(test_forms),
    };
    return cmocka_run_group_tests_name("doc/support", tests, NULL, NULL);
}
