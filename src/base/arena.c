#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define WATCHED 1
#endif

/* AddressSanitizer sees chunks only: it is told which bytes of them belong to blocks. What lies between, and blocks
 * that have grown elsewhere, nobody may touch. */
#ifdef WATCHED
#include <sanitizer/asan_interface.h>
#define FORBID(p, n) __asan_poison_memory_region((p), (n))
#define ALLOW(p, n)  __asan_unpoison_memory_region((p), (n))
#else
#define FORBID(p, n) ((void)(p), (void)(n))
#define ALLOW(p, n)  ((void)(p), (void)(n))
#endif

struct sm_chunk {
    sm_chunk *older, *newer;
    size_t bytes; /* with this header */
    max_align_t data[];
};

enum {
    ALIGN = sizeof(max_align_t),
    FIRST_CHUNK = 2048,
#ifdef WATCHED
    GAP = ALIGN /* behind each block */
#else
    GAP = 0
#endif
};

void sm_arena_init(sm_arena *arena, sm_alloc *alloc) {
    *arena = (sm_arena){.alloc = alloc, .chunk_bytes = FIRST_CHUNK};
}

static void release_chunks(sm_alloc *alloc, sm_chunk *chunk) {
    while (chunk != NULL) {
        sm_chunk *older = chunk->older;
        ALLOW(chunk, chunk->bytes);
        sm_alloc_resize(alloc, chunk, chunk->bytes, 0);
        chunk = older;
    }
}

void sm_arena_release(sm_arena *arena) {
    release_chunks(arena->alloc, arena->small);
    release_chunks(arena->alloc, arena->large);
    sm_arena_init(arena, arena->alloc);
}

/* A resized block may have moved: its neighbours in the list have to know. */
static void link_chunk(sm_chunk **newest, sm_chunk *chunk) {
    if (chunk->older != NULL)
        chunk->older->newer = chunk;
    if (chunk->newer != NULL)
        chunk->newer->older = chunk;
    else
        *newest = chunk;
}

static void *new_chunk(sm_arena *arena, sm_chunk **newest, size_t data_bytes) {
    if (data_bytes > SIZE_MAX - sizeof(sm_chunk))
        return NULL;
    size_t bytes = sizeof(sm_chunk) + data_bytes;
    sm_chunk *chunk = sm_alloc_resize(arena->alloc, NULL, 0, bytes);
    if (chunk == NULL)
        return NULL;
    chunk->older = *newest;
    chunk->newer = NULL;
    chunk->bytes = bytes;
    link_chunk(newest, chunk);
    return chunk->data;
}

static bool add_small_chunk(sm_arena *arena) {
    char *data = new_chunk(arena, &arena->small, arena->chunk_bytes);
    if (data == NULL)
        return false;
    FORBID(data, arena->chunk_bytes);
    arena->next = data;
    arena->left = arena->chunk_bytes;
    if (arena->chunk_bytes < (size_t)4 * SM_ARENA_LARGE)
        arena->chunk_bytes *= 2;
    return true;
}

static size_t round_up(size_t bytes) {
    return (bytes + ALIGN - 1) / ALIGN * ALIGN;
}

static void *get_bytes(sm_arena *arena, size_t bytes) {
    if (bytes >= SM_ARENA_LARGE)
        return new_chunk(arena, &arena->large, bytes);
    size_t taken = (bytes == 0 ? ALIGN : round_up(bytes)) + GAP;
    while (taken > arena->left)
        if (!add_small_chunk(arena))
            return NULL;
    void *p = arena->next;
    arena->next += taken;
    arena->left -= taken;
    ALLOW(p, bytes);
    return p;
}

void *sm_arena_get(sm_arena *arena, size_t count, size_t size) {
    size_t bytes;
    return sm_multiply(count, size, &bytes) ? get_bytes(arena, bytes) : NULL;
}

void *sm_arena_get_zero(sm_arena *arena, size_t count, size_t size) {
    void *p = sm_arena_get(arena, count, size);
    if (p != NULL)
        memset(p, 0, count * size);
    return p;
}

static void *resize_chunk(sm_arena *arena, void *block, size_t new_bytes) {
    sm_chunk *chunk = (sm_chunk *)(void *)((char *)block - offsetof(sm_chunk, data));
    if (new_bytes > SIZE_MAX - sizeof(sm_chunk))
        return NULL;
    chunk = sm_alloc_resize(arena->alloc, chunk, chunk->bytes, sizeof(sm_chunk) + new_bytes);
    if (chunk == NULL)
        return NULL;
    chunk->bytes = sizeof(sm_chunk) + new_bytes;
    link_chunk(&arena->large, chunk);
    return chunk->data;
}

void *sm_arena_grow(sm_arena *arena, void *block, size_t old_bytes, size_t new_bytes) {
    if (old_bytes >= SM_ARENA_LARGE)
        return resize_chunk(arena, block, new_bytes);
    void *p = get_bytes(arena, new_bytes);
    if (p != NULL && old_bytes > 0) {
        memcpy(p, block, old_bytes);
        FORBID(block, old_bytes);
    }
    return p;
}

bool sm_vec_extend(sm_arena *arena, void **at, size_t n, size_t *cap, size_t more, size_t size) {
    size_t old_bytes = *cap * size, new_bytes, need = n + more;
    size_t cap_new = *cap < 16 ? 16 : *cap + *cap / 2;
    if (cap_new < need)
        cap_new = need;
    if (need < n || cap_new < *cap || !sm_multiply(cap_new, size, &new_bytes))
        return false;
    void *p = sm_arena_grow(arena, *at, old_bytes, new_bytes);
    if (p == NULL)
        return false;
    *at = p;
    *cap = cap_new;
    return true;
}
