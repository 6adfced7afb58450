/* message.h - what the command says on standard error. */
#ifndef SUMM_CLI_MESSAGE_H
#define SUMM_CLI_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

enum {
    MESSAGE_ROOM = 8192
};

#ifdef __GNUC__
#define MESSAGE_FORMAT __attribute__((format(printf, 1, 2)))
#else
#define MESSAGE_FORMAT
#endif

/* How names of files are written into a format: no file has a longer one, and what is behind it would be cut off. */
#define MESSAGE_NAME "%.4096s"

/* One line "summ: ..." in one write, without the newline in `format`. What is not fit to be shown, as file names may
 * hold it, becomes question marks; what is longer than 8 KiB is cut. */
void complain(const char *format, ...) MESSAGE_FORMAT;

/* Composes a line "summ: NAME: reason", or with a line above 0 "summ: NAME:LINE: reason", as complain would print it,
 * and returns its bytes. */
size_t message_about(char out[MESSAGE_ROOM], const char *name, size_t line, const char *reason);

void message_print(const char *line, size_t n_line);

/* The bytes of the character at `at`, before the end of a string; false: control characters and bytes that are no
 * UTF-8, in place of which a question mark is shown. */
bool message_shows(const char *at, size_t *n_bytes);

#endif
