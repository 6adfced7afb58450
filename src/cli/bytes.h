/* bytes.h - growable bytes. {0} is empty. */
#ifndef SUMM_CLI_BYTES_H
#define SUMM_CLI_BYTES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct bytes {
    char *data;
    size_t n;
    size_t room;
} bytes;

/* Makes room for n_more bytes after the ones that are there; doubles, so that growing is linear. False: no memory. */
bool bytes_reserve(bytes *b, size_t n_more);
bool bytes_add(bytes *b, const char *data, size_t n_data);
/* Makes it empty; up to 1 MiB of memory is kept. */
void bytes_clear(bytes *b);
void bytes_free(bytes *b);

#endif
