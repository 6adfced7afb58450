#define _DEFAULT_SOURCE /* wait4 */
#include "bench/run.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double seconds_of(struct timeval t) {
    return (double)t.tv_sec + 1e-6 * (double)t.tv_usec;
}

/* The arguments are not written to: they are not const for reasons of C's history. */
static int spawn(const char *const *argv, const char *out, pid_t *child) {
    union {
        const char *const *in;
        char *const *out;
    } arguments = {argv};
    posix_spawn_file_actions_t files;
    int error = posix_spawn_file_actions_init(&files);
    if (error != 0)
        return error;
    error = posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    if (error == 0)
        error = posix_spawn_file_actions_addopen(&files, 1, out != NULL ? out : "/dev/null",
                                                 O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (error == 0)
        error = posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    if (error == 0)
        error = posix_spawnp(child, argv[0], &files, NULL, arguments.out, environ);
    (void)posix_spawn_file_actions_destroy(&files);
    return error;
}

static bool await(pid_t child, int *status, struct rusage *used) {
    while (wait4(child, status, 0, used) < 0)
        if (errno != EINTR)
            return false;
    return true;
}

bool run_once(const char *const *argv, const char *out, run_cost *cost) {
    pid_t child;
    int status = 0;
    struct rusage used;
    double start = now();
    int error = spawn(argv, out, &child);
    if (error != 0) {
        (void)fprintf(stderr, "bench: %s: %s\n", argv[0], strerror(error));
        return false;
    }
    bool ended = await(child, &status, &used);
    cost->wall = now() - start;
    if (!ended || status != 0) {
        (void)fprintf(stderr, "bench: %s failed\n", argv[0]);
        return false;
    }
    cost->cpu = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
    cost->peak_bytes = (size_t)used.ru_maxrss * 1024;
    return true;
}

static double least(double a, double b) {
    return a < b ? a : b;
}

static void keep_best(run_subject *s, run_cost cost, bool first) {
    double spread = cost.wall > 0 ? cost.cpu / cost.wall : 0;
    if (first) {
        s->best = cost;
        s->spread = spread;
        return;
    }
    s->best.wall = least(s->best.wall, cost.wall);
    s->best.cpu = least(s->best.cpu, cost.cpu);
    if (cost.peak_bytes > s->best.peak_bytes)
        s->best.peak_bytes = cost.peak_bytes;
    if (spread > s->spread)
        s->spread = spread;
}

bool run_best(run_subject *subjects, size_t n, double seconds) {
    double start = now();
    for (size_t round = 0; round < RUN_MOST; round++) {
        if (round >= RUN_LEAST && now() - start >= seconds)
            break;
        for (size_t i = 0; i < n; i++) {
            run_cost cost;
            if (!run_once(subjects[i].argv, NULL, &cost))
                return false;
            keep_best(&subjects[i], cost, round == 0);
        }
    }
    return true;
}
