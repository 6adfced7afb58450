#include "bench/figures.h"

#include <stdio.h>

figure *figures_add(figures *all, const char *name) {
    if (all->n == FIGURES_MOST)
        return NULL;
    figure *f = &all->at[all->n++];
    *f = (figure){.unit = ""};
    (void)snprintf(f->name, sizeof f->name, "%s", name);
    return f;
}

static double quotient(double a, double b) {
    return b > 0 ? a / b : 0;
}

double figure_ratio(const figure *f) {
    return quotient(f->cost.wall, f->wc.wall);
}

double figure_cpu_ratio(const figure *f) {
    return quotient(f->cost.cpu, f->wc.cpu);
}

double figure_speed(const figure *f) {
    return quotient((double)f->n_bytes / 1e6, f->cost.wall);
}

bool figure_is_met(const figure *f) {
    switch (f->bound) {
    case FIGURE_AT_MOST:
        return f->value <= f->limit;
    case FIGURE_AT_LEAST:
        return f->value >= f->limit;
    case FIGURE_NOT_OFFERED:
        return false;
    case FIGURE_NO_BOUND:
        break;
    }
    return true;
}

size_t figures_missed(const figures *all) {
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++)
        n += !figure_is_met(&all->at[i]);
    return n;
}
