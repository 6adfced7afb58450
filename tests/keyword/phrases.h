/* What the tests of key phrases share: candidates of a text, and their spelling. */
#ifndef TESTS_KEYWORD_PHRASES_H
#define TESTS_KEYWORD_PHRASES_H

#include "keyword/choose.h"
#include "keyword/keyword.h"
#include "support/document.h"

typedef struct test_phrases {
    test_doc t;
    sm_candidates c;
    double *score; /* of the algorithm asked for, or NULL */
} test_phrases;

static inline void test_phrases_gather(test_phrases *p, const char *language, const char *text, size_t max_words) {
    test_doc_begin(&p->t, text, strlen(text), language);
    assert_true(sm_candidates_find(&p->t.doc, (uint32_t)max_words, 0, &p->t.tmp.arena, &p->c));
    p->score = NULL;
}

static inline void test_phrases_begin(test_phrases *p, const char *text, size_t max_words, const char *algorithm) {
    test_phrases_gather(p, "en", text, max_words);
    for (size_t i = 0; algorithm != NULL && sm_scorer_at(i) != NULL; i++)
        if (strcmp(sm_scorer_at(i)->item.name, algorithm) == 0) {
            p->score = sm_arena_get(&p->t.tmp.arena, p->c.list.n, sizeof *p->score);
            assert_non_null(p->score);
            assert_true(sm_scorer_at(i)->score(&p->c, &p->t.tmp.arena, p->score));
        }
    assert_true(algorithm == NULL || p->score != NULL);
}

static inline void test_phrases_end(test_phrases *p) {
    test_doc_end(&p->t);
}

static inline bool test_is_content(const sm_doc *doc, uint32_t token) {
    return sm_doc_word(doc, token)->class == SM_WORD_CONTENT;
}

/* Does the stretch of n tokens from `token` on read so? Single spaces stand for whatever is between tokens. */
static inline bool test_phrase_reads(const sm_doc *doc, uint32_t token, uint32_t n, const char *words) {
    for (uint32_t t = token; t < token + n; t++) {
        uint32_t begin = doc->tokens.at[t].begin, length = sm_doc_token_end(doc, t) - begin;
        if (strncmp(words, doc->input.text + begin, length) != 0)
            return false;
        words += length;
        if (t + 1 < token + n && *words++ != ' ')
            return false;
    }
    return *words == '\0';
}

/* The candidate whose first occurrence reads so, or SM_NO_CANDIDATE. */
static inline uint32_t test_phrases_find(const test_phrases *p, const char *words) {
    for (uint32_t i = 0; i < p->c.list.n; i++)
        if (test_phrase_reads(&p->t.doc, p->c.list.at[i].first_token, p->c.list.at[i].n_tokens, words))
            return i;
    return SM_NO_CANDIDATE;
}

static inline double test_phrases_score(const test_phrases *p, const char *words) {
    uint32_t id = test_phrases_find(p, words);
    if (id == SM_NO_CANDIDATE)
        fail_msg("no candidate \"%s\"", words);
    return p->score[id];
}

/* Does a stretch of stems hold another, anywhere? */
static inline bool test_phrase_holds(const sm_candidates *c, const sm_candidate *longer, const sm_candidate *shorter) {
    for (uint32_t from = 0; from + shorter->n_tokens <= longer->n_tokens; from++)
        if (memcmp(c->stem + longer->first_token + from, c->stem + shorter->first_token,
                   shorter->n_tokens * sizeof *c->stem) == 0)
            return true;
    return false;
}

/* A text of random sentences with names, numbers, commas, possessives and stop words. */
static inline void test_phrases_random_text(test_text *text, uint64_t seed) {
    static const char *const EXTRA[] = {" ",    " ",   " ",      ", ",    " of the ", " and ",
                                        " 17 ", "'s ", " NATO ", " 3.5 ", " Keeper ", "\xE2\x80\x99s "};
    test_random r = {seed + 100};
    size_t n_words = 2 + test_random_below(&r, 12);
    for (size_t i = 0; i < 60 + test_random_below(&r, 100); i++) {
        const char *word = test_words[test_random_below(&r, n_words)];
        char first = test_random_below(&r, 6) == 0 ? (char)(word[0] - 32) : word[0];
        test_text_add(text, &first, 1);
        test_text_put(text, word + 1);
        test_text_put(text, test_random_below(&r, 6) == 0 ? "s" : "");
        test_text_put(text, test_random_below(&r, 9) == 0 ? ". The " : EXTRA[test_random_below(&r, COUNT_OF(EXTRA))]);
        if (test_random_below(&r, 40) == 0)
            test_text_put(text, "end.\n\nFerry Harbour Lantern\n\n");
    }
}

/* Calls `check` with random texts and lengths of the longest phrase from 1 to 8. */
static inline void test_phrases_check_random(void (*check)(const char *text, size_t max_words), uint64_t n_texts) {
    for (uint64_t seed = 0; seed < n_texts; seed++) {
        test_text text = {0};
        test_phrases_random_text(&text, seed);
        check(text.at, 1 + seed % 8);
        test_text_end(&text);
    }
}

/* What a candidate should score. */
typedef double (*test_expected)(const test_phrases *p, uint32_t id);

/* Fails unless the algorithm scores all candidates of random texts so, to a relative difference. */
static inline void test_phrases_check_scores(const char *algorithm, test_expected expected, double relative,
                                             uint64_t n_texts) {
    for (uint64_t seed = 0; seed < n_texts; seed++) {
        test_text text = {0};
        test_phrases p;
        test_phrases_random_text(&text, seed);
        test_phrases_begin(&p, text.at, 1 + seed % 8, algorithm);
        for (uint32_t i = 0; i < p.c.list.n; i++)
            assert_close(p.score[i], expected(&p, i), relative);
        test_phrases_end(&p);
        test_text_end(&text);
    }
}

typedef struct test_comparison {
    const char *about, *text, *better, *worse;
} test_comparison;

/* Fails unless in each text the algorithm scores `better` above `worse`. */
static inline void test_phrases_compare(const char *algorithm, const test_comparison *texts, size_t n) {
    for (size_t i = 0; i < n; i++) {
        test_phrases p;
        test_phrases_begin(&p, texts[i].text, 4, algorithm);
        double better = test_phrases_score(&p, texts[i].better), worse = test_phrases_score(&p, texts[i].worse);
        if (!(better > worse))
            fail_msg("%s: %s %.3g, %s %.3g", texts[i].about, texts[i].better, better, texts[i].worse, worse);
        test_phrases_end(&p);
    }
}

#endif
