#include "text/vocab.h"

#include "base/bytes.h"
#include "base/hash.h"

#include <string.h>

enum {
    FIRST_SLOTS = 256, /* a power of two; at most two thirds are taken */
    FEW_SLOTS = 8192,
    SHORT = 16 /* bytes that are hashed as two numbers */
};

/* A string as slots see it. */
typedef struct probe {
    const char *bytes;
    size_t n_bytes;
    uint64_t first;
    uint32_t hash;
} probe;

void sm_vocab_init(sm_vocab *vocab, sm_arena *arena, uint64_t key) {
    *vocab = (sm_vocab){.arena = arena, .key = key};
}

/* Of up to 16 bytes, as two numbers: two products, where sm_hash takes four for any length. */
static uint32_t hash_short(const sm_vocab *vocab, uint64_t first, uint64_t second, size_t n) {
    uint64_t h = sm_hash_fold(first ^ vocab->key, second ^ SM_HASH_ODD);
    return (uint32_t)(sm_hash_fold(h ^ n, vocab->key ^ SM_HASH_ODD) >> 32);
}

static probe probe_of(const sm_vocab *vocab, const char *bytes, size_t n, size_t readable) {
    if (n > SHORT)
        return (probe){bytes, n, sm_bytes_8(bytes), (uint32_t)(sm_hash(vocab->key, bytes, n) >> 32)};
    uint64_t first, second = 0;
    if (readable >= SHORT) {
        first = sm_bytes_masked(bytes, n);
        second = n > 8 ? sm_bytes_masked(bytes + 8, n - 8) : 0;
    } else {
        first = sm_bytes_first(bytes, n);
        second = n > 8 ? sm_bytes_first(bytes + 8, n - 8) : 0;
    }
    return (probe){bytes, n, first, hash_short(vocab, first, second, n)};
}

static uint32_t tag_of(uint32_t hash, size_t n_bytes) {
    return (hash & ~(uint32_t)0xFF) | (uint32_t)(n_bytes < 0xFF ? n_bytes : 0xFF);
}

static void place(sm_vocab *vocab, const sm_vocab_string *s, uint32_t id) {
    uint32_t mask = vocab->n_slots - 1, i = s->hash & mask;
    while (vocab->slots[i].number != 0)
        i = (i + 1) & mask;
    vocab->slots[i] = (sm_vocab_slot){sm_bytes_first(s->bytes, s->n_bytes), tag_of(s->hash, s->n_bytes), id + 1};
}

/* Twice the slots, of few four times as many; every string finds its place anew by the hash that is kept with it. */
static bool extend(sm_vocab *vocab) {
    size_t old_bytes = vocab->n_slots * sizeof *vocab->slots;
    uint32_t n_slots = vocab->n_slots == 0 ? FIRST_SLOTS : (vocab->n_slots < FEW_SLOTS ? 4 : 2) * vocab->n_slots;
    if (n_slots == 0)
        return false;
    sm_vocab_slot *slots = sm_arena_grow(vocab->arena, vocab->slots, old_bytes, n_slots * sizeof *slots);
    if (slots == NULL)
        return false;
    memset(slots, 0, n_slots * sizeof *slots);
    vocab->slots = slots;
    vocab->n_slots = n_slots;
    for (uint32_t id = 0; id < vocab->n; id++)
        place(vocab, &vocab->strings.at[id], id);
    return true;
}

/* Strings of eight bytes at most are equal if their slots are. */
static bool is_same(const sm_vocab *vocab, const sm_vocab_slot *slot, const probe *p) {
    enum {
        N = sizeof p->first
    };
    if (slot->first != p->first)
        return false;
    if (p->n_bytes <= N)
        return true;
    const sm_vocab_string *s = &vocab->strings.at[slot->number - 1];
    return s->n_bytes == p->n_bytes && memcmp(s->bytes + N, p->bytes + N, p->n_bytes - N) == 0;
}

static uint32_t find(const sm_vocab *vocab, const probe *p) {
    if (vocab->n_slots == 0)
        return SM_VOCAB_NONE;
    uint32_t mask = vocab->n_slots - 1, tag = tag_of(p->hash, p->n_bytes);
    for (uint32_t i = p->hash & mask; vocab->slots[i].number != 0; i = (i + 1) & mask)
        if (vocab->slots[i].tag == tag && is_same(vocab, &vocab->slots[i], p))
            return vocab->slots[i].number - 1;
    return SM_VOCAB_NONE;
}

uint32_t sm_vocab_add_within(sm_vocab *vocab, const char *bytes, size_t n_bytes, size_t readable) {
    probe p = probe_of(vocab, bytes, n_bytes, readable);
    uint32_t id = find(vocab, &p);
    if (id != SM_VOCAB_NONE)
        return id;
    sm_vocab_string string = {bytes, (uint32_t)n_bytes, p.hash};
    bool full = 3 * ((uint64_t)vocab->n + 1) > 2 * (uint64_t)vocab->n_slots;
    if ((full && !extend(vocab)) || !sm_vec_push(&vocab->strings, string, vocab->arena))
        return SM_VOCAB_NONE;
    place(vocab, &string, vocab->n);
    return vocab->n++;
}

uint32_t sm_vocab_add(sm_vocab *vocab, const char *bytes, size_t n_bytes) {
    return sm_vocab_add_within(vocab, bytes, n_bytes, n_bytes);
}

uint32_t sm_vocab_find(const sm_vocab *vocab, const char *bytes, size_t n_bytes) {
    probe p = probe_of(vocab, bytes, n_bytes, n_bytes);
    return find(vocab, &p);
}
