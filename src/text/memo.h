/* What is known of words from one text to the next, for programs that read many short ones: the lists a folded word is
 * in, and its stem. A table with a place for each hash, where the newest word stays; nothing depends on what it holds
 * but time. Threads share it without waiting: each place has a sequence number, odd while it is written (a seqlock; Boehm
 * 2012), and whoever meets a writer does without. */
#ifndef SM_TEXT_MEMO_H
#define SM_TEXT_MEMO_H

#include "base/arena.h"

#include <stdint.h>

enum {
    SM_MEMO_MOST = 24 /* bytes of a word or stem that is kept */
};

typedef struct sm_memo sm_memo;

typedef struct sm_memo_word {
    uint16_t lists; /* bit = sm_list */
    uint8_t n_stem; /* 0: none is known */
    char stem[SM_MEMO_MOST];
} sm_memo_word;

/* With room for about n_words, 64 bytes each, in the arena; NULL: no memory. */
sm_memo *sm_memo_new(size_t n_words, sm_arena *arena);

/* Whether the word of a language (sm_language_bit) is there; `memo` NULL: it is not. O(n). */
bool sm_memo_find(const sm_memo *memo, unsigned language_bit, const char *word, size_t n, sm_memo_word *known);

/* Keeps it, unless it is too long, or another thread writes at the same place. */
void sm_memo_keep(sm_memo *memo, unsigned language_bit, const char *word, size_t n, const sm_memo_word *known);

#endif
