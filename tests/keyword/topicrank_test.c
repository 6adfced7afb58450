/* TopicRank against a full matrix of topics, whose grouping and distances are worked out anew. */
#include "keyword/graph.h"
#include "keyword/phrases.h"
#include "rank/dense.h"

enum {
    TAKEN = 256 /* candidates that may be phrases in a text here, at most */
};

typedef struct groups {
    size_t n, n_topics;
    uint32_t id[TAKEN];
    size_t topic[TAKEN];
} groups;

static bool has(const sm_candidates *c, const sm_candidate *p, uint32_t stem, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (c->stem[p->first_token + i] == stem)
            return true;
    return false;
}

static double jaccard(const sm_candidates *c, uint32_t a, uint32_t b) {
    const sm_candidate *p = &c->list.at[a], *q = &c->list.at[b];
    double both = 0, all = 0;
    for (uint32_t i = 0; i < p->n_tokens; i++)
        if (!has(c, p, c->stem[p->first_token + i], i)) {
            all++;
            both += has(c, q, c->stem[p->first_token + i], q->n_tokens);
        }
    for (uint32_t i = 0; i < q->n_tokens; i++) {
        uint32_t stem = c->stem[q->first_token + i];
        all += !has(c, q, stem, i) && !has(c, p, stem, p->n_tokens);
    }
    return both / all;
}

static double mean_overlap(const sm_candidates *c, const groups *g, uint32_t id, size_t topic) {
    double sum = 0, n = 0;
    for (size_t k = 0; k < g->n; k++)
        if (g->topic[k] == topic) {
            sum += jaccard(c, id, g->id[k]);
            n++;
        }
    return sum / n;
}

static void group(const sm_candidates *c, groups *g) {
    *g = (groups){0};
    for (uint32_t id = 0; id < c->list.n; id++) {
        size_t best = g->n_topics;
        double most = 0.25;
        if (c->list.at[id].runs == 0)
            continue;
        for (size_t k = 0; k < g->n_topics; k++)
            if (mean_overlap(c, g, id, k) > most) {
                most = mean_overlap(c, g, id, k);
                best = k;
            }
        assert_true(g->n < TAKEN);
        g->n_topics += best == g->n_topics;
        g->topic[g->n] = best;
        g->id[g->n++] = id;
    }
}

static size_t topic_at(const sm_candidates *c, const groups *g, uint32_t t, uint32_t n) {
    uint32_t id = sm_candidate_at(c, t, n);
    for (size_t k = 0; k < g->n; k++)
        if (g->id[k] == id)
            return g->topic[k];
    return SIZE_MAX;
}

/* All occurrences in their order, each against all others within reach. */
static void join(const sm_candidates *c, const groups *g, dense *d) {
    static struct {
        uint32_t begin, end;
        size_t topic;
    } o[8192];
    size_t n_o = 0;
    for (uint32_t t = 0; t < c->doc->tokens.n; t++)
        for (uint32_t n = 1; n <= c->max_words; n++)
            if (topic_at(c, g, t, n) != SIZE_MAX) {
                assert_true(n_o < COUNT_OF(o));
                o[n_o].begin = t;
                o[n_o].end = t + n;
                o[n_o++].topic = topic_at(c, g, t, n);
            }
    d->n = g->n_topics;
    assert_true(d->n <= DENSE_MAX);
    memset(d->similarity, 0, sizeof d->similarity);
    for (size_t i = 0; i < n_o; i++)
        for (size_t k = i + 1; k < n_o && k <= i + SM_TOPICS_REACH; k++) {
            double distance = (double)o[k].begin - o[i].end + 1, weight = 1 / (distance < 1 ? 1 : distance);
            d->similarity[o[i].topic][o[k].topic] += weight;
            d->similarity[o[k].topic][o[i].topic] += weight;
        }
}

static void check(const char *text, size_t max_words) {
    static dense d;
    static groups g;
    double x[DENSE_MAX], sum = 0;
    test_phrases p;
    test_phrases_begin(&p, text, max_words, "topicrank");
    group(&p.c, &g);
    join(&p.c, &g, &d);
    dense_pagerank(&d, 1, 1, 0.85, 1e-12, x);
    for (size_t i = 0; i < d.n; i++)
        sum += x[i];
    for (size_t k = 0, next = 0; k < g.n; k++) {
        bool first = g.topic[k] == next;
        assert_close(p.score[g.id[k]], first ? x[g.topic[k]] * (double)d.n / sum : 0, 1e-5);
        next += first;
    }
    test_phrases_end(&p);
}

static void test_random_texts(void **state) {
    (void)state;
    test_phrases_check_random(check, 60);
}

/* Two topics: the ferries, and the kettle. Both scores are 1, and the first of the ferries has the score. */
static void test_worked_example(void **state) {
    (void)state;
    test_phrases p;
    test_phrases_begin(&p, "A ferry, the kettle and the big ferry.", 4, "topicrank");
    assert_close(test_phrases_score(&p, "ferry"), 1, 1e-5);
    assert_close(test_phrases_score(&p, "kettle"), 1, 1e-5);
    assert_true(test_phrases_score(&p, "big ferry") == 0);
    test_phrases_end(&p);
}

/* Three topics at the tokens 0, 3 and 7 weigh 1/3, 1/4 and 1/7. */
static void test_distances(void **state) {
    (void)state;
    static dense d = {.n = 3};
    double x[DENSE_MAX];
    test_phrases p;
    test_phrases_begin(&p, "Ferry and the kettle, which then was hamper.", 4, "topicrank");
    d.similarity[0][1] = d.similarity[1][0] = 1 / 3.0;
    d.similarity[1][2] = d.similarity[2][1] = 1 / 4.0;
    d.similarity[0][2] = d.similarity[2][0] = 1 / 7.0;
    dense_pagerank(&d, 1, 1, 0.85, 1e-12, x);
    for (size_t i = 0; i < 3; i++)
        assert_close(p.score[i], x[i], 1e-5);
    test_phrases_end(&p);
}

/* Of many candidates the commonest are taken, the earlier of equal ones. */
static void test_most_candidates(void **state) {
    (void)state;
    test_text text = {0};
    test_phrases p;
    for (int k = 0; k < 400; k++) {
        char word[32];
        snprintf(word, sizeof word, "qx%c%c%c%czk, ", 'a' + k % 5, 'e' + k / 5 % 5, 'i' + k / 25 % 5,
                 'o' + k / 125 % 5);
        test_text_put(&text, word);
        if (k >= 395)
            test_text_put(&text, word);
    }
    test_phrases_begin(&p, text.at, 4, "topicrank");
    assert_int_equal(p.c.list.n, 400);
    for (size_t i = 0; i < 400; i++)
        assert_int_equal(p.score[i] > 0, i < SM_TOPICS_TAKEN - 5 || i >= 395);
    test_phrases_end(&p);
    test_text_end(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_distances),
        cmocka_unit_test(test_most_candidates),
    };
    return cmocka_run_group_tests_name("keyword/topicrank", tests, NULL, NULL);
}
