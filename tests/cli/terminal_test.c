/* The command on a terminal: a pseudo-terminal of some width as its standard output, or standard error. */
#define _DEFAULT_SOURCE
#define _XOPEN_SOURCE 700
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum {
    COLUMNS = 40,
    ROOM = 1 << 16
};

static char command[4096], path[] = "/tmp/summ-terminal-XXXXXX";

/* What the terminal got. */
typedef struct screen {
    char text[ROOM];
    size_t n;
} screen;

/* In the child: the environment is `settings` alone, words "NAME=value" parted by spaces. */
static void become(const char *slave, int stream, const char *settings, const char *arguments) {
    char line[8192];
    struct termios raw;
    struct winsize size = {.ws_row = 24, .ws_col = COLUMNS};
    int fd = open(slave, O_RDWR);
    if (fd < 0 || tcgetattr(fd, &raw) != 0)
        _exit(125);
    cfmakeraw(&raw);
    snprintf(line, sizeof line, "exec env -i %s '%s' %s %s", settings, command, arguments, path);
    if (tcsetattr(fd, TCSANOW, &raw) != 0 || ioctl(fd, TIOCSWINSZ, &size) != 0 || dup2(fd, stream) < 0)
        _exit(125);
    alarm(60);
    execl("/bin/sh", "sh", "-c", line, (char *)NULL);
    _exit(126);
}

static void run_on(screen *out, int stream, const char *settings, const char *arguments) {
    int terminal = posix_openpt(O_RDWR | O_NOCTTY), status;
    assert_true(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        become(ptsname(terminal), stream, settings, arguments);
    out->n = 0;
    for (ssize_t n; out->n + 1 < ROOM && (n = read(terminal, out->text + out->n, ROOM - 1 - out->n)) > 0;)
        out->n += (size_t)n;
    out->text[out->n] = '\0';
    close(terminal);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static void run(screen *out, const char *settings, const char *arguments) {
    run_on(out, STDOUT_FILENO, settings, arguments);
}

static void write_sample(const char *text, size_t n) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

static void write_toads(void) {
    static const char TEXT[] =
        "Every spring the toads of the valley walk to the lake. The new bridge carries the toads over the road, and "
        "the toads like the bridge. Nobody had counted the toads before the bridge was built.\n";
    write_sample(TEXT, sizeof TEXT - 1);
}

/* Is every line, styles aside, at most that wide, and one at least nearly so? */
static bool is_wrapped(const screen *s, size_t width) {
    size_t column = 0, widest = 0;
    for (const char *at = s->text; *at != '\0'; at++) {
        if (*at == '\x1B')
            at += strcspn(at, "m");
        else
            column = *at == '\n' ? 0 : column + 1;
        widest = column > widest ? column : widest;
    }
    return widest <= width && widest + 10 > width;
}

static bool is_colored(const screen *s) {
    return strchr(s->text, '\x1B') != NULL;
}

static const struct {
    const char *settings, *arguments;
    bool colored;
    size_t width;
} CASES[] = {
    {"TERM=xterm", "-H -n 1 -k 2", true, COLUMNS},
    {"TERM=xterm COLUMNS=25", "-H -n 1", true, 25},
    {"TERM=xterm COLUMNS=0", "-H -n 1", true, COLUMNS},
    {"TERM=xterm COLUMNS=wide", "-H -n 1", true, COLUMNS},
    {"TERM=xterm NO_COLOR=1", "-H -n 1", false, COLUMNS},
    {"TERM=xterm NO_COLOR=", "-H -n 1", true, COLUMNS},
    {"TERM=xterm NO_COLOR=1", "-H -n 1 --color=always", true, COLUMNS},
    {"TERM=dumb", "-H -n 1", false, COLUMNS},
    {"", "-H -n 1", false, COLUMNS},
    {"TERM=xterm", "-H -n 1 --color=never", false, COLUMNS},
    {"TERM=xterm", "-H -n 1 --color=always --color=auto", true, COLUMNS},
};

static void test_highlight(void **state) {
    (void)state;
    static screen s;
    write_toads();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        run(&s, CASES[i].settings, CASES[i].arguments);
        if (is_colored(&s) != CASES[i].colored || !is_wrapped(&s, CASES[i].width))
            fail_msg("%s summ %s:\n%s", CASES[i].settings, CASES[i].arguments, s.text);
        if (!CASES[i].colored)
            assert_non_null(strstr(s.text, "**"));
    }
}

/* Scores and places step back; without them plain output has no colours. */
static void test_results(void **state) {
    (void)state;
    static screen s;
    write_toads();
    run(&s, "TERM=xterm", "-n 1");
    assert_false(is_colored(&s));
    run(&s, "TERM=xterm", "-n 1 -s");
    assert_int_equal(strncmp(s.text, "\x1B[2m1.000000\t1\t\x1B[0m", 15), 0);
    run(&s, "TERM=xterm NO_COLOR=1", "-n 1 -s");
    assert_int_equal(strncmp(s.text, "1.000000\t1\t", 11), 0);
}

/* A file that is written is no terminal. */
static void test_output_file(void **state) {
    (void)state;
    static screen s;
    char made[sizeof path + 4], arguments[128], line[ROOM];
    write_toads();
    snprintf(made, sizeof made, "%s.out", path);
    snprintf(arguments, sizeof arguments, "-H -n 1 -o %s", made);
    run(&s, "TERM=xterm", arguments);
    assert_int_equal(s.n, 0);
    FILE *file = fopen(made, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    assert_true(strlen(line) > 100 && strchr(line, '\x1B') == NULL);
    assert_int_equal(fgetc(file), EOF);
    fclose(file);
    assert_int_equal(remove(made), 0);
}

/* "summ: 1.3 ms", with statistics alone, where messages go to a terminal. */
static void test_time(void **state) {
    (void)state;
    static screen s;
    double time = -1;
    char unit[8] = "", made[sizeof path + 4], arguments[128];
    int end = 0;
    write_toads();
    run_on(&s, STDERR_FILENO, "", "--stats >/dev/null");
    assert_int_equal(sscanf(s.text, "summ: %lf %2[ms]\n%n", &time, unit, &end), 2);
    assert_true(time >= 0 && (strcmp(unit, "ms") == 0 || strcmp(unit, "s") == 0));
    assert_int_equal(end, s.n);
    run_on(&s, STDERR_FILENO, "", "--stats --quiet >/dev/null");
    assert_int_equal(s.n, 0);
    run_on(&s, STDERR_FILENO, "", "-n 1 >/dev/null");
    assert_int_equal(s.n, 0);
    snprintf(made, sizeof made, "%s.err", path);
    snprintf(arguments, sizeof arguments, "--stats 2>%s", made);
    run(&s, "", arguments);
    assert_int_equal(strncmp(s.text, "bytes", 5), 0);
    FILE *file = fopen(made, "r");
    assert_non_null(file);
    assert_int_equal(fgetc(file), EOF);
    fclose(file);
    assert_int_equal(remove(made), 0);
}

/* Nothing in a text is an escape sequence, nor in its name. */
static void test_hostile(void **state) {
    (void)state;
    static const char TEXT[] = "The \x1B[31mred\x1B]0;title\x07 bridge \xC2\x9B"
                               "31m carries the toads over the road.\x08\x08\r\n";
    static screen s;
    write_sample(TEXT, sizeof TEXT - 1);
    run(&s, "TERM=xterm", "-H --encoding=UTF-8");
    assert_null(strstr(s.text, "\x1B[31m"));
    assert_null(strstr(s.text, "\x1B]"));
    assert_null(strpbrk(s.text, "\x07\x08\r"));
    assert_null(strstr(s.text, "\xC2\x9B"));
    run(&s, "TERM=xterm", "-s -b --encoding=UTF-8");
    assert_null(strstr(s.text, "\x1B[31m"));
    assert_null(strpbrk(s.text, "\x07\x08\r"));
}

static int make_file(void **state) {
    (void)state;
    int fd = mkstemp(path);
    return fd < 0 || close(fd) != 0;
}

static int remove_file(void **state) {
    (void)state;
    return remove(path);
}

int main(void) {
    const char *given = getenv("SUMM_COMMAND"), *out = getenv("OUT");
    if (given != NULL)
        snprintf(command, sizeof command, "%s", given);
    else
        snprintf(command, sizeof command, "%s/summ", out != NULL ? out : "build/release");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_highlight), cmocka_unit_test(test_results), cmocka_unit_test(test_output_file),
        cmocka_unit_test(test_time),      cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests_name("cli/terminal", tests, make_file, remove_file);
}
