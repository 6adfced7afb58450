/* choices.h - the options of one source, read one by one and then applied.
 *
 * Sources are the command line, SUMM_OPTIONS and the lines of a file. All are read before any is applied, because what
 * one of them says decides what of another counts.
 */
#ifndef SUMM_CLI_CHOICES_H
#define SUMM_CLI_CHOICES_H

#include "options.h"
#include <stdbool.h>
#include <stddef.h>

typedef struct choice {
    const option_row *row;
    const char *value; /* NULL: it takes none */
    const char *word;  /* that it stands in, as it was written */
    bool by_letter;
    size_t line; /* of the source, from 1; 0: it has none */
} choice;

typedef struct choices {
    const char *source; /* for messages; NULL: the command line */
    choice *at;
    size_t n;
    char **files; /* where to put words that are no options; NULL: they are refused */
    size_t n_files;
} choices;

/* Reads the words after argv[0], as getopt_long does: options and files in any order, long names shortened while they
 * are unambiguous. `files` may be argv + 1. `line` is kept for messages. The strings have to outlive what is made of
 * them. False after a message. */
bool choices_read(choices *to, int argc, char **argv, size_t line);

bool choices_have(const choices *from, option_group group);

/* Sets what was chosen, in that order; of GROUP_LENGTH only with `lengths`. False after a message. */
bool choices_apply(const choices *from, bool lengths, settings *to);

void choices_free(choices *made);

#endif
