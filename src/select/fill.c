#include "select/fill.h"

/* best[c]: the most value within c units; better[i][c]: whether item i is part of it (Bellman 1957). */
static void fill_table(size_t n, const size_t *length, const double *value, size_t capacity, double *best,
                       uint8_t *better) {
    for (size_t i = 0; i < n; i++, better += capacity + 1)
        for (size_t c = capacity; c >= length[i] && c > 0; c--) {
            double with = best[c - length[i]] + value[i];
            better[c] = with > best[c];
            if (better[c] != 0)
                best[c] = with;
        }
}

static bool fill_exactly(size_t n, const size_t *length, const double *value, size_t capacity, sm_arena *scratch,
                         bool *chosen) {
    double *best = sm_arena_get_zero(scratch, capacity + 1, sizeof *best);
    uint8_t *better = sm_arena_get_zero(scratch, n, capacity + 1);
    if (best == NULL || better == NULL)
        return false;
    fill_table(n, length, value, capacity, best, better);
    for (size_t i = n, left = capacity; i-- > 0;) {
        chosen[i] = better[i * (capacity + 1) + left] != 0;
        left -= chosen[i] ? length[i] : 0;
    }
    return true;
}

bool sm_fill(size_t n, const size_t *length, const double *value, size_t capacity, sm_arena *scratch, bool *chosen) {
    size_t first = 0;
    for (; first < n && capacity > SM_FILL_MAX; first++) {
        chosen[first] = length[first] <= capacity;
        capacity -= chosen[first] ? length[first] : 0;
    }
    return first == n || fill_exactly(n - first, length + first, value + first, capacity, scratch, chosen + first);
}
