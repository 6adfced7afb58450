/* measure COMMAND [ARGUMENT]...: what a program costs, its output dropped: milliseconds, those of processor time, MB of
 * memory, best of as many runs as fit in 5 seconds, at least 3. For tools that stand beside summ in BENCHMARKS.md. */
#include "bench/run.h"

#include <stdio.h>

int main(int argc, char **argv) {
    run_subject subject = {.argv = (const char *const *)argv + 1};
    if (argc < 2 || !run_best(&subject, 1, 5))
        return 1;
    printf("%.2f ms %.2f ms cpu %.1f MB\n", 1e3 * subject.best.wall, 1e3 * subject.best.cpu,
           (double)subject.best.peak_bytes / 1e6);
    return 0;
}
