#include "select/order.h"

#include "num/heap.h"
#include "select/redundancy.h"

/* How often a sentence that waits in the heap was looked at, and how many had been taken then. */
typedef struct look {
    uint32_t taken;
    uint32_t looks;
} look;

typedef struct taking {
    const sm_doc *doc;
    const double *score;
    double diversity;
    sm_redundancy redundancy;
    sm_heap heap;
    look *looks;    /* for each sentence */
    sm_budget left; /* of what is enough */
    sm_order *order;
} taking;

static size_t less(size_t left, size_t by) {
    return left == SUMM_NO_LIMIT ? left : left > by ? left - by : 0;
}

static bool fill_heap(taking *t, const sm_budget *budget, sm_arena *scratch) {
    const sm_doc *doc = t->doc;
    t->heap = (sm_heap){sm_arena_get(scratch, doc->n_candidates, sizeof *t->heap.at), 0};
    t->looks = sm_arena_get_zero(scratch, doc->sentences.n, sizeof *t->looks);
    if (t->heap.at == NULL || t->looks == NULL)
        return false;
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const sm_sentence *s = &doc->sentences.at[i];
        if (s->candidate && s->n_words <= budget->words && s->n_chars <= budget->chars)
            t->heap.at[t->heap.n++] = (sm_ranked){t->score[i], i};
    }
    sm_heap_build(&t->heap);
    return true;
}

static bool take(taking *t, sm_ranked best) {
    const sm_sentence *s = &t->doc->sentences.at[best.id];
    t->order->sentence[t->order->n] = best.id;
    t->order->value[t->order->n++] = best.value;
    t->left.sentences = less(t->left.sentences, 1);
    t->left.words = less(t->left.words, s->n_words);
    t->left.chars = less(t->left.chars, s->n_chars + (size_t)1);
    return sm_redundancy_take(&t->redundancy, best.id);
}

/* Works the value of the best out anew and puts it where it belongs now; a copy is dropped. After the last look it
 * stays where it is. */
static void look_again(taking *t) {
    bool copy;
    sm_ranked *best = &t->heap.at[0];
    double cosine = sm_redundancy_of(&t->redundancy, best->id, &copy);
    if (copy) {
        sm_heap_pop(&t->heap);
        return;
    }
    t->looks[best->id].taken = (uint32_t)t->order->n;
    if (t->looks[best->id].looks == SM_LOOKS_MAX)
        return;
    best->value = t->score[best->id] * (1 - t->diversity * cosine);
    t->looks[best->id].looks++;
    sm_heap_sink_first(&t->heap);
}

static bool take_all(taking *t) {
    while (t->heap.n > 0 && t->left.sentences > 0 && t->left.words > 0 && t->left.chars > 0) {
        const look *l = &t->looks[t->heap.at[0].id];
        if (l->taken < t->order->n)
            look_again(t);
        else if (!take(t, sm_heap_pop(&t->heap)))
            return false;
    }
    return true;
}

bool sm_order_take(const sm_doc *doc, const double *score, double diversity, const sm_budget *budget,
                   const sm_budget *enough, sm_arena *scratch, sm_order *order) {
    taking t = {.doc = doc, .score = score, .diversity = diversity, .left = *enough, .order = order};
    order->n = 0;
    order->sentence = sm_arena_get(scratch, doc->n_candidates, sizeof *order->sentence);
    order->value = sm_arena_get(scratch, doc->n_candidates, sizeof *order->value);
    return order->sentence != NULL && order->value != NULL && fill_heap(&t, budget, scratch) &&
           sm_redundancy_init(&t.redundancy, doc, scratch) && take_all(&t);
}
