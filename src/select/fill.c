#include "select/fill.h"

#include "base/work.h"

/* The table of the dynamic programme (Bellman 1957): best[k * width + c] is the most value of k items at most within c
 * units; better[i][k * width + c] whether item i is part of it. One layer, k = 0, serves where items are not
 * limited. */
typedef struct table {
    size_t n, layers, width;
    bool limited; /* the number of items is: an item leads from one layer to the next */
    double *best;
    uint8_t *better;
} table;

/* Item i into layer k, with what is left of the layer that is one item short. */
static void fill_layer(const table *t, size_t i, size_t k, size_t length, double value) {
    double *best = t->best + k * t->width;
    const double *rest = t->best + (t->limited ? k - 1 : k) * t->width;
    uint8_t *better = t->better + (i * t->layers + k) * t->width;
    for (size_t c = t->width - 1; c >= length && c > 0; c--) {
        double with = rest[c - length] + value;
        better[c] = with > best[c];
        if (better[c] != 0)
            best[c] = with;
    }
}

static bool fill_table(const table *t, const size_t *length, const double *value, const sm_arena *scratch) {
    size_t first = t->limited ? 1 : 0;
    for (size_t i = 0; i < t->n; i++)
        for (size_t k = t->layers; k-- > first;) {
            fill_layer(t, i, k, length[i], value[i]);
            if (!sm_work_step(scratch, t->width))
                return false;
        }
    return true;
}

static void read_table(const table *t, const size_t *length, bool *chosen) {
    size_t left = t->width - 1, k = t->layers - 1;
    for (size_t i = t->n; i-- > 0;) {
        chosen[i] = t->better[(i * t->layers + k) * t->width + left] != 0;
        left -= chosen[i] ? length[i] : 0;
        k -= chosen[i] && t->limited;
    }
}

static bool fill_exactly(table *t, const size_t *length, const double *value, sm_arena *scratch, bool *chosen) {
    t->best = sm_arena_get_zero(scratch, t->layers * t->width, sizeof *t->best);
    t->better = sm_arena_get_zero(scratch, t->n * t->layers, t->width);
    if (t->best == NULL || t->better == NULL || !fill_table(t, length, value, scratch))
        return false;
    read_table(t, length, chosen);
    return true;
}

static bool is_small(const table *t) {
    return t->n == 0 || t->layers <= SM_FILL_CELLS / t->width / t->n;
}

bool sm_fill(size_t n, const size_t *length, const double *value, sm_fill_limits left, sm_arena *scratch,
             bool *chosen) {
    for (size_t i = 0;; i++) {
        bool limited = left.items < n - i;
        table t = {.n = n - i, .layers = limited ? left.items + 1 : 1, .limited = limited};
        t.width = (left.length < SM_FILL_MAX ? left.length : SM_FILL_MAX) + 1;
        if (i == n || (left.length <= SM_FILL_MAX && is_small(&t)))
            return fill_exactly(&t, length + i, value + i, scratch, chosen + i);
        chosen[i] = left.items > 0 && length[i] <= left.length;
        left.length -= chosen[i] ? length[i] : 0;
        left.items -= chosen[i];
    }
}
