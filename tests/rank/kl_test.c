/* KLSum against divergences worked out whole: at each step no other sentence would have made a smaller one. */
#include "rank/dense.h"

typedef struct plain {
    dense_row row[DENSE_MAX];
    double text[DENSE_KEYS], summary[DENSE_KEYS]; /* counts of each stem, in the summary one more */
    bool taken[DENSE_MAX];
} plain;

static void begin(plain *p, const sm_doc *doc) {
    *p = (plain){.taken = {false}};
    assert_true(doc->sentences.n <= DENSE_MAX && doc->stems.n <= DENSE_KEYS);
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        dense_fill(&p->row[i], doc, i, false);
        for (size_t k = 0; k < p->row[i].n; k++) {
            p->text[p->row[i].key[k]] += p->row[i].value[k];
            p->summary[p->row[i].key[k]] = 1;
        }
    }
}

/* KL(text || summary) with one sentence more. */
static double divergence(const plain *p, size_t with, size_t n_stems) {
    double in_text = 0, in_summary = 0, sum = 0;
    for (size_t t = 0; t < n_stems; t++) {
        in_text += p->text[t];
        in_summary += p->summary[t] + dense_value(&p->row[with], t);
    }
    for (size_t t = 0; t < n_stems; t++)
        if (p->text[t] > 0)
            sum += p->text[t] / in_text *
                   log(p->text[t] / in_text * in_summary / (p->summary[t] + dense_value(&p->row[with], t)));
    return sum;
}

static void check(const char *text, size_t n) {
    static plain p;
    test_doc t;
    test_doc_begin(&t, text, n, "en");
    const double *score = dense_rank(&t, "kl");
    begin(&p, &t.doc);
    for (size_t k = 1; k <= t.doc.n_candidates; k++) {
        size_t chosen = dense_at_rank(&t.doc, score, k), n_stems = t.doc.stems.n;
        double smallest = divergence(&p, chosen, n_stems);
        for (size_t i = 0; i < t.doc.sentences.n; i++)
            if (t.doc.sentences.at[i].candidate && !p.taken[i])
                assert_true(divergence(&p, i, n_stems) >= smallest - 1e-12);
        p.taken[chosen] = true;
        for (size_t e = 0; e < p.row[chosen].n; e++)
            p.summary[p.row[chosen].key[e]] += p.row[chosen].value[e];
    }
    test_doc_end(&t);
}

static void test_texts(void **state) {
    (void)state;
    dense_check_texts(check);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
    };
    return cmocka_run_group_tests_name("rank/kl", tests, NULL, NULL);
}
