/* sink.c - buffered output whose every write is checked. */
#define _POSIX_C_SOURCE 200809L
#include "sink.h"

#include "again.h"
#include "progress.h"
#include "replace.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A device, a FIFO and the like. */
static int open_special(sink *out, const char *path) {
    do
        out->fd = open(path, O_WRONLY | O_CLOEXEC);
    while (out->fd < 0 && errno == EINTR);
    return out->fd < 0 ? errno : 0;
}

/* What is no regular file cannot be replaced; what cannot be looked at is not taken for missing. */
static int open_file(sink *out, const char *path) {
    bool is_there = stat(path, &out->file) == 0;
    if (!is_there && errno != ENOENT)
        return errno;
    out->temporary = !is_there || S_ISREG(out->file.st_mode);
    return out->temporary ? replace_begin(path, &out->fd) : open_special(out, path);
}

int sink_open(sink *out, const char *path) {
    out->fd = STDOUT_FILENO;
    out->error = 0;
    out->n_held = 0;
    out->temporary = false;
    out->file = (struct stat){0};
    if (path != NULL)
        out->error = open_file(out, path);
    else if (fstat(out->fd, &out->file) != 0)
        out->file = (struct stat){0};
    if (!S_ISREG(out->file.st_mode))
        out->file = (struct stat){0};
    out->is_terminal = isatty(out->fd);
    return out->error;
}

bool sink_is_file(const sink *out, const struct stat *file) {
    return S_ISREG(out->file.st_mode) && S_ISREG(file->st_mode) && out->file.st_dev == file->st_dev &&
           out->file.st_ino == file->st_ino;
}

static void write_all(sink *out, const char *data, size_t n_data) {
    while (n_data > 0 && out->error == 0) {
        ssize_t n_written = write(out->fd, data, n_data);
        if (n_written > 0) {
            data += n_written;
            n_data -= (size_t)n_written;
        } else if (n_written == 0) {
            out->error = ENOSPC; /* it takes nothing and does not say why */
        } else if (!again(out->fd, POLLOUT)) {
            out->error = errno;
        }
    }
}

static void put(sink *out, const char *data, size_t n_data) {
    if (out->is_terminal && n_data > 0) {
        progress_hold();
        write_all(out, data, n_data);
        progress_release(data[n_data - 1] == '\n');
    } else {
        write_all(out, data, n_data);
    }
}

void sink_flush(sink *out) {
    put(out, out->held, out->n_held);
    out->n_held = 0;
}

int sink_write(void *context, const char *data, size_t n_data) {
    sink *out = context;
    if (n_data > sizeof out->held - out->n_held)
        sink_flush(out);
    if (n_data > sizeof out->held) {
        put(out, data, n_data);
    } else if (n_data > 0) {
        memcpy(out->held + out->n_held, data, n_data);
        out->n_held += n_data;
    }
    return out->error == 0 ? 0 : -1;
}

int sink_puts(sink *out, const char *string) {
    return sink_write(out, string, strlen(string));
}

void sink_puts_all(sink *out, const char *const strings[]) {
    for (; *strings != NULL; strings++)
        sink_puts(out, *strings);
}

int sink_close(sink *out, bool keep) {
    if (!out->temporary || keep)
        sink_flush(out);
    bool is_closed = close(out->fd) == 0 || errno == EINTR; /* as Linux leaves it no descriptor either way */
    if (!is_closed && out->error == 0)
        out->error = errno;
    if (out->temporary && keep && out->error == 0)
        out->error = replace_commit();
    else if (out->temporary)
        replace_abandon();
    return out->error;
}
