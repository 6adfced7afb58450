/* extent.h - how much there is to read. */
#ifndef SUMM_CLI_EXTENT_H
#define SUMM_CLI_EXTENT_H

#include "options.h"

/* The files that are named and their bytes; 0 where that is not known, as of directories and pipes. */
progress_amount extent_of(const settings *asked);

#endif
