#include "api/whole.h"

#include "num/heap.h"

static sm_shape shape_of(sm_role role) {
    switch (role) {
    case SM_ROLE_TITLE:
        return SM_SHAPE_TITLE;
    case SM_ROLE_HEADING:
        return SM_SHAPE_HEADING;
    case SM_ROLE_ITEM:
        return SM_SHAPE_ITEM;
    case SM_ROLE_QUOTE:
        return SM_SHAPE_QUOTE;
    case SM_ROLE_CODE:
        return SM_SHAPE_CODE;
    case SM_ROLE_CAPTION:
    case SM_ROLE_BOILERPLATE:
        return SM_SHAPE_ASIDE;
    case SM_ROLE_PARAGRAPH:
    case SM_ROLE_UNKNOWN:
        break;
    }
    return SM_SHAPE_PARAGRAPH;
}

static bool add_sentences(const summ_sentences *ranking, sm_arena *arena, sm_whole *whole) {
    const sm_doc *doc = &ranking->doc->doc;
    sm_range *ranges = sm_arena_get(arena, ranking->n, sizeof *ranges);
    sm_shape *shapes = sm_arena_get(arena, ranking->n, sizeof *shapes);
    if (ranges == NULL || shapes == NULL)
        return false;
    for (size_t i = 0; i < ranking->n; i++) {
        const sm_sentence *s = &doc->sentences.at[i];
        ranges[i] = (sm_range){s->begin, s->end};
        shapes[i] = shape_of(doc->input.blocks.at[s->block].role);
    }
    *whole = (sm_whole){
        .text = doc->input.text, .sentences = ranking->list, .ranges = ranges, .shapes = shapes, .n = ranking->n};
    return true;
}

static bool add_chosen(const sm_report *report, sm_arena *arena, sm_whole *whole) {
    bool *chosen = sm_arena_get_zero(arena, whole->n, sizeof *chosen);
    for (size_t i = 0; chosen != NULL && i < report->n_sentences; i++)
        if (report->sentences[i].index < whole->n)
            chosen[report->sentences[i].index] = true;
    whole->chosen = chosen;
    return chosen != NULL;
}

/* The next occurrence of each phrase, the first of all at the front. */
typedef struct merging {
    sm_heap heap;
    size_t *next;
} merging;

static sm_ranked rank_place(const sm_range *place, uint32_t phrase) {
    return (sm_ranked){-(double)place->begin, phrase};
}

static bool begin_merging(merging *m, const sm_report *report, const sm_places *places, sm_arena *arena) {
    m->next = sm_arena_get_zero(arena, report->n_phrases, sizeof *m->next);
    m->heap = (sm_heap){sm_arena_get(arena, report->n_phrases, sizeof *m->heap.at), 0};
    if (m->next == NULL || m->heap.at == NULL)
        return false;
    for (size_t i = 0; i < report->n_phrases; i++)
        if (report->phrases[i].count > 0)
            m->heap.at[m->heap.n++] = rank_place(&places[i].at[0], (uint32_t)i);
    sm_heap_build(&m->heap);
    return true;
}

/* Takes the phrase at the front on to its next occurrence. */
static void step(merging *m, const sm_report *report, const sm_places *places) {
    uint32_t phrase = m->heap.at[0].id;
    if (++m->next[phrase] == report->phrases[phrase].count) {
        sm_heap_pop(&m->heap);
        return;
    }
    m->heap.at[0] = rank_place(&places[phrase].at[m->next[phrase]], phrase);
    sm_heap_sink_first(&m->heap);
}

static size_t count_places(const sm_report *report) {
    size_t n = 0;
    for (size_t i = 0; i < report->n_phrases; i++)
        n += report->phrases[i].count;
    return n;
}

/* In the order of the text; of those that begin together, the better phrase first. */
static bool add_marks(const sm_report *report, const sm_places *places, sm_arena *arena, sm_whole *whole) {
    merging m;
    sm_mark *marks = sm_arena_get(arena, count_places(report), sizeof *marks);
    if (marks == NULL || !begin_merging(&m, report, places, arena))
        return false;
    for (; m.heap.n > 0; step(&m, report, places)) {
        uint32_t phrase = m.heap.at[0].id;
        marks[whole->n_marks++] = (sm_mark){places[phrase].at[m.next[phrase]], phrase};
    }
    whole->marks = marks;
    return true;
}

bool sm_whole_build(const summ_sentences *ranking, const sm_places *places, sm_arena *arena, sm_report *report) {
    sm_whole *whole = sm_arena_get(arena, 1, sizeof *whole);
    report->whole = whole;
    return whole != NULL && add_sentences(ranking, arena, whole) && add_chosen(report, arena, whole) &&
           add_marks(report, places, arena, whole);
}
