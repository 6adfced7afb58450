/* Names of authors, as bylines and the heads of pages give them. */
#ifndef SM_INPUT_NAME_H
#define SM_INPUT_NAME_H

#include <stddef.h>

enum {
    SM_NAME_MAX = 128
};

/* Writes the name in n bytes of UTF-8, possibly broken, NUL-terminated, and returns its bytes; 0: there is none. It is
 * what stands on the first line that holds any: without "By" and the like, up to a date, a mark that parts it from
 * more, or an address; several names in one stay as they are. Addresses of pages, "admin", and what is longer than a
 * line of names are none. O(n). */
size_t sm_name_read(const char *text, size_t n, char name[SM_NAME_MAX]);

#endif
