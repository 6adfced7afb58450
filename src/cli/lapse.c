/* lapse.c - the clock that only goes on. */
#define _POSIX_C_SOURCE 200809L
#include "lapse.h"

#include <time.h>

double lapse_now(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}
