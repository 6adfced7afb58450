/* MultipartiteRank against a full matrix of candidates, over the topics of keyword/graph.h (see topicrank_test.c). */
#include "keyword/graph.h"
#include "keyword/phrases.h"

enum {
    NODES = 256
};

typedef struct walk {
    sm_topics topics;
    double near[NODES][NODES]; /* sum of 1 / distance */
    double vote[NODES][NODES]; /* [i][j]: of j for i */
    double x[NODES];
} walk;

static uint32_t taken_at(const sm_candidates *c, const sm_topics *t, uint32_t token, uint32_t n) {
    uint32_t id = sm_candidate_at(c, token, n), k = 0;
    while (k < t->n && t->id[k] != id)
        k++;
    return k;
}

static void join(const sm_candidates *c, walk *w) {
    static struct { uint32_t begin, end, k; } o[8192];
    size_t n = 0;
    for (uint32_t t = 0; t < c->doc->tokens.n; t++)
        for (uint32_t length = 1; length <= c->max_words; length++)
            if (taken_at(c, &w->topics, t, length) < w->topics.n) {
                assert_true(n < COUNT_OF(o));
                o[n].begin = t;
                o[n].end = t + length;
                o[n++].k = taken_at(c, &w->topics, t, length);
            }
    for (size_t a = 0; a < n; a++)
        for (size_t b = a + 1; b < n && b <= a + SM_TOPICS_REACH; b++)
            if (w->topics.topic[o[a].k] != w->topics.topic[o[b].k]) {
                double weight = 1 / fmax(1, (double)o[b].begin - o[a].end + 1);
                w->near[o[a].k][o[b].k] += weight;
                w->near[o[b].k][o[a].k] += weight;
            }
}

static bool is_first(const sm_topics *t, uint32_t k) {
    for (uint32_t i = 0; i < k; i++)
        if (t->topic[i] == t->topic[k])
            return false;
    return true;
}

static void add_gains(const sm_candidates *c, walk *w) {
    const sm_topics *t = &w->topics;
    memcpy(w->vote, w->near, sizeof w->near);
    for (uint32_t f = 0; f < t->n; f++)
        for (uint32_t k = f + 1; k < t->n && is_first(t, f); k++)
            for (uint32_t j = 0; j < t->n && t->topic[k] == t->topic[f]; j++)
                w->vote[f][j] += 1.1 * exp(1.0 / (c->list.at[t->id[f]].first_token + 1)) * w->near[j][k];
}

static void walk_on(walk *w) {
    double next[NODES], out[NODES] = {0};
    for (uint32_t j = 0; j < w->topics.n; j++) {
        w->x[j] = 1;
        for (uint32_t i = 0; i < w->topics.n; i++)
            out[j] += w->vote[i][j];
    }
    for (int k = 0; k < 200; k++) {
        for (uint32_t i = 0; i < w->topics.n; i++) {
            next[i] = 0.15;
            for (uint32_t j = 0; j < w->topics.n; j++)
                next[i] += w->vote[i][j] > 0 ? 0.85 * w->vote[i][j] * w->x[j] / out[j] : 0;
        }
        memcpy(w->x, next, w->topics.n * sizeof *next);
    }
}

static void check(const char *text, size_t max_words) {
    static walk w;
    test_phrases p;
    double sum = 0;
    memset(&w, 0, sizeof w);
    test_phrases_begin(&p, text, max_words, "multipartite");
    assert_true(sm_topics_find(&p.c, &p.t.tmp.arena, &w.topics));
    assert_true(w.topics.n <= NODES);
    join(&p.c, &w);
    add_gains(&p.c, &w);
    walk_on(&w);
    for (uint32_t k = 0; k < w.topics.n; k++)
        sum += w.x[k];
    for (uint32_t k = 0; k < w.topics.n; k++)
        assert_close(p.score[w.topics.id[k]], w.x[k] * w.topics.n / sum, 1e-5);
    for (uint32_t i = 0; i < p.c.list.n; i++)
        assert_true(p.score[i] == 0 || p.c.list.at[i].runs > 0);
    test_phrases_end(&p);
}

static void test_random_texts(void **state) {
    (void)state;
    test_phrases_check_random(check, 60);
}

/* Ferry (1) and big ferry (2) are a topic, kettle (3) the other. Ferry stands 3 tokens from kettle twice, big ferry 2:
 * kettle's vote is 2/3 + 1.1 e / 2 for ferry, 1/2 for big ferry; s1 and 1 - s1 are their shares. The two vote for
 * kettle alone: x3 = 0.15 + 0.85 (x1 + x2) and x1 + x2 = 0.3 + 0.85 x3, so x3 = 0.405 / 0.2775. */
static void test_worked_example(void **state) {
    (void)state;
    const double e = 2.718281828459045, s1 = (2 / 3.0 + 1.1 * e / 2) / (2 / 3.0 + 1.1 * e / 2 + 1 / 2.0);
    const double x3 = 0.405 / 0.2775;
    test_phrases p;
    test_phrases_begin(&p, "Ferry, the the kettle, the big ferry.", 4, "multipartite");
    assert_close(test_phrases_score(&p, "kettle"), x3, 1e-5);
    assert_close(test_phrases_score(&p, "Ferry"), 0.15 + 0.85 * x3 * s1, 1e-5);
    assert_close(test_phrases_score(&p, "big ferry"), 0.15 + 0.85 * x3 * (1 - s1), 1e-5);
    test_phrases_end(&p);
}

/* In each text, `better` scores above `worse`. */
static const test_comparison TEXTS[] = {
    {"the first of a topic", "The ferry, the kettle, the big ferry, the hamper.", "ferry", "big ferry"},
    {"between the others", "The ferry, the kettle, the hamper.", "kettle", "hamper"},
    {"more often", "The ferry, the kettle, the lid, the hamper, the lid.", "lid", "ferry"},
};

static void test_better_and_worse(void **state) {
    (void)state;
    test_phrases_compare("multipartite", TEXTS, COUNT_OF(TEXTS));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_better_and_worse),
    };
    return cmocka_run_group_tests_name("keyword/multipartite", tests, NULL, NULL);
}
