/* help.h - what the command says about itself. */
#ifndef SUMM_CLI_HELP_H
#define SUMM_CLI_HELP_H

#include "options.h"
#include "sink.h"

/* What it is, examples, and the options used most: one screen of 24 lines. */
void help_print_short(sink *out);

/* All options, from the option table, in 80 columns. */
void help_print(sink *out);

/* What stands above a group of options: a title and, behind "; " if at all, what is true of all of them. */
const char *help_title(option_group group);

/* How to begin, for whoever gave no text. On standard error. */
void help_short(void);

void help_version(sink *out);

#endif
