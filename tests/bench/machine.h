/* Where and of what the figures are: they mean little without it. */
#ifndef BENCH_MACHINE_H
#define BENCH_MACHINE_H

#include <stdbool.h>

enum {
    MACHINE_TEXT = 160
};

typedef struct machine {
    char date[MACHINE_TEXT]; /* 2026-11-23T12:00:00Z */
    char cpu[MACHINE_TEXT];  /* the model, where the system tells it in /proc/cpuinfo */
    char system[MACHINE_TEXT];
    char compiler[MACHINE_TEXT];
    char version[MACHINE_TEXT]; /* first line of summ --version */
    long n_cores;
    double load; /* processes that wanted to run, mean of the last minute before: high ones make figures worthless */
} machine;

/* Asks system and command; `scratch` is a file to write to. False: the command could not be run. */
bool machine_ask(machine *m, const char *command, const char *scratch);

#endif
