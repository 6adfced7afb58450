/* The character set that a web page names in itself. */
#ifndef SM_INPUT_DECLARED_H
#define SM_INPUT_DECLARED_H

#include "input/input.h"

/* Of <meta charset>, <meta http-equiv> with content="...charset=..." or <?xml encoding?> within the first 4 KiB. It has
 * to be a set that iconv knows. Names are taken for what they mean in practice: ISO-8859-1 for Windows-1252. A page
 * that is UTF-8, to the last byte and not ASCII alone, names nothing else: pages are converted, and what they say is
 * left. */
bool sm_declared_charset(const char *bytes, size_t n, char name[SM_DECLARED_MAX]);

#endif
