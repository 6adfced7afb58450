/* Which pages a tree is built of. The parser's work grows with the square of what it has to keep open at once, its
 * memory by some hundred bytes with each tag; pages made by people stay far below these bounds. */
#ifndef SM_INPUT_TAME_H
#define SM_INPUT_TAME_H

#include <stdbool.h>
#include <stdint.h>

enum {
    SM_TAME_BYTES = 32 << 20,
    SM_TAME_TAGS = 1 << 20,
    SM_TAME_DEPTH = 512, /* elements open at once, counting those that are never closed */
    SM_TAME_WORDS = 512, /* in one start tag */
    SM_TAME_ROOTS = 64   /* start tags of <html> and <body> */
};

/* O(n_bytes), no recursion, no memory. */
bool sm_is_tame(const char *source, uint32_t n_bytes);

#endif
