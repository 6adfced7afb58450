/* The dense reference of the rankers: sets and counts of stems, n x n similarities, PageRank on a full matrix. All of
 * it is worked out anew from tokens and words, in double. */
#ifndef TESTS_RANK_DENSE_H
#define TESTS_RANK_DENSE_H

#include "rank/rank.h"
#include "support/document.h"

enum {
    DENSE_KEYS = 512, /* different stems and pairs in a sentence */
    DENSE_MAX = 64    /* sentences */
};

/* The features of a sentence: keys and how often each occurs. */
typedef struct dense_row {
    uint64_t key[DENSE_KEYS];
    double value[DENSE_KEYS];
    size_t n;
} dense_row;

static inline void dense_add(dense_row *row, uint64_t key) {
    for (size_t i = 0; i < row->n; i++)
        if (row->key[i] == key) {
            row->value[i]++;
            return;
        }
    assert_true(row->n < DENSE_KEYS);
    row->key[row->n] = key;
    row->value[row->n++] = 1;
}

/* Content stems of a candidate, with `pairs` also of content stems that follow one another. */
static inline void dense_fill(dense_row *row, const sm_doc *doc, uint32_t sentence, bool pairs) {
    uint64_t left = UINT64_MAX;
    row->n = 0;
    if (!doc->sentences.at[sentence].candidate)
        return;
    for (uint32_t t = doc->sentences.at[sentence].first_token; t < sm_doc_end_token(doc, sentence); t++) {
        const sm_word *w = sm_doc_word(doc, t);
        if (w->class != SM_WORD_CONTENT)
            continue;
        dense_add(row, w->stem);
        if (pairs && left != UINT64_MAX)
            dense_add(row, UINT64_C(1) << 63 | left << 31 | w->stem);
        left = w->stem;
    }
}

static inline double dense_value(const dense_row *row, uint64_t key) {
    for (size_t i = 0; i < row->n; i++)
        if (row->key[i] == key)
            return row->value[i];
    return 0;
}

static inline double dense_product(const dense_row *a, const dense_row *b) {
    double sum = 0;
    for (size_t i = 0; i < a->n; i++)
        sum += a->value[i] * dense_value(b, a->key[i]);
    return sum;
}

static inline double dense_cosine(const dense_row *a, const dense_row *b) {
    double product = dense_product(a, b);
    return product > 0 ? product / sqrt(dense_product(a, a) * dense_product(b, b)) : 0;
}

typedef struct dense {
    size_t n;
    dense_row row[DENSE_MAX];
    double similarity[DENSE_MAX][DENSE_MAX];
} dense;

static inline void dense_compare(dense *d) {
    for (size_t i = 0; i < d->n; i++)
        for (size_t j = 0; j < d->n; j++)
            d->similarity[i][j] = dense_cosine(&d->row[i], &d->row[j]);
}

/* Binary rows of stems and pairs. */
static inline void dense_binary(dense *d, const sm_doc *doc) {
    d->n = doc->sentences.n;
    assert_true(d->n <= DENSE_MAX);
    for (uint32_t i = 0; i < d->n; i++) {
        dense_fill(&d->row[i], doc, i, true);
        for (size_t k = 0; k < d->row[i].n; k++)
            d->row[i].value[k] = 1;
    }
    dense_compare(d);
}

static inline double dense_idf(const dense *d, const sm_doc *doc, uint64_t key) {
    size_t df = 0;
    for (size_t i = 0; i < d->n; i++)
        df += dense_value(&d->row[i], key) > 0;
    return log((double)doc->n_candidates / (double)df);
}

/* Rows of tf x idf, idf = ln(N / df) over the candidates. */
static inline void dense_tfidf(dense *d, const sm_doc *doc) {
    static dense_row weighted[DENSE_MAX];
    d->n = doc->sentences.n;
    assert_true(d->n <= DENSE_MAX);
    for (uint32_t i = 0; i < d->n; i++)
        dense_fill(&d->row[i], doc, i, false);
    for (size_t i = 0; i < d->n; i++) {
        weighted[i] = d->row[i];
        for (size_t k = 0; k < weighted[i].n; k++)
            weighted[i].value[k] *= dense_idf(d, doc, weighted[i].key[k]);
    }
    memcpy(d->row, weighted, sizeof weighted);
    dense_compare(d);
}

/* The weight of j's vote for i. */
static inline double dense_vote(const dense *d, size_t j, size_t i, double to_earlier, double to_later) {
    return i == j ? 0 : d->similarity[i][j] * (i < j ? to_earlier : to_later);
}

/* x_i = (1 - damping) + damping sum_j w(j -> i) x_j / out_j from x = 1 until no x_i moves by more than `tolerance`. */
static inline void dense_pagerank(const dense *d, double to_earlier, double to_later, double damping, double tolerance,
                                  double *x) {
    double out[DENSE_MAX] = {0}, next[DENSE_MAX], moved = 1;
    for (size_t j = 0; j < d->n; j++) {
        x[j] = 1;
        for (size_t i = 0; i < d->n; i++)
            out[j] += dense_vote(d, j, i, to_earlier, to_later);
    }
    while (moved > tolerance) {
        moved = 0;
        for (size_t i = 0; i < d->n; i++) {
            next[i] = 1 - damping;
            for (size_t j = 0; j < d->n; j++)
                if (out[j] > 0)
                    next[i] += damping * dense_vote(d, j, i, to_earlier, to_later) * x[j] / out[j];
            moved = fmax(moved, fabs(next[i] - x[i]));
        }
        memcpy(x, next, d->n * sizeof *x);
    }
}

/* Scales the scores of candidates to the sum 1 and fails unless both agree. */
static inline void dense_assert_agree(const sm_doc *doc, const double *got, const double *expected, double relative) {
    double sum_got = 0, sum_expected = 0;
    for (size_t i = 0; i < doc->sentences.n; i++)
        if (doc->sentences.at[i].candidate) {
            sum_got += got[i];
            sum_expected += expected[i];
        }
    for (size_t i = 0; i < doc->sentences.n; i++)
        if (doc->sentences.at[i].candidate && sum_expected > 0)
            assert_close(got[i] / sum_got, expected[i] / sum_expected, relative);
}

/* Scores by the algorithm of a name. */
static inline double *dense_rank(test_doc *t, const char *name) {
    double *score = sm_arena_get(&t->tmp.arena, t->doc.sentences.n, sizeof *score);
    assert_non_null(score);
    for (size_t i = 0; sm_ranker_at(i) != NULL; i++)
        if (strcmp(sm_ranker_at(i)->item.name, name) == 0) {
            assert_true(sm_ranker_at(i)->rank(&t->doc, &(sm_rank_options){.seed = 1}, &t->tmp.arena, score));
            return score;
        }
    fail_msg("no algorithm %s", name);
    return NULL;
}

/* The candidate whose score is 1 / rank. */
static inline size_t dense_at_rank(const sm_doc *doc, const double *score, size_t rank) {
    size_t i = 0;
    while (i < doc->sentences.n && fabs(score[i] * (double)rank - 1) > 1e-9)
        i++;
    assert_true(i < doc->sentences.n && doc->sentences.at[i].candidate);
    return i;
}

/* Document `seed`: 1 to 40 sentences, from few words or many, some too short to be candidates, with a label. */
static inline void dense_random_text(test_text *text, uint64_t seed) {
    test_random r = {seed + 1};
    size_t n = 1 + test_random_below(&r, 38), n_words = 4 + test_random_below(&r, COUNT_OF(test_words) - 3);
    for (size_t i = 0; i < n; i++) {
        if (i == n / 2)
            test_text_put(text, "\n\nFerry and harbour\n\n");
        test_text_add_sentence(text, &r, n_words, test_random_below(&r, 5) == 0 ? 1 : 5, 14);
    }
}

/* Fails unless scores are those of PageRank, undirected, damping 0.85, in the graph of similarities. */
static inline void dense_assert_pagerank(const dense *d, const sm_doc *doc, const double *score, double relative) {
    double exact[DENSE_MAX];
    dense_pagerank(d, 1, 1, 0.85, 1e-13, exact);
    dense_assert_agree(doc, score, exact, relative);
    for (size_t i = 0; i < doc->sentences.n; i++)
        assert_true(isfinite(score[i]) && score[i] >= 0);
}

typedef void dense_check(const char *text, size_t n);

/* Calls a check of one text for random documents and for odd ones. */
static inline void dense_check_texts(dense_check *check) {
    static const char *const TEXTS[] = {
        "",
        "Lantern",
        "Lantern lantern.",
        "Lantern. Lantern. Harbour.",
        "The lantern of the harbour was lit. Timber and salt are sold on islands.",
        "It was what it was and so it was. It was what it was and so it was.",
        "Lantern lantern lantern lantern lantern. It was what it was. Lantern lantern lantern lantern lantern.",
        "The lantern of the harbour was lit. The lantern of the harbour was lit. The lantern of the harbour was lit.",
        "The lantern of the harbour \xFF was lit. \xC3 Timber and salt \x80 are sold on islands.",
    };
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        check(TEXTS[i], strlen(TEXTS[i]));
    for (uint64_t seed = 0; seed < 80; seed++) {
        test_text text = {0};
        dense_random_text(&text, seed);
        check(text.at, text.n);
        test_text_end(&text);
    }
}

/* And for texts made of anything. */
static inline void dense_check_pieces(dense_check *check) {
    for (uint64_t seed = 1; seed <= 60; seed++) {
        test_text text = {0};
        test_random r = {seed};
        test_text_add_pieces(&text, &r, 60);
        check(text.at, text.n);
        test_text_end(&text);
    }
}

#endif
