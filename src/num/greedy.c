#include "num/greedy.h"

#include "base/work.h"
#include "num/heap.h"

/* Heaps hold the places k of items. As items ascend, so do they. */
typedef struct choice {
    const sm_greedy *g;
    sm_heap *heap;   /* for each group, the bounds of its items */
    double *toll;    /* for each group, at present */
    sm_heap firsts;  /* of the groups that have items left: bound less toll */
    uint32_t *known; /* for each item, how many had been taken when its bound was worked out */
    uint32_t taken;
    uint32_t n_groups;
    size_t work;
    const sm_arena *arena;
    bool going; /* the work was not ended */
    uint32_t *order;
} choice;

static uint32_t group_of(const choice *c, uint32_t k) {
    return c->g->toll != NULL ? c->g->group[k] : 0;
}

static bool find_room(choice *c, sm_arena *tmp) {
    const sm_greedy *g = c->g;
    sm_ranked *at = sm_arena_get(tmp, g->n, sizeof *at);
    c->heap = sm_arena_get_zero(tmp, c->n_groups, sizeof *c->heap);
    c->toll = sm_arena_get_zero(tmp, c->n_groups, sizeof *c->toll);
    c->firsts.at = sm_arena_get(tmp, c->n_groups, sizeof *c->firsts.at);
    c->known = sm_arena_get_zero(tmp, g->n, sizeof *c->known);
    if (at == NULL || c->heap == NULL || c->toll == NULL || c->firsts.at == NULL || c->known == NULL)
        return false;
    for (uint32_t k = 0; k < g->n; k++)
        c->heap[group_of(c, k)].n++;
    for (uint32_t i = 0; i < c->n_groups; i++) {
        c->heap[i].at = at;
        at += c->heap[i].n;
        c->heap[i].n = 0;
    }
    return true;
}

static double gain_of(choice *c, uint32_t k) {
    size_t before = c->work;
    double gain = c->g->gain(c->g->context, c->g->item[k], &c->work);
    c->going = sm_work_step(c->arena, c->work - before);
    return gain;
}

static void fill_heaps(choice *c) {
    for (uint32_t k = 0; c->going && k < c->g->n; k++) {
        sm_heap *h = &c->heap[group_of(c, k)];
        h->at[h->n++] = (sm_ranked){gain_of(c, k), k};
    }
    for (uint32_t i = 0; i < c->n_groups; i++)
        sm_heap_build(&c->heap[i]);
}

static sm_ranked first_of(const choice *c, uint32_t group) {
    sm_ranked first = c->heap[group].at[0];
    first.value -= c->toll[group];
    return first;
}

static void line_up(choice *c) {
    const sm_greedy *g = c->g;
    c->firsts.n = 0;
    for (uint32_t i = 0; i < c->n_groups; i++)
        if (c->heap[i].n > 0) {
            c->toll[i] = g->toll != NULL ? g->toll(g->context, i) : 0;
            c->firsts.at[c->firsts.n++] = first_of(c, i);
        }
    sm_heap_build(&c->firsts);
    c->work += c->n_groups;
    c->going = sm_work_step(c->arena, c->n_groups);
}

/* The best of all, worked out as things are now, comes to the front of its group. */
static uint32_t find_best(choice *c) {
    for (;;) {
        uint32_t k = c->firsts.at[0].id, group = group_of(c, k);
        if (c->known[k] == c->taken || !c->going)
            return k;
        c->known[k] = c->taken;
        c->heap[group].at[0].value = gain_of(c, k);
        sm_heap_sink_first(&c->heap[group]);
        c->firsts.at[0] = first_of(c, group);
        sm_heap_sink_first(&c->firsts);
    }
}

/* All that are left, by what is known of them, in the room of the heaps: a group's items move to lower places. */
static void take_rest(choice *c) {
    sm_heap rest = {c->heap[0].at, 0};
    for (uint32_t i = 0; i < c->n_groups; i++)
        for (size_t j = 0; j < c->heap[i].n; j++) {
            sm_ranked r = c->heap[i].at[j];
            r.value -= c->toll[i];
            rest.at[rest.n++] = r;
        }
    sm_heap_build(&rest);
    while (rest.n > 0)
        c->order[c->taken++] = c->g->item[sm_heap_pop(&rest).id];
}

bool sm_greedy_order(const sm_greedy *g, sm_arena *tmp, uint32_t *order) {
    choice c = {.g = g, .n_groups = g->toll != NULL ? g->n_groups : 1, .arena = tmp, .going = true, .order = order};
    if (g->n == 0)
        return true;
    if (!find_room(&c, tmp))
        return false;
    fill_heaps(&c);
    while (c.going && c.taken < g->n && c.work < g->most_work) {
        line_up(&c);
        uint32_t best = find_best(&c);
        sm_heap_pop(&c.heap[group_of(&c, best)]);
        c.order[c.taken++] = g->item[best];
        g->take(g->context, g->item[best]);
    }
    if (c.going)
        take_rest(&c);
    return c.going;
}
