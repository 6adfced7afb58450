/* tape.c - pieces one behind the other, each with a header. */
#include "tape.h"

#include <string.h>

typedef struct header {
    size_t n;
    tape_kind kind;
} header;

static header header_at(const tape *from, size_t at) {
    header found;
    memcpy(&found, from->held.data + at, sizeof found);
    return found;
}

static void begin(tape *to, tape_kind kind) {
    header next = {.kind = kind};
    size_t at = to->held.n;
    if (!bytes_add(&to->held, (const char *)&next, sizeof next))
        to->broken = true;
    else
        to->last = at;
}

static void extend(tape *to, const char *data, size_t n_data) {
    if (to->broken || !bytes_add(&to->held, data, n_data)) {
        to->broken = true;
        return;
    }
    header one = header_at(to, to->last);
    one.n += n_data;
    memcpy(to->held.data + to->last, &one, sizeof one);
}

int tape_write(void *context, const char *data, size_t n_data) {
    tape *to = context;
    if (to->held.n == 0 || header_at(to, to->last).kind != TAPE_OUTPUT)
        begin(to, TAPE_OUTPUT);
    extend(to, data, n_data);
    return to->broken ? -1 : 0;
}

int tape_puts(tape *to, const char *string) {
    return tape_write(to, string, strlen(string));
}

void tape_say(tape *to, tape_kind kind, const char *line, size_t n_line) {
    begin(to, kind);
    extend(to, line, n_line);
}

bool tape_next(const tape *from, size_t *at, tape_piece *out) {
    if (*at >= from->held.n)
        return false;
    header one = header_at(from, *at);
    *out = (tape_piece){one.kind, from->held.data + *at + sizeof one, one.n};
    *at += sizeof one + one.n;
    return true;
}

void tape_clear(tape *made) {
    bytes_clear(&made->held);
    made->last = 0;
    made->broken = false;
}

void tape_free(tape *made) {
    bytes_free(&made->held);
    *made = (tape){0};
}
