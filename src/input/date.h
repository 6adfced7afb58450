/* Dates, as the heads of pages give them. */
#ifndef SM_INPUT_DATE_H
#define SM_INPUT_DATE_H

#include "input/said.h"

#include <stdbool.h>

/* Writes the date in n bytes of text, NUL-terminated: as it is, if it is one of ISO 8601 ("2019-11-20T09:28Z"), else in
 * its form ("2019-11-20", "2019-11") if there is but one way to read it: the year first, the month as an English word,
 * or a day above 12. Years are 1500 to 2999. False: there is no such date, and `date` is as it was. O(n). */
bool sm_date_read(const char *text, size_t n, char date[SM_DATE_MAX]);

#endif
