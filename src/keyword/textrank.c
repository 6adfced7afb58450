/* TextRank for key phrases (Mihalcea & Tarau 2004, section 3): content words are joined that stand side by side (a
 * window of 2, stop words passed over within a sentence); PageRank with damping 0.85; the best third of the words are
 * marked; a phrase is a longest stretch of marked words. It scores the sum of its words, as in the authors' later work
 * and most implementations. */
#include "keyword/keyword.h"
#include "num/heap.h"
#include "num/pagerank.h"

bool sm_keyword_textrank(const sm_candidates *c, sm_arena *scratch, double *score);

/* Stems x stems: how often two stand side by side, in both directions. */
static void count_votes(const void *graph, const double *z, double *y) {
    const sm_csr *g = graph;
    for (uint32_t i = 0; i < g->n_rows; i++) {
        y[i] = 0;
        for (uint32_t e = g->start[i]; e < g->start[i + 1]; e++)
            y[i] += (double)g->val[e] * z[g->col[e]];
    }
}

typedef struct edge {
    uint32_t from, to;
} edge;

typedef SM_VEC(edge) edges;

static bool add_edges(const sm_doc *doc, uint32_t sentence, sm_arena *scratch, edges *list) {
    uint32_t left = UINT32_MAX, end = sm_doc_end_token(doc, sentence);
    for (uint32_t t = doc->sentences.at[sentence].first_token; t < end; t++) {
        const sm_word *w = sm_doc_word(doc, t);
        if (w->class != SM_WORD_CONTENT)
            continue;
        if (left != UINT32_MAX && left != w->stem &&
            (!sm_vec_push(list, ((edge){left, w->stem}), scratch) ||
             !sm_vec_push(list, ((edge){w->stem, left}), scratch)))
            return false;
        left = w->stem;
    }
    return true;
}

/* The edges sorted by origin (counting sort), equal ones added up. */
static bool build_graph(const sm_doc *doc, const edges *list, sm_arena *scratch, sm_csr *graph) {
    uint32_t n = (uint32_t)doc->stems.n, *start = sm_arena_get_zero(scratch, (size_t)n + 2, sizeof *start);
    uint32_t *to = sm_arena_get(scratch, list->n, sizeof *to);
    sm_csr_builder rows;
    if (start == NULL || to == NULL || !sm_csr_begin(&rows, scratch))
        return false;
    for (size_t i = 0; i < list->n; i++)
        start[list->at[i].from + 2]++;
    for (uint32_t i = 0; i < n; i++)
        start[i + 2] += start[i + 1];
    for (size_t i = 0; i < list->n; i++)
        to[start[list->at[i].from + 1]++] = list->at[i].to;
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t e = start[i]; e < start[i + 1]; e++)
            if (!sm_csr_add(&rows, to[e], 1))
                return false;
        if (!sm_csr_end_row(&rows))
            return false;
    }
    *graph = sm_csr_finish(&rows, n);
    return true;
}

static bool rank_words(const sm_doc *doc, sm_arena *scratch, double *x) {
    edges list = {0};
    sm_csr graph;
    double *out = sm_arena_get(scratch, doc->stems.n, sizeof *out),
           *one = sm_arena_get(scratch, doc->stems.n, sizeof *one);
    for (uint32_t i = 0; i < doc->sentences.n; i++)
        if (!add_edges(doc, i, scratch, &list))
            return false;
    if (out == NULL || one == NULL || !build_graph(doc, &list, scratch, &graph))
        return false;
    for (size_t i = 0; i < doc->stems.n; i++)
        one[i] = 1;
    count_votes(&graph, one, out);
    return sm_pagerank(doc->stems.n, count_votes, &graph, out, 0.85, scratch, x);
}

/* Marks the best third of the content words, by stem. */
static bool mark_words(const sm_candidates *c, const double *x, sm_arena *scratch, bool *marked) {
    sm_heap words = {sm_arena_get(scratch, c->list.n, sizeof *words.at), 0};
    if (words.at == NULL)
        return false;
    for (size_t i = 0; i < c->list.n; i++)
        if (c->list.at[i].n_tokens == 1) {
            uint32_t stem = c->stem[c->list.at[i].first_token];
            words.at[words.n++] = (sm_ranked){x[stem], stem};
        }
    sm_heap_build(&words);
    for (size_t left = (words.n + 2) / 3; left > 0; left--)
        marked[sm_heap_pop(&words).id] = true;
    return true;
}

/* Scores the stretch of marked words that begins at token t, as far as a phrase may reach, and returns the token behind
 * it. */
static uint32_t score_stretch(const sm_candidates *c, const double *x, const bool *marked, uint32_t t, double *score) {
    double sum = x[c->stem[t]];
    uint32_t n = 1, id;
    while (n < c->max_words && t + n < c->doc->tokens.n && marked[c->stem[t + n]] && sm_candidates_go_on(c->doc, t + n))
        sum += x[c->stem[t + n++]];
    id = sm_candidate_at(c, t, n);
    if (id != SM_NO_CANDIDATE)
        score[id] = sum;
    return t + n;
}

bool sm_keyword_textrank(const sm_candidates *c, sm_arena *scratch, double *score) {
    double *x = sm_arena_get(scratch, c->doc->stems.n, sizeof *x);
    bool *marked = sm_arena_get_zero(scratch, c->doc->stems.n, sizeof *marked);
    if (x == NULL || marked == NULL || !rank_words(c->doc, scratch, x) || !mark_words(c, x, scratch, marked))
        return false;
    for (size_t i = 0; i < c->list.n; i++)
        score[i] = 0;
    for (uint32_t t = 0; t < c->doc->tokens.n;)
        t = marked[c->stem[t]] ? score_stretch(c, x, marked, t, score) : t + 1;
    return true;
}
