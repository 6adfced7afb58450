/* Bytes that are no text. */
#ifndef SM_INPUT_BINARY_H
#define SM_INPUT_BINARY_H

#include <stddef.h>

/* What the bytes are, "PDF document", or NULL if they look like text. Known by the signatures of common formats; apart
 * from these, "binary data" is what has, among the first 64 KiB, more control characters than texts have: one byte in
 * four, or one in 32 if the rest is no UTF-8 either, and four at least. Line ends, tabs, form feeds, backspaces and
 * escapes are no such characters, and UTF-16 and UTF-32 are text. Static. O(1). */
const char *sm_binary_kind(const char *bytes, size_t n);

#endif
