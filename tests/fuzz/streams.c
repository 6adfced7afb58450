#define _XOPEN_SOURCE 700
#include "streams.h"

#include "fuzz.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum {
    ROOM = 65536
};

static struct {
    const char *bytes;
    size_t left, piece;
} stream;

static char said[ROOM];
static size_t n_said;

ssize_t __real_read(int fd, void *to, size_t n);
ssize_t __wrap_read(int fd, void *to, size_t n);
ssize_t __real_write(int fd, const void *from, size_t n);
ssize_t __wrap_write(int fd, const void *from, size_t n);
int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __real_fstat(int fd, struct stat *about);
int __wrap_fstat(int fd, struct stat *about);

void fuzz_stream_begin(const char *bytes, size_t n, size_t piece) {
    stream.bytes = bytes;
    stream.left = n;
    stream.piece = piece;
}

ssize_t __wrap_read(int fd, void *to, size_t n) {
    if (fd != FUZZ_FD)
        return __real_read(fd, to, n);
    n = n < stream.left ? n : stream.left;
    n = stream.piece > 0 && stream.piece < n ? stream.piece : n;
    if (n > 0)
        memcpy(to, stream.bytes, n);
    stream.bytes += n;
    stream.left -= n;
    return (ssize_t)n;
}

/* What is said beyond the room is lost. */
ssize_t __wrap_write(int fd, const void *from, size_t n) {
    if (fd != STDERR_FILENO)
        return __real_write(fd, from, n);
    size_t kept = n < ROOM - n_said ? n : ROOM - n_said;
    memcpy(said + n_said, from, kept);
    n_said += kept;
    return (ssize_t)n;
}

/* The command creates no files of this name. */
int __wrap_open(const char *path, int flags, ...) {
    return strcmp(path, FUZZ_FILE) == 0 ? FUZZ_FD : __real_open(path, flags);
}

/* As of a pipe. */
int __wrap_fstat(int fd, struct stat *about) {
    if (fd != FUZZ_FD)
        return __real_fstat(fd, about);
    *about = (struct stat){.st_mode = S_IFIFO};
    return 0;
}

size_t fuzz_stream_messages(void) {
    static const char begin[] = "summ: ";
    size_t n = 0;
    for (size_t at = 0; at < n_said; n++) {
        FUZZ_CHECK(n_said - at > sizeof begin - 1 && memcmp(said + at, begin, sizeof begin - 1) == 0);
        while (at < n_said && said[at] != '\n') {
            FUZZ_CHECK((unsigned char)said[at] >= ' ' && said[at] != 0x7F);
            at++;
        }
        FUZZ_CHECK(at < n_said);
        at++;
    }
    n_said = 0;
    return n;
}
