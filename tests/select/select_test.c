/* Selections from random documents: ceilings, copies, and what smaller and larger summaries have in common. */
#include "doc/prose.h"
#include "rank/dense.h"
#include "select/redundancy.h"
#include "select/select.h"

static const sm_budget NO_BUDGET = {SUMM_NO_LIMIT, SUMM_NO_LIMIT, SUMM_NO_LIMIT};

static sm_picks pick(test_doc *t, const double *score, sm_budget budget, double diversity, bool in_order) {
    sm_select_options options = {.budget = budget, .diversity = diversity, .in_order = in_order};
    sm_picks picks;
    assert_true(sm_select(&t->doc, score, &options, &t->tmp.arena, &picks));
    return picks;
}

static double *random_scores(test_doc *t, test_random *r) {
    double *score = sm_arena_get(&t->tmp.arena, t->doc.sentences.n, sizeof *score);
    for (size_t i = 0; i < t->doc.sentences.n; i++)
        score[i] = test_random_unit(r);
    return score;
}

static bool is_copy(test_doc *t, uint32_t a, uint32_t b) {
    sm_redundancy r;
    bool copy;
    assert_true(sm_redundancy_init(&r, &t->doc, &t->tmp.arena));
    assert_true(sm_redundancy_take(&r, a));
    sm_redundancy_of(&r, b, &copy);
    return copy;
}

/* Candidates, none twice, no two of them copies, within the ceilings. */
static void check_picks(test_doc *t, const sm_picks *picks, const sm_budget *budget) {
    size_t words = 0, chars = 0;
    for (size_t i = 0; i < picks->n; i++) {
        const sm_sentence *s = &t->doc.sentences.at[picks->sentence[i]];
        assert_true(s->candidate);
        words += s->n_words;
        chars += s->n_chars + (size_t)(i > 0);
        for (size_t k = 0; k < i; k++)
            if (picks->sentence[k] == picks->sentence[i] || is_copy(t, picks->sentence[k], picks->sentence[i]))
                fail_msg("%u and %u of %u sentences", picks->sentence[k], picks->sentence[i], t->doc.n_candidates);
    }
    assert_true(picks->n <= budget->sentences && words <= budget->words && chars <= budget->chars);
}

static size_t below_or_none(test_random *r, size_t n) {
    return test_random_below(r, 3) == 0 ? SUMM_NO_LIMIT : test_random_below(r, n);
}

static void test_ceilings(void **state) {
    (void)state;
    test_random r = {6};
    for (uint64_t seed = 0; seed < 200; seed++) {
        test_text text = {0};
        test_doc t;
        dense_random_text(&text, seed);
        test_doc_begin(&t, text.at, text.n, "en");
        const double *score = random_scores(&t, &r);
        for (int k = 0; k < 6; k++) {
            sm_budget budget = {below_or_none(&r, 12), below_or_none(&r, 100), below_or_none(&r, 600)};
            sm_picks picks = pick(&t, score, budget, test_random_unit(&r), k % 2 == 0);
            check_picks(&t, &picks, &budget);
        }
        test_doc_end(&t);
        test_text_end(&text);
    }
}

static sm_picks pick_shares(test_doc *t, const double *score, const sm_shares *shares, double diversity,
                            bool in_order) {
    sm_select_options options = {.shares = shares, .diversity = diversity, .in_order = in_order};
    sm_picks picks;
    assert_true(sm_select(&t->doc, score, &options, &t->tmp.arena, &picks));
    return picks;
}

/* Those of one share alone. */
static sm_picks picks_of(const sm_picks *picks, const sm_shares *shares, size_t share, uint32_t *out) {
    sm_picks own = {out, 0};
    for (size_t i = 0; i < picks->n; i++)
        if (sm_share_of(shares, picks->sentence[i]) == share)
            own.sentence[own.n++] = picks->sentence[i];
    return own;
}

/* Ceilings hold for each share, and nothing is said twice in all; one share is all. */
static void test_shares(void **state) {
    (void)state;
    test_random r = {16};
    for (uint64_t seed = 0; seed < 200; seed++) {
        test_text text = {0};
        test_doc t;
        uint32_t of[DENSE_MAX], own[DENSE_MAX];
        sm_budget budget[3];
        dense_random_text(&text, seed);
        test_doc_begin(&t, text.at, text.n, "en");
        assert_true(t.doc.sentences.n <= DENSE_MAX);
        double *score = random_scores(&t, &r);
        for (size_t i = 0; i < DENSE_MAX; i++)
            of[i] = (uint32_t)test_random_below(&r, COUNT_OF(budget));
        for (size_t i = 0; i < COUNT_OF(budget); i++)
            budget[i] = (sm_budget){below_or_none(&r, 5), below_or_none(&r, 60), below_or_none(&r, 400)};
        const sm_shares shares = {of, budget, COUNT_OF(budget)}, one = {NULL, budget, 1};
        bool in_order = seed % 2 == 0;
        sm_picks picks = pick_shares(&t, score, &shares, test_random_unit(&r), in_order);
        check_picks(&t, &picks, &(sm_budget){SUMM_NO_LIMIT, SUMM_NO_LIMIT, SUMM_NO_LIMIT});
        for (size_t k = 0; k < COUNT_OF(budget); k++) {
            sm_picks part = picks_of(&picks, &shares, k, own);
            check_picks(&t, &part, &budget[k]);
        }
        sm_picks all = pick(&t, score, budget[0], 0.5, in_order), same = pick_shares(&t, score, &one, 0.5, in_order);
        assert_int_equal(all.n, same.n);
        assert_memory_equal(all.sentence, same.sentence, all.n * sizeof *all.sentence);
        test_doc_end(&t);
        test_text_end(&text);
    }
}

/* Of sentences that share no word, each section has what it would have alone. */
static void test_shares_apart(void **state) {
    (void)state;
    test_random r = {17};
    for (int k = 0; k < 200; k++) {
        test_text text = {0};
        test_doc t;
        uint32_t of[DENSE_MAX], own[DENSE_MAX];
        sm_budget budget[3];
        for (size_t i = 0; i + 1 < COUNT_OF(test_words); i += 2) { /* five words or more, two of them its own */
            const char *a = test_words[i], *b = test_words[i + 1];
            char sentence[128];
            snprintf(sentence, sizeof sentence, "There was %s and then %s%s here. ", a, b,
                     k % 3 == 0 ? " and more" : "");
            test_text_put(&text, sentence);
        }
        test_doc_begin(&t, text.at, text.n, "en");
        double *score = random_scores(&t, &r);
        assert_true(t.doc.n_candidates == COUNT_OF(test_words) / 2);
        for (size_t i = 0; i < t.doc.sentences.n; i++)
            of[i] = (uint32_t)test_random_below(&r, COUNT_OF(budget));
        for (size_t i = 0; i < COUNT_OF(budget); i++)
            budget[i] = (sm_budget){below_or_none(&r, 5), below_or_none(&r, 40), below_or_none(&r, 200)};
        const sm_shares shares = {of, budget, COUNT_OF(budget)};
        sm_picks picks = pick_shares(&t, score, &shares, 0.7, k % 2 == 0);
        for (size_t share = 0; share < COUNT_OF(budget); share++) {
            sm_doc part = t.doc;
            sm_sentence sentences[DENSE_MAX];
            memcpy(sentences, t.doc.sentences.at, t.doc.sentences.n * sizeof *sentences);
            part.sentences.at = sentences;
            for (size_t i = 0; i < t.doc.sentences.n; i++)
                sentences[i].candidate = of[i] == share;
            sm_select_options options = {.budget = budget[share], .diversity = 0.7, .in_order = k % 2 == 0};
            sm_picks expected, got = picks_of(&picks, &shares, share, own);
            assert_true(sm_select(&part, score, &options, &t.tmp.arena, &expected));
            assert_int_equal(got.n, expected.n);
            for (size_t i = 0; i < got.n; i++)
                assert_int_equal(got.sentence[i], expected.sentence[i]);
        }
        test_doc_end(&t);
        test_text_end(&text);
    }
}

/* Words that have to be covered, labels and short sentences among those that hold them, a text that is known, sentences
 * that quote or ask: the ceilings hold, and no candidate but those that must be taken repeats another. */
static void check_wanted(test_doc *t, const sm_picks *picks, const sm_select_options *o) {
    size_t words = 0, chars = 0;
    for (size_t i = 0; i < picks->n; i++) {
        const sm_sentence *s = &t->doc.sentences.at[picks->sentence[i]];
        assert_true(sm_prose_holds(&t->doc, s) && (s->candidate || o->n_must > 0));
        words += s->n_words;
        chars += s->n_chars + (size_t)(i > 0);
        for (size_t k = 0; k < i; k++)
            assert_true(picks->sentence[k] != picks->sentence[i] &&
                        (o->n_must > 0 || !is_copy(t, picks->sentence[k], picks->sentence[i])));
    }
    assert_true(picks->n <= o->budget.sentences && words <= o->budget.words && chars <= o->budget.chars);
}

static void read_must(test_doc *t, test_random *r, sm_doc *must) {
    size_t a = test_random_below(r, COUNT_OF(test_words)), b = test_random_below(r, COUNT_OF(test_words));
    char *words = sm_arena_get(&t->own.arena, 64, 1);
    snprintf(words, 64, "%s%s%s", test_words[a], a % 4 == 0 ? " " : "", a % 4 == 0 ? test_words[b] : "");
    assert_int_equal(
        sm_doc_build(must, sm_reader_at(0), words, (uint32_t)strlen(words), t->doc.language, NULL, &t->own.arena),
        SUMM_OK);
}

static void test_ceilings_with_wishes(void **state) {
    (void)state;
    test_random r = {8};
    for (uint64_t seed = 0; seed < 150; seed++) {
        test_text text = {0}, read = {0};
        test_doc t, known;
        sm_doc must[4];
        dense_random_text(&text, seed);
        test_text_put(&text, "\"Was the lantern lit at dusk?\" they asked. Who lit the lantern of the harbour?");
        dense_random_text(&read, seed / 2);
        test_doc_begin(&t, text.at, text.n, "en");
        test_doc_begin(&known, read.at, read.n, "en");
        const double *score = random_scores(&t, &r);
        for (size_t i = 0; i < COUNT_OF(must); i++)
            read_must(&t, &r, &must[i]);
        for (int k = 0; k < 8; k++) {
            sm_select_options o = {
                .budget = {below_or_none(&r, 12), below_or_none(&r, 100), below_or_none(&r, 600)},
                .diversity = test_random_unit(&r),
                .in_order = test_random_below(&r, 4) == 0,
                .no_quotes = test_random_below(&r, 2) == 0,
                .no_questions = test_random_below(&r, 2) == 0,
                .must = must,
                .n_must = test_random_below(&r, COUNT_OF(must) + 1),
                .known = test_random_below(&r, 3) == 0 ? &known.doc : NULL,
            };
            sm_picks picks, again;
            assert_true(sm_select(&t.doc, score, &o, &t.tmp.arena, &picks));
            check_wanted(&t, &picks, &o);
            assert_true(sm_select(&t.doc, score, &o, &t.tmp.arena, &again));
            assert_int_equal(again.n, picks.n);
            assert_memory_equal(again.sentence, picks.sentence, picks.n * sizeof *picks.sentence);
        }
        test_doc_end(&known);
        test_doc_end(&t);
        test_text_end(&read);
        test_text_end(&text);
    }
}

/* Candidates whose score for each word counts, under every mixture of ceilings: against all subsets. */
static double best_subset(const test_doc *t, const double *score, const sm_budget *budget) {
    double best = 0;
    size_t n = t->doc.sentences.n;
    for (uint32_t subset = 0; subset < 1u << n; subset++) {
        size_t sentences = 0, words = 0, chars = 0;
        double value = 0;
        for (size_t i = 0; i < n; i++)
            if ((subset >> i & 1) != 0) {
                const sm_sentence *s = &t->doc.sentences.at[i];
                value += score[i] * s->n_words;
                words += s->n_words;
                chars += s->n_chars + (size_t)(sentences++ > 0);
            }
        if (sentences <= budget->sentences && words <= budget->words && chars <= budget->chars)
            best = fmax(best, value);
    }
    return best;
}

/* Without diversity: where the first that fit are as many as may be, it is they, whatever their lengths; else, where
 * one length and the number of sentences decide, nothing is better; where both lengths do, the choice is at least as
 * good as the first that fit. */
static void test_mixtures_against_all_subsets(void **state) {
    (void)state;
    test_random r = {9};
    for (int k = 0; k < 60; k++) {
        test_text text = {0};
        test_doc t;
        test_text_add_sentences(&text, &r, 1 + test_random_below(&r, 9), 30, 6, 14);
        test_doc_begin(&t, text.at, text.n, "en");
        const double *score = random_scores(&t, &r);
        for (int i = 0; i < 8; i++) {
            size_t length = test_random_below(&r, 90);
            bool by_words = i % 2 == 0, both = i >= 6;
            sm_budget budget = {i < 4 ? 1 + test_random_below(&r, 5) : SUMM_NO_LIMIT,
                                by_words || both ? length : SUMM_NO_LIMIT,
                                by_words && !both ? SUMM_NO_LIMIT : 7 * length};
            double got = 0, in_order = 0, best = best_subset(&t, score, &budget);
            sm_picks picks = pick(&t, score, budget, 0, false), first = pick(&t, score, budget, 0, true);
            check_picks(&t, &picks, &budget);
            for (size_t p = 0; p < picks.n; p++)
                got += score[picks.sentence[p]] * t.doc.sentences.at[picks.sentence[p]].n_words;
            for (size_t p = 0; p < first.n; p++)
                in_order += score[first.sentence[p]] * t.doc.sentences.at[first.sentence[p]].n_words;
            assert_true(got <= best * (1 + 1e-12) && got >= in_order * (1 - 1e-12));
            if (first.n == budget.sentences)
                assert_memory_equal(picks.sentence, first.sentence, first.n * sizeof *first.sentence);
            else if (!both)
                assert_close(got, best, 1e-12);
        }
        test_doc_end(&t);
        test_text_end(&text);
    }
}

/* By sentences, the smaller summary is the beginning of the larger one. */
static void test_larger_contain_smaller(void **state) {
    (void)state;
    test_random r = {7};
    for (uint64_t seed = 0; seed < 60; seed++) {
        test_text text = {0};
        test_doc t;
        dense_random_text(&text, seed);
        test_doc_begin(&t, text.at, text.n, "en");
        const double *score = random_scores(&t, &r);
        sm_picks all = pick(&t, score, NO_BUDGET, 0.7, false);
        for (size_t n = 0; n <= all.n; n++) {
            sm_budget budget = {n, SUMM_NO_LIMIT, SUMM_NO_LIMIT};
            sm_picks some = pick(&t, score, budget, 0.7, false);
            assert_int_equal(some.n, n);
            assert_memory_equal(some.sentence, all.sentence, n * sizeof *all.sentence);
        }
        test_doc_end(&t);
        test_text_end(&text);
    }
}

/* In order, a sentence that no longer fits is passed over, the next that does is taken. */
static void test_in_order(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 60; seed++) {
        test_text text = {0};
        test_doc t;
        dense_random_text(&text, seed);
        test_doc_begin(&t, text.at, text.n, "en");
        const double *score = dense_rank(&t, "lead");
        sm_picks all = pick(&t, score, NO_BUDGET, 0, true);
        for (size_t words = 0; words < 80 && all.n == t.doc.n_candidates; words += 7) { /* no copies */
            size_t left = words, n = 0;
            sm_picks some = pick(&t, score, (sm_budget){SUMM_NO_LIMIT, words, SUMM_NO_LIMIT}, 0, true);
            for (size_t i = 0; i < all.n && n < some.n; i++) {
                size_t length = t.doc.sentences.at[all.sentence[i]].n_words;
                if (length > left)
                    continue;
                assert_int_equal(some.sentence[n++], all.sentence[i]);
                left -= length;
            }
            assert_int_equal(n, some.n);
        }
        test_doc_end(&t);
        test_text_end(&text);
    }
}

static const struct {
    sm_budget budget;
    double score[5];
    bool in_order;
    const char *picks; /* letters of the sentences, best first */
} CASES[] = {
    {{3, SUMM_NO_LIMIT, SUMM_NO_LIMIT}, {1, 2, 3, 4, 5}, false, "EDC"},
    {{3, SUMM_NO_LIMIT, SUMM_NO_LIMIT}, {1, 1, 1, 1, 1}, false, "ABC"},
    {{3, SUMM_NO_LIMIT, SUMM_NO_LIMIT}, {0, 0, 0, 0, 0}, false, "ABC"},
    {{0, SUMM_NO_LIMIT, SUMM_NO_LIMIT}, {1, 2, 3, 4, 5}, false, ""},
    {{SUMM_NO_LIMIT, 0, SUMM_NO_LIMIT}, {1, 2, 3, 4, 5}, false, ""},
    {{SUMM_NO_LIMIT, SUMM_NO_LIMIT, 0}, {1, 2, 3, 4, 5}, false, ""},
    /* words: A has 6, B 5, C 5, D 7, E 8 */
    {{SUMM_NO_LIMIT, 10, SUMM_NO_LIMIT}, {1.1, 1, 1, 0.1, 0.1}, false, "BC"},
    {{SUMM_NO_LIMIT, 10, SUMM_NO_LIMIT}, {1.1, 1, 1, 0.1, 0.1}, true, "A"},
    {{SUMM_NO_LIMIT, 11, SUMM_NO_LIMIT}, {1.1, 1, 1, 0.1, 0.1}, false, "AB"},
    {{SUMM_NO_LIMIT, 4, SUMM_NO_LIMIT}, {1, 2, 3, 4, 5}, false, ""},
    {{1, 10, SUMM_NO_LIMIT}, {1.1, 1, 1, 0.1, 0.1}, false, "A"},
    {{2, 10, SUMM_NO_LIMIT}, {1, 1, 1, 9, 8}, false, "E"},
    {{2, 10, SUMM_NO_LIMIT}, {1, 1, 1, 9, 8}, true, "D"},
    {{1, 11, SUMM_NO_LIMIT}, {1.1, 1, 1, 0.1, 0.1}, false, "A"},
    {{2, 12, SUMM_NO_LIMIT}, {1, 1, 1, 9, 8}, false, "DB"},
    {{SUMM_NO_LIMIT, 13, SUMM_NO_LIMIT}, {0, 0, 0, 0, 0.1}, false, "EB"},
    {{SUMM_NO_LIMIT, 99, SUMM_NO_LIMIT}, {0, 0, 0, 0, 0}, false, "ABCDE"},
    /* characters: A has 31, B 28, C 33, D 37, E 39; one between two sentences */
    {{SUMM_NO_LIMIT, SUMM_NO_LIMIT, 62}, {0, 1, 1, 0, 0}, false, "BC"},
    {{SUMM_NO_LIMIT, SUMM_NO_LIMIT, 61}, {0, 1, 0.5, 0, 0}, false, "BA"}, /* A has no score, but there is room */
    {{SUMM_NO_LIMIT, SUMM_NO_LIMIT, 28}, {1, 1, 1, 1, 1}, false, "B"},
    {{SUMM_NO_LIMIT, SUMM_NO_LIMIT, 27}, {1, 1, 1, 1, 1}, false, ""},
    {{SUMM_NO_LIMIT, 10, 61}, {0, 1, 0.5, 0, 0}, false, "B"},
    {{SUMM_NO_LIMIT, 10, 62}, {0, 1, 0.5, 0, 0}, false, "BC"},
};

static void test_cases(void **state) {
    (void)state;
    static const char TEXT[] =
        "Anchors of the harbour are old. Barrels roll on grey canvas. Dolphins chase two small ferries. "
        "Glaciers feed the rivers of the land. Kettles of nectar are on an orchid mat.";
    for (size_t k = 0; k < COUNT_OF(CASES); k++) {
        test_doc t;
        char got[8] = "";
        test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
        assert_int_equal(t.doc.n_candidates, 5);
        sm_picks picks = pick(&t, CASES[k].score, CASES[k].budget, 0.7, CASES[k].in_order);
        for (size_t i = 0; i < picks.n; i++)
            got[i] = (char)('A' + picks.sentence[i]);
        if (strcmp(got, CASES[k].picks) != 0)
            fail_msg("case %zu: %s, expected %s", k, got, CASES[k].picks);
        test_doc_end(&t);
    }
}

/* Every sentence of a text stands there twice, and all that fit are asked for. */
static void check_doubled(uint64_t seed, size_t n, size_t n_words) {
    test_random r = {seed};
    test_text half = {0}, text = {0};
    test_doc t;
    test_text_add_sentences(&half, &r, n, n_words, 5, 9);
    test_text_put(&text, half.at);
    test_text_put(&text, half.at);
    test_doc_begin(&t, text.at, text.n, "en");
    const double *score = dense_rank(&t, "textrank");
    sm_picks picks = pick(&t, score, NO_BUDGET, 0.7, false);
    check_picks(&t, &picks, &NO_BUDGET);
    test_doc_end(&t);
    test_text_end(&text);
    test_text_end(&half);
}

static void test_copies_in_small_texts(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++)
        check_doubled(seed, 7, 30);
}

/* Large enough that sentences come up more often than SM_LOOKS_MAX, and stems in more than SM_POSTINGS_MAX. */
static void test_copies_in_large_texts(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 10; seed++)
        check_doubled(seed, 150, 30);
}

/* Sentences without content stems: they have words all the same. */
static void test_copies_without_content(void **state) {
    (void)state;
    static const char TEXT[] = "It was what it was and so it was. It was what it was and so it was. It was what it was "
                               "and so it was.";
    test_doc t;
    double score[] = {1, 1, 1};
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(t.doc.n_candidates, 3);
    assert_int_equal(pick(&t, score, NO_BUDGET, 0.7, false).n, 1);
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ceilings),
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_shares_apart),
        cmocka_unit_test(test_ceilings_with_wishes),
        cmocka_unit_test(test_mixtures_against_all_subsets),
        cmocka_unit_test(test_larger_contain_smaller),
        cmocka_unit_test(test_in_order),
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_copies_in_small_texts),
        cmocka_unit_test(test_copies_in_large_texts),
        cmocka_unit_test(test_copies_without_content),
    };
    return cmocka_run_group_tests_name("select/select", tests, NULL, NULL);
}
