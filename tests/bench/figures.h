/* What was measured, and what it has to be. */
#ifndef BENCH_FIGURES_H
#define BENCH_FIGURES_H

#include "bench/run.h"

enum {
    FIGURES_MOST = 64,
    FIGURES_NAME = 80
};

typedef enum figure_bound {
    FIGURE_NO_BOUND,
    FIGURE_AT_MOST,
    FIGURE_AT_LEAST,
    FIGURE_NOT_OFFERED /* what would be measured is not there yet: not met */
} figure_bound;

/* What has no meaning for a figure is 0. */
typedef struct figure {
    char name[FIGURES_NAME];
    size_t n_bytes;     /* of text that was read */
    run_cost cost, wc;  /* of what is measured, and of wc -w on the same file in turn with it */
    double value;       /* what is judged */
    const char *unit;   /* of value and limit: "x wc -w", "ms", "MB/s" ... */
    figure_bound bound; /* how value has to stand to limit */
    double limit;
} figure;

typedef struct figures {
    figure at[FIGURES_MOST];
    size_t n;
} figures;

/* Appends a figure, of which all but the name is 0; NULL: there are FIGURES_MOST already. */
figure *figures_add(figures *all, const char *name);

/* cost / wc, of wall and of processor time; 0: there is none. */
double figure_ratio(const figure *f);
double figure_cpu_ratio(const figure *f);

/* Millions of bytes of text a second of wall time; 0: no time was taken. */
double figure_speed(const figure *f);

bool figure_is_met(const figure *f);
size_t figures_missed(const figures *all);

#endif
