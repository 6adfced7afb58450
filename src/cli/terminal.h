/* terminal.h - what the output may rely on. */
#ifndef SUMM_CLI_TERMINAL_H
#define SUMM_CLI_TERMINAL_H

#include "options.h"

/* Sets `colored` and `width` by --color, the environment (NO_COLOR, see no-color.org; TERM; COLUMNS) and whether
 * standard output is the output and a terminal. */
void terminal_ask(settings *asked);

#endif
