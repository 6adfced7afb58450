/* The line that tells how far the work is: what it says, and that it goes. */
#define _XOPEN_SOURCE 700
#include "cli/progress.h"

#include "cli/message.h"
#include "support/memory.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void expect(progress_amount done, progress_amount all, double seconds, const char *text) {
    char line[PROGRESS_LINE];
    assert_int_equal(progress_compose(line, done, all, seconds), strlen(text));
    assert_string_equal(line, text);
}

static void test_compose(void **state) {
    (void)state;
    const progress_amount none = {0};
    expect(none, none, 0, "0:00, 0 files, 0 bytes");
    expect((progress_amount){1, 999}, none, 0, "0:00, 1 file, 999 bytes");
    expect((progress_amount){0, 0}, (progress_amount){1, 0}, 3, "0:03, 0 bytes");
    expect((progress_amount){3, 12400000}, (progress_amount){120, 80100000}, 12.4,
           "0:12, 3 of 120 files, 12.4 of 80.1 MB (15 %), 1.0 MB/s, 1:07 left");
    expect((progress_amount){0, 1000}, (progress_amount){1, 4000}, 3600,
           "1:00:00, 1.0 of 4.0 kB (25 %), 0 bytes/s, "
           "3:00:00 left");
    expect((progress_amount){2, 500}, (progress_amount){2, 400}, 1,
           "0:01, 2 of 2 files, 500 of 400 bytes (100 %), "
           "500 bytes/s");
}

/* What is too much for any line is cut, not written beyond it. */
static void test_compose_much(void **state) {
    (void)state;
    char line[PROGRESS_LINE];
    progress_amount much = {SIZE_MAX, ~0ULL}, half = {SIZE_MAX / 2, ~0ULL / 2};
    assert_true(progress_compose(line, half, much, 1e300) < PROGRESS_LINE);
    assert_true(progress_compose(line, half, much, 1e-9) < PROGRESS_LINE);
}

static void test_wanted(void **state) {
    (void)state;
    int there = dup(STDERR_FILENO), nowhere = open("/dev/null", O_WRONLY);
    assert_true(dup2(nowhere, STDERR_FILENO) >= 0);
    assert_false(progress_is_wanted(PROGRESS_AUTO));
    assert_true(progress_is_wanted(PROGRESS_ALWAYS));
    assert_false(progress_is_wanted(PROGRESS_NEVER));
    dup2(there, STDERR_FILENO);
    close(there);
    close(nowhere);
}

/* A terminal whose other end is the standard error of a child. */
typedef struct screen {
    int master, go; /* a byte lets the child go on */
    pid_t child;
    char seen[65536];
    size_t n;
} screen;

static void work(int go) {
    char byte;
    setenv("TERM", "dumb", 1);
    if (progress_is_wanted(PROGRESS_AUTO))
        _exit(1);
    progress_begin(PROGRESS_ALWAYS, (progress_amount){2, 1000});
    if (read(go, &byte, 1) != 1)
        _exit(1);
    complain("a message");
    progress_add(1, 600);
    progress_add(1, 400);
    progress_end();
    _exit(0);
}

static void open_screen(screen *out) {
    int go[2];
    *out = (screen){.master = posix_openpt(O_RDWR | O_NOCTTY)};
    assert_true(out->master >= 0);
    assert_int_equal(grantpt(out->master), 0);
    assert_int_equal(unlockpt(out->master), 0);
    assert_int_equal(pipe(go), 0);
    int slave = open(ptsname(out->master), O_RDWR | O_NOCTTY);
    assert_true(slave >= 0);
    out->child = fork();
    assert_true(out->child >= 0);
    if (out->child == 0) {
        dup2(slave, STDERR_FILENO);
        close(go[1]);
        work(go[0]);
    }
    close(slave);
    close(go[0]);
    out->go = go[1];
}

static bool read_screen(screen *on) {
    ssize_t n = read(on->master, on->seen + on->n, sizeof on->seen - 1 - on->n);
    if (n > 0)
        on->n += (size_t)n;
    on->seen[on->n] = '\0';
    return n > 0;
}

static int close_screen(screen *of) {
    int status;
    while (read_screen(of))
        continue;
    assert_int_equal(waitpid(of->child, &status, 0), of->child);
    close(of->master);
    close(of->go);
    return status;
}

static bool ends_with(const screen *on, const char *end) {
    return on->n >= strlen(end) && strcmp(on->seen + on->n - strlen(end), end) == 0;
}

static void test_terminal(void **state) {
    (void)state;
    static screen on;
    open_screen(&on);
    while (strstr(on.seen, "0 of 2 files, 0.0 of 1.0 kB (0 %)") == NULL)
        assert_true(read_screen(&on));
    assert_int_equal(write(on.go, "!", 1), 1);
    assert_int_equal(close_screen(&on), 0);
    assert_int_equal(strncmp(on.seen, "\r\033[K0:0", 7), 0);
    assert_non_null(strstr(on.seen, "\r\033[Ksumm: a message\r\n"));
    const char *last = strstr(on.seen, "2 of 2 files, 1.0 of 1.0 kB (100 %)");
    assert_non_null(last);
    assert_true(ends_with(&on, "\r\n"));
}

static void test_signal(void **state) {
    (void)state;
    static screen on;
    open_screen(&on);
    while (strstr(on.seen, "(0 %)") == NULL)
        assert_true(read_screen(&on));
    assert_int_equal(kill(on.child, SIGTERM), 0);
    int status = close_screen(&on);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
    assert_true(ends_with(&on, "\r\033[K"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_compose),  cmocka_unit_test(test_compose_much), cmocka_unit_test(test_wanted),
        cmocka_unit_test(test_terminal), cmocka_unit_test(test_signal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
