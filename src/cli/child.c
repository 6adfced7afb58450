/* child.c - programs started by posix_spawn, which is safe beside threads, each in a process group of its own, so that
 * whatever it starts can be ended with it. */
#define _XOPEN_SOURCE 700
#include "child.h"

#include "crew.h"
#include "farewell.h"
#include "summ.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum {
    CHUNK = 65536,
    MAX_SAID = 4096,
    MAX_CHILDREN = CREW_THREADS + 1
};

/* The ends of the pipes that are ours; -1: closed. */
typedef struct child {
    pid_t pid; /* 0: not started */
    int in, out, err;
    size_t slot;
} child;

/* For the signal handler; 0: none. */
static _Atomic(pid_t) running[MAX_CHILDREN];

/* Pipes are made and a program is started by one thread at a time: no program inherits the pipes of another, which
 * would keep them open. */
static pthread_mutex_t starting = PTHREAD_MUTEX_INITIALIZER;

/* A program that is being started is not missed, and none is started after all were ended. */
static atomic_bool is_starting, is_ending;

/* The thread that starts a program does not come here meanwhile. */
static void end_all(void) {
    atomic_store(&is_ending, true);
    while (atomic_load(&is_starting))
        poll(NULL, 0, 1);
    for (size_t i = 0; i < MAX_CHILDREN; i++) {
        pid_t pid = atomic_load(&running[i]);
        if (pid > 0)
            kill(-pid, SIGTERM);
    }
}

static bool is_program(const char *path) {
    struct stat there;
    return access(path, X_OK) == 0 && stat(path, &there) == 0 && S_ISREG(there.st_mode);
}

bool child_find(const char *program, char path[CHILD_PATH]) {
    const char *at = getenv("PATH");
    if (at == NULL)
        at = "/usr/local/bin:/usr/bin:/bin";
    while (*at != '\0') {
        size_t n = strcspn(at, ":");
        if (n > 0 && n + strlen(program) + 2 <= CHILD_PATH) {
            snprintf(path, CHILD_PATH, "%.*s/%s", (int)n, at, program);
            if (is_program(path))
                return true;
        }
        at += n + (at[n] == ':');
    }
    return false;
}

static void close_end(int *fd) {
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static bool make_pipe(int ends[2]) {
    if (pipe(ends) != 0) {
        ends[0] = ends[1] = -1;
        return false;
    }
    return fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 && fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0;
}

/* Signals that are ignored here are deadly again there. */
static void describe(posix_spawnattr_t *how) {
    sigset_t none, defaults;
    sigemptyset(&none);
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    sigaddset(&defaults, SIGXFSZ);
    posix_spawnattr_setsigmask(how, &none);
    posix_spawnattr_setsigdefault(how, &defaults);
    posix_spawnattr_setpgroup(how, 0);
    posix_spawnattr_setflags(how, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
}

/* argv is not const for want of history; posix_spawn leaves it alone. */
static int spawn(child *out, const char *path, const char *const *arguments, const int theirs[3]) {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    union {
        const char *const *given;
        char *const *taken;
    } argv = {arguments};
    int error = posix_spawn_file_actions_init(&files);
    if (error != 0)
        return error;
    error = posix_spawnattr_init(&how);
    if (error == 0) {
        describe(&how);
        for (int fd = 0; fd < 3 && error == 0; fd++)
            error = posix_spawn_file_actions_adddup2(&files, theirs[fd], fd);
        if (error == 0)
            error = posix_spawn(&out->pid, path, &files, &how, argv.taken, environ);
        if (error != 0)
            out->pid = 0;
        posix_spawnattr_destroy(&how);
    }
    posix_spawn_file_actions_destroy(&files);
    return error;
}

static void note(child *made) {
    for (made->slot = 0; atomic_load(&running[made->slot]) != 0;)
        made->slot++;
    atomic_store(&running[made->slot], made->pid);
}

/* With no signal in between. */
static int spawn_alone(child *out, const char *path, const char *const *arguments, const int theirs[3]) {
    sigset_t mask, old;
    farewell_signals(&mask);
    pthread_sigmask(SIG_BLOCK, &mask, &old);
    farewell_set(FAREWELL_CHILDREN, end_all);
    atomic_store(&is_starting, true);
    int error = atomic_load(&is_ending) ? EINTR : spawn(out, path, arguments, theirs);
    if (error == 0)
        note(out);
    atomic_store(&is_starting, false);
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    return error;
}

static int start(child *out, const char *path, const char *const *arguments) {
    int in[2] = {-1, -1}, done[2] = {-1, -1}, said[2] = {-1, -1};
    pthread_mutex_lock(&starting);
    bool good = make_pipe(in) && make_pipe(done) && make_pipe(said) && fcntl(in[1], F_SETFL, O_NONBLOCK) == 0;
    int error = good ? spawn_alone(out, path, arguments, (int[]){in[0], done[1], said[1]}) : errno;
    pthread_mutex_unlock(&starting);
    close_end(&in[0]);
    close_end(&done[1]);
    close_end(&said[1]);
    out->in = in[1];
    out->out = done[0];
    out->err = said[0];
    return error;
}

static bool has_failed(ssize_t n) {
    return n < 0 && errno != EAGAIN && errno != EINTR;
}

/* A program that has read enough is no failure. Returns 0 or an errno value. */
static int give(child *to, const bytes *in, size_t *n_given) {
    ssize_t n = in->n > *n_given ? write(to->in, in->data + *n_given, in->n - *n_given) : 0;
    int error = has_failed(n) ? errno : 0;
    if (n > 0)
        *n_given += (size_t)n;
    if (*n_given == in->n || error != 0)
        close_end(&to->in);
    return error == EPIPE ? 0 : error;
}

/* What is beyond `max` bytes is read and forgotten. Returns 0 or an errno value. */
static int take(int *fd, bytes *to, size_t max) {
    char rest[512];
    bool is_full = to->n >= max;
    if (!is_full && !bytes_reserve(to, CHUNK))
        return ENOMEM;
    ssize_t n = is_full ? read(*fd, rest, sizeof rest) : read(*fd, to->data + to->n, CHUNK);
    int error = has_failed(n) ? errno : 0;
    if (n > 0 && !is_full)
        to->n += (size_t)n;
    if (n == 0 || error != 0)
        close_end(fd);
    return error;
}

/* Until it closes both its outputs. Returns NULL, or why that was not waited for. */
static const char *exchange(child *with, const bytes *in, bytes *out, bytes *said) {
    size_t n_given = 0;
    while (with->out >= 0 || with->err >= 0) {
        struct pollfd ends[] = {{with->in, POLLOUT, 0}, {with->out, POLLIN, 0}, {with->err, POLLIN, 0}};
        int error = poll(ends, 3, -1) < 0 && errno != EINTR ? errno : 0;
        if (error == 0 && ends[0].revents != 0)
            error = give(with, in, &n_given);
        if (error == 0 && ends[1].revents != 0)
            error = take(&with->out, out, SIZE_MAX);
        if (error == 0 && ends[2].revents != 0)
            error = take(&with->err, said, MAX_SAID);
        if (error != 0)
            return strerror(error);
        if (out->n >= UINT32_MAX)
            return summ_status_message(SUMM_ERR_TOO_LARGE);
    }
    return NULL;
}

/* It is forgotten before its number may be another's. */
static int await(child *one) {
    siginfo_t ended;
    int status = -1;
    while (waitid(P_PID, (id_t)one->pid, &ended, WEXITED | WNOWAIT) != 0 && errno == EINTR)
        continue;
    atomic_store(&running[one->slot], 0);
    while (waitpid(one->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}

/* The first line that is not blank. */
static const char *first_line(const bytes *said, size_t *n) {
    size_t begin = 0, end;
    while (begin < said->n && strchr(" \t\r\n", said->data[begin]) != NULL)
        begin++;
    for (end = begin; end < said->n && said->data[end] != '\n' && said->data[end] != '\0';)
        end++;
    *n = end - begin;
    return *n > 0 ? said->data + begin : NULL;
}

static const char *explain(const char *program, int status, const bytes *said, char *reason, size_t room) {
    size_t n;
    const char *line = first_line(said, &n);
    if (WIFSIGNALED(status))
        snprintf(reason, room, "%s was ended by signal %d", program, WTERMSIG(status));
    else if (line != NULL)
        snprintf(reason, room, "%s: %.*s", program, (int)n, line);
    else
        snprintf(reason, room, "%s failed with status %d", program, WIFEXITED(status) ? WEXITSTATUS(status) : status);
    return reason;
}

/* Lets one that was started do its work. */
static const char *accompany(child *one, const char *program, const bytes *in, bytes *out, char *reason, size_t room) {
    bytes said = {0};
    const char *failed = exchange(one, in, out, &said);
    if (failed != NULL)
        kill(-one->pid, SIGKILL);
    close_end(&one->in);
    close_end(&one->out);
    close_end(&one->err);
    int status = await(one);
    if (failed == NULL && status != 0)
        failed = explain(program, status, &said, reason, room);
    bytes_free(&said);
    return failed;
}

const char *child_run(const char *path, const char *const *arguments, const bytes *in, bytes *out, char *reason,
                      size_t room) {
    child one = {0};
    int error = start(&one, path, arguments);
    if (one.pid > 0)
        return accompany(&one, arguments[0], in, out, reason, room);
    close_end(&one.in);
    close_end(&one.out);
    close_end(&one.err);
    snprintf(reason, room, "%s: %s", arguments[0], strerror(error));
    return reason;
}
