#include "select/order.h"

#include "base/work.h"
#include "num/heap.h"

typedef struct taking {
    const sm_doc *doc;
    const double *score;
    const sm_order_options *options;
    sm_heap heap;
    size_t n_open; /* shares that have not enough */
    sm_order *order;
} taking;

static size_t less(size_t left, size_t by) {
    return left == SUMM_NO_LIMIT ? left : left > by ? left - by : 0;
}

static sm_budget *left_of(const taking *t, uint32_t sentence) {
    return &t->options->enough[sm_share_of(&t->options->shares, sentence)];
}

static bool is_open(const sm_budget *left) {
    return left->sentences > 0 && left->words > 0 && left->chars > 0;
}

static bool take(taking *t, sm_ranked best) {
    const sm_sentence *s = &t->doc->sentences.at[best.id];
    sm_budget *left = left_of(t, best.id);
    bool was_open = is_open(left);
    t->order->sentence[t->order->n] = best.id;
    t->order->value[t->order->n++] = best.value;
    left->sentences = less(left->sentences, 1);
    left->words = less(left->words, s->n_words);
    left->chars = less(left->chars, s->n_chars + (size_t)1);
    t->n_open -= was_open && !is_open(left);
    return sm_redundancy_take(&t->order->redundancy, best.id);
}

static bool take_first(taking *t, bool *gone) {
    const sm_picks *first = t->options->first;
    for (size_t i = 0; first != NULL && i < first->n; i++) {
        uint32_t id = first->sentence[i];
        gone[id] = true;
        if (!take(t, (sm_ranked){t->score[id], id}))
            return false;
    }
    return true;
}

static bool fill_heap(taking *t, const bool *gone, sm_arena *scratch) {
    const sm_doc *doc = t->doc;
    const bool *left_out = t->options->left_out;
    t->heap = (sm_heap){sm_arena_get(scratch, doc->n_candidates, sizeof *t->heap.at), 0};
    t->order->looks = sm_arena_get_zero(scratch, doc->sentences.n, sizeof *t->order->looks);
    if (t->heap.at == NULL || t->order->looks == NULL)
        return false;
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        const sm_sentence *s = &doc->sentences.at[i];
        bool may = s->candidate && !gone[i] && !(left_out != NULL && left_out[i]);
        const sm_shares *shares = &t->options->shares;
        if (may && sm_budget_fits(&shares->budget[sm_share_of(shares, i)], s))
            t->heap.at[t->heap.n++] = (sm_ranked){t->score[i], i};
    }
    sm_heap_build(&t->heap);
    return true;
}

/* Works the value of the best out anew and puts it where it belongs now; a copy is dropped. After the last look it
 * stays where it is. */
static void look_again(taking *t) {
    bool copy;
    sm_ranked *best = &t->heap.at[0];
    sm_look *look = &t->order->looks[best->id];
    double cosine = sm_redundancy_of(&t->order->redundancy, best->id, &copy);
    if (copy) {
        sm_heap_pop(&t->heap);
        return;
    }
    look->taken = (uint32_t)t->order->redundancy.taken.n;
    if (look->looks == SM_LOOKS_MAX)
        return;
    best->value = t->score[best->id] * (1 - t->options->diversity * cosine);
    look->valued = look->taken;
    look->looks++;
    sm_heap_sink_first(&t->heap);
}

static bool take_all(taking *t, const sm_arena *scratch) {
    while (t->heap.n > 0 && t->n_open > 0) {
        const sm_look *l = &t->order->looks[t->heap.at[0].id];
        if (!sm_work_step(scratch, 1 + (size_t)t->doc->sentences.at[t->heap.at[0].id].n_words))
            return false;
        if (!is_open(left_of(t, t->heap.at[0].id)))
            sm_heap_pop(&t->heap);
        else if (l->taken < t->order->redundancy.taken.n)
            look_again(t);
        else if (!take(t, sm_heap_pop(&t->heap)))
            return false;
    }
    return true;
}

static bool begin(taking *t, sm_arena *scratch) {
    const sm_doc *doc = t->doc, *known = t->options->known;
    size_t most = doc->n_candidates + (t->options->first != NULL ? t->options->first->n : 0);
    bool *gone = sm_arena_get_zero(scratch, doc->sentences.n, sizeof *gone);
    *t->order = (sm_order){sm_arena_get(scratch, most, sizeof *t->order->sentence),
                           sm_arena_get(scratch, most, sizeof *t->order->value),
                           0,
                           NULL,
                           {0}};
    return gone != NULL && t->order->sentence != NULL && t->order->value != NULL &&
           sm_redundancy_init(&t->order->redundancy, doc, scratch) &&
           (known == NULL || sm_redundancy_know(&t->order->redundancy, doc, known)) && take_first(t, gone) &&
           fill_heap(t, gone, scratch);
}

bool sm_order_take(const sm_doc *doc, const double *score, const sm_order_options *options, sm_arena *scratch,
                   sm_order *order) {
    taking t = {.doc = doc, .score = score, .options = options, .order = order};
    for (size_t i = 0; i < options->shares.n; i++)
        t.n_open += is_open(&options->enough[i]);
    return begin(&t, scratch) && take_all(&t, scratch);
}
