/* io_test.c - every call that the command makes of the system fails in turn, in each way in which it can: a read, a
 * write, an open, a close, a rename and so on, the first of its kind, the second, until a run has no such call.
 *
 * Whatever fails, the command
 *   - ends by itself, with exit status 0 or 2, and leaves no temporary file;
 *   - exits with 0 only if it printed, and wrote to the file of -o, what it does when nothing fails;
 *   - else says so in one line that names what failed and gives the reason in words;
 *   - leaves the file of -o as it was, or writes it whole;
 *   - is not impressed by interruptions, and by reads and writes that do less than was asked.
 *
 * Without IO_ALL only some of the calls of a kind fail, as there are thousands.
 */
#include "run.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
    MAX_WAYS = 12,
    MAX_TOLD = 10, /* complaints of a scenario */
    NO_WAY = -1
};

static const int ways[N_CALLS][MAX_WAYS] = {
#define CALL(name, ...) {__VA_ARGS__, NO_WAY},
#include "calls.def"
#undef CALL
};

/* ---- What may come of a failure ---------------------------------------------------------------------------------- */

/* Reasons that are not those of the system. */
static const char *const reasons[] = {"cannot be loaded", "is not installed", "out of memory", "Is a directory",
                                      "finds no text in it"};

static bool names_reason(const char *message, int way) {
    if (strstr(message, strerror(way == NOTHING ? ENOSPC : way)) != NULL)
        return true;
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
        if (strstr(message, reasons[i]) != NULL)
            return true;
    return false;
}

/* Whether it is one of the words of the command line, or stands for one. */
static bool names_input(const scenario *of, const char *message) {
    char name[256];
    const char *end = strchr(message, ':');
    snprintf(name, sizeof name, "%.*s", end != NULL ? (int)(end - message) : 0, message);
    if (strcmp(name, "standard input") == 0)
        return of->input != NULL;
    if (strcmp(name, "write error") == 0)
        return of->output == NULL;
    return name[0] != '\0' && (strstr(of->line, name) != NULL || strncmp(name, "box/", 4) == 0 ||
                               (of->set != NULL && strstr(of->set, name) != NULL));
}

static bool is_clean(const char *text) {
    for (; *text != '\0' && *text != '\n'; text++)
        if ((unsigned char)*text < ' ' || *text == 0x7F)
            return false;
    return strcmp(text, "\n") == 0;
}

static const char *judge_message(const scenario *of, const char *said, int way) {
    if (said[0] == '\0')
        return "no message";
    if (strncmp(said, "summ: ", 6) != 0 || !is_clean(said))
        return "not one clean line 'summ: ...'";
    if (!names_input(of, said + 6))
        return "the message does not name what failed";
    return names_reason(said, way) ? NULL : "the message does not give the reason";
}

/* Whether each line of the one is in the other, in order; the last may be cut off. */
static bool is_part(const char *part, const char *whole) {
    while (*part != '\0') {
        size_t n = strcspn(part, "\n");
        while (*whole != '\0' && strncmp(part, whole, n) != 0)
            whole += strcspn(whole, "\n") + 1;
        if (strncmp(part, whole, n) != 0)
            return false;
        bool last = part[n] == '\0' || part[n + 1] == '\0';
        part += n + (part[n] != '\0');
        whole += strcspn(whole, "\n");
        whole += *whole != '\0';
        if (last)
            break;
    }
    return true;
}

static bool is_same(const char *a, const char *b) {
    return (a == NULL) == (b == NULL) && (a == NULL || strcmp(a, b) == 0);
}

/* What was there before, or what some of the inputs give. */
static bool is_old(const scenario *of, const char *file) {
    return strcmp(of->output, "new.txt") == 0 ? file == NULL : file != NULL && strcmp(file, "old\n") == 0;
}

/* A reader that has seen enough is no failure, and neither is a link below a directory that leads to nothing. */
static bool may_lack(const scenario *of, const wish *failing) {
    return (failing->call == CALL_write && failing->way == EPIPE) ||
           (of->is_found && failing->call == CALL_stat && failing->way == ENOENT);
}

static const char *judge_done(const scenario *of, const outcome *plain, const outcome *got, const wish *failing) {
    if (may_lack(of, failing) && is_part(got->out, plain->out) && got->err[0] == '\0')
        return NULL;
    if (!is_same(plain->out, got->out) || !is_same(plain->file, got->file))
        return "status 0 with another result";
    return is_same(plain->err, got->err) ? NULL : "status 0 with a message";
}

static const char *judge_failed(const scenario *of, const outcome *plain, const outcome *got, const wish *failing) {
    bool interrupted = failing->way == EINTR || failing->way == SHORT || failing->way == EAGAIN;
    if (interrupted && failing->call != CALL_posix_spawn)
        return "impressed by an interruption";
    if (of->output != NULL && !is_old(of, got->file) &&
        !(of->is_partial && got->file != NULL && is_part(got->file, plain->file)))
        return "the file of -o is neither what it was nor what it is to be";
    if (of->is_partial ? !is_part(got->out, plain->out) : strncmp(got->out, plain->out, strlen(got->out)) != 0)
        return "results that are none";
    return failing->for_ever ? NULL : judge_message(of, got->err, failing->way);
}

/* NULL: all is well. */
static const char *judge(const scenario *of, const outcome *plain, const outcome *got, const wish *failing) {
    static char litter[512];
    const char *found = scenario_litter();
    if (found != NULL && failing->call != CALL_unlink) {
        snprintf(litter, sizeof litter, "left %s behind", found);
        return litter;
    }
    if (got->status == RUN_HUNG)
        return "hung";
    if (got->status == 0)
        return judge_done(of, plain, got, failing);
    return got->status == 2 ? judge_failed(of, plain, got, failing) : "ended by itself";
}

/* ---- Every call in turn ------------------------------------------------------------------------------------------ */

typedef struct series {
    const scenario *of;
    outcome plain;
    unsigned n_runs, n_wrong;
} series;

static void tell(series *on, const wish *failing, const outcome *got, const char *wrong) {
    if (on->n_wrong++ < MAX_TOLD)
        fprintf(stderr, "%s, SUMM_FAIL=%s:%u%s:%d: %s; status %d\n%s%s", on->of->name, call_names[failing->call],
                failing->first, failing->for_ever ? "+" : "", failing->way, wrong, got->status, got->out, got->err);
}

/* Whether there was such a call. */
static bool try_one(series *on, wish failing) {
    outcome got = run_scenario(on->of, &failing);
    bool reached = got.counts[failing.call] >= failing.first;
    const char *wrong = judge(on->of, &on->plain, &got, &failing);
    on->n_runs++;
    if (wrong != NULL)
        tell(on, &failing, &got, wrong);
    run_free(&got);
    return reached;
}

/* With IO_ALL until there is no further call of the kind, as a failure may lead to others; else every fourth of those
 * that are there when nothing fails. */
static void try_call(series *on, int call) {
    bool all = getenv("IO_ALL") != NULL;
    for (const int *way = ways[call]; on->plain.counts[call] > 0 && *way != NO_WAY; way++) {
        wish failing = {.call = call, .first = 1, .for_ever = true, .way = *way};
        try_one(on, failing);
        failing.for_ever = false;
        for (bool reached = true; reached && (all || failing.first <= on->plain.counts[call]); failing.first++)
            if (all || (failing.first + on->n_runs) % 4 == 0)
                reached = try_one(on, failing);
    }
}

static void test_scenario(void **state) {
    series on = {.of = *state};
    const wish nothing = {.call = N_CALLS};
    if (on.of->lacks != NULL && !run_has(on.of->lacks))
        skip();
    on.plain = run_scenario(on.of, &nothing);
    assert_int_equal(on.plain.status, 0);
    assert_string_equal(on.plain.err, "");
    assert_true(on.plain.out[0] != '\0' || on.plain.file != NULL);
    for (int call = 0; call < N_CALLS; call++)
        try_call(&on, call);
    if (getenv("IO_ALL") != NULL)
        print_message("%s: %u runs\n", on.of->name, on.n_runs);
    assert_int_equal(on.n_wrong, 0);
    run_free(&on.plain);
}

int main(void) {
    enum {
        MAX_SCENARIOS = 64
    };
    struct CMUnitTest tests[MAX_SCENARIOS];
    size_t n = 0;
    run_begin();
    scenario_begin();
    for (const scenario *one = scenarios; one->name != NULL && n < MAX_SCENARIOS; one++) {
        union {
            const scenario *given;
            void *taken;
        } state = {one};
        tests[n++] = (struct CMUnitTest){one->name, test_scenario, NULL, NULL, state.taken};
    }
    int n_failed = _cmocka_run_group_tests("io", tests, n, NULL, NULL);
    scenario_end();
    return n_failed;
}
