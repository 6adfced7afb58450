/* extent.c - how much there is to read, by the sizes of the files. */
#define _POSIX_C_SOURCE 200809L
#include "extent.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Bytes of standard input from where it stands. False: not known. */
static bool measure_input(unsigned long long *n_bytes) {
    struct stat there;
    off_t at = lseek(STDIN_FILENO, 0, SEEK_CUR);
    if (at < 0 || fstat(STDIN_FILENO, &there) != 0 || !S_ISREG(there.st_mode) || there.st_size < at)
        return false;
    *n_bytes += (unsigned long long)(there.st_size - at);
    return true;
}

/* A file that is not there is known to hold nothing. */
static bool measure(const char *path, unsigned long long *n_bytes, bool *is_directory) {
    struct stat there;
    *is_directory = false;
    if (strcmp(path, "-") == 0)
        return measure_input(n_bytes);
    if (stat(path, &there) != 0)
        return true;
    *is_directory = S_ISDIR(there.st_mode);
    if (S_ISREG(there.st_mode))
        *n_bytes += (unsigned long long)there.st_size;
    return S_ISREG(there.st_mode);
}

progress_amount extent_of(const settings *asked) {
    progress_amount all = {.n_files = asked->n_files};
    bool has_directory = false, is_known = true, is_directory;
    for (size_t i = 0; i < asked->n_files; i++) {
        is_known = measure(asked->files[i], &all.n_bytes, &is_directory) && is_known;
        has_directory = has_directory || is_directory;
    }
    if (!is_known)
        all.n_bytes = 0;
    if (has_directory && asked->recursive)
        all.n_files = 0;
    return all;
}
