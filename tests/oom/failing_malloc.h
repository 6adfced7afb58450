/* What a test and the command it runs without memory share: a file, named by a variable, that both map. */
#ifndef TESTS_OOM_FAILING_MALLOC_H
#define TESTS_OOM_FAILING_MALLOC_H

#include <stdatomic.h>
#include <stdint.h>

#define MALLOC_PLAN "SUMM_MALLOC_PLAN"

typedef struct malloc_plan {
    uint64_t at;       /* the number of the allocation that fails, from 0; UINT64_MAX: none */
    uint64_t for_ever; /* not 0: and all after it */
    _Atomic uint64_t n_seen;
} malloc_plan;

#endif
