/* run.c - the command is started without a shell, as thousands of runs would wait for one. */
#define _GNU_SOURCE
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

extern char **environ;

const char *const call_names[N_CALLS] = {
#define CALL(name, ...) #name,
#include "calls.def"
#undef CALL
};

enum {
    MAX_WORDS = 16,
    MAX_SECONDS = 30
};

static char command[4096], preload[4096 + 16], counts_path[64];
static unsigned *counts;
static int out_fd, err_fd;

static int make_memory(const char *name) {
    int fd = memfd_create(name, MFD_CLOEXEC);
    assert_true(fd >= 0);
    return fd;
}

/* Both are built in one folder. */
static void find_command(void) {
    const char *named = getenv("SUMM_COMMAND"), *folder = getenv("OUT");
    char path[4000];
    snprintf(path, sizeof path, "%s/summ", folder != NULL ? folder : "build/release");
    assert_non_null(realpath(named != NULL ? named : path, command));
    snprintf(path, sizeof path, "%s/tests/io/fail.so", folder != NULL ? folder : "build/release");
    char *found = realpath(path, NULL);
    assert_non_null(found);
    snprintf(preload, sizeof preload, "LD_PRELOAD=%s", found);
    free(found);
}

void run_begin(void) {
    sigset_t mask;
    find_command();
    int fd = make_memory("counts");
    assert_int_equal(ftruncate(fd, sizeof(unsigned[N_CALLS])), 0);
    counts = mmap(NULL, sizeof(unsigned[N_CALLS]), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    assert_true(counts != MAP_FAILED);
    snprintf(counts_path, sizeof counts_path, "SUMM_FAIL_COUNTS=/proc/%ld/fd/%d", (long)getpid(), fd);
    out_fd = make_memory("out");
    err_fd = make_memory("err");
    sigemptyset(&mask);
    sigaddset(&mask, SIGCHLD);
    sigprocmask(SIG_BLOCK, &mask, NULL);
}

/* ---- What the command is given ----------------------------------------------------------------------------------- */

static void prepare_output(const scenario *of) {
    if (of->output == NULL)
        return;
    unlink(of->output);
    if (strcmp(of->output, "new.txt") == 0)
        return;
    int fd = open(of->output, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    assert_int_equal(write(fd, "old\n", 4), 4);
    close(fd);
}

static void split(char *line, char *words[MAX_WORDS]) {
    size_t n = 0;
    words[n++] = command;
    for (char *word = strtok(line, " "); word != NULL; word = strtok(NULL, " ")) {
        assert_true(n < MAX_WORDS - 1);
        words[n++] = word;
    }
    words[n] = NULL;
}

static pid_t start(const scenario *of, char *const words[], char *const environment[]) {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t none;
    pid_t pid;
    sigemptyset(&none);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, of->input != NULL ? of->input : "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, out_fd, 1);
    posix_spawn_file_actions_adddup2(&files, err_fd, 2);
    posix_spawnattr_init(&how);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK);
    assert_int_equal(posix_spawn(&pid, command, &files, &how, words, environment), 0);
    posix_spawnattr_destroy(&how);
    posix_spawn_file_actions_destroy(&files);
    return pid;
}

static int await(pid_t pid) {
    const struct timespec most = {MAX_SECONDS, 0};
    sigset_t mask;
    int status;
    bool hung = false;
    sigemptyset(&mask);
    sigaddset(&mask, SIGCHLD);
    while (!hung && waitpid(pid, &status, WNOHANG) == 0)
        hung = sigtimedwait(&mask, NULL, &most) < 0 && errno == EAGAIN;
    if (hung) {
        kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
        return RUN_HUNG;
    }
    return WIFSIGNALED(status) ? RUN_KILLED + WTERMSIG(status) : WEXITSTATUS(status);
}

/* ---- What came of it --------------------------------------------------------------------------------------------- */

static char *read_all(int fd) {
    struct stat there;
    assert_int_equal(fstat(fd, &there), 0);
    char *text = calloc(1, (size_t)there.st_size + 1);
    assert_non_null(text);
    assert_int_equal(pread(fd, text, (size_t)there.st_size, 0), there.st_size);
    return text;
}

static char *read_output(const scenario *of) {
    int fd = of->output != NULL ? open(of->output, O_RDONLY | O_CLOEXEC) : -1;
    char *text = fd >= 0 ? read_all(fd) : NULL;
    if (fd >= 0)
        close(fd);
    return text;
}

static void empty(int fd) {
    assert_int_equal(ftruncate(fd, 0), 0);
    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
}

/* Under the sanitizers this object comes before theirs, which they do not mind when told. */
static char sanitizer[] = "ASAN_OPTIONS=verify_asan_link_order=0";

outcome run_scenario(const scenario *of, const wish *failing) {
    char line[1024], fail[64], *words[MAX_WORDS], path[8192], set[256];
    char *environment[] = {path, preload, counts_path, sanitizer, fail, set, NULL};
    snprintf(path, sizeof path, "PATH=%s", getenv("PATH"));
    snprintf(set, sizeof set, "%s", of->set != NULL ? of->set : "SUMM_CONFIG_PATH=");
    snprintf(line, sizeof line, "%s", of->line);
    if (failing->call < N_CALLS)
        snprintf(fail, sizeof fail, "SUMM_FAIL=%s:%u%s:%d", call_names[failing->call], failing->first,
                 failing->for_ever ? "+" : "", failing->way);
    else
        snprintf(fail, sizeof fail, "SUMM_FAIL=");
    split(line, words);
    prepare_output(of);
    empty(out_fd);
    empty(err_fd);
    memset(counts, 0, sizeof(unsigned[N_CALLS]));
    outcome made = {.status = await(start(of, words, environment))};
    made.out = read_all(out_fd);
    made.err = read_all(err_fd);
    made.file = read_output(of);
    if (made.file != NULL && strcmp(of->output, "new.txt") == 0)
        unlink(of->output);
    memcpy(made.counts, counts, sizeof made.counts);
    return made;
}

void run_free(outcome *made) {
    free(made->out);
    free(made->err);
    free(made->file);
}

bool run_has(const char *library) {
    const scenario version = {"version", "--version", .input = NULL};
    const wish nothing = {.call = N_CALLS};
    outcome made = run_scenario(&version, &nothing);
    bool found = strstr(made.out, library) != NULL;
    run_free(&made);
    return found;
}
