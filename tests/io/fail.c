/* fail.c - an object to be preloaded that lets calls fail, as fail.h says. Programs that the command starts are left
 * alone. */
#define _GNU_SOURCE
#include "fail.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const names[] = {
#define CALL(name, ...) #name,
#include "calls.def"
#undef CALL
};

/* What is to fail; N_CALLS: nothing. */
static int which = N_CALLS, way;
static unsigned first;
static bool for_ever;

static atomic_uint own_counts[N_CALLS];
static atomic_uint *counts = own_counts;

static void *real[N_CALLS];

static void keep_counts(const char *path) {
    __typeof__(&open) open_file;
    memcpy(&open_file, &real[CALL_open], sizeof open_file);
    int fd = path != NULL ? open_file(path, O_RDWR | O_CLOEXEC) : -1;
    void *shared = fd >= 0 ? mmap(NULL, sizeof own_counts, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) : MAP_FAILED;
    __typeof__(&close) close_file;
    memcpy(&close_file, &real[CALL_close], sizeof close_file);
    if (fd >= 0)
        close_file(fd);
    if (shared != MAP_FAILED)
        counts = shared;
}

static void heed(const char *wish) {
    char *at;
    size_t n_name = strcspn(wish, ":");
    for (int i = 0; i < N_CALLS; i++)
        if (strlen(names[i]) == n_name && strncmp(names[i], wish, n_name) == 0)
            which = i;
    first = (unsigned)strtoul(wish + n_name + (wish[n_name] == ':'), &at, 10);
    for_ever = *at == '+';
    at += for_ever;
    way = (int)strtol(at + (*at == ':'), NULL, 10);
}

__attribute__((constructor)) static void begin(void) {
    const char *wish = getenv("SUMM_FAIL");
    for (int i = 0; i < N_CALLS; i++)
        real[i] = dlsym(RTLD_NEXT, names[i]);
    keep_counts(getenv("SUMM_FAIL_COUNTS"));
    if (wish != NULL)
        heed(wish);
    unsetenv("LD_PRELOAD");
}

/* Counts the call. Whether its turn to fail has come; then errno is set. */
static bool fails(int call) {
    unsigned n = atomic_fetch_add(&counts[call], 1) + 1;
    bool passes = way == EINTR || way == EAGAIN;
    if (call != which || n < first || (n > first && !for_ever) || (for_ever && passes && (n - first) % 2 != 0))
        return false;
    errno = way;
    return true;
}

/* The function that is called, of its own type. */
#define REAL(name) (*(__typeof__(&name) *)real_of(CALL_##name))

static void *real_of(int call) {
    if (real[call] == NULL)
        real[call] = dlsym(RTLD_NEXT, names[call]);
    return &real[call];
}

/* A function that fails with a value of its own. */
#define WRAP(type, name, parameters, arguments, failure)                                                               \
    type name parameters {                                                                                             \
        return fails(CALL_##name) ? (failure) : REAL(name) arguments;                                                  \
    }

WRAP(int, access, (const char *path, int mode), (path, mode), -1)
WRAP(void *, dlopen, (const char *path, int flags), (path, flags), NULL)
WRAP(int, fchmod, (int fd, mode_t mode), (fd, mode), -1)
WRAP(int, fstat, (int fd, struct stat *out), (fd, out), -1)
WRAP(iconv_t, iconv_open, (const char *to, const char *from), (to, from), (iconv_t)(intptr_t)-1)
WRAP(int, isatty, (int fd), (fd), 0)
WRAP(off_t, lseek, (int fd, off_t offset, int from), (fd, offset, from), -1)
WRAP(int, lstat, (const char *path, struct stat *out), (path, out), -1)
WRAP(int, mkstemp, (char *name), (name), -1)
WRAP(int, pipe, (int ends[2]), (ends), -1)
WRAP(int, poll, (struct pollfd * fds, nfds_t n, int ms), (fds, n, ms), -1)
WRAP(int, posix_spawn,
     (pid_t * pid, const char *path, const posix_spawn_file_actions_t *files, const posix_spawnattr_t *how,
      char *const argv[], char *const envp[]),
     (pid, path, files, how, argv, envp), way)
WRAP(int, pthread_create, (pthread_t * thread, const pthread_attr_t *how, void *(*run)(void *), void *context),
     (thread, how, run, context), way)
WRAP(char *, realpath, (const char *path, char *out), (path, out), NULL)
WRAP(int, rename, (const char *from, const char *to), (from, to), -1)
WRAP(int, scandir,
     (const char *path, struct dirent ***out, int (*is_wanted)(const struct dirent *),
      int (*compare)(const struct dirent **, const struct dirent **)),
     (path, out, is_wanted, compare), -1)
WRAP(int, stat, (const char *path, struct stat *out), (path, out), -1)
WRAP(int, unlink, (const char *path), (path), -1)
WRAP(int, waitid, (idtype_t type, id_t id, siginfo_t *out, int how), (type, id, out, how), -1)
WRAP(pid_t, waitpid, (pid_t pid, int *status, int how), (pid, status, how), -1)

/* A descriptor that cannot be closed is gone all the same. */
int close(int fd) {
    bool failed = fails(CALL_close);
    int result = REAL(close)(fd);
    if (!failed)
        return result;
    errno = way;
    return -1;
}

int fcntl(int fd, int command, ...) {
    va_list arguments;
    va_start(arguments, command);
    long argument = va_arg(arguments, long);
    va_end(arguments);
    return fails(CALL_fcntl) ? -1 : REAL(fcntl)(fd, command, argument);
}

int open(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    int mode = va_arg(arguments, int);
    va_end(arguments);
    return fails(CALL_open) ? -1 : REAL(open)(path, flags, mode);
}

ssize_t read(int fd, void *out, size_t n) {
    bool failed = fails(CALL_read);
    if (failed && way != SHORT)
        return -1;
    return REAL(read)(fd, out, failed && n > 0 ? 1 : n);
}

/* A pipe takes something or says why not. */
static bool is_pipe(int fd) {
    struct stat there;
    return REAL(fstat)(fd, &there) == 0 && S_ISFIFO(there.st_mode);
}

ssize_t write(int fd, const void *data, size_t n) {
    bool failed = fails(CALL_write) && !(way == NOTHING && is_pipe(fd));
    if (failed && way != SHORT)
        return way == NOTHING ? 0 : -1;
    return REAL(write)(fd, data, failed && n > 0 ? 1 : n);
}
