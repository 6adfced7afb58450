/* whole.h - results that show the whole text: --highlight, and the page of -t html. */
#ifndef SUMM_CLI_WHOLE_H
#define SUMM_CLI_WHOLE_H

#include "options.h"

/* Is the whole text shown in this format? */
bool whole_is_shown(const settings *asked, const char *format);

/* Is it the page, which has a summary and key phrases whether asked for or not? */
bool whole_is_page(const settings *asked, const char *format);

/* Do the other options and the files suit that? Says why not. */
bool whole_check(const settings *asked);

#endif
