/* Text as it is shown: valid UTF-8 on one line. Runs of white space and control characters are one space, none at the
 * ends; each bad byte is U+FFFD. */
#ifndef SM_TEXT_SHOWN_H
#define SM_TEXT_SHOWN_H

#include <stddef.h>

typedef struct sm_shown {
    size_t bytes, chars;
    size_t words; /* as `wc -w` counts them; between ideographs, each is one */
} sm_shown;

sm_shown sm_shown_measure(const char *text, size_t n);

/* Writes what sm_shown_measure measured: that many bytes, no NUL. */
void sm_shown_write(const char *text, size_t n, char *out);

#endif
