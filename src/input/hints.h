/* What the class, the id and other attributes of an element tell about what it holds. */
#ifndef SM_INPUT_HINTS_H
#define SM_INPUT_HINTS_H

#include <stdint.h>

enum {
#define GROUP(NAME, bit) SM_HINT_##NAME = 1 << (bit),
#define X(word, NAME)
#include "input/hints.def"
#undef GROUP
#undef X
};

/* The hints of one attribute; both NUL-terminated. O(bytes of the value). */
uint32_t sm_hints_of(const char *name, const char *value);

#endif
