/* pages.h - text whose pages end in form feeds, as pdftotext writes it, made a running one.
 *
 * Numbers of pages are left out, and so are first and last lines that are those of one of the two pages before but for
 * their digits: running heads and feet. A sentence that goes on on the next page is not parted by an empty line.
 */
#ifndef SUMM_CLI_PAGES_H
#define SUMM_CLI_PAGES_H

#include "bytes.h"

/* O(bytes). False: no memory; the text is as it was. */
bool pages_join(bytes *text);

#endif
