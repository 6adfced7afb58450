/* unpack.c - the formats. */
#include "unpack.h"

#include "unpack_formats.h"
#include <string.h>

static const unpack_format *const formats[] = {&unpack_gzip, &unpack_zstd, &unpack_xz};

enum {
    N_FORMATS = sizeof formats / sizeof formats[0]
};

const unpack_format *unpack_at(size_t index) {
    return index < N_FORMATS ? formats[index] : NULL;
}

const unpack_format *unpack_find(const char *data, size_t n, bool *may_be) {
    *may_be = false;
    for (size_t i = 0; i < N_FORMATS; i++) {
        const unpack_format *format = formats[i];
        size_t n_both = n < format->n_magic ? n : format->n_magic;
        if (n_both > 0 && memcmp(data, format->magic, n_both) != 0)
            continue;
        if (n_both == format->n_magic)
            return format;
        *may_be = true;
    }
    return NULL;
}

size_t unpack_name(const char *path) {
    size_t n = strlen(path);
    for (size_t i = 0; i < N_FORMATS; i++) {
        size_t n_ending = strlen(formats[i]->ending);
        if (n > n_ending && strcmp(path + n - n_ending, formats[i]->ending) == 0)
            return n - n_ending;
    }
    return n;
}
