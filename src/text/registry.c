#include "text/registry.h"

#include "base/hash.h"

#include <string.h>

/* uthash takes its memory from the arena of the registry at hand; what it gives back goes with the arena. When there
 * is none, it leaves the new entry out and says so. */
#define HASH_NONFATAL_OOM          1
#define uthash_malloc(size)        sm_arena_get(registry->arena, 1, (size))
#define uthash_free(block, size)   ((void)0)
#define uthash_nonfatal_oom(entry) (out_of_memory = true)
#define HASH_KEYCMP(a, b, n)       memcmp((a), (b), (n))
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#endif
#include <uthash.h>

struct sm_registry_entry {
    uint32_t id;
    UT_hash_handle hh; /* holds the string */
};

void sm_registry_init(sm_registry *registry, sm_arena *arena, uint64_t key) {
    *registry = (sm_registry){arena, key, NULL, 0};
}

static sm_registry_entry *find(const sm_registry *registry, const char *bytes, size_t n_bytes, unsigned hash) {
    sm_registry_entry *entry = NULL;
    HASH_FIND_BYHASHVALUE(hh, registry->head, bytes, n_bytes, hash, entry);
    return entry;
}

static uint32_t add(sm_registry *registry, const char *bytes, size_t n_bytes, unsigned hash) {
    sm_registry_entry *entry = sm_arena_get(registry->arena, 1, sizeof *entry);
    bool out_of_memory = false;
    if (entry == NULL)
        return SM_REGISTRY_NONE;
    HASH_ADD_KEYPTR_BYHASHVALUE(hh, registry->head, bytes, n_bytes, hash, entry);
    if (out_of_memory)
        return SM_REGISTRY_NONE;
    entry->id = registry->n;
    return registry->n++;
}

static unsigned hash_of(const sm_registry *registry, const char *bytes, size_t n_bytes) {
    return (unsigned)sm_hash(registry->key, bytes, n_bytes);
}

uint32_t sm_registry_add(sm_registry *registry, const char *bytes, size_t n_bytes) {
    unsigned hash = hash_of(registry, bytes, n_bytes);
    sm_registry_entry *entry = find(registry, bytes, n_bytes, hash);
    return entry != NULL ? entry->id : add(registry, bytes, n_bytes, hash);
}

uint32_t sm_registry_find(const sm_registry *registry, const char *bytes, size_t n_bytes) {
    if (registry->head == NULL)
        return SM_REGISTRY_NONE;
    sm_registry_entry *entry = find(registry, bytes, n_bytes, hash_of(registry, bytes, n_bytes));
    return entry != NULL ? entry->id : SM_REGISTRY_NONE;
}

#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif
