/* message.c - what the command says on standard error. */
#define _POSIX_C_SOURCE 200809L
#include "message.h"

#include "progress.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

char message_char(char c) {
    unsigned char byte = (unsigned char)c;
    if (byte < ' ' || byte == 0x7f)
        return '?';
    return c;
}

/* If standard error is gone there is nobody left to tell. */
static void put(const char *line, size_t n_line) {
    while (n_line > 0) {
        ssize_t n_written = write(STDERR_FILENO, line, n_line);
        if (n_written < 0 && errno != EINTR)
            return;
        if (n_written > 0) {
            line += n_written;
            n_line -= (size_t)n_written;
        }
    }
}

void message_print(const char *line, size_t n_line) {
    progress_hold();
    put(line, n_line);
    progress_release(true);
}

static size_t compose(char out[MESSAGE_ROOM], const char *format, va_list arguments) {
    static const char begin[] = "summ: ";
    size_t used = sizeof begin - 1;
    memcpy(out, begin, sizeof begin);
    vsnprintf(out + used, MESSAGE_ROOM - used - 1, format, arguments);
    for (; out[used] != '\0'; used++)
        out[used] = message_char(out[used]);
    out[used++] = '\n';
    return used;
}

static size_t compose_from(char out[MESSAGE_ROOM], const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    size_t n = compose(out, format, arguments);
    va_end(arguments);
    return n;
}

size_t message_about(char out[MESSAGE_ROOM], const char *name, size_t line, const char *reason) {
    if (line > 0)
        return compose_from(out, "%s:%zu: %s", name, line, reason);
    return compose_from(out, "%s: %s", name, reason);
}

void complain(const char *format, ...) {
    char line[MESSAGE_ROOM];
    va_list arguments;
    va_start(arguments, format);
    size_t n = compose(line, format, arguments);
    va_end(arguments);
    message_print(line, n);
}
