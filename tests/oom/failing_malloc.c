/* Loaded before the C library into a command under test: an allocation of its choice fails, by what a file says that
 * both map (failing_malloc.h). glibc only. */
#define _GNU_SOURCE
#include "failing_malloc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

extern void *__libc_malloc(size_t n);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *block, size_t n);

static malloc_plan *plan;

__attribute__((constructor)) static void find_plan(void) {
    const char *path = getenv(MALLOC_PLAN);
    int fd = path != NULL ? open(path, O_RDWR | O_CLOEXEC) : -1;
    void *at = fd >= 0 ? mmap(NULL, sizeof *plan, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) : MAP_FAILED;
    if (fd >= 0)
        close(fd);
    plan = at != MAP_FAILED ? at : NULL;
}

static bool fails(void) {
    if (plan == NULL)
        return false;
    uint64_t number = atomic_fetch_add(&plan->n_seen, 1);
    bool failed = number == plan->at || (plan->for_ever != 0 && number > plan->at);
    if (failed)
        errno = ENOMEM;
    return failed;
}

void *malloc(size_t n) {
    return fails() ? NULL : __libc_malloc(n);
}

void *calloc(size_t n, size_t size) {
    return fails() ? NULL : __libc_calloc(n, size);
}

void *realloc(void *block, size_t n) {
    return fails() ? NULL : __libc_realloc(block, n);
}
