#include "num/heap.h"

#include <stdbool.h>

static bool before(const sm_ranked *a, const sm_ranked *b) {
    return a->value > b->value || (a->value == b->value && a->id < b->id);
}

static void sink(sm_heap *h, size_t i) {
    sm_ranked r = h->at[i];
    for (size_t child; (child = 2 * i + 1) < h->n; i = child) {
        if (child + 1 < h->n && before(&h->at[child + 1], &h->at[child]))
            child++;
        if (!before(&h->at[child], &r))
            break;
        h->at[i] = h->at[child];
    }
    h->at[i] = r;
}

void sm_heap_build(sm_heap *h) {
    for (size_t i = h->n / 2; i-- > 0;)
        sink(h, i);
}

void sm_heap_sink_first(sm_heap *h) {
    sink(h, 0);
}

sm_ranked sm_heap_pop(sm_heap *h) {
    sm_ranked first = h->at[0];
    h->at[0] = h->at[--h->n];
    if (h->n > 0)
        sink(h, 0);
    return first;
}
