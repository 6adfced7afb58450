#include "text/vocab.h"

#include "base/hash.h"

#include <string.h>

enum {
    FIRST_SLOTS = 256 /* a power of two; at most two thirds are taken */
};

void sm_vocab_init(sm_vocab *vocab, sm_arena *arena, uint64_t key) {
    *vocab = (sm_vocab){.arena = arena, .key = key};
}

static uint32_t hash_of(const sm_vocab *vocab, const char *bytes, size_t n_bytes) {
    return (uint32_t)(sm_hash(vocab->key, bytes, n_bytes) >> 32);
}

static uint64_t slot_of(uint32_t hash, uint32_t id) {
    return (uint64_t)hash << 32 | (id + 1);
}

static void place(sm_vocab *vocab, uint32_t hash, uint32_t id) {
    uint32_t mask = vocab->n_slots - 1, i = hash & mask;
    while (vocab->slots[i] != 0)
        i = (i + 1) & mask;
    vocab->slots[i] = slot_of(hash, id);
}

/* Twice the slots; every string finds its place anew by the hash that is kept with it. */
static bool extend(sm_vocab *vocab) {
    size_t old_bytes = vocab->n_slots * sizeof *vocab->slots;
    uint32_t n_slots = vocab->n_slots == 0 ? FIRST_SLOTS : 2 * vocab->n_slots;
    if (n_slots == 0)
        return false;
    uint64_t *slots = sm_arena_grow(vocab->arena, vocab->slots, old_bytes, n_slots * sizeof *slots);
    if (slots == NULL)
        return false;
    memset(slots, 0, n_slots * sizeof *slots);
    vocab->slots = slots;
    vocab->n_slots = n_slots;
    for (uint32_t id = 0; id < vocab->n; id++)
        place(vocab, vocab->strings.at[id].hash, id);
    return true;
}

static bool is_same(const sm_vocab_string *s, const char *bytes, size_t n_bytes, uint64_t first) {
    return s->first == first && s->n_bytes == n_bytes &&
           (n_bytes <= sizeof first ||
            memcmp(s->bytes + sizeof first, bytes + sizeof first, n_bytes - sizeof first) == 0);
}

static uint32_t find(const sm_vocab *vocab, const char *bytes, size_t n_bytes, uint32_t hash) {
    if (vocab->n_slots == 0)
        return SM_VOCAB_NONE;
    uint64_t first = sm_hash_first(bytes, n_bytes);
    uint32_t mask = vocab->n_slots - 1;
    for (uint32_t i = hash & mask; vocab->slots[i] != 0; i = (i + 1) & mask) {
        if (vocab->slots[i] >> 32 != hash)
            continue;
        uint32_t id = (uint32_t)vocab->slots[i] - 1;
        if (is_same(&vocab->strings.at[id], bytes, n_bytes, first))
            return id;
    }
    return SM_VOCAB_NONE;
}

uint32_t sm_vocab_add(sm_vocab *vocab, const char *bytes, size_t n_bytes) {
    uint32_t hash = hash_of(vocab, bytes, n_bytes), id = find(vocab, bytes, n_bytes, hash);
    if (id != SM_VOCAB_NONE)
        return id;
    sm_vocab_string string = {sm_hash_first(bytes, n_bytes), bytes, (uint32_t)n_bytes, hash};
    bool full = 3 * ((uint64_t)vocab->n + 1) > 2 * (uint64_t)vocab->n_slots;
    if ((full && !extend(vocab)) || !sm_vec_push(&vocab->strings, string, vocab->arena))
        return SM_VOCAB_NONE;
    place(vocab, hash, vocab->n);
    return vocab->n++;
}

uint32_t sm_vocab_find(const sm_vocab *vocab, const char *bytes, size_t n_bytes) {
    return find(vocab, bytes, n_bytes, hash_of(vocab, bytes, n_bytes));
}
