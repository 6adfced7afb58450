/* words.h - a line parted into words, as a shell does it but without expansions. */
#ifndef SUMM_CLI_WORDS_H
#define SUMM_CLI_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Parts `line` in place, at blanks, tabs and newlines that are not quoted. Quotes and backslashes mean what they mean
 * to a shell: '...' holds all but an apostrophe; in "..." a backslash quotes \ and " only; elsewhere it quotes any
 * character. Nothing else has a meaning. Writes the words, which point into the line, and how many there are: at most
 * half the bytes of the line, rounded up. False if a quote or the line ends too early. */
bool words_split(char *line, char **words, size_t *n_words);

#endif
