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
static void test_random_texts(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 40; seed++) {
        test_text text = {0};
        test_phrases p;
        test_phrases_random_text(&text, seed);
        test_phrases_begin(&p, text.at, 1 + seed % 8, "rake");
        for (size_t i = 0; i < p.c.list.n; i++) {
            const sm_candidate *phrase = &p.c.list.at[i];
            double sum = 0;
            for (uint32_t t = phrase->first_token; t < phrase->first_token + phrase->n_tokens; t++) {
                double degree = 0, frequency = 0;
                for (size_t k = 0; k < p.c.list.n; k++)
                    for (uint32_t s = 0; s < p.c.list.at[k].n_tokens; s++)
                        if (p.c.stem[p.c.list.at[k].first_token + s] == p.c.stem[t]) {
                            degree += (double)p.c.list.at[k].runs * p.c.list.at[k].n_tokens;
                            frequency += p.c.list.at[k].runs;
                        }
                sum += phrase->runs > 0 ? degree / frequency : 0;
            }
            assert_close(p.score[i], sum, 1e-12);
        }
        test_phrases_end(&p);
        test_text_end(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_long_runs),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests_name("keyword/rake", tests, NULL, NULL);
}
