/* The figures that a measurement gave, and those of an earlier one that stand in a file: a line of set, metric and
 * figure, parted by tabs, for each. */
#ifndef QUALITY_FIGURES_H
#define QUALITY_FIGURES_H

#include "base/arena.h"

#include <stdio.h>

typedef struct figure {
    const char *set, *metric;
    double value;
    bool is_mean; /* over sets: moves less by chance */
} figure;

typedef struct figures {
    SM_VEC(figure) list;
} figures;

/* The names have to stay. False: no memory. */
bool figures_add(figures *f, figure one, sm_arena *arena);

/* The figure of that name, or NULL. */
const figure *figures_find(const figures *f, const char *set, const char *metric);

/* Reads a file; lines that are no figures are passed over. False: no memory, or it cannot be read. */
bool figures_read(figures *f, FILE *file, sm_arena *arena);

/* False: it could not be written. */
bool figures_write(const figures *f, FILE *file);

/* Says of every figure that is lower than `before` by more than what chance does, and returns how many there are:
 * FIGURES_SET points for a set, FIGURES_MEAN for a mean. Those that are missing on one side are passed over. */
#define FIGURES_SET  0.3
#define FIGURES_MEAN 0.05
size_t figures_fallen(const figures *f, const figures *before, FILE *report);

#endif
