/* walk.c - directories, each read at once and then closed, so that depth costs no descriptors. */
#define _POSIX_C_SOURCE 200809L
#include "walk.h"

#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int is_seen(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

/* By bytes, whatever the locale. */
static int compare(const struct dirent **left, const struct dirent **right) {
    return strcmp((*left)->d_name, (*right)->d_name);
}

bool walk_matches(const char *path, const strings *patterns) {
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    for (size_t i = 0; i < patterns->n; i++)
        if (fnmatch(patterns->at[i], name, 0) == 0)
            return true;
    return false;
}

/* Makes the path end in a name. */
static bool set_name(walk *on, size_t n_before, const char *name) {
    on->path.n = n_before;
    return bytes_add(&on->path, name, strlen(name) + 1);
}

static void leave(walk *on) {
    walk_level *last = &on->levels[--on->n_levels];
    for (size_t i = 0; i < last->n; i++)
        free(last->names[i]);
    free(last->names);
}

/* Goes into the directory of the path. Returns 0 or an errno value. */
static int enter(walk *on) {
    size_t n_path = on->path.n - 1;
    walk_level made = {.n_path = n_path};
    bool has_slash = n_path > 0 && on->path.data[n_path - 1] == '/';
    walk_level *levels = realloc(on->levels, (on->n_levels + 1) * sizeof *levels);
    if (levels == NULL)
        return ENOMEM;
    on->levels = levels;
    int n = scandir(on->path.data, &made.names, is_seen, compare);
    if (n < 0)
        return errno;
    made.n = (size_t)n;
    on->levels[on->n_levels++] = made;
    if (has_slash)
        return 0;
    on->levels[on->n_levels - 1].n_path++;
    if (set_name(on, n_path, "/"))
        return 0;
    leave(on); /* names would stand behind no slash */
    return ENOMEM;
}

void walk_begin(walk *out, const char *path, const strings *excluded) {
    *out = (walk){.excluded = excluded};
    out->error = set_name(out, 0, path) ? enter(out) : ENOMEM;
}

void walk_end(walk *made) {
    while (made->n_levels > 0)
        leave(made);
    free(made->levels);
    bytes_free(&made->path);
}

/* Goes into the path if it is a directory. Returns whether it is a file. */
static bool is_file(walk *on, int *error) {
    struct stat there;
    if (lstat(on->path.data, &there) != 0) {
        *error = errno;
        return false;
    }
    if (S_ISDIR(there.st_mode))
        *error = enter(on);
    if (S_ISLNK(there.st_mode) && stat(on->path.data, &there) != 0) {
        bool is_nothing = errno == ENOENT || errno == ENOTDIR || errno == ELOOP;
        *error = is_nothing ? 0 : errno;
        return false;
    }
    return S_ISREG(there.st_mode);
}

bool walk_next(walk *on, const char **path, int *error) {
    bool found = on->error != 0;
    *error = on->error;
    on->error = 0;
    while (!found && on->n_levels > 0) {
        walk_level *last = &on->levels[on->n_levels - 1];
        if (last->next == last->n) {
            leave(on);
            continue;
        }
        const char *name = last->names[last->next++]->d_name;
        if (walk_matches(name, on->excluded))
            continue;
        if (!set_name(on, last->n_path, name))
            *error = ENOMEM;
        else
            found = is_file(on, error);
        found = found || *error != 0;
    }
    *path = on->path.data != NULL ? on->path.data : "";
    return found;
}
