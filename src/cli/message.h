/* message.h - what the command says on standard error. */
#ifndef SUMM_CLI_MESSAGE_H
#define SUMM_CLI_MESSAGE_H

#include <stddef.h>

enum {
    MESSAGE_ROOM = 8192
};

#ifdef __GNUC__
#define MESSAGE_FORMAT __attribute__((format(printf, 1, 2)))
#else
#define MESSAGE_FORMAT
#endif

/* One line "summ: ..." in one write, without the newline in `format`. Control characters, as file names may hold them,
 * become question marks; what is longer than 8 KiB is cut. */
void complain(const char *format, ...) MESSAGE_FORMAT;

/* Composes a line "summ: NAME: reason", or with a line above 0 "summ: NAME:LINE: reason", as complain would print it,
 * and returns its bytes. */
size_t message_about(char out[MESSAGE_ROOM], const char *name, size_t line, const char *reason);

void message_print(const char *line, size_t n_line);

/* The character, or a question mark for a control character. */
char message_char(char c);

#endif
