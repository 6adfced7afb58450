/* main.c - from the command line to the exit status. */
#define _POSIX_C_SOURCE 200809L
#include "generate.h"
#include "help.h"
#include "lapse.h"
#include "list.h"
#include "lists.h"
#include "message.h"
#include "options.h"
#include "run.h"
#include "sink.h"
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum {
    KEPT_BYTES = 64 << 20, /* of memory that is free, by each thread */
    LARGE_BYTES = 1 << 20, /* in one piece: the system's as soon as it is free */
    EXIT_DONE = 0,
    EXIT_NOTHING = 1, /* with --fail-empty */
    EXIT_FAILED = 2
};

/* A file that is opened while a standard stream is closed would take its number, and be read or written in its place.
 * The number is taken by a file that fails as the closed stream does. */
static void guard_streams(void) {
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF && open("/dev/null", modes[fd]) < 0) {
            complain("/dev/null: %s", strerror(errno));
            _exit(EXIT_FAILED);
        }
}

/* Writes to a closed pipe, or beyond the limit of a file's size, return an error then. */
static void ignore_signals(void) {
    signal(SIGPIPE, SIG_IGN);
    signal(SIGCHLD, SIG_DFL); /* whoever ignores it is not told how children end */
#ifdef SIGXFSZ
    signal(SIGXFSZ, SIG_IGN);
#endif
}

/* What one document needed, the next one does. The C library would give it back to the system after each and ask for it
 * again, which takes a quarter of the time of short ones. */
static void keep_memory(void) {
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
    mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
#endif
}

/* Whoever closes a pipe has seen enough. */
static int finish(const settings *asked, sink *out, bool keep) {
    int error = sink_close(out, keep);
    if (error == 0 || error == EPIPE)
        return EXIT_DONE;
    complain(MESSAGE_NAME ": %s", asked->output != NULL ? asked->output : "write error", strerror(error));
    return EXIT_FAILED;
}

/* Texts to compare with, if any; NULL without them. False after messages. */
static bool read_other(const settings *asked, const summ_engine *engine, const strings *paths, summ_doc **doc) {
    *doc = paths->n > 0 ? run_read(asked, engine, paths) : NULL;
    return paths->n == 0 || *doc != NULL;
}

/* With statistics, for whoever looks on: what is written never hangs on it. */
static void tell_time(const settings *asked, double begun) {
    double seconds = lapse_now() - begun;
    if (!asked->stats || asked->quiet || !isatty(STDERR_FILENO))
        return;
    if (seconds < 1)
        complain("%.1f ms", 1000 * seconds);
    else
        complain("%.2f s", seconds);
}

static int summarize(settings *asked, sink *out) {
    double begun = lapse_now();
    summ_engine *engine = lists_engine(asked);
    summ_doc *known = NULL, *against = NULL;
    job work = {.asked = asked, .engine = engine, .out = out};
    bool ready = engine != NULL && read_other(asked, engine, &asked->known, &known) &&
                 read_other(asked, engine, &asked->against, &against);
    if (ready) {
        asked->summary.known = known;
        asked->keywords.against = against;
        asked->summary.must = asked->must.at;
        asked->summary.n_must = asked->must.n;
        run_files(&work);
    }
    summ_doc_free(known);
    summ_doc_free(against);
    summ_engine_free(engine);
    int exit_status = finish(asked, out, ready && (work.n_done > 0 || !work.failed));
    if (work.n_done > 0)
        tell_time(asked, begun);
    if (work.failed || !ready)
        exit_status = EXIT_FAILED;
    if (exit_status == EXIT_DONE && asked->fail_empty && work.n_results == 0)
        exit_status = EXIT_NOTHING;
    return exit_status;
}

static int perform(settings *asked, sink *out) {
    switch (asked->action) {
    case ACTION_SUMMARIZE:
        return summarize(asked, out);
    case ACTION_LIST:
        list_print(out, asked->list);
        break;
    case ACTION_GENERATE:
        generate_print(out, asked->generate);
        break;
    case ACTION_SHORT_HELP:
        help_print_short(out);
        break;
    case ACTION_HELP:
        help_print(out);
        break;
    case ACTION_VERSION:
        help_version(out);
        break;
    }
    return finish(asked, out, true);
}

static int run(settings *asked) {
    static char standard_input[] = "-";
    static char *no_files[] = {standard_input, NULL};
    sink out;
    if (asked->n_files == 0) {
        if (asked->action == ACTION_SUMMARIZE && isatty(STDIN_FILENO)) {
            help_short();
            return EXIT_FAILED;
        }
        asked->files = no_files;
        asked->n_files = 1;
    }
    terminal_ask(asked);
    int error = sink_open(&out, asked->output);
    if (error != 0) {
        complain(MESSAGE_NAME ": %s", asked->output, strerror(error));
        return EXIT_FAILED;
    }
    return perform(asked, &out);
}

int main(int argc, char **argv) {
    settings asked;
    guard_streams();
    ignore_signals();
    keep_memory();
    int exit_status = options_parse(argc, argv, &asked) ? run(&asked) : EXIT_FAILED;
    settings_free(&asked);
    return exit_status;
}
