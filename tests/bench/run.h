/* Other programs, timed. */
#ifndef BENCH_RUN_H
#define BENCH_RUN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct run_cost {
    double wall, cpu;  /* seconds, from the start of the process to its end; cpu: user's and system's, all threads */
    size_t peak_bytes; /* of memory it held at once, with the pages of files it mapped */
} run_cost;

/* Runs argv[0] (a path, or a name that PATH has; the last element is NULL) with no input, its messages dropped and its
 * output in a file, or dropped if `out` is NULL. False: it could not be run, or did not end with status 0; this is told
 * on standard error. A process is charged for the memory of the one that started it, so that this one must be smaller
 * than what it measures: it reads no texts. */
bool run_once(const char *const *argv, const char *out, run_cost *cost);

typedef struct run_subject {
    const char *const *argv;
    run_cost best; /* least wall and least cpu, perhaps of two runs; greatest peak_bytes */
    double spread; /* greatest cpu / wall of a run: above 1, threads worked at the same time */
} run_subject;

/* Runs the subjects in turn, so that all of them meet the same weather, until `seconds` have passed: at least
 * RUN_LEAST times each, at most RUN_MOST. */
enum {
    RUN_LEAST = 3,
    RUN_MOST = 200
};
bool run_best(run_subject *subjects, size_t n, double seconds);

#endif
