/* Figures in writing. */
#ifndef BENCH_REPORT_H
#define BENCH_REPORT_H

#include "bench/figures.h"
#include "bench/machine.h"

#include <stdio.h>

/* A table for a terminal: its head, and a line for each figure as it comes. */
void report_head(FILE *out);
void report_line(FILE *out, const figure *f);

/* The same as a table in Markdown. */
void report_markdown(FILE *out, const figures *all);

/* One object: {"date", "machine": {"cpu", "cores", "system", "load"}, "compiler", "version", "file", "quick",
 * "figures": [{"name", "bytes", "wall_seconds", "cpu_seconds", "peak_bytes", "wc_wall_seconds", "wc_cpu_seconds",
 * "ratio", "cpu_ratio", "megabytes_per_second", "value", "unit", "ceiling", "floor", "met"}]}. What was not measured or
 * asked for is null, and so is "met" where there is neither ceiling nor floor. `file` may be NULL. */
void report_json(FILE *out, const machine *m, const char *file, bool quick, const figures *all);

#endif
