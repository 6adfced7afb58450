/* golden_test.c - runs the command and compares what it prints, to the byte.
 *
 * Each file tests/golden/cases/NAME.case is one test. It begins with a line or two that say what it shows; then come
 * sections, each under a line "=== ...":
 *
 *     === file NAME        a file of that name, with this content
 *     === copy NAME        a copy of tests/golden/files/NAME
 *     === terminal         standard input is a terminal; otherwise it is empty
 *     === command          run by sh in a new directory that holds these files alone; `summ` is the command
 *     === stdout           what it prints; without the section: nothing
 *     === stderr           likewise
 *     === status           its exit status; without the section: 0
 *
 * The last three stand at the end. To write them anew from what the command does now, and then read the difference:
 *
 *     UPDATE=1 OUT=build/release build/release/tests/golden/golden_test
 *
 * Cases whose names begin with "html-" are skipped where the command reads no web pages, with "markdown-" where it
 * reads no Markdown, with "gzip-", "zstd-" and "xz-" where it unpacks none of these. GOLDEN_WITHOUT names those that
 * a tool cannot bear.
 *
 * SUMM_COMMAND names the command; the default is $OUT/summ.
 */
#define _XOPEN_SOURCE 700
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/random.h"

#define CASES "tests/golden/cases"
#define FILES "tests/golden/files"

enum {
    MAX_SECTIONS = 16,
    MAX_SECONDS = 120 /* a command that hangs is ended; times TEST_SHARE, for tools that slow it down */
};

typedef struct text {
    char *data; /* NUL-terminated */
    size_t n;
} text;

typedef struct section {
    char title[64];
    text body;
} section;

typedef struct golden {
    text all;
    size_t n_given; /* bytes before the sections of results */
    section sections[MAX_SECTIONS];
    size_t n_sections;
} golden;

typedef struct outcome {
    text out, err;
    int status;
} outcome;

static char command_path[PATH_MAX];

/* ---- Files ------------------------------------------------------------------------------------------------------- */

static void join(char path[PATH_MAX], const char *directory, const char *name) {
    assert_true(snprintf(path, PATH_MAX, "%s/%s", directory, name) < PATH_MAX);
}

static text read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    text read = {0};
    if (file == NULL) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        fail();
        return read;
    }
    size_t room = 0, n;
    do {
        room = 2 * room + 4096;
        read.data = realloc(read.data, room + 1);
        assert_non_null(read.data);
        n = fread(read.data + read.n, 1, room - read.n, file);
        read.n += n;
    } while (n > 0);
    fclose(file);
    read.data[read.n] = '\0';
    return read;
}

static void write_file(const char *path, text content) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(content.data, 1, content.n, file), content.n);
    assert_int_equal(fclose(file), 0);
}

static int remove_one(const char *path, const struct stat *there, int type, struct FTW *place) {
    (void)there, (void)type, (void)place;
    return remove(path);
}

static void remove_tree(const char *path) {
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* ---- Cases ------------------------------------------------------------------------------------------------------- */

static bool is_result(const char *title) {
    return strcmp(title, "stdout") == 0 || strcmp(title, "stderr") == 0 || strcmp(title, "status") == 0;
}

static char *next_title(char *at) {
    if (strncmp(at, "=== ", 4) == 0)
        return at;
    at = strstr(at, "\n=== ");
    return at != NULL ? at + 1 : NULL;
}

static golden read_case(const char *path) {
    golden read = {.all = read_file(path)};
    read.n_given = read.all.n;
    char *end = read.all.data + read.all.n;
    for (char *at = next_title(read.all.data), *next; at != NULL; at = next) {
        assert_true(read.n_sections < MAX_SECTIONS);
        section *made = &read.sections[read.n_sections++];
        next = next_title(at + 4);
        char *body = at + strcspn(at, "\n") + 1;
        snprintf(made->title, sizeof made->title, "%.*s", (int)(body - at - 5), at + 4);
        made->body = (text){body, (size_t)((next != NULL ? next : end) - body)};
        if (is_result(made->title) && (size_t)(at - read.all.data) < read.n_given)
            read.n_given = (size_t)(at - read.all.data);
    }
    return read;
}

static const section *find(const golden *of, const char *title) {
    for (size_t i = 0; i < of->n_sections; i++)
        if (strcmp(of->sections[i].title, title) == 0)
            return &of->sections[i];
    return NULL;
}

/* The body of a section; empty if there is none. */
static text body_of(const golden *of, const char *title) {
    static char nothing[] = "";
    const section *found = find(of, title);
    return found != NULL ? found->body : (text){nothing, 0};
}

static void make_files(const golden *of, const char *directory) {
    for (size_t i = 0; i < of->n_sections; i++) {
        const char *title = of->sections[i].title;
        char path[PATH_MAX], source[PATH_MAX];
        if (strncmp(title, "file ", 5) == 0) {
            join(path, directory, title + 5);
            write_file(path, of->sections[i].body);
        } else if (strncmp(title, "copy ", 5) == 0) {
            join(path, directory, title + 5);
            join(source, FILES, title + 5);
            text content = read_file(source);
            write_file(path, content);
            free(content.data);
        }
    }
}

/* ---- Running ----------------------------------------------------------------------------------------------------- */

/* In the child: from here on only what is fit for a command. */
static void redirect(int fd, const char *path, int flags) {
    int opened = open(path, flags, 0666);
    if (opened < 0 || dup2(opened, fd) < 0)
        _exit(125);
    close(opened);
}

static void open_terminal(void) {
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0)
        _exit(125);
    redirect(STDIN_FILENO, ptsname(terminal), O_RDWR | O_NOCTTY);
}

static void become(const golden *of, const char *top) {
    char path[4 * PATH_MAX];
    text command = body_of(of, "command");
    umask(022);
    alarm(MAX_SECONDS * (unsigned)test_share());
    snprintf(path, sizeof path, "%s/bin:%s", top, getenv("PATH"));
    setenv("PATH", path, 1);
    setenv("LC_ALL", "C", 1);
    unsetenv("POSIXLY_CORRECT");
    if (chdir(top) != 0)
        _exit(125);
    redirect(STDIN_FILENO, "/dev/null", O_RDONLY);
    if (find(of, "terminal") != NULL)
        open_terminal();
    redirect(STDOUT_FILENO, "stdout", O_WRONLY | O_CREAT);
    redirect(STDERR_FILENO, "stderr", O_WRONLY | O_CREAT);
    if (chdir("work") == 0)
        execl("/bin/sh", "sh", "-c", strndup(command.data, command.n), (char *)NULL);
    _exit(126);
}

static int run(const golden *of, const char *top) {
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        become(of, top);
    int status;
    while (waitpid(child, &status, 0) < 0)
        assert_int_equal(errno, EINTR);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* A directory of its own: the command in bin/, the files of the case in work/, and beside them what is printed. */
static void make_top(char top[PATH_MAX], char work[PATH_MAX]) {
    const char *temporary = getenv("TMPDIR");
    char path[PATH_MAX];
    join(top, temporary != NULL ? temporary : "/tmp", "summ-golden-XXXXXX");
    assert_non_null(mkdtemp(top));
    join(path, top, "bin");
    assert_int_equal(mkdir(path, 0777), 0);
    join(path, top, "bin/summ");
    assert_int_equal(symlink(command_path, path), 0);
    join(work, top, "work");
    assert_int_equal(mkdir(work, 0777), 0);
}

static outcome run_case(const golden *of) {
    char top[PATH_MAX], path[PATH_MAX];
    make_top(top, path);
    make_files(of, path);
    outcome got = {.status = run(of, top)};
    join(path, top, "stdout");
    got.out = read_file(path);
    join(path, top, "stderr");
    got.err = read_file(path);
    remove_tree(top);
    return got;
}

/* ---- Comparing --------------------------------------------------------------------------------------------------- */

static bool is_same(const char *what, text expected, text got) {
    if (expected.n == got.n && memcmp(expected.data, got.data, got.n) == 0)
        return true;
    fprintf(stderr, "--- %s expected\n", what);
    fwrite(expected.data, 1, expected.n, stderr);
    fprintf(stderr, "--- %s got\n", what);
    fwrite(got.data, 1, got.n, stderr);
    fprintf(stderr, "---\n");
    return false;
}

static void write_section(FILE *file, const char *title, text body) {
    if (body.n == 0)
        return;
    if (body.data[body.n - 1] != '\n')
        fail_msg("%s does not end with a newline; let the command of the case print one", title);
    fprintf(file, "=== %s\n", title);
    fwrite(body.data, 1, body.n, file);
}

static void update(const char *path, const golden *of, const outcome *got) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(of->all.data, 1, of->n_given, file);
    write_section(file, "stdout", got->out);
    write_section(file, "stderr", got->err);
    if (got->status != 0)
        fprintf(file, "=== status\n%d\n", got->status);
    assert_int_equal(fclose(file), 0);
}

static bool is_expected(const golden *wanted, const outcome *got) {
    bool same = is_same("stdout", body_of(wanted, "stdout"), got->out);
    same &= is_same("stderr", body_of(wanted, "stderr"), got->err);
    int status = atoi(body_of(wanted, "status").data);
    if (status != got->status)
        fprintf(stderr, "exit status %d expected, %d got\n", status, got->status);
    return same && status == got->status;
}

/* A build without gumbo reads no web pages, one without cmark no Markdown, one without zlib no gzip. */
static const struct {
    const char *prefix, *library;
} parts[] = {{"html-", "gumbo"}, {"markdown-", "cmark"}, {"gzip-", "zlib"}, {"zstd-", "zstd"}, {"xz-", "liblzma"}};

static bool has(const char *library) {
    char line[PATH_MAX + 64];
    snprintf(line, sizeof line, "'%s' --version | grep -q '%s '", command_path, library);
    return system(line) == 0;
}

static bool is_unread(const char *name) {
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (strncmp(name, parts[i].prefix, strlen(parts[i].prefix)) == 0)
            return !has(parts[i].library);
    return false;
}

static void test_case(void **state) {
    char path[PATH_MAX];
    const char *without = getenv("GOLDEN_WITHOUT");
    if (is_unread(*state) || (without != NULL && strstr(without, *state) != NULL))
        skip();
    join(path, CASES, *state);
    golden wanted = read_case(path);
    outcome got = run_case(&wanted);
    bool same = true;
    if (getenv("UPDATE") != NULL)
        update(path, &wanted, &got);
    else
        same = is_expected(&wanted, &got);
    free(wanted.all.data);
    free(got.out.data);
    free(got.err.data);
    if (!same)
        fail_msg("%s", path);
}

/* ---- All of them ------------------------------------------------------------------------------------------------- */

static int is_case(const struct dirent *entry) {
    size_t n = strlen(entry->d_name);
    return n > 5 && strcmp(entry->d_name + n - 5, ".case") == 0;
}

/* Whoever runs the tests may have options of their own. */
static void forget_configuration(void) {
    unsetenv("SUMM_CONFIG_PATH");
    unsetenv("SUMM_OPTIONS");
    unsetenv("XDG_CONFIG_HOME");
    setenv("HOME", "/nonexistent", 1);
}

static bool find_command(void) {
    const char *given = getenv("SUMM_COMMAND"), *out = getenv("OUT");
    char built[PATH_MAX];
    snprintf(built, sizeof built, "%s/summ", out != NULL ? out : "build/release");
    return realpath(given != NULL ? given : built, command_path) != NULL;
}

int main(void) {
    struct dirent **entries;
    forget_configuration();
    int n_cases = scandir(CASES, &entries, is_case, alphasort);
    if (n_cases <= 0 || !find_command()) {
        fprintf(stderr, "golden_test: no cases, or no command; run it from the top directory of the source\n");
        return 1;
    }
    struct CMUnitTest *tests = calloc((size_t)n_cases, sizeof *tests);
    if (tests == NULL)
        return 1;
    for (int i = 0; i < n_cases; i++)
        tests[i] = (struct CMUnitTest){
            .name = entries[i]->d_name, .test_func = test_case, .initial_state = entries[i]->d_name};
    int n_failed = _cmocka_run_group_tests("golden", tests, (size_t)n_cases, NULL, NULL);
    for (int i = 0; i < n_cases; i++)
        free(entries[i]);
    free(entries);
    free(tests);
    return n_failed != 0;
}
