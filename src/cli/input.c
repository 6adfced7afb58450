/* input.c - files read with read(2), so that FIFOs, devices and short reads are all the same. */
#define _POSIX_C_SOURCE 200809L
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum {
    CHUNK = 65536
};

int input_open(input *in, const char *path) {
    *in = (input){.fd = STDIN_FILENO};
    if (strcmp(path, "-") == 0)
        return 0;
    do
        in->fd = open(path, O_RDONLY | O_CLOEXEC);
    while (in->fd < 0 && errno == EINTR);
    return in->fd < 0 ? errno : 0;
}

void input_close(input *in) {
    if (in->fd > STDERR_FILENO)
        close(in->fd);
    bytes_free(&in->held);
}

/* A line that was begun moves to the front first: at most once, as it begins at 0 from then on. */
int input_fill(input *in) {
    if (in->begin > 0) {
        in->held.n -= in->begin;
        in->scanned -= in->begin;
        memmove(in->held.data, in->held.data + in->begin, in->held.n);
        in->begin = 0;
    }
    if (!bytes_reserve(&in->held, CHUNK))
        return ENOMEM;
    ssize_t n_read;
    do
        n_read = read(in->fd, in->held.data + in->held.n, in->held.room - in->held.n);
    while (n_read < 0 && errno == EINTR);
    if (n_read < 0)
        return errno;
    in->held.n += (size_t)n_read;
    in->ended = n_read == 0;
    return 0;
}

int input_all(input *in) {
    int error = 0;
    while (error == 0 && !in->ended)
        error = input_fill(in);
    return error;
}

bool input_is_ready(const input *in) {
    struct pollfd one = {.fd = in->fd, .events = POLLIN};
    return poll(&one, 1, 0) != 0;
}

static bool has_line(input *in) {
    if (in->scanned == in->held.n)
        return false;
    const char *newline = memchr(in->held.data + in->scanned, '\n', in->held.n - in->scanned);
    in->scanned = newline != NULL ? (size_t)(newline - in->held.data) : in->held.n;
    return newline != NULL;
}

bool input_take_line(input *in, const char **line, size_t *n_bytes) {
    bool found = has_line(in);
    if (!found && (!in->ended || in->begin == in->held.n))
        return false;
    *line = in->held.data + in->begin;
    *n_bytes = in->scanned - in->begin;
    in->scanned += found;
    in->begin = in->scanned;
    return true;
}
