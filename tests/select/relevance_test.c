/* Scores weighed by a query and by what is known, against dense references. */
#include "rank/dense.h"
#include "select/relevance.h"

static void read_words(test_doc *t, const char *words, size_t n, sm_doc *read) {
    assert_int_equal(sm_doc_build(read, sm_reader_at(0), words, (uint32_t)n, t->doc.language, NULL, &t->own.arena),
                     SUMM_OK);
}

static void fill(double *score, size_t n, double value) {
    for (size_t i = 0; i < n; i++)
        score[i] = value;
}

/* Is the key a stem that a content word of `other` has too? */
static bool is_asked(const sm_doc *doc, uint64_t key, const sm_doc *other, bool content_only) {
    if (key >= doc->stems.n)
        return false;
    const sm_stem_entry *s = &doc->stems.at[key];
    for (size_t i = 0; i < other->words.n; i++) {
        const sm_stem_entry *o = &other->stems.at[other->words.at[i].stem];
        if ((!content_only || other->words.at[i].class == SM_WORD_CONTENT) && o->n_bytes == s->n_bytes &&
            memcmp(o->text, s->text, s->n_bytes) == 0)
            return true;
    }
    return false;
}

/* Topic-sensitive PageRank with the whole matrix: x = (1 - d) t + d W x to its fixed point, from the formulas. */
static bool dense_relevance(const dense *d, const sm_doc *doc, const sm_doc *query, double *x) {
    double teleport[DENSE_MAX] = {0}, out[DENSE_MAX] = {0}, next[DENSE_MAX], sum = 0;
    for (size_t i = 0; i < d->n; i++) {
        for (size_t k = 0; k < d->row[i].n; k++) {
            size_t df = 0;
            for (size_t j = 0; j < d->n; j++)
                df += dense_value(&d->row[j], d->row[i].key[k]) > 0;
            if (is_asked(doc, d->row[i].key[k], query, true))
                teleport[i] += log(1 + (double)doc->n_candidates / (double)df) / sqrt((double)d->row[i].n);
        }
        sum += teleport[i];
        for (size_t j = 0; j < d->n; j++)
            out[i] += dense_vote(d, i, j, 1, 1);
    }
    fill(x, d->n, 1);
    for (int round = 0; round < 200 && sum > 0; round++) {
        for (size_t i = 0; i < d->n; i++) {
            next[i] = 0.7 * teleport[i] * (double)d->n / sum;
            for (size_t j = 0; j < d->n; j++)
                next[i] += out[j] > 0 ? 0.3 * dense_vote(d, j, i, 1, 1) * x[j] / out[j] : 0;
        }
        memcpy(x, next, d->n * sizeof *x);
    }
    return sum > 0;
}

static double mean_of(const sm_doc *doc, const double *score) {
    double sum = 0;
    for (size_t i = 0; i < doc->sentences.n; i++)
        sum += doc->sentences.at[i].candidate ? score[i] : 0;
    return sum / doc->n_candidates;
}

static void test_query_against_dense(void **state) {
    (void)state;
    static dense d;
    test_random r = {41};
    for (uint64_t seed = 0; seed < 120; seed++) {
        test_text text = {0}, words = {0};
        test_doc t;
        sm_doc query;
        double score[DENSE_MAX], expected[DENSE_MAX], given[DENSE_MAX];
        dense_random_text(&text, seed);
        test_text_put(&words, "What of the ");
        for (size_t k = test_random_below(&r, 4); k > 0; k--) {
            test_text_put(&words, test_words[test_random_below(&r, COUNT_OF(test_words))]);
            test_text_put(&words, "s "); /* inflected */
        }
        test_doc_begin(&t, text.at, text.n, "en");
        read_words(&t, words.at, words.n, &query);
        for (size_t i = 0; i < t.doc.sentences.n; i++)
            score[i] = given[i] = 0.1 + test_random_unit(&r);
        dense_binary(&d, &t.doc);
        bool found = dense_relevance(&d, &t.doc, &query, expected);
        double mean = mean_of(&t.doc, given);
        for (size_t i = 0; i < d.n; i++)
            expected[i] = found ? expected[i] * (1 + given[i] / (given[i] + mean)) : given[i];
        assert_true(sm_relevance_to(&t.doc, &query, &t.tmp.arena, score));
        dense_assert_agree(&t.doc, score, expected, 1e-4);
        test_doc_end(&t);
        test_text_end(&text);
        test_text_end(&words);
    }
}

#define A    "The old lantern of the harbour was lit at dusk. "
#define B    "Two ferries left the island at night with timber. "
#define C    "Masons will mend the stone bridge before the winter. "
#define D    "Every winter the timber of the bridge is painted. "
#define TEXT A B C D

static void score_with(const char *words, size_t n, double *score) {
    test_doc t;
    sm_doc query;
    test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
    assert_int_equal(t.doc.sentences.n, 4);
    read_words(&t, words, n, &query);
    fill(score, 4, 1);
    assert_true(sm_relevance_to(&t.doc, &query, &t.tmp.arena, score));
    test_doc_end(&t);
}

#define WORDS(literal) literal, sizeof(literal) - 1

/* Which sentences come before which. */
static void test_what_comes_up(void **state) {
    (void)state;
    double s[4];
    score_with(WORDS("timber"), s); /* in B and D; C shares words with D, A shares none */
    assert_true(s[1] > s[2] && s[3] > s[2] && s[2] > s[0] && s[0] == 0);
    score_with(WORDS("Lanterns?"), s);
    assert_true(s[0] > s[1] && s[0] > s[2] && s[0] > s[3]);
    score_with(WORDS("stone bridge"), s);
    assert_true(s[2] > s[3] && s[3] > s[1] && s[1] >= s[0]);
    score_with(WORDS("anchor \xFF\xC3 lantern\0s"), s);
    assert_true(s[0] > s[1] && s[0] > s[2] && s[0] > s[3]);
}

/* Words that the text has not, stop words, numbers and nothing at all leave the scores as they are. */
static void test_what_changes_nothing(void **state) {
    (void)state;
    static const struct {
        const char *words;
        size_t n;
    } QUERIES[] = {{WORDS("")},           {WORDS(" \n")},        {WORDS("anchor")}, {WORDS("the of and with")},
                   {WORDS("?!...")},      {WORDS("17")},         {WORDS("\xFF")},   {WORDS("\0\0")},
                   {WORDS("лампа 灯火")}, {WORDS("lantern@x.y")}};
    for (size_t k = 0; k < COUNT_OF(QUERIES); k++) {
        double s[4];
        score_with(QUERIES[k].words, QUERIES[k].n, s);
        for (size_t i = 0; i < 4; i++)
            if (s[i] != 1)
                fail_msg("\"%s\"", QUERIES[k].words);
    }
}

/* ---- What is known ----------------------------------------------------------------------------------------------- */

static void test_known_against_count(void **state) {
    (void)state;
    static dense d;
    test_random r = {42};
    for (uint64_t seed = 0; seed < 80; seed++) {
        test_text text = {0}, other = {0};
        test_doc t;
        sm_doc known;
        double score[DENSE_MAX];
        dense_random_text(&text, seed);
        test_text_put(&other, "");
        test_text_add_sentences(&other, &r, test_random_below(&r, 4), 20, 1, 6);
        test_doc_begin(&t, text.at, text.n, "en");
        read_words(&t, other.at, other.n, &known);
        dense_binary(&d, &t.doc);
        fill(score, d.n, 2);
        assert_true(sm_relevance_new(&t.doc, &known, &t.tmp.arena, score));
        for (size_t i = 0; i < d.n; i++) {
            size_t n = 0, n_new = 0;
            for (size_t k = 0; k < d.row[i].n; k++) {
                bool is_stem = d.row[i].key[k] < t.doc.stems.n;
                n += is_stem;
                n_new += is_stem && !is_asked(&t.doc, d.row[i].key[k], &known, false);
            }
            assert_close(score[i], 2 * (1.0 + (double)n_new) / (1.0 + (double)n), 1e-12);
        }
        test_doc_end(&t);
        test_text_end(&text);
        test_text_end(&other);
    }
}

/* The text itself leaves each sentence some score, nothing or another subject leaves all of it. */
static void test_known_texts(void **state) {
    (void)state;
    static const struct {
        const char *known;
        size_t n;
        bool same;
    } TEXTS[] = {{WORDS(TEXT), false},
                 {WORDS(""), true},
                 {WORDS("The anchor and the barrel were of the canvas."), true},
                 {WORDS("\xFF\xFE\0\x80"), true},
                 {WORDS("Die Laterne brennt. Лампа горит."), true}};
    for (size_t k = 0; k < COUNT_OF(TEXTS); k++) {
        test_doc t;
        sm_doc known;
        double score[4];
        test_doc_begin(&t, TEXT, sizeof TEXT - 1, "en");
        read_words(&t, TEXTS[k].known, TEXTS[k].n, &known);
        fill(score, 4, 1);
        assert_true(sm_relevance_new(&t.doc, &known, &t.tmp.arena, score));
        for (size_t i = 0; i < 4; i++)
            assert_true(TEXTS[k].same ? score[i] == 1 : score[i] > 0 && score[i] < 0.25);
        test_doc_end(&t);
    }
}

static void test_no_sentences(void **state) {
    (void)state;
    test_doc t;
    sm_doc words;
    double score[1] = {7};
    test_doc_begin(&t, "", 0, "en");
    read_words(&t, WORDS("lantern"), &words);
    assert_true(sm_relevance_to(&t.doc, &words, &t.tmp.arena, score));
    assert_true(sm_relevance_new(&t.doc, &words, &t.tmp.arena, score));
    assert_true(score[0] == 7);
    test_doc_end(&t);
}

static void fail_each(bool (*weigh)(const sm_doc *, const sm_doc *, sm_arena *, double *)) {
    test_text text = {0};
    test_doc t;
    sm_doc words;
    test_random r = {43};
    bool done = false;
    test_text_add_sentences(&text, &r, 400, 30, 5, 12);
    test_doc_begin(&t, text.at, text.n, "en");
    read_words(&t, WORDS("lantern ferry"), &words);
    double *score = sm_arena_get_zero(&t.own.arena, t.doc.sentences.n, sizeof *score);
    for (size_t n = 1; !done; n++) {
        test_arena scratch;
        test_arena_begin(&scratch);
        test_memory_fail(&scratch.memory, n, false);
        done = weigh(&t.doc, &words, &scratch.arena, score);
        assert_int_equal(done, !test_memory_failed(&scratch.memory));
        assert_true(done || n < 100);
        test_arena_end(&scratch);
    }
    test_doc_end(&t);
    test_text_end(&text);
}

static void test_each_allocation_fails_in_turn(void **state) {
    (void)state;
    fail_each(sm_relevance_to);
    fail_each(sm_relevance_new);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_query_against_dense),
        cmocka_unit_test(test_what_comes_up),
        cmocka_unit_test(test_what_changes_nothing),
        cmocka_unit_test(test_known_against_count),
        cmocka_unit_test(test_known_texts),
        cmocka_unit_test(test_no_sentences),
        cmocka_unit_test(test_each_allocation_fails_in_turn),
    };
    return cmocka_run_group_tests_name("select/relevance", tests, NULL, NULL);
}
