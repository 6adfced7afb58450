/* message.c - what the command says on standard error. */
#define _POSIX_C_SOURCE 200809L
#include "message.h"

#include "again.h"
#include "progress.h"
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Table 3-7 of the Unicode Standard, well-formed UTF-8, without control characters, which the second byte tells of
 * those beyond ASCII. All bytes behind the second are 80 to BF. */
static const struct {
    unsigned char first, last, second_first, second_last, n_bytes;
} characters[] = {
    {0x20, 0x7E, 0x00, 0xFF, 1}, {0xC2, 0xC2, 0xA0, 0xBF, 2}, {0xC3, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

static bool is_between(char c, unsigned char first, unsigned char last) {
    unsigned char byte = (unsigned char)c;
    return byte >= first && byte <= last;
}

static bool is_continued(const char *at, size_t n_bytes) {
    size_t i = 2;
    while (i < n_bytes && is_between(at[i], 0x80, 0xBF))
        i++;
    return i >= n_bytes;
}

bool message_shows(const char *at, size_t *n_bytes) {
    for (size_t i = 0; i < sizeof characters / sizeof characters[0]; i++) {
        *n_bytes = characters[i].n_bytes;
        if (is_between(at[0], characters[i].first, characters[i].last) &&
            is_between(at[1], characters[i].second_first, characters[i].second_last) && is_continued(at, *n_bytes))
            return true;
    }
    bool is_control = is_between(at[0], 0xC2, 0xC2) && is_between(at[1], 0x80, 0x9F);
    *n_bytes = is_control ? 2 : 1;
    return false;
}

/* If standard error is gone there is nobody left to tell. */
static void put(const char *line, size_t n_line) {
    while (n_line > 0) {
        ssize_t n_written = write(STDERR_FILENO, line, n_line);
        if (n_written == 0 || (n_written < 0 && !again(STDERR_FILENO, POLLOUT)))
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
    for (size_t from = used, n; out[from] != '\0'; from += n) {
        bool shown = message_shows(out + from, &n);
        memmove(out + used, shown ? out + from : "?", shown ? n : 1);
        used += shown ? n : 1;
    }
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
        return compose_from(out, MESSAGE_NAME ":%zu: %s", name, line, reason);
    return compose_from(out, MESSAGE_NAME ": %s", name, reason);
}

void complain(const char *format, ...) {
    char line[MESSAGE_ROOM];
    va_list arguments;
    va_start(arguments, format);
    size_t n = compose(line, format, arguments);
    va_end(arguments);
    message_print(line, n);
}
