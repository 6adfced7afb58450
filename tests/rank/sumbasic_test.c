/* SumBasic against a plain one that works every mean out anew, with probabilities in multiples of 2^-44 as well. */
#include "rank/dense.h"

typedef struct plain {
    const sm_doc *doc;
    dense_row row[DENSE_MAX];
    double p[DENSE_KEYS]; /* of each stem */
    bool taken[DENSE_MAX];
} plain;

static void begin(plain *b, const sm_doc *doc) {
    double n = 0;
    *b = (plain){.doc = doc};
    assert_true(doc->sentences.n <= DENSE_MAX && doc->stems.n <= DENSE_KEYS);
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        dense_fill(&b->row[i], doc, i, false);
        for (size_t k = 0; k < b->row[i].n; k++) {
            b->p[b->row[i].key[k]] += b->row[i].value[k];
            n += b->row[i].value[k];
        }
    }
    for (size_t t = 0; t < doc->stems.n && n > 0; t++)
        b->p[t] = floor(b->p[t] / n * ldexp(1, 44)) / ldexp(1, 44);
}

static double mean_p(const plain *b, size_t i) {
    double sum = 0, n = 0;
    for (size_t k = 0; k < b->row[i].n; k++) {
        sum += b->row[i].value[k] * b->p[b->row[i].key[k]];
        n += b->row[i].value[k];
    }
    return sum / n;
}

/* The best sentence left that holds the stem, or DENSE_MAX. */
static size_t best_with(const plain *b, size_t stem) {
    size_t best = DENSE_MAX;
    for (size_t i = 0; i < b->doc->sentences.n; i++)
        if (!b->taken[i] && dense_value(&b->row[i], stem) > 0 && (best == DENSE_MAX || mean_p(b, i) > mean_p(b, best)))
            best = i;
    return best;
}

/* The next sentence: that of the most probable stem left, or else the first left with
 * content words, or without. */
static size_t choose(const plain *b) {
    size_t stem = DENSE_KEYS, best;
    for (size_t t = 0; t < b->doc->stems.n; t++)
        if (b->p[t] > 0 && (stem == DENSE_KEYS || b->p[t] > b->p[stem]) && best_with(b, t) < DENSE_MAX)
            stem = t;
    if (stem < DENSE_KEYS)
        return best_with(b, stem);
    for (int wordless = 0; wordless < 2; wordless++)
        for (best = 0; best < b->doc->sentences.n; best++)
            if (b->doc->sentences.at[best].candidate && !b->taken[best] && (b->row[best].n == 0) == wordless)
                return best;
    fail_msg("no sentence is left");
    return 0;
}

static void check(const char *text, size_t n) {
    static plain b;
    test_doc t;
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "sumbasic");
    begin(&b, &t.doc);
    for (size_t k = 1; k <= t.doc.n_candidates; k++) {
        size_t best = choose(&b);
        b.taken[best] = true;
        assert_close(score[best], 1 / (double)k, 1e-15);
        for (size_t e = 0; e < b.row[best].n; e++) {
            double *p = &b.p[b.row[best].key[e]];
            *p = floor(*p * *p * ldexp(1, 44)) / ldexp(1, 44);
        }
    }
    test_doc_end(&t);
}

static void test_texts(void **state) {
    (void)state;
    dense_check_texts(check);
}

/* After a sentence about the harbour, one about something else. */
static void test_words_are_used_up(void **state) {
    (void)state;
    static const char TEXT[] = "The harbour has a ferry and a lantern. The ferry of the harbour has a lantern. "
                               "The falcon of the meadow sat upon a wall. The ferry was not at the quarry today.";
    test_doc t;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    const double *score = dense_rank(&t, "sumbasic");
    assert_true(score[0] == 1);
    assert_true(score[2] == 0.5);
    test_doc_end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_words_are_used_up),
    };
    return cmocka_run_group_tests_name("rank/sumbasic", tests, NULL, NULL);
}
