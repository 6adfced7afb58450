/* A text of which others are made: its sentences, cut into words and what is between them. */
#ifndef BENCH_SAMPLE_H
#define BENCH_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SAMPLE_SENTENCE = 600, /* longer ones, in bytes, are left out */
    SAMPLE_WORD = 40,      /* longer ones are never varied */
    SAMPLE_COMMON = 4,     /* words that occur less often are varied */
    SAMPLE_SHORT = 3,      /* but not those of so few letters: most are function words */
};

/* A word, or what stands between two. */
typedef struct sample_piece {
    uint32_t at, n;
    bool is_word, is_capital, is_rare;
} sample_piece;

typedef struct sample_span {
    uint32_t first, end; /* pieces */
    uint32_t n_opening;  /* bytes before the first that open a quotation */
} sample_span;

typedef struct sample {
    char *text;  /* line ends are spaces */
    char *lower; /* in lower case, at the same offsets */
    size_t n_bytes;
    sample_piece *pieces;
    size_t n_pieces;
    sample_span *sentences;
    size_t n_sentences;
    uint32_t *rare; /* the first piece of each spelling that is varied, in the order of the text */
    size_t n_rare;
} sample;

/* Reads a file of at most 256 MiB of UTF-8. Sentences end with . ! or ? before a capital or at the end of a paragraph
 * (empty lines part these); lines that end otherwise, such as headings, are no sentences. False: it cannot be read, has
 * no sentence, or there is no memory. O(n log n). */
bool sample_read(sample *s, const char *path);
void sample_free(sample *s);

#endif
