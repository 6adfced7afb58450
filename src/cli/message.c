/* message.c - what the command says on standard error. */
#define _POSIX_C_SOURCE 200809L
#include "message.h"

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
static void print(const char *line, size_t n_line) {
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

void complain(const char *format, ...) {
    char line[8192] = "summ: ";
    size_t used = strlen(line);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line + used, sizeof line - used - 1, format, arguments);
    va_end(arguments);
    for (; line[used] != '\0'; used++)
        line[used] = message_char(line[used]);
    line[used++] = '\n';
    print(line, used);
}
