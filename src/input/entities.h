/* Character references of HTML: &amp; &#8217; &#x2019; */
#ifndef SM_INPUT_ENTITIES_H
#define SM_INPUT_ENTITIES_H

#include <stddef.h>
#include <stdint.h>

/* The bytes that the reference at p takes, where p[0] is '&' and n >= 1 bytes are there, and in *code its character (a
 * Unicode scalar value). 0: it is none, or one whose name is not in entities.def, and stands for itself. O(1). */
size_t sm_entity_decode(const char *p, size_t n, uint32_t *code);

#endif
