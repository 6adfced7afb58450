/* progress.c - the line and the thread that draws it. */
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#include "progress.h"

#include "farewell.h"
#include "lapse.h"
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum {
    FIRST_MS = 1000, /* short work has no line */
    NEXT_MS = 100,
    NEXT_LINE_MS = 1000, /* where lines stay */
    MAX_WAIT_MS = 100
};

static const char clear_line[] = "\r\033[K";

/* There is one standard error, and one line on it. */
static struct {
    bool is_on, is_terminal, ends;
    progress_mode mode;
    progress_amount all;
    double begun;
    pthread_t thread;
    bool may_draw; /* no line of someone else has been begun */
} line = {.may_draw = true};

/* Guards the line and what may be drawn. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ended = PTHREAD_COND_INITIALIZER;

static atomic_size_t files_done;
static atomic_ullong bytes_done;

/* For the signal handler. */
static atomic_bool is_shown, is_drawing, is_leaving;

/* ---- What it says ------------------------------------------------------------------------------------------------ */

static const struct {
    double size;
    const char *name;
} units[] = {{1e9, "GB"}, {1e6, "MB"}, {1e3, "kB"}, {1, "bytes"}};

static size_t unit_of(double n_bytes) {
    size_t i = 0;
    while (units[i].size > n_bytes && units[i].size > 1)
        i++;
    return i;
}

static size_t add_time(char *out, size_t room, double seconds, const char *behind) {
    unsigned long long s = seconds < 1e9 ? (unsigned long long)seconds : 1000000000;
    unsigned long long hours = s / 3600, minutes = s / 60 % 60;
    if (hours > 0)
        return (size_t)snprintf(out, room, "%llu:%02llu:%02llu%s", hours, minutes, s % 60, behind);
    return (size_t)snprintf(out, room, "%llu:%02llu%s", minutes, s % 60, behind);
}

static size_t add_files(char *out, size_t room, size_t done, size_t all) {
    if (all > 1)
        return (size_t)snprintf(out, room, ", %zu of %zu files", done, all);
    return all == 0 ? (size_t)snprintf(out, room, ", %zu file%s", done, done == 1 ? "" : "s") : 0;
}

static size_t add_bytes(char *out, size_t room, double done, double all) {
    size_t unit = unit_of(all > 0 ? all : done);
    int n_digits = units[unit].size > 1 ? 1 : 0;
    if (all <= 0)
        return (size_t)snprintf(out, room, ", %.*f %s", n_digits, done / units[unit].size, units[unit].name);
    return (size_t)snprintf(out, room, ", %.*f of %.*f %s (%.0f %%)", n_digits, done / units[unit].size, n_digits,
                            all / units[unit].size, units[unit].name, 100 * (done < all ? done / all : 1));
}

static size_t add_rate(char *out, size_t room, double rate) {
    size_t unit = unit_of(rate);
    return (size_t)snprintf(out, room, ", %.*f %s/s", units[unit].size > 1 ? 1 : 0, rate / units[unit].size,
                            units[unit].name);
}

size_t progress_compose(char out[PROGRESS_LINE], progress_amount done, progress_amount all, double seconds) {
    double n_done = (double)done.n_bytes, n_all = (double)all.n_bytes, rate = seconds > 0 ? n_done / seconds : 0;
    size_t n = add_time(out, PROGRESS_LINE, seconds, "");
    n += add_files(out + n, PROGRESS_LINE - n, done.n_files, all.n_files);
    n += add_bytes(out + n, PROGRESS_LINE - n, n_done, n_all);
    if (rate > 0)
        n += add_rate(out + n, PROGRESS_LINE - n, rate);
    if (rate > 0 && n_all > n_done) {
        n += (size_t)snprintf(out + n, PROGRESS_LINE - n, ", ");
        n += add_time(out + n, PROGRESS_LINE - n, (n_all - n_done) / rate, " left");
    }
    return n;
}

/* ---- Where it stands --------------------------------------------------------------------------------------------- */

/* If standard error is gone there is nobody left to tell. */
static void put(const char *data, size_t n) {
    while (n > 0) {
        ssize_t n_written = write(STDERR_FILENO, data, n);
        if (n_written <= 0)
            return;
        data += n_written;
        n -= (size_t)n_written;
    }
}

static void hide(void) {
    if (atomic_exchange(&is_shown, false))
        put(clear_line, sizeof clear_line - 1);
}

/* The thread that draws does not come here. Where it cannot write, it is not waited for. */
static void leave(void) {
    atomic_store(&is_leaving, true);
    for (int i = 0; i < MAX_WAIT_MS && atomic_load(&is_drawing); i++)
        poll(NULL, 0, 1);
    hide();
}

/* A line that is longer than the terminal is wide could not be drawn over. */
static size_t width(void) {
    struct winsize size;
    bool is_known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
    return is_known ? size.ws_col - 1U : 79;
}

/* On a terminal, without the newline that lets it stay. */
static void draw(bool stays) {
    char text[sizeof clear_line + PROGRESS_LINE + 1];
    size_t n_clear = line.is_terminal ? sizeof clear_line - 1 : 0;
    memcpy(text, clear_line, n_clear);
    progress_amount done = {atomic_load(&files_done), atomic_load(&bytes_done)};
    size_t n = progress_compose(text + n_clear, done, line.all, lapse_now() - line.begun);
    if (line.is_terminal && n > width())
        n = width();
    n += n_clear;
    if (stays || !line.is_terminal)
        text[n++] = '\n';
    atomic_store(&is_drawing, true);
    if (!atomic_load(&is_leaving)) {
        atomic_store(&is_shown, line.is_terminal && !stays);
        put(text, n);
    }
    atomic_store(&is_drawing, false);
}

/* Whoever was sent to the background writes to no terminal unasked. */
static bool is_welcome(void) {
    return line.may_draw && (line.mode == PROGRESS_ALWAYS || tcgetpgrp(STDERR_FILENO) == getpgrp());
}

/* The lock is held. */
static void await(long ms) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += ms % 1000 * 1000000;
    until.tv_sec += ms / 1000 + until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_cond_timedwait(&ended, &lock, &until);
}

static void *live(void *context) {
    (void)context;
    pthread_mutex_lock(&lock);
    if (line.mode == PROGRESS_AUTO)
        await(FIRST_MS);
    while (!line.ends) {
        if (is_welcome())
            draw(false);
        await(line.is_terminal ? NEXT_MS : NEXT_LINE_MS);
    }
    pthread_mutex_unlock(&lock);
    return NULL;
}

/* The thread is not the one that is stopped by a signal while it draws. */
static bool start(void) {
    sigset_t mask, old;
    farewell_signals(&mask);
    pthread_sigmask(SIG_BLOCK, &mask, &old);
    bool good = pthread_create(&line.thread, NULL, live, NULL) == 0;
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    return good;
}

bool progress_is_wanted(progress_mode mode) {
    const char *term = getenv("TERM");
    if (mode != PROGRESS_AUTO)
        return mode == PROGRESS_ALWAYS;
    return isatty(STDERR_FILENO) && term != NULL && strcmp(term, "") != 0 && strcmp(term, "dumb") != 0;
}

void progress_begin(progress_mode mode, progress_amount all) {
    if (!progress_is_wanted(mode))
        return;
    line.mode = mode;
    line.all = all;
    line.ends = false;
    line.is_terminal = isatty(STDERR_FILENO);
    line.begun = lapse_now();
    atomic_store(&files_done, 0);
    atomic_store(&bytes_done, 0);
    farewell_set(FAREWELL_LINE, leave);
    line.is_on = start();
}

void progress_end(void) {
    if (!line.is_on)
        return;
    pthread_mutex_lock(&lock);
    line.ends = true;
    pthread_cond_signal(&ended);
    pthread_mutex_unlock(&lock);
    pthread_join(line.thread, NULL);
    hide();
    if (line.mode == PROGRESS_ALWAYS && line.may_draw)
        draw(true);
    line.is_on = false;
}

void progress_add(size_t n_files, unsigned long long n_bytes) {
    atomic_fetch_add(&files_done, n_files);
    atomic_fetch_add(&bytes_done, n_bytes);
}

void progress_hold(void) {
    pthread_mutex_lock(&lock);
    hide();
}

void progress_release(bool line_ended) {
    line.may_draw = line_ended;
    pthread_mutex_unlock(&lock);
}
