/* run.h - one run of the command, with a call that fails. */
#ifndef TESTS_IO_RUN_H
#define TESTS_IO_RUN_H

#include "fail.h"
#include "scenario.h"
#include <stddef.h>

enum {
    RUN_HUNG = 1000,  /* in place of an exit status */
    RUN_KILLED = 2000 /* and the signal */
};

/* What is to fail: the call, how many of its like come before, whether those behind it fail too, and in which way. */
typedef struct wish {
    int call; /* N_CALLS: nothing */
    unsigned first;
    bool for_ever;
    int way;
} wish;

/* Texts are malloc'd and end with a NUL. */
typedef struct outcome {
    int status;
    char *out, *err;
    char *file; /* the output file; NULL: there is none */
    unsigned counts[N_CALLS];
} outcome;

extern const char *const call_names[N_CALLS];

void run_begin(void);
outcome run_scenario(const scenario *of, const wish *failing);
void run_free(outcome *made);

/* Whether the command was built with a library. */
bool run_has(const char *library);

#endif
