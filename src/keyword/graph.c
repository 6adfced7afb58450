#include "keyword/graph.h"

#include "base/work.h"
#include "num/heap.h"

#include <string.h>

static const double DAMPING = 0.85, OVERLAP = 0.25;

/* Meets every pair twice, once from each side. Without `to` it counts the neighbours of each stem in next[], with it
 * writes them from next[] on. */
static bool meet_pairs(const uint32_t *sequence, size_t n, uint32_t window, const sm_arena *scratch, size_t *next,
                       uint32_t *to) {
    for (size_t i = 0; i < n; i++) {
        uint32_t a = sequence[i];
        if (!sm_work_step(scratch, window))
            return false;
        for (size_t k = i + 1; a != SM_GRAPH_GAP && k < n && k - i < window; k++) {
            uint32_t b = sequence[k];
            if (b == a || b == SM_GRAPH_GAP)
                continue;
            if (to != NULL) {
                to[next[a]] = b;
                to[next[b]] = a;
            }
            next[a]++;
            next[b]++;
        }
    }
    return true;
}

/* Counts become the places where rows begin. Returns their sum. */
static size_t place_rows(size_t *next, uint32_t n) {
    size_t sum = 0;
    for (uint32_t i = 0; i < n; i++) {
        size_t count = next[i];
        next[i] = sum;
        sum += count;
    }
    return sum;
}

bool sm_graph_join(const uint32_t *sequence, size_t n, uint32_t window, uint32_t n_stems, sm_arena *scratch,
                   sm_csr *graph) {
    size_t *next = sm_arena_get_zero(scratch, n_stems, sizeof *next), e = 0;
    sm_csr_builder rows;
    if (next == NULL || !sm_csr_begin(&rows, scratch) || !meet_pairs(sequence, n, window, scratch, next, NULL))
        return false;
    size_t sum = place_rows(next, n_stems);
    uint32_t *to = sum <= UINT32_MAX ? sm_arena_get(scratch, sum, sizeof *to) : NULL;
    if (to == NULL || !meet_pairs(sequence, n, window, scratch, next, to))
        return false;
    for (uint32_t i = 0; i < n_stems; i++) { /* now next[] is where rows end */
        if (!sm_work_step(scratch, next[i] - e))
            return false;
        for (; e < next[i]; e++)
            if (!sm_csr_add(&rows, to[e], 1))
                return false;
        if (!sm_csr_end_row(&rows))
            return false;
    }
    *graph = sm_csr_finish(&rows, n_stems);
    return true;
}

bool sm_graph_words(const sm_candidates *c, uint32_t window, sm_arena *scratch, sm_csr *graph) {
    size_t n = c->doc->tokens.n;
    uint32_t *sequence = sm_arena_get(scratch, n, sizeof *sequence);
    for (uint32_t t = 0; sequence != NULL && t < n; t++)
        sequence[t] = sm_doc_word(c->doc, t)->class == SM_WORD_CONTENT ? c->stem[t] : SM_GRAPH_GAP;
    return sequence != NULL && sm_graph_join(sequence, n, window, (uint32_t)c->doc->stems.n, scratch, graph);
}

void sm_graph_votes(const void *csr, const double *z, double *y) {
    const sm_csr *g = csr;
    for (uint32_t i = 0; i < g->n_rows; i++) {
        y[i] = 0;
        for (uint32_t e = g->start[i]; e < g->start[i + 1]; e++)
            y[i] += (double)g->val[e] * z[g->col[e]];
    }
}

/* PageRank with a bias b, x_i = (1 - d) b_i + d sum_j w_ij x_j / out_j, is plain PageRank of u = x / b in a graph with
 * weights w_ij b_j / b_i. */
typedef struct biased {
    const sm_csr *graph;
    const double *bias;
    double *weighed; /* scratch: z times the bias */
} biased;

static void biased_votes(const void *graph, const double *z, double *y) {
    const biased *g = graph;
    for (uint32_t i = 0; i < g->graph->n_rows; i++)
        g->weighed[i] = g->bias[i] * z[i];
    sm_graph_votes(g->graph, g->weighed, y);
    for (uint32_t i = 0; i < g->graph->n_rows; i++)
        y[i] /= g->bias[i];
}

static bool rank_biased(const sm_csr *graph, const double *out, const double *bias, sm_arena *scratch, double *x) {
    biased g = {graph, bias, sm_arena_get(scratch, graph->n_rows, sizeof *g.weighed)};
    if (g.weighed == NULL || !sm_pagerank(graph->n_rows, biased_votes, &g, out, DAMPING, scratch, x))
        return false;
    for (uint32_t i = 0; i < graph->n_rows; i++)
        x[i] *= bias[i];
    return true;
}

bool sm_graph_rank(const sm_csr *graph, const double *bias, sm_arena *scratch, double *x) {
    double *out = sm_arena_get_zero(scratch, graph->n_rows, sizeof *out);
    if (out == NULL)
        return false;
    for (uint32_t i = 0; i < graph->n_rows; i++)
        for (uint32_t e = graph->start[i]; e < graph->start[i + 1]; e++)
            out[i] += (double)graph->val[e];
    if (bias != NULL)
        return rank_biased(graph, out, bias, scratch, x);
    return sm_pagerank(graph->n_rows, sm_graph_votes, graph, out, DAMPING, scratch, x);
}

static bool ends_in(const sm_doc *doc, const sm_word *w, const char *two_letters) {
    uint32_t n = w->n_bytes - w->possessive;
    return n > 4 && memcmp(doc->input.text + w->begin + n - 2, two_letters, 2) == 0;
}

/* Takes the place of a tagger. */
static bool may_be_noun_phrase(const sm_candidates *c, const sm_candidate *p) {
    const sm_word *last = sm_doc_word(c->doc, p->first_token + p->n_tokens - 1);
    bool english = (c->doc->language->traits & SM_ENGLISH_ENDINGS) != 0;
    return p->runs > 0 && !(english && (ends_in(c->doc, last, "ed") || ends_in(c->doc, last, "ly")));
}

void sm_graph_sum_words(const sm_candidates *c, const double *x, uint32_t max_tokens, double *score) {
    for (size_t i = 0; i < c->list.n; i++) {
        const sm_candidate *p = &c->list.at[i];
        score[i] = 0;
        if (p->n_tokens <= max_tokens && may_be_noun_phrase(c, p))
            for (uint32_t t = p->first_token; t < p->first_token + p->n_tokens; t++)
                score[i] += x[c->stem[t]];
    }
}

static bool take_candidates(const sm_candidates *c, sm_arena *scratch, sm_topics *t) {
    sm_heap heap = {sm_arena_get(scratch, c->list.n, sizeof *heap.at), 0};
    bool *taken = sm_arena_get_zero(scratch, c->list.n, sizeof *taken);
    t->id = sm_arena_get(scratch, SM_TOPICS_TAKEN, sizeof *t->id);
    if (heap.at == NULL || taken == NULL || t->id == NULL)
        return false;
    for (uint32_t i = 0; i < c->list.n; i++)
        if (may_be_noun_phrase(c, &c->list.at[i]))
            heap.at[heap.n++] = (sm_ranked){c->list.at[i].count, i};
    sm_heap_build(&heap);
    for (uint32_t left = SM_TOPICS_TAKEN; heap.n > 0 && left > 0; left--)
        taken[sm_heap_pop(&heap).id] = true;
    for (uint32_t i = 0; i < c->list.n; i++)
        if (taken[i])
            t->id[t->n++] = i;
    return true;
}

/* How many of the different stems of p stand in q. */
static uint32_t count_shared(const sm_candidates *c, const sm_candidate *p, const sm_candidate *q) {
    const uint32_t *a = c->stem + p->first_token, *b = c->stem + q->first_token;
    uint32_t n = 0;
    for (uint32_t i = 0; i < p->n_tokens; i++) {
        uint32_t before = 0, k = 0;
        while (before < i && a[before] != a[i])
            before++;
        while (k < q->n_tokens && b[k] != a[i])
            k++;
        n += before == i && k < q->n_tokens;
    }
    return n;
}

static double overlap(const sm_candidates *c, uint32_t a, uint32_t b) {
    const sm_candidate *p = &c->list.at[a], *q = &c->list.at[b];
    uint32_t shared = count_shared(c, p, q);
    return shared == 0 ? 0 : (double)shared / (count_shared(c, p, p) + count_shared(c, q, q) - shared);
}

/* The topic with the largest mean overlap, or a new one. */
static uint32_t nearest_topic(const sm_topics *t, const double *sum, const uint32_t *size) {
    uint32_t best = t->n_topics;
    double most = OVERLAP;
    for (uint32_t k = 0; k < t->n_topics; k++)
        if (sum[k] / size[k] > most) {
            most = sum[k] / size[k];
            best = k;
        }
    return best;
}

bool sm_topics_find(const sm_candidates *c, sm_arena *scratch, sm_topics *t) {
    *t = (sm_topics){0};
    if (!take_candidates(c, scratch, t))
        return false;
    t->topic = sm_arena_get(scratch, t->n, sizeof *t->topic);
    double *sum = sm_arena_get(scratch, t->n, sizeof *sum);
    uint32_t *size = sm_arena_get_zero(scratch, t->n, sizeof *size);
    if (t->topic == NULL || sum == NULL || size == NULL)
        return false;
    for (uint32_t i = 0; i < t->n; i++) {
        if (!sm_work_step(scratch, i))
            return false;
        for (uint32_t k = 0; k < t->n_topics; k++)
            sum[k] = 0;
        for (uint32_t k = 0; k < i; k++)
            sum[t->topic[k]] += overlap(c, t->id[i], t->id[k]);
        t->topic[i] = nearest_topic(t, sum, size);
        t->n_topics += t->topic[i] == t->n_topics;
        size[t->topic[i]]++;
    }
    return true;
}

/* An occurrence of the taken candidate number `taken`, in a chain of those of its node. */
typedef struct occurrence {
    uint32_t begin, end; /* tokens */
    uint32_t taken;
    uint32_t next; /* the next one of the node, or UINT32_MAX */
} occurrence;

typedef struct occurrences {
    SM_VEC(occurrence) list; /* by beginning */
    uint32_t *first;         /* of each node, or UINT32_MAX */
} occurrences;

static bool list_occurrences(const sm_candidates *c, const sm_topics *t, sm_arena *scratch, occurrences *o) {
    uint32_t *number = sm_arena_get(scratch, c->list.n, sizeof *number);
    if (number == NULL)
        return false;
    for (uint32_t i = 0; i < c->list.n; i++)
        number[i] = SM_NO_CANDIDATE;
    for (uint32_t k = 0; k < t->n; k++)
        number[t->id[k]] = k;
    for (uint32_t i = 0; i < c->doc->tokens.n; i++)
        for (uint32_t n = 1; c->at[i] + n <= c->at[i + 1]; n++) {
            uint32_t id = sm_candidate_at(c, i, n);
            if (id != SM_NO_CANDIDATE && number[id] != SM_NO_CANDIDATE &&
                !sm_vec_push(&o->list, ((occurrence){i, i + n, number[id], UINT32_MAX}), scratch))
                return false;
        }
    return o->list.n < UINT32_MAX; /* the number of none */
}

static bool chain_occurrences(const uint32_t *node, uint32_t n_nodes, sm_arena *scratch, occurrences *o) {
    o->first = sm_arena_get(scratch, n_nodes, sizeof *o->first);
    if (o->first == NULL)
        return false;
    for (uint32_t i = 0; i < n_nodes; i++)
        o->first[i] = UINT32_MAX;
    for (uint32_t i = (uint32_t)o->list.n; i-- > 0;) {
        uint32_t *first = &o->first[node[o->list.at[i].taken]];
        o->list.at[i].next = *first;
        *first = i;
    }
    return true;
}

typedef struct joiner {
    const sm_topics *topics;
    const uint32_t *node;
    occurrences o;
    sm_csr_builder rows;
} joiner;

static bool join_two(joiner *j, const occurrence *from, const occurrence *to) {
    const occurrence *a = from < to ? from : to, *b = from < to ? to : from;
    uint32_t distance = b->begin >= a->end ? b->begin - a->end + 1 : 1;
    return j->topics->topic[from->taken] == j->topics->topic[to->taken] ||
           sm_csr_add(&j->rows, j->node[to->taken], 1 / (float)distance);
}

/* One occurrence and those within its reach, on both sides. */
static bool join_one(joiner *j, uint32_t i) {
    const occurrence *at = j->o.list.at, *o = &at[i];
    for (uint32_t k = i; k-- > 0 && i - k <= SM_TOPICS_REACH;)
        if (!join_two(j, o, &at[k]))
            return false;
    for (uint32_t k = i + 1; k < j->o.list.n && k - i <= SM_TOPICS_REACH; k++)
        if (!join_two(j, o, &at[k]))
            return false;
    return true;
}

bool sm_topics_join(const sm_candidates *c, const sm_topics *t, const uint32_t *node, uint32_t n_nodes,
                    sm_arena *scratch, sm_csr *graph) {
    joiner j = {.topics = t, .node = node};
    if (!list_occurrences(c, t, scratch, &j.o) || !chain_occurrences(node, n_nodes, scratch, &j.o) ||
        !sm_csr_begin(&j.rows, scratch))
        return false;
    for (uint32_t i = 0; i < n_nodes; i++) {
        for (uint32_t k = j.o.first[i]; k != UINT32_MAX; k = j.o.list.at[k].next)
            if (!sm_work_step(scratch, SM_TOPICS_REACH) || !join_one(&j, k))
                return false;
        if (!sm_csr_end_row(&j.rows))
            return false;
    }
    *graph = sm_csr_finish(&j.rows, n_nodes);
    return true;
}
