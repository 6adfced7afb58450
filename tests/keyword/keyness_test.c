/* The log-likelihood ratio against another text: worked by hand, and against counts of tokens on random texts. */
#include "keyword/keyness.h"
#include "support/document.h"

typedef struct pair {
    test_doc here, there;
    sm_candidates c;
    double *score;
} pair;

/* Scores of 1, weighed. */
static void pair_begin(pair *p, const char *here, const char *there) {
    test_doc_begin(&p->here, here, strlen(here), "en");
    test_doc_begin(&p->there, there, strlen(there), "en");
    assert_true(sm_candidates_find(&p->here.doc, 3, 0, &p->here.tmp.arena, &p->c));
    p->score = sm_arena_get(&p->here.tmp.arena, p->c.list.n, sizeof *p->score);
    for (size_t i = 0; i < p->c.list.n; i++)
        p->score[i] = 1;
    assert_true(sm_keyness_weigh(&p->c, &p->there.doc, 0, &p->here.tmp.arena, p->score));
}

static void pair_end(pair *p) {
    test_doc_end(&p->here);
    test_doc_end(&p->there);
}

static bool is_same_stem(const sm_doc *a, uint32_t s, const sm_doc *b, uint32_t t) {
    const sm_stem_entry *x = &a->stems.at[s], *y = &b->stems.at[t];
    return x->n_bytes == y->n_bytes && memcmp(x->text, y->text, x->n_bytes) == 0;
}

/* How often the stems of a candidate stand in the other text one behind the other, without a boundary or stop word. */
static double count_there(const pair *p, const sm_candidate *k) {
    const sm_doc *there = &p->there.doc;
    double n = 0;
    for (uint32_t t = 0; t + k->n_tokens <= there->tokens.n; t++) {
        bool same = true;
        for (uint32_t i = 0; i < k->n_tokens && same; i++)
            same = is_same_stem(&p->here.doc, p->c.stem[k->first_token + i], there, sm_doc_word(there, t + i)->stem) &&
                   (i == 0 || !there->tokens.at[t + i].boundary);
        n += same;
    }
    return n;
}

static double g2(double a, double n, double b, double m) {
    double e1 = n * (a + b) / (n + m), e2 = m * (a + b) / (n + m);
    return 2 * (a * log(a / e1) + (b > 0 ? b * log(b / e2) : 0));
}

static void test_random_texts(void **state) {
    (void)state;
    test_random r = {9};
    for (int k = 0; k < 60; k++) {
        test_text here = {0}, there = {0};
        pair p;
        test_text_add_sentences(&here, &r, 1 + test_random_below(&r, 8), 6, 1, 8);
        test_text_add_sentences(&there, &r, 1 + test_random_below(&r, 20), 9, 1, 8);
        pair_begin(&p, here.at, there.at);
        double n = (double)p.here.doc.tokens.n, m = (double)p.there.doc.tokens.n;
        for (size_t i = 0; i < p.c.list.n; i++) {
            double a = p.c.list.at[i].count, b = count_there(&p, &p.c.list.at[i]);
            double expected = a / n > b / m ? g2(a, n, b, m) / g2(a, n, 0, m) : 0;
            assert_close(p.score[i] + 1, expected + 1, 1e-9);
        }
        pair_end(&p);
        test_text_end(&here);
        test_text_end(&there);
    }
}

static const char TEXT[] = "The ferry leaves the harbour. The old ferry is late. A lantern hangs in the harbour.";

static void test_same_text_leaves_nothing(void **state) {
    (void)state;
    pair p;
    pair_begin(&p, TEXT, TEXT);
    assert_true(p.c.list.n > 0);
    for (size_t i = 0; i < p.c.list.n; i++)
        assert_true(p.score[i] == 0);
    pair_end(&p);
}

static void test_other_words_change_nothing(void **state) {
    (void)state;
    static const char *const OTHERS[] = {"", "...", "Walnuts and pebbles.", "\xFF\xFE\x80"};
    for (size_t k = 0; k < COUNT_OF(OTHERS); k++) {
        pair p;
        pair_begin(&p, TEXT, OTHERS[k]);
        for (size_t i = 0; i < p.c.list.n; i++)
            assert_close(p.score[i], 1, 1e-12);
        pair_end(&p);
    }
}

/* Twice as usual here as there, and equally: 4 of 8 tokens against 1 of 4; 2 of 8 against 1 of 4. */
static void test_worked_example(void **state) {
    (void)state;
    pair p;
    pair_begin(&p, "Ferry, ferry, ferry, ferry. Salt, salt, timber, wool.", "Ferry, salt, kettle, anchor.");
    assert_int_equal(p.c.list.n, 4);
    double best = 4 * log(12 / 8.0);
    double ferry = 4 * log(4 / (8 * 5 / 12.0)) + log(1 / (4 * 5 / 12.0));
    assert_close(p.score[0], ferry / best, 1e-12);
    assert_true(p.score[1] == 0);
    assert_close(p.score[2], 1, 1e-12);
    assert_close(p.score[3], 1, 1e-12);
    pair_end(&p);
}

static void test_no_memory(void **state) {
    (void)state;
    test_doc here, there;
    test_doc_begin(&here, TEXT, sizeof TEXT - 1, "en");
    test_doc_begin(&there, TEXT, sizeof TEXT - 1, "en");
    for (size_t n = 1;; n++) {
        sm_candidates c;
        double score[32] = {0};
        test_arena t;
        test_arena_begin(&t);
        assert_true(sm_candidates_find(&here.doc, 3, 0, &t.arena, &c));
        assert_true(c.list.n <= COUNT_OF(score));
        test_memory_fail(&t.memory, n, true);
        bool good = sm_keyness_weigh(&c, &there.doc, 0, &t.arena, score);
        assert_true(good != test_memory_failed(&t.memory));
        test_arena_end(&t);
        if (good)
            break;
    }
    test_doc_end(&there);
    test_doc_end(&here);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_same_text_leaves_nothing),
        cmocka_unit_test(test_other_words_change_nothing),
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests_name("keyword/keyness", tests, NULL, NULL);
}
