/* tf x idf of phrases: f ln(1 + N / df), N sentences. */
#include "keyword/phrases.h"

static bool stands_in(const sm_candidates *c, uint32_t sentence, uint32_t id) {
    uint32_t n = c->list.at[id].n_tokens, end = sm_doc_end_token(c->doc, sentence);
    for (uint32_t t = c->doc->sentences.at[sentence].first_token; t + n <= end; t++)
        if (sm_candidate_at(c, t, n) == id)
            return true;
    return false;
}

static double expected_score(const test_phrases *p, uint32_t id) {
    double df = 0, n = (double)p->t.doc.sentences.n;
    for (uint32_t s = 0; s < p->t.doc.sentences.n; s++)
        df += stands_in(&p->c, s, id);
    return p->c.list.at[id].count * log(1 + n / df);
}

static void test_random_texts(void **state) {
    (void)state;
    test_phrases_check_scores("tfidf", expected_score, 1e-12, 40);
}

static void test_worked_example(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "A ferry, the ferry and a kettle. It was the kettle. It was not.", 4, "tfidf");
    assert_int_equal(p.t.doc.sentences.n, 3);
    assert_close(test_phrases_score(&p, "ferry"), 2 * log(4), 1e-12);
    assert_close(test_phrases_score(&p, "kettle"), 2 * log(2.5), 1e-12);
    test_phrases_end(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_worked_example),
    };
    return cmocka_run_group_tests_name("keyword/tfidf", tests, NULL, NULL);
}
