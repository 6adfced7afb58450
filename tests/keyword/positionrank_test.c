/* PositionRank against a full matrix of words. */
#include "keyword/phrases.h"

enum {
    WORDS = 64
};

typedef struct walk {
    size_t n;
    double joined[WORDS][WORDS], bias[WORDS], x[WORDS];
} walk;

static void build(const sm_doc *doc, walk *w) {
    memset(w, 0, sizeof *w);
    w->n = doc->stems.n;
    assert_true(w->n <= WORDS);
    for (uint32_t a = 0; a < doc->tokens.n; a++) {
        uint32_t stem = sm_doc_word(doc, a)->stem;
        w->bias[stem] += 1.0 / (a + 1);
        for (uint32_t b = 0; b < doc->tokens.n; b++)
            if (test_is_content(doc, a) && test_is_content(doc, b) && stem != sm_doc_word(doc, b)->stem && b < a + 10 &&
                a < b + 10)
                w->joined[stem][sm_doc_word(doc, b)->stem]++;
    }
}

static double degree(const walk *w, size_t j) {
    double sum = 0;
    for (size_t i = 0; i < w->n; i++)
        sum += w->joined[j][i];
    return sum;
}

static void walk_on(walk *w) {
    double next[WORDS];
    for (int k = 0; k < 300; k++) {
        for (size_t i = 0; i < w->n; i++) {
            next[i] = 0.15 * w->bias[i];
            for (size_t j = 0; j < w->n; j++)
                next[i] += w->joined[i][j] > 0 ? 0.85 * w->joined[i][j] * w->x[j] / degree(w, j) : 0;
        }
        memcpy(w->x, next, sizeof next);
    }
}

static double score_of(const sm_candidates *c, const walk *w, const sm_candidate *p) {
    double sum = 0;
    for (uint32_t t = p->first_token; t < p->first_token + p->n_tokens; t++)
        sum += w->x[c->stem[t]];
    return p->runs > 0 && p->n_tokens <= 3 ? sum : 0;
}

/* All scores are in proportion to what they should be. */
static void check(const char *text, size_t max_words) {
    static walk w;
    test_phrases p;
    double got = 0, expected = 0;
    test_phrases_begin(&p, text, max_words, "positionrank");
    build(&p.t.doc, &w);
    walk_on(&w);
    for (size_t i = 0; i < p.c.list.n; i++) {
        got += p.score[i];
        expected += score_of(&p.c, &w, &p.c.list.at[i]);
    }
    for (size_t i = 0; i < p.c.list.n && expected > 0; i++)
        assert_close(p.score[i] / got, score_of(&p.c, &w, &p.c.list.at[i]) / expected, 1e-5);
    assert_true((got > 0) == (expected > 0));
    test_phrases_end(&p);
}

static void test_random_texts(void **state) {
    (void)state;
    test_phrases_check_random(check, 60);
}

/* Positions 1 and 2: a = 0.15 (1) + 0.85 b and b = 0.15 (1/2) + 0.85 a give a : b = 0.21375 : 0.2025. */
static void test_worked_example(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "Ferry, kettle.", 4, "positionrank");
    assert_close(test_phrases_score(&p, "Ferry") / test_phrases_score(&p, "kettle"), 0.21375 / 0.2025, 1e-5);
    test_phrases_end(&p);
}

/* In each text, `better` scores above `worse`. */
static const test_comparison TEXTS[] = {
    {"earlier", "The ferry is there, the kettle, and the hamper is there.", "ferry", "hamper"},
    {"more often", "The ferry, the kettle, the hamper, the kettle.", "kettle", "hamper"},
    {"up to three words", "The ferry. The big copper kettle lid.", "ferry", "big copper kettle lid"},
};

static void test_better_and_worse(void **state) {
    (void)state;
    test_phrases_compare("positionrank", TEXTS, COUNT_OF(TEXTS));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_better_and_worse),
    };
    return cmocka_run_group_tests_name("keyword/positionrank", tests, NULL, NULL);
}
