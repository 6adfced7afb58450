/* An allocator for tests: it counts live blocks and bytes, checks the old size it is given at each resize, keeps
 * canaries before and behind each block, and can fail the n-th allocation, once or from then on. For one thread.
 *
 *     test_arena t;
 *     test_arena_begin(&t);                 an arena over such an allocator
 *     ... &t.arena ...
 *     test_arena_end(&t);                   releases it; fails the test if anything is left
 *
 * To fail each allocation of an operation in turn:
 *
 *     for (size_t n = 1;; n++) {
 *         test_memory_fail(&t.memory, n, false);
 *         ... operation ...
 *         if (!test_memory_failed(&t.memory))
 *             break;                        it took fewer than n allocations
 *     }
 */
#ifndef TESTS_SUPPORT_MEMORY_H
#define TESTS_SUPPORT_MEMORY_H

#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
    TEST_CANARY = 0xC5,
    TEST_FRESH = 0xA7,     /* what new bytes hold, so that nobody takes them for cleared */
    TEST_CANARY_BYTES = 24 /* with the size, a multiple of the strictest alignment: none is free of canaries */
};

typedef struct test_memory {
    size_t blocks, bytes, peak; /* in use, and the most bytes that ever were */
    size_t calls;               /* that ask for memory: new_bytes > 0 */
    size_t fail_at;             /* this call fails; 0: none */
    bool fail_after;            /* and all that follow */
    size_t failures;            /* so far */
} test_memory;

/* Before each block: its size and a canary; behind it, another canary. */
typedef struct test_block {
    size_t bytes;
    unsigned char canary[TEST_CANARY_BYTES];
    max_align_t data[];
} test_block;

static inline test_block *test_block_of(void *data) {
    return (test_block *)(void *)((char *)data - offsetof(test_block, data));
}

static inline bool test_canary_lives(const unsigned char *canary) {
    for (size_t i = 0; i < TEST_CANARY_BYTES; i++)
        if (canary[i] != TEST_CANARY)
            return false;
    return true;
}

static inline void test_block_check(test_block *block, size_t old_bytes) {
    if (!test_canary_lives(block->canary))
        fail_msg("bytes before a block were written");
    if (block->bytes != old_bytes)
        fail_msg("a block of %zu bytes was given back as one of %zu", block->bytes, old_bytes);
    if (!test_canary_lives((unsigned char *)block->data + block->bytes))
        fail_msg("bytes behind a block of %zu were written", block->bytes);
}

static inline void test_block_free(test_memory *memory, test_block *block) {
    memory->blocks--;
    memory->bytes -= block->bytes;
    memset(block->data, TEST_CANARY, block->bytes);
    free(block);
}

static inline bool test_memory_refuses(test_memory *memory) {
    memory->calls++;
    bool refuses = memory->fail_at != 0 &&
                   (memory->calls == memory->fail_at || (memory->fail_after && memory->calls > memory->fail_at));
    memory->failures += refuses;
    return refuses;
}

/* Always a new place, so that nobody relies on a block that stays where it was. */
static inline void *test_memory_resize(void *context, void *data, size_t old_bytes, size_t new_bytes) {
    test_memory *memory = context;
    test_block *old = data != NULL ? test_block_of(data) : NULL, *block = NULL;
    if (old != NULL)
        test_block_check(old, old_bytes);
    else if (old_bytes != 0)
        fail_msg("no block was given back as one of %zu bytes", old_bytes);
    if (new_bytes > 0) {
        if (test_memory_refuses(memory) || new_bytes > SIZE_MAX / 2)
            return NULL;
        if ((block = malloc(sizeof *block + new_bytes + TEST_CANARY_BYTES)) == NULL)
            return NULL;
        block->bytes = new_bytes;
        memset(block->canary, TEST_CANARY, TEST_CANARY_BYTES);
        memset(block->data, TEST_FRESH, new_bytes);
        memset((char *)block->data + new_bytes, TEST_CANARY, TEST_CANARY_BYTES);
        if (old != NULL)
            memcpy(block->data, old->data, old_bytes < new_bytes ? old_bytes : new_bytes);
        memory->blocks++;
        memory->bytes += new_bytes;
    }
    if (old != NULL)
        test_block_free(memory, old);
    if (memory->bytes > memory->peak)
        memory->peak = memory->bytes;
    return new_bytes > 0 ? block->data : NULL;
}

static inline test_memory test_memory_new(void) {
    return (test_memory){0};
}

/* For summ_engine_options.allocator and sm_alloc_init. */
static inline summ_allocator test_memory_allocator(test_memory *memory) {
    return (summ_allocator){test_memory_resize, memory};
}

/* From now on the n-th allocation (1 is the next) fails, `after`: and every later one. n 0: none fails. */
static inline void test_memory_fail(test_memory *memory, size_t n, bool after) {
    memory->calls = 0;
    memory->fail_at = n;
    memory->fail_after = after;
    memory->failures = 0;
}

/* Did an allocation fail since test_memory_fail? */
static inline bool test_memory_failed(const test_memory *memory) {
    return memory->failures > 0;
}

/* Fails the test if a block is still in use. */
static inline void test_memory_end(const test_memory *memory) {
    assert_int_equal(memory->blocks, 0);
    assert_int_equal(memory->bytes, 0);
}

/* An arena over it. Not to be copied: the members point to one another. */
typedef struct test_arena {
    test_memory memory;
    sm_alloc alloc;
    sm_arena arena;
} test_arena;

static inline void test_arena_begin(test_arena *t) {
    t->memory = test_memory_new();
    sm_alloc_init(&t->alloc, test_memory_allocator(&t->memory), SIZE_MAX);
    sm_arena_init(&t->arena, &t->alloc);
}

static inline void test_arena_end(test_arena *t) {
    sm_arena_release(&t->arena);
    assert_int_equal(t->alloc.used, 0);
    test_memory_end(&t->memory);
}

#endif
