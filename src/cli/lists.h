/* lists.h - the engine, with the word lists that the command line names. */
#ifndef SUMM_CLI_LISTS_H
#define SUMM_CLI_LISTS_H

#include "options.h"

/* NULL after a message if a file cannot be read or there is no memory. */
summ_engine *lists_engine(const settings *asked);

#endif
