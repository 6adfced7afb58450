/* input.c - files read with read(2), so that FIFOs, devices and short reads are all the same. */
#define _POSIX_C_SOURCE 200809L
#include "input.h"

#include "again.h"
#include "summ.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

enum {
    CHUNK = 65536,
    LEAST = 4096 /* room that is worth a read: the end of a small file is found in what it left */
};

#ifdef __APPLE__
#define CHANGED st_mtimespec
#else
#define CHANGED st_mtim
#endif

const char *input_open(input *in, const char *path) {
    *in = (input){.fd = STDIN_FILENO};
    if (strcmp(path, "-") != 0) {
        do
            in->fd = open(path, O_RDONLY | O_CLOEXEC);
        while (in->fd < 0 && errno == EINTR);
    }
    if (in->fd < 0)
        return strerror(errno);
    if (fstat(in->fd, &in->before) != 0)
        return strerror(errno);
    if (!S_ISREG(in->before.st_mode))
        in->before = (struct stat){0};
    return NULL;
}

/* At the end. */
static const char *check_unchanged(const input *in) {
    const struct stat *before = &in->before;
    struct stat now;
    if (!S_ISREG(before->st_mode))
        return NULL;
    if (fstat(in->fd, &now) != 0)
        return strerror(errno);
    bool is_written = now.CHANGED.tv_sec != before->CHANGED.tv_sec || now.CHANGED.tv_nsec != before->CHANGED.tv_nsec;
    bool has_changed = now.st_size < before->st_size || (now.st_size == before->st_size && is_written);
    return has_changed ? "changed while it was read" : NULL;
}

void input_close(input *in) {
    if (in->fd > STDERR_FILENO)
        close(in->fd);
    if (in->unpacker != NULL)
        in->format->close(in->unpacker);
    bytes_free(&in->packed);
    bytes_free(&in->held);
}

static const char *read_once(input *in, bytes *to, bool *ended) {
    if (to->room - to->n < LEAST && !bytes_reserve(to, CHUNK))
        return strerror(ENOMEM);
    size_t n_most = to->room < UINT32_MAX ? to->room - to->n : UINT32_MAX - to->n;
    ssize_t n_read;
    do
        n_read = read(in->fd, to->data + to->n, n_most);
    while (n_read < 0 && again(in->fd, POLLIN));
    if (n_read < 0)
        return strerror(errno);
    to->n += (size_t)n_read;
    in->n_read += (size_t)n_read;
    *ended = n_read == 0;
    return *ended ? check_unchanged(in) : NULL;
}

/* What was read so far turns out to be compressed. It held no line, as no format begins with one. */
static const char *begin_unpacking(input *in) {
    if (in->format->open == NULL)
        return in->format->missing;
    in->packed = in->held;
    in->held = (bytes){0};
    in->scanned = 0;
    return in->format->open(&in->unpacker);
}

static const char *read_first(input *in) {
    bool may_be;
    const char *reason = read_once(in, &in->held, &in->ended);
    if (reason != NULL)
        return reason;
    in->format = unpack_find(in->held.data, in->held.n, &may_be);
    in->is_known = in->format != NULL || !may_be;
    return in->format != NULL ? begin_unpacking(in) : NULL;
}

/* Unpacks into what is held. */
static const char *unpack(input *in) {
    if (!bytes_reserve(&in->held, CHUNK))
        return strerror(ENOMEM);
    unpack_pieces pieces = {.in = in->packed.data + in->n_unpacked,
                            .n_in = in->packed.n - in->n_unpacked,
                            .is_last = in->packed_ended,
                            .out = in->held.data + in->held.n,
                            .n_out = in->held.room - in->held.n};
    unpack_state state = in->format->step(in->unpacker, &pieces);
    in->n_unpacked = in->packed.n - pieces.n_in;
    in->held.n = in->held.room - pieces.n_out;
    in->has_more = pieces.n_out == 0;
    bool is_end = in->packed_ended && pieces.n_in == 0 && !in->has_more;
    switch (state) {
    case UNPACK_CORRUPT:
        return in->format->corrupt;
    case UNPACK_TOO_LARGE:
        return in->format->too_large;
    case UNPACK_NO_MEMORY:
        return strerror(ENOMEM);
    case UNPACK_GOES_ON:
        return is_end ? in->format->too_short : NULL;
    case UNPACK_WHOLE:
        in->ended = is_end;
        return NULL;
    }
    return NULL;
}

static const char *read_packed(input *in) {
    bool needs_more = in->n_unpacked == in->packed.n && !in->packed_ended && !in->has_more;
    const char *reason = NULL;
    if (needs_more) {
        in->packed.n = in->n_unpacked = 0;
        reason = read_once(in, &in->packed, &in->packed_ended);
    }
    return reason != NULL ? reason : unpack(in);
}

/* A line that was begun moves to the front first: at most once, as it begins at 0 from then on. */
const char *input_fill(input *in) {
    if (in->begin > 0) {
        in->held.n -= in->begin;
        in->scanned -= in->begin;
        memmove(in->held.data, in->held.data + in->begin, in->held.n);
        in->begin = 0;
    }
    if (in->held.n >= UINT32_MAX)
        return summ_status_message(SUMM_ERR_TOO_LARGE);
    if (!in->is_known)
        return read_first(in);
    return in->format != NULL ? read_packed(in) : read_once(in, &in->held, &in->ended);
}

const char *input_some(input *in, size_t n_bytes) {
    const char *reason = NULL;
    while (reason == NULL && !in->ended && in->held.n < n_bytes)
        reason = input_fill(in);
    return reason;
}

/* Of a regular file this is known before 4 GiB are read. */
static bool is_too_large(const input *in) {
    off_t at = S_ISREG(in->before.st_mode) && in->format == NULL ? lseek(in->fd, 0, SEEK_CUR) : -1;
    off_t rest = at >= 0 && in->before.st_size > at ? in->before.st_size - at : 0;
    return (uintmax_t)rest + in->held.n >= UINT32_MAX;
}

const char *input_all(input *in) {
    const char *reason = input_some(in, 1);
    if (reason == NULL && !in->ended && is_too_large(in))
        reason = summ_status_message(SUMM_ERR_TOO_LARGE);
    return reason != NULL ? reason : input_some(in, SIZE_MAX);
}

unsigned long long input_position(const input *in) {
    return in->n_read - (in->format != NULL ? in->packed.n - in->n_unpacked : in->held.n - in->begin);
}

bool input_is_ready(const input *in) {
    if (in->has_more || in->n_unpacked < in->packed.n)
        return true;
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
