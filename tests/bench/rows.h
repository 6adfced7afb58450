/* What `make bench` measures, row by row, and the ceilings: a summary is to cost a few times what counting words costs,
 * in time and memory that grow as the text does. */
#ifndef BENCH_ROWS_H
#define BENCH_ROWS_H

#include "bench/figures.h"

#include <stdio.h>

typedef struct rows {
    const char *out;  /* folder of the build: summ, tests/bench/; texts are made in its folder bench/ */
    const char *file; /* a text from whose sentences the texts of 3.3 and 100 MB are made; NULL: the sample */
    bool quick;       /* without what takes long */
    FILE *table;      /* where figures are written as they come */
    figures all;
} rows;

/* Makes the texts and measures. False: something could not be run, which is told on standard error. */
bool rows_measure(rows *r);

#endif
