/* Work that is counted instead of timed: a number that is the same in every run on every machine with one
 * compiler.
 *
 * Compiled with -fsanitize-coverage=trace-pc (make CONFIG=work), our code calls a function of work.c at each of its
 * basic blocks, and each call counts 1. The functions of the C library that walk over bytes are wrapped by the linker:
 * 8 bytes that they pass count 1, so that nothing quadratic hides in them. Not counted is what libstemmer, utf8proc,
 * iconv, uchardet, gumbo and cmark do; of the last two callgrind tells (pages.sh).
 *
 * For one thread at a time. */
#ifndef TESTS_PATHOLOGICAL_WORK_H
#define TESTS_PATHOLOGICAL_WORK_H

#include "summ.h"

/* What was done since the program began. */
uint64_t work_done(void);

/* Bytes asked for and in use, and the most that ever were. */
typedef struct work_memory {
    uint64_t asked; /* the sum of all sizes; of a block that grows, all its sizes */
    uint64_t used, peak;
} work_memory;

/* An allocator over malloc that counts in `memory`. */
summ_allocator work_allocator(work_memory *memory);

#endif
