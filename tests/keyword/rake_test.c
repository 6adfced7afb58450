/* RAKE: degree over frequency, summed over the words of whole runs. */
#include "keyword/phrases.h"

/* Runs: ferry harbour, ferry harbour lights, lights, harbour.
 *
 *     word      degree         frequency   ratio
 *     ferry     2 + 3 = 5      2           2.5
 *     harbour   2 + 3 + 1 = 6  3           2
 *     light     3 + 1 = 4      2           2       */
static const char TEXT[] = "Ferry harbour, ferry harbour lights; the lights of a harbour.";

static const struct {
    const char *phrase;
    double score;
} SCORES[] = {
    {"Ferry harbour", 4.5}, {"ferry harbour lights", 6.5}, {"lights", 2}, {"harbour", 2},
    {"Ferry", 0}, /* not a whole run */
    {"harbour lights", 0},
};

static void test_worked_example(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, TEXT, 4, "rake");
    assert_int_equal(p.c.list.n, COUNT_OF(SCORES));
    for (size_t i = 0; i < COUNT_OF(SCORES); i++)
        assert_close(test_phrases_score(&p, SCORES[i].phrase), SCORES[i].score, 1e-12);
    test_phrases_end(&p);
}

/* A run longer than the longest phrase is no candidate, nor does it count for its words. */
static void test_long_runs(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, TEXT, 2, "rake");
    assert_close(test_phrases_score(&p, "Ferry harbour"), 2 / 1.0 + 3 / 2.0, 1e-12);
    assert_close(test_phrases_score(&p, "lights"), 1, 1e-12);
    assert_true(test_phrases_score(&p, "harbour lights") == 0);
    test_phrases_end(&p);
}

/* The same from runs gathered again and again for each word. */
static double expected_score(const test_phrases *p, uint32_t id) {
    const sm_candidate *list = p->c.list.at, *phrase = &list[id];
    double sum = 0;
    for (uint32_t t = phrase->first_token; t < phrase->first_token + phrase->n_tokens; t++) {
        double degree = 0, frequency = 0;
        for (size_t k = 0; k < p->c.list.n; k++)
            for (uint32_t s = 0; s < list[k].n_tokens; s++)
                if (p->c.stem[list[k].first_token + s] == p->c.stem[t]) {
                    degree += (double)list[k].runs * list[k].n_tokens;
                    frequency += list[k].runs;
                }
        sum += phrase->runs > 0 ? degree / frequency : 0;
    }
    return sum;
}

static void test_random_texts(void **state) {
    (void)state;
    test_phrases_check_scores("rake", expected_score, 1e-12, 40);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_long_runs),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests_name("keyword/rake", tests, NULL, NULL);
}
