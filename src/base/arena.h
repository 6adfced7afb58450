/* An arena: many allocations, one release. Small blocks are cut from shared chunks; a block of SM_ARENA_LARGE bytes or
 * more has a chunk of its own, so that growing it moves no more than the allocator's resize does, and frees the old. */
#ifndef SM_BASE_ARENA_H
#define SM_BASE_ARENA_H

#include "base/alloc.h"

/* A build of tests gives every block a chunk of its own: 1. */
#ifndef SM_ARENA_LARGE_BYTES
#define SM_ARENA_LARGE_BYTES (16 * 1024)
#endif

enum {
    SM_ARENA_LARGE = SM_ARENA_LARGE_BYTES
};

typedef struct sm_chunk sm_chunk;

typedef struct sm_arena {
    sm_alloc *alloc;
    sm_chunk *small, *large; /* chunks in use, newest first */
    char *next;              /* free space of the newest small chunk */
    size_t left;
    size_t chunk_bytes; /* of the next small chunk; doubles up to SM_ARENA_LARGE * 4 */
} sm_arena;

void sm_arena_init(sm_arena *arena, sm_alloc *alloc);
void sm_arena_release(sm_arena *arena);

/* count * size bytes, aligned for any type, not cleared; never NULL for 0 bytes. NULL: no memory. */
void *sm_arena_get(sm_arena *arena, size_t count, size_t size);
/* The same, all zero. */
void *sm_arena_get_zero(sm_arena *arena, size_t count, size_t size);

/* A block of this arena from old_bytes to new_bytes >= old_bytes; its contents move along. NULL: no memory, and the
 * old block stays. Amortised O(1) for each byte when sizes double. */
void *sm_arena_grow(sm_arena *arena, void *block, size_t old_bytes, size_t new_bytes);

/* Growable arrays: `at` points to room for `cap` elements of which n are in use. */
#define SM_VEC(type)                                                                                                   \
    struct {                                                                                                           \
        type *at;                                                                                                      \
        size_t n, cap;                                                                                                 \
    }

/* Room for `more` further elements in `vec`; false: no memory. */
#define sm_vec_reserve(vec, more, arena)                                                                               \
    ((vec)->cap - (vec)->n >= (more) ||                                                                                \
     sm_vec_extend((arena), (void **)&(vec)->at, (vec)->n, &(vec)->cap, (more), sizeof *(vec)->at))

/* Appends a value; false: no memory. */
#define sm_vec_push(vec, value, arena)                                                                                 \
    (sm_vec_reserve(vec, (size_t)1, arena) && ((vec)->at[(vec)->n++] = (value), true))

bool sm_vec_extend(sm_arena *arena, void **at, size_t n, size_t *cap, size_t more, size_t size);

#endif
