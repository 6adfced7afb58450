#include "text/memo.h"

#include "base/hash.h"

#include <stdatomic.h>
#include <string.h>

enum {
    NUMBERS = SM_MEMO_MOST / 8,
    CONTENT = 1 + 2 * NUMBERS /* numbers of an entry: what it is, word, stem */
};

typedef struct entry {
    _Atomic uint64_t sequence; /* 0: never written */
    _Atomic uint64_t content[CONTENT];
} entry;

struct sm_memo {
    uint64_t mask;
    entry *entries;
};

/* The same as numbers, unused bytes 0. */
typedef struct content {
    uint64_t at[CONTENT];
} content;

sm_memo *sm_memo_new(size_t n_words, sm_arena *arena) {
    size_t n = 64;
    while (n < n_words && n < SIZE_MAX / 2 / sizeof(entry))
        n *= 2;
    sm_memo *memo = sm_arena_get(arena, 1, sizeof *memo);
    if (memo == NULL)
        return NULL;
    *memo = (sm_memo){n - 1, sm_arena_get(arena, n, sizeof *memo->entries)};
    for (size_t i = 0; memo->entries != NULL && i < n; i++)
        atomic_init(&memo->entries[i].sequence, 0);
    return memo->entries != NULL ? memo : NULL;
}

static content content_of(unsigned bit, const char *word, size_t n, const sm_memo_word *known) {
    content c = {{n | (uint64_t)bit << 8 | (uint64_t)known->n_stem << 16 | (uint64_t)known->lists << 32}};
    memcpy(&c.at[1], word, n);
    memcpy(&c.at[1 + NUMBERS], known->stem, known->n_stem);
    return c;
}

static entry *entry_of(const sm_memo *memo, unsigned bit, const char *word, size_t n) {
    return &memo->entries[sm_hash(bit, word, n) & memo->mask];
}

/* Each number is read before the sequence is read again (acquire), and written after it was made odd (release). */
static bool read(const entry *e, content *c) {
    uint64_t sequence = atomic_load_explicit(&e->sequence, memory_order_acquire);
    if (sequence == 0 || sequence % 2 != 0)
        return false;
    for (size_t i = 0; i < CONTENT; i++)
        c->at[i] = atomic_load_explicit(&e->content[i], memory_order_acquire);
    return atomic_load_explicit(&e->sequence, memory_order_relaxed) == sequence;
}

static void write(entry *e, const content *c) {
    uint64_t sequence = atomic_load_explicit(&e->sequence, memory_order_relaxed);
    if (sequence % 2 != 0 || !atomic_compare_exchange_strong_explicit(&e->sequence, &sequence, sequence + 1,
                                                                      memory_order_acquire, memory_order_relaxed))
        return;
    for (size_t i = 0; i < CONTENT; i++)
        atomic_store_explicit(&e->content[i], c->at[i], memory_order_release);
    atomic_store_explicit(&e->sequence, sequence + 2, memory_order_release);
}

bool sm_memo_find(const sm_memo *memo, unsigned bit, const char *word, size_t n, sm_memo_word *known) {
    content c;
    if (memo == NULL || n > SM_MEMO_MOST || !read(entry_of(memo, bit, word, n), &c) ||
        (c.at[0] & 0xFFFF) != (n | (uint64_t)bit << 8) || memcmp(&c.at[1], word, n) != 0)
        return false;
    known->lists = (uint16_t)(c.at[0] >> 32);
    known->n_stem = (uint8_t)(c.at[0] >> 16);
    memcpy(known->stem, &c.at[1 + NUMBERS], known->n_stem);
    return true;
}

void sm_memo_keep(sm_memo *memo, unsigned bit, const char *word, size_t n, const sm_memo_word *known) {
    if (memo == NULL || n > SM_MEMO_MOST)
        return;
    content c = content_of(bit, word, n, known);
    write(entry_of(memo, bit, word, n), &c);
}
