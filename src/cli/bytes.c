/* bytes.c - growable bytes. */
#include "bytes.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    KEPT_BYTES = 1024 * 1024
};

bool bytes_reserve(bytes *b, size_t n_more) {
    if (n_more <= b->room - b->n)
        return true;
    if (n_more > SIZE_MAX - b->n)
        return false;
    size_t room = b->n + n_more;
    if (b->room <= SIZE_MAX / 2 && room < 2 * b->room)
        room = 2 * b->room;
    char *data = realloc(b->data, room);
    if (data == NULL)
        return false;
    b->data = data;
    b->room = room;
    return true;
}

bool bytes_add(bytes *b, const char *data, size_t n_data) {
    if (!bytes_reserve(b, n_data))
        return false;
    if (n_data > 0)
        memcpy(b->data + b->n, data, n_data);
    b->n += n_data;
    return true;
}

void bytes_clear(bytes *b) {
    if (b->room > KEPT_BYTES)
        bytes_free(b);
    b->n = 0;
}

void bytes_free(bytes *b) {
    free(b->data);
    *b = (bytes){0};
}
