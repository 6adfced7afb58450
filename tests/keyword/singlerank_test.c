/* SingleRank against a full matrix of words. */
#include "keyword/phrases.h"
#include "rank/dense.h"

/* Content words less than 10 words apart, whatever stands between them. */
static void join_words(const sm_doc *doc, dense *d) {
    d->n = doc->stems.n;
    assert_true(d->n <= DENSE_MAX);
    memset(d->similarity, 0, sizeof d->similarity);
    for (uint32_t a = 0; a < doc->tokens.n; a++)
        for (uint32_t b = 0; b < doc->tokens.n; b++)
            if (a != b && test_is_content(doc, a) && test_is_content(doc, b) && (a < b ? b - a : a - b) < 10)
                d->similarity[sm_doc_word(doc, a)->stem][sm_doc_word(doc, b)->stem]++;
}

static double scale(const double *x, size_t n) {
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i];
    return (double)n / sum;
}

static void check(const char *text, size_t max_words) {
    static dense d;
    double x[DENSE_MAX];
    test_phrases p;
    test_phrases_begin(&p, text, max_words, "singlerank");
    join_words(&p.t.doc, &d);
    dense_pagerank(&d, 1, 1, 0.85, 1e-12, x);
    for (size_t i = 0; i < p.c.list.n; i++) {
        const sm_candidate *phrase = &p.c.list.at[i];
        double sum = 0;
        for (uint32_t t = phrase->first_token; t < phrase->first_token + phrase->n_tokens; t++)
            sum += x[p.c.stem[t]];
        assert_close(p.score[i], phrase->runs > 0 ? sum * scale(x, d.n) : 0, 1e-5);
    }
    test_phrases_end(&p);
}

static void test_random_texts(void **state) {
    (void)state;
    test_phrases_check_random(check, 60);
}

/* Ferry and harbour stand near lantern twice and near each other once:
 *
 *     a = 0.15 + 0.85 (2/4 b + 1/3 a)     b = 0.15 + 0.85 (2/3 a + 2/3 a)     a = 0.9095745, b = 1.1808511
 *
 * and with 0.15 for "and", of which no word is a neighbour, the mean is 0.7875. */
static void test_worked_example(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "Ferry lantern, and harbour lantern.", 4, "singlerank");
    double expected = (0.9095745 + 1.1808511) / 0.7875;
    assert_close(test_phrases_score(&p, "Ferry lantern"), expected, 1e-5);
    assert_close(test_phrases_score(&p, "harbour lantern"), expected, 1e-5);
    assert_true(test_phrases_score(&p, "lantern") == 0); /* never a whole run */
    test_phrases_end(&p);
}

/* In each text, `better` scores above `worse`. */
static const test_comparison TEXTS[] = {
    {"more neighbours", "The ferry, the kettle, the ferry, the hamper, the ferry.", "ferry", "kettle"},
    {"more words", "The ferry, the kettle pot, the ferry.", "kettle pot", "ferry"},
    {"nearer than 10 words",
     "The ferry and the kettle of the then, the now, the here, the there and the when, the anchor.", "kettle",
     "anchor"},
    {"no participle", "The ferries were parched, and the kettles.", "kettles", "parched"},
    {"no adverb", "The ferries were it quickly, and the kettles.", "kettles", "quickly"},
};

static void test_better_and_worse(void **state) {
    (void)state;
    test_phrases_compare("singlerank", TEXTS, COUNT_OF(TEXTS));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_better_and_worse),
    };
    return cmocka_run_group_tests_name("keyword/singlerank", tests, NULL, NULL);
}
