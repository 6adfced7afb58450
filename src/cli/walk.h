/* walk.h - the files below a directory.
 *
 *     walk_begin(&below, "letters", excluded);
 *     while (walk_next(&below, &path, &error))
 *         (the file `path`, or why something there could not be read)
 *     walk_end(&below);
 *
 * Names are taken in the order of their bytes, and what is below a directory where its name stands. Left out are names
 * that begin with a point, links to directories, so that there are no loops, links to nothing, and what is neither a
 * file nor a directory. Held at a time are the names of the directories between the first and the one that is read. A
 * path that is longer than the system takes is an error like any other, which bounds the depth.
 */
#ifndef SUMM_CLI_WALK_H
#define SUMM_CLI_WALK_H

#include "bytes.h"
#include "options.h"

/* Names of a directory that are not done with. */
typedef struct walk_level {
    struct dirent **names;
    size_t n, next;
    size_t n_path; /* bytes of the path that stand before each name */
} walk_level;

typedef struct walk {
    const strings *excluded; /* patterns of names, as the shell has them */
    bytes path;              /* of what was returned last, with its NUL */
    walk_level *levels;
    size_t n_levels;
    int error; /* of the first directory */
} walk;

void walk_begin(walk *out, const char *path, const strings *excluded);
void walk_end(walk *made);

/* The next file with an `error` of 0, or a path that failed with its errno value. The path is valid until the next
 * call. False at the end. */
bool walk_next(walk *on, const char **path, int *error);

/* Whether a name, what stands before the last '/' left out, is as one of the patterns. */
bool walk_matches(const char *path, const strings *patterns);

#endif
