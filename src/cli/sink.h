/* sink.h - the one way out: everything on standard output, or in the file of --output, is written here.
 *
 * A failure is kept: the calls after it write nothing, and sink_close tells.
 */
#ifndef SUMM_CLI_SINK_H
#define SUMM_CLI_SINK_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

typedef struct sink {
    int fd;
    int error;        /* errno of the first write that failed, or 0 */
    bool temporary;   /* fd is a temporary file that becomes the output at the end */
    struct stat file; /* the regular file that is written, or will be replaced; else st_mode is 0 */
    bool is_terminal; /* where the line of progress.h may stand */
    size_t n_held;
    char held[65536];
} sink;

/* Opens standard output, or a file if `path` is not NULL. Returns 0 or an errno value. */
int sink_open(sink *out, const char *path);

/* Whether that regular file is what is written, or will be replaced. */
bool sink_is_file(const sink *out, const struct stat *file);

/* Has the type of summ_write_fn, with the sink as context. Returns 0, or -1 after a failure. */
int sink_write(void *out, const char *data, size_t n_data);
int sink_puts(sink *out, const char *string);

/* Several strings, up to a NULL. */
void sink_puts_all(sink *out, const char *const strings[]);
#define SINK_PUTS(out, ...) sink_puts_all(out, (const char *const[]){__VA_ARGS__, NULL})

/* Hands on what is held, for a reader who waits. */
void sink_flush(sink *out);

/* Writes the rest and closes. Only with `keep`, and if everything could be written, a file takes its place; else what
 * was there before stays. Returns the errno value of the first failure, or 0. */
int sink_close(sink *out, bool keep);

#endif
