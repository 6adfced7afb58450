/* Luhn: the best cluster of a sentence, against all stretches of its words. */
#include "rank/dense.h"

/* How often the text has a stem, counted token by token. */
static size_t count_stem(const sm_doc *doc, uint32_t stem) {
    size_t n = 0;
    for (uint32_t t = 0; t < doc->tokens.n; t++)
        n += sm_doc_word(doc, t)->stem == stem;
    return n;
}

static bool is_significant(const sm_doc *doc, uint32_t token) {
    const sm_word *w = sm_doc_word(doc, token);
    return w->class == SM_WORD_CONTENT && count_stem(doc, w->stem) >= 2;
}

/* May tokens a to b be one cluster, be it a part of a longer one? */
static bool holds_together(const bool *significant, size_t a, size_t b) {
    size_t between = 0;
    for (size_t t = a; t <= b && between <= 4; t++)
        between = significant[t] ? 0 : between + 1;
    return significant[a] && significant[b] && between == 0;
}

static bool is_longest(const bool *significant, size_t n, size_t a, size_t b) {
    for (size_t t = 0; t < n; t++)
        if ((t < a && holds_together(significant, t, b)) || (t > b && holds_together(significant, a, t)))
            return false;
    return true;
}

static double value_of(const bool *significant, size_t a, size_t b) {
    double n = 0;
    for (size_t t = a; t <= b; t++)
        n += significant[t];
    return n * n / (double)(b - a + 1);
}

static double best_of(const sm_doc *doc, uint32_t sentence) {
    bool significant[512];
    double best = 0;
    uint32_t first = doc->sentences.at[sentence].first_token, n = sm_doc_end_token(doc, sentence) - first;
    assert_true(n <= COUNT_OF(significant));
    for (uint32_t t = 0; t < n; t++)
        significant[t] = is_significant(doc, first + t);
    for (size_t a = 0; a < n; a++)
        for (size_t b = a; b < n; b++)
            if (holds_together(significant, a, b) && is_longest(significant, n, a, b))
                best = fmax(best, value_of(significant, a, b));
    return best;
}

static void check(const char *text, size_t n) {
    test_doc t;
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "luhn");
    for (uint32_t i = 0; i < t.doc.sentences.n; i++)
        assert_true(score[i] == best_of(&t.doc, i));
    test_doc_end(&t);
}

static void test_texts(void **state) {
    (void)state;
    dense_check_texts(check);
}

static void test_anything(void **state) {
    (void)state;
    dense_check_pieces(check);
}

/* Lantern and harbour come often, all other words once or are stop words. Whatever its form, a stem is one word. */
static void test_worked_examples(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double score;
    } CASES[] = {
        {"Old lanterns of grey stone in the harbour.", 1},                   /* five between: two clusters of one */
        {"Old lanterns of grey stone harbour.", 4.0 / 5},                    /* three */
        {"Old lanterns and grey cold stone harbours.", 4.0 / 6},             /* four */
        {"A harbour lantern is a lantern with a dry, tall glass.", 9.0 / 5}, /* harbour lantern is a lantern */
        {"Nobody saw it.", 0},
    };
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        test_text text = {0};
        test_doc t;
        test_text_put(&text, CASES[i].text);
        test_text_put(&text, " The lantern and the harbour again and again.");
        test_doc_begin(&t, text.at, text.n, "en");
        assert_int_equal(t.doc.sentences.n, 2);
        const double *score = dense_rank(&t, "luhn");
        if (fabs(score[0] - CASES[i].score) > 1e-12)
            fail_msg("%s: %g, expected %g", CASES[i].text, score[0], CASES[i].score);
        test_doc_end(&t);
        test_text_end(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_anything),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_worked_examples),
    };
    return cmocka_run_group_tests_name("rank/luhn", tests, NULL, NULL);
}
