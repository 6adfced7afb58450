/* A registry: byte strings, each with a dense number in order of first appearance, for small sets of strings. The only
 * file that knows uthash; its hash is ours, keyed (base/hash.h). Words by the million go into text/vocab.h. */
#ifndef SM_TEXT_REGISTRY_H
#define SM_TEXT_REGISTRY_H

#include "base/arena.h"

#include <stdint.h>

typedef struct sm_registry_entry sm_registry_entry;

typedef struct sm_registry {
    sm_arena *arena; /* holds the table */
    uint64_t key;
    sm_registry_entry *head;
    uint32_t n; /* strings so far */
} sm_registry;

#define SM_REGISTRY_NONE UINT32_MAX

void sm_registry_init(sm_registry *registry, sm_arena *arena, uint64_t key);

/* The number of a string: the one it has, or the next, `n` before the call. The bytes are not copied and have to
 * stay. SM_REGISTRY_NONE: no memory. O(bytes) on average. */
uint32_t sm_registry_add(sm_registry *registry, const char *bytes, size_t n_bytes);

/* The number of a string, or SM_REGISTRY_NONE if it is not there. */
uint32_t sm_registry_find(const sm_registry *registry, const char *bytes, size_t n_bytes);

#endif
