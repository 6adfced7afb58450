/* help.h - what the command says about itself. */
#ifndef SUMM_CLI_HELP_H
#define SUMM_CLI_HELP_H

#include "sink.h"

/* All options, from the option table, in 80 columns. */
void help_print(sink *out);

/* How to begin, for whoever gave no text. On standard error. */
void help_short(void);

void help_version(sink *out);

#endif
