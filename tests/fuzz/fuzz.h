/* Fuzz targets: what they have in common. A target is one file and one row of targets.def; its function
 *
 *     int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
 *
 * does something with the bytes and fails unless what has to hold of every input does. libFuzzer and AFL++ look for
 * inputs; replay_test.c gives it those that are kept, without either. What is chosen (a language, an algorithm) comes
 * from the first bytes, of which '0' is the first choice, so that inputs can be written by hand. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* What is left of the input. */
typedef struct fuzz_input {
    const char *text;
    size_t n;
} fuzz_input;

static inline fuzz_input fuzz_begin(const uint8_t *data, size_t n) {
    return (fuzz_input){(const char *)data, n};
}

/* A choice from 0 to below - 1, by the next byte; 0 at the end. */
static inline size_t fuzz_pick(fuzz_input *in, size_t below) {
    if (in->n == 0)
        return 0;
    unsigned char byte = (unsigned char)*in->text;
    in->text++;
    in->n--;
    return (unsigned char)(byte - '0') % below;
}

/* The bytes up to a mark, which is passed, or all that is left. */
static inline fuzz_input fuzz_part(fuzz_input *in, char mark) {
    const char *end = in->n > 0 ? memchr(in->text, mark, in->n) : NULL;
    fuzz_input part = {in->text, end != NULL ? (size_t)(end - in->text) : in->n};
    size_t passed = end != NULL ? part.n + 1 : part.n;
    in->text += passed;
    in->n -= passed;
    return part;
}

/* A copy with a NUL behind it, without those within; freed by free. */
static inline char *fuzz_string(fuzz_input part) {
    char *copy = malloc(part.n + 1);
    size_t n = 0;
    if (copy == NULL)
        abort();
    for (size_t i = 0; i < part.n; i++)
        if (part.text[i] != '\0')
            copy[n++] = part.text[i];
    copy[n] = '\0';
    return copy;
}

/* Ends the process, as a crash does, unless the condition holds. */
#define FUZZ_CHECK(condition) ((condition) ? (void)0 : fuzz_fail(#condition, __FILE__, __LINE__))

_Noreturn static inline void fuzz_fail(const char *condition, const char *file, int line) {
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    abort();
}

/* An arena over malloc. Not to be copied. */
typedef struct fuzz_arena {
    sm_alloc alloc;
    sm_arena arena;
} fuzz_arena;

static inline void fuzz_arena_begin(fuzz_arena *a) {
    sm_alloc_init(&a->alloc, (summ_allocator){0}, SIZE_MAX);
    sm_arena_init(&a->arena, &a->alloc);
}

static inline void fuzz_arena_end(fuzz_arena *a) {
    sm_arena_release(&a->arena);
    FUZZ_CHECK(a->alloc.used == 0);
}

#endif
