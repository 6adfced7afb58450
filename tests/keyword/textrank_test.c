/* TextRank for key phrases against a full matrix of words. */
#include "keyword/phrases.h"

enum {
    WORDS = 400 /* stems of a text here, at most */
};

typedef struct words {
    size_t n;
    double joined[WORDS][WORDS]; /* how often two stand side by side */
    double x[WORDS];
    bool marked[WORDS];
} words;

/* Content words of a sentence, one behind the other, whatever stands between them. */
static void join_words(const sm_doc *doc, words *w) {
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        uint32_t left = UINT32_MAX;
        for (uint32_t t = doc->sentences.at[i].first_token; t < sm_doc_end_token(doc, i); t++) {
            uint32_t stem = sm_doc_word(doc, t)->stem;
            if (!test_is_content(doc, t))
                continue;
            if (left != UINT32_MAX && left != stem) {
                w->joined[left][stem]++;
                w->joined[stem][left]++;
            }
            left = stem;
        }
    }
}

static void rank_words(words *w) {
    double out[WORDS] = {0}, next[WORDS], moved = 1;
    for (size_t j = 0; j < w->n; j++) {
        w->x[j] = 1;
        for (size_t i = 0; i < w->n; i++)
            out[j] += w->joined[j][i];
    }
    while (moved > 1e-6) {
        moved = 0;
        for (size_t i = 0; i < w->n; i++) {
            next[i] = 0.15;
            for (size_t j = 0; j < w->n; j++)
                next[i] += out[j] > 0 ? 0.85 * w->joined[j][i] / out[j] * w->x[j] : 0;
            moved = fmax(moved, fabs(next[i] - w->x[i]));
        }
        memcpy(w->x, next, w->n * sizeof *next);
    }
}

/* The best third of the words that are candidates; false if the last of them is as good as the first left out. */
static bool mark_words(const sm_candidates *c, words *w) {
    size_t n = 0;
    double last = 0, next = 0;
    for (size_t i = 0; i < c->list.n; i++)
        n += c->list.at[i].n_tokens == 1;
    for (size_t left = (n + 2) / 3, more = 1; left + more > 0; left > 0 ? left-- : more--) {
        uint32_t best = UINT32_MAX;
        for (size_t i = 0; i < c->list.n; i++) {
            uint32_t stem = c->stem[c->list.at[i].first_token];
            if (c->list.at[i].n_tokens == 1 && !w->marked[stem] && (best == UINT32_MAX || w->x[stem] > w->x[best]))
                best = stem;
        }
        if (best == UINT32_MAX)
            return true;
        *(left > 0 ? &last : &next) = w->x[best];
        w->marked[best] = left > 0;
        if (left == 0)
            break;
    }
    return last - next > 1e-4;
}

/* The score of the candidate at a token: the sum of its words if it is a stretch of marked words that cannot go on. */
static double score_at(const sm_candidates *c, const words *w, uint32_t t, uint32_t n) {
    const sm_doc *doc = c->doc;
    double sum = 0;
    bool left = t > 0 && !doc->tokens.at[t].boundary && w->marked[c->stem[t - 1]];
    bool right = t + n < doc->tokens.n && !doc->tokens.at[t + n].boundary && w->marked[c->stem[t + n]];
    for (uint32_t i = t; i < t + n; i++)
        sum += w->marked[c->stem[i]] && !left && !right ? w->x[c->stem[i]] : -1000;
    return sum > 0 ? sum : 0;
}

static double scale(const words *w) {
    double sum = 0;
    for (size_t i = 0; i < w->n; i++)
        sum += w->x[i];
    return sum > 0 ? (double)w->n / sum : 0;
}

static void check(const char *text) {
    static words w;
    test_phrases p;
    test_phrases_begin(&p, text, 8, "textrank");
    memset(&w, 0, sizeof w);
    w.n = p.t.doc.stems.n;
    assert_true(w.n <= WORDS);
    join_words(&p.t.doc, &w);
    rank_words(&w);
    if (mark_words(&p.c, &w)) {
        double *expected = calloc(p.c.list.n + 1, sizeof *expected);
        assert_non_null(expected);
        for (uint32_t t = 0; t < p.t.doc.tokens.n; t++)
            for (uint32_t n = 1; n <= 8; n++) {
                uint32_t id = sm_candidate_at(&p.c, t, n);
                if (id != SM_NO_CANDIDATE)
                    expected[id] = fmax(expected[id], score_at(&p.c, &w, t, n) * scale(&w));
            }
        for (size_t i = 0; i < p.c.list.n; i++)
            assert_close(p.score[i], expected[i], 1e-5);
        free(expected);
    }
    test_phrases_end(&p);
}

static void test_random_texts(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 60; seed++) {
        test_text text = {0};
        test_random r = {seed + 1};
        test_text_add_sentences(&text, &r, 3 + seed % 20, 6 + seed % 24, 4, 14);
        check(text.at);
        test_text_end(&text);
    }
}

static void test_texts(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "Lantern",
        "Lantern of the harbour.",
        "Ferry ferry ferry.",
        "The copper kettle is hot. A copper kettle is old. No copper kettle is here, no pot and no lid of a pan.",
    };
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++)
        check(TEXTS[i]);
}

/* The words of a phrase that the longest phrase wanted cuts short, or that a possessive parts, are not lost. */
static void test_stretches_that_are_no_candidates(void **state) {
    (void)state;
    test_phrases p;
    double sum = 0;
    test_phrases_begin(&p, "The copper kettle is hot. A copper kettle is old. No copper kettle is here.", 1,
                       "textrank");
    for (size_t i = 0; i < p.c.list.n; i++)
        sum += p.score[i];
    assert_true(sum > 0);
    test_phrases_end(&p);
    test_phrases_begin(&p, "The captain's logbook is lost. A captain's logbook was found. No captain's logbook is old.",
                       4, "textrank");
    assert_true(test_phrases_score(&p, "captain's") > 0);
    assert_true(test_phrases_score(&p, "logbook") > 0);
    test_phrases_end(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_stretches_that_are_no_candidates),
    };
    return cmocka_run_group_tests_name("keyword/textrank", tests, NULL, NULL);
}
