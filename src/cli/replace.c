/* replace.c - a file that is replaced as a whole or not at all. */
#define _XOPEN_SOURCE 700
#include "replace.h"

#include "farewell.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A signal handler has no other way to know them. Set while no deadly signal can arrive. */
static char *temporary;
static char *final;

static void clean_up(void) {
    unlink(temporary);
}

static char *copy(const char *string) {
    size_t n = strlen(string) + 1;
    char *made = malloc(n);
    return made != NULL ? memcpy(made, string, n) : NULL;
}

/* A name beside `path` for mkstemp; short, so that it is legal wherever the name of the file is. */
static char *name_beside(const char *path) {
    static const char name[] = ".summ-XXXXXX";
    const char *slash = strrchr(path, '/');
    size_t n_directory = slash != NULL ? (size_t)(slash - path) + 1 : 0;
    char *made = malloc(n_directory + sizeof name);
    if (made != NULL) {
        memcpy(made, path, n_directory);
        memcpy(made + n_directory, name, sizeof name);
    }
    return made;
}

static mode_t mode_for(const char *path) {
    struct stat there;
    if (stat(path, &there) == 0)
        return there.st_mode & 0777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static void forget(void) {
    farewell_set(FAREWELL_FILE, NULL);
    free(temporary);
    free(final);
    temporary = final = NULL;
}

static bool may_be_link(const char *path) {
    struct stat there;
    return lstat(path, &there) == 0 ? S_ISLNK(there.st_mode) : errno != ENOENT;
}

/* A link whose end is not known is not replaced itself. Other files that are there may have a full name that is too
 * long. */
static int find_names(const char *path) {
    final = realpath(path, NULL);
    int error = final == NULL ? errno : 0;
    if (error != 0 && error != ENOENT && may_be_link(path))
        return error;
    if (final == NULL)
        final = copy(path);
    temporary = final != NULL ? name_beside(final) : NULL;
    return temporary != NULL ? 0 : ENOMEM;
}

static int make(int *fd) {
    *fd = mkstemp(temporary);
    if (*fd < 0)
        return errno;
    farewell_set(FAREWELL_FILE, clean_up);
    (void)fcntl(*fd, F_SETFD, FD_CLOEXEC);
    /* Some file systems have no modes; the content matters more. */
    if (fchmod(*fd, mode_for(final)) != 0)
        errno = 0;
    return 0;
}

int replace_begin(const char *path, int *fd) {
    sigset_t mask, old;
    farewell_signals(&mask);
    sigprocmask(SIG_BLOCK, &mask, &old);
    int error = find_names(path);
    if (error == 0)
        error = make(fd);
    if (error != 0)
        forget();
    sigprocmask(SIG_SETMASK, &old, NULL);
    return error;
}

int replace_commit(void) {
    int error = rename(temporary, final) != 0 ? errno : 0;
    if (error != 0)
        unlink(temporary);
    forget();
    return error;
}

void replace_abandon(void) {
    unlink(temporary);
    forget();
}
