/* Chance: the same for the same text and seed, another order for another seed, and no sentence favoured. */
#include "rank/dense.h"

static const char TEXT[] = "The harbour has a lantern there. The ferry of the island is late today. The meadow lies "
                           "behind the old quarry. A falcon sat upon the timber wall. The kettle sang in the kitchen.";

static void rank_with(test_doc *t, uint64_t seed, double *score) {
    for (size_t i = 0; sm_ranker_at(i) != NULL; i++)
        if (strcmp(sm_ranker_at(i)->item.name, "random") == 0)
            assert_true(sm_ranker_at(i)->rank(&t->doc, &(sm_rank_options){.seed = seed}, &t->tmp.arena, score));
}

static void test_same_seed_same_scores(void **state) {
    (void)state;
    test_doc t;
    double a[5], b[5];
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(t.doc.sentences.n, 5);
    rank_with(&t, 7, a);
    rank_with(&t, 7, b);
    assert_memory_equal(a, b, sizeof a);
    test_doc_end(&t);
}

/* 1000 seeds: each of five sentences is first about 200 times; chi squared with 4 degrees of freedom, 0.1 % at 18.5. */
static void test_every_sentence_has_its_chance(void **state) {
    (void)state;
    test_doc t;
    double score[5], chi = 0;
    size_t first[5] = {0};
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    for (uint64_t seed = 0; seed < 1000; seed++) {
        size_t best = 0;
        rank_with(&t, seed, score);
        for (size_t i = 0; i < 5; i++) {
            assert_true(score[i] >= 0 && score[i] < 1);
            best = score[i] > score[best] ? i : best;
        }
        first[best]++;
    }
    for (size_t i = 0; i < 5; i++)
        chi += ((double)first[i] - 200) * ((double)first[i] - 200) / 200;
    assert_true(chi < 18.5);
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_seed_same_scores),
        cmocka_unit_test(test_every_sentence_has_its_chance),
    };
    return cmocka_run_group_tests_name("rank/random", tests, NULL, NULL);
}
