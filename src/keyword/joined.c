#include "keyword/joined.h"

#include "base/work.h"

#include <math.h>

static uint32_t candidate_of(const sm_candidates *c, sm_key_span span) {
    return span.n <= c->at[span.first + 1] - c->at[span.first] ? sm_candidate_at(c, span.first, span.n)
                                                               : SM_NO_CANDIDATE;
}

/* Two candidates: the words get the better score. */
static void join_candidates(uint32_t id, uint32_t words, double *score, sm_joined *j) {
    if (j->other[words] != SM_NO_CANDIDATE || j->other[id] != SM_NO_CANDIDATE)
        return;
    j->other[id] = words;
    j->other[words] = id;
    score[words] = fmax(score[words], score[id]);
    score[id] = 0;
}

static void join_one(const sm_candidates *c, uint32_t number, double *score, sm_joined *j) {
    const sm_acronym *a = &j->acronyms.list.at[number];
    uint32_t id = candidate_of(c, (sm_key_span){a->token, 1}), words = candidate_of(c, a->expansion);
    uint32_t word = c->doc->tokens.at[a->token].word;
    if (id != SM_NO_CANDIDATE && words != SM_NO_CANDIDATE) {
        join_candidates(id, words, score, j);
    } else if (id != SM_NO_CANDIDATE) {
        j->extra[id]++;
    } else if (words != SM_NO_CANDIDATE) {
        j->extra[words] += c->doc->words.at[word].count;
        j->spelled[word] = number + 1;
    }
}

bool sm_join(const sm_candidates *c, double *score, sm_arena *scratch, sm_joined *j) {
    j->other = sm_arena_get(scratch, c->list.n, sizeof *j->other);
    j->extra = sm_arena_get_zero(scratch, c->list.n, sizeof *j->extra);
    j->spelled = sm_arena_get_zero(scratch, c->doc->words.n, sizeof *j->spelled);
    if (j->other == NULL || j->extra == NULL || j->spelled == NULL || !sm_acronyms_find(c->doc, scratch, &j->acronyms))
        return false;
    for (size_t i = 0; i < c->list.n; i++)
        j->other[i] = SM_NO_CANDIDATE;
    for (uint32_t i = 0; i < j->acronyms.list.n; i++)
        join_one(c, i, score, j);
    return true;
}

static size_t count_of(const sm_joined *j, const sm_candidates *c, uint32_t id) {
    return (size_t)c->list.at[id].count + j->extra[id];
}

size_t sm_joined_count(const sm_joined *j, const sm_candidates *c, uint32_t id) {
    uint32_t other = j->other[id];
    return count_of(j, c, id) + (other != SM_NO_CANDIDATE ? count_of(j, c, other) : 0);
}

typedef struct gatherer {
    const sm_candidates *c;
    const sm_joined *j;
    uint32_t *chosen; /* of each candidate: 1 + number in the list, or 0 */
    sm_key_phrases *phrases;
    size_t next_acronym; /* in the order of their words */
} gatherer;

static void add_occurrence(const gatherer *g, uint32_t id, sm_key_span span) {
    if (id == SM_NO_CANDIDATE || g->chosen[id] == 0)
        return;
    sm_key_phrase *p = &g->phrases->list.at[g->chosen[id] - 1];
    p->occurrences[p->n_occurrences++] = span;
}

/* Where one of an acronym and its words is no candidate. Words are not, for a stop word among them. */
static void add_other(gatherer *g, uint32_t t) {
    const sm_acronym *list = g->j->acronyms.list.at;
    uint32_t spelled = g->j->spelled[g->c->doc->tokens.at[t].word];
    if (spelled != 0)
        add_occurrence(g, candidate_of(g->c, list[spelled - 1].expansion), (sm_key_span){t, 1});
    for (; g->next_acronym < g->j->acronyms.list.n && list[g->next_acronym].expansion.first <= t; g->next_acronym++) {
        const sm_acronym *a = &list[g->next_acronym];
        if (a->expansion.first == t && candidate_of(g->c, a->expansion) == SM_NO_CANDIDATE)
            add_occurrence(g, candidate_of(g->c, (sm_key_span){a->token, 1}), a->expansion);
    }
}

bool sm_joined_gather(const sm_joined *j, const sm_candidates *c, sm_arena *scratch, sm_key_phrases *phrases) {
    gatherer g = {c, j, sm_arena_get_zero(scratch, c->list.n, sizeof *g.chosen), phrases, 0};
    if (g.chosen == NULL)
        return false;
    for (uint32_t i = 0; i < phrases->list.n; i++) {
        uint32_t id = phrases->list.at[i].candidate;
        g.chosen[id] = i + 1;
        if (j->other[id] != SM_NO_CANDIDATE)
            g.chosen[j->other[id]] = i + 1;
    }
    for (uint32_t t = 0; t < c->doc->tokens.n; t++) {
        if (!sm_work_step(scratch, 1))
            return false;
        add_other(&g, t);
        for (uint32_t n = 1; c->at[t] + n <= c->at[t + 1]; n++)
            add_occurrence(&g, sm_candidate_at(c, t, n), (sm_key_span){t, n});
    }
    return true;
}
