/* message.h - what the command says on standard error. */
#ifndef SUMM_CLI_MESSAGE_H
#define SUMM_CLI_MESSAGE_H

#ifdef __GNUC__
#define MESSAGE_FORMAT __attribute__((format(printf, 1, 2)))
#else
#define MESSAGE_FORMAT
#endif

/* One line "summ: ..." in one write, without the newline in `format`. Control characters, as file names may hold them,
 * become question marks; what is longer than 8 KiB is cut. */
void complain(const char *format, ...) MESSAGE_FORMAT;

/* The character, or a question mark for a control character. */
char message_char(char c);

#endif
