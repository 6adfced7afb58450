/* TextRank for key phrases (Mihalcea & Tarau 2004, section 3): content words are joined that stand side by side (a
 * window of 2, stop words passed over within a sentence); PageRank with damping 0.85; the best third of the words are
 * marked; a phrase is a longest stretch of marked words. It scores the sum of its words, as in the authors' later work
 * and most implementations. */
#include "keyword/graph.h"
#include "keyword/keyword.h"
#include "num/heap.h"

bool sm_keyword_textrank(const sm_candidates *c, sm_arena *scratch, double *score);

enum {
    WINDOW = 2
};

/* The content words in their order, with a gap at the beginning of each sentence. */
static uint32_t *list_words(const sm_candidates *c, sm_arena *scratch, size_t *n) {
    const sm_doc *doc = c->doc;
    uint32_t *list = sm_arena_get(scratch, doc->tokens.n + doc->sentences.n, sizeof *list);
    *n = 0;
    for (uint32_t i = 0; list != NULL && i < doc->sentences.n; i++) {
        list[(*n)++] = SM_GRAPH_GAP;
        for (uint32_t t = doc->sentences.at[i].first_token; t < sm_doc_end_token(doc, i); t++)
            if (sm_doc_word(doc, t)->class == SM_WORD_CONTENT)
                list[(*n)++] = c->stem[t];
    }
    return list;
}

static bool rank_words(const sm_candidates *c, sm_arena *scratch, double *x) {
    size_t n;
    sm_csr graph;
    uint32_t *list = list_words(c, scratch, &n);
    return list != NULL && sm_graph_join(list, n, WINDOW, (uint32_t)c->doc->stems.n, scratch, &graph) &&
           sm_graph_rank(&graph, NULL, scratch, x);
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
    if (x == NULL || marked == NULL || !rank_words(c, scratch, x) || !mark_words(c, x, scratch, marked))
        return false;
    for (size_t i = 0; i < c->list.n; i++)
        score[i] = 0;
    for (uint32_t t = 0; t < c->doc->tokens.n;)
        t = marked[c->stem[t]] ? score_stretch(c, x, marked, t, score) : t + 1;
    return true;
}
