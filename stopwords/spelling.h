/* What letters cost in a language (text/spelling.h), learnt from its words. Runs at build time only. */
#ifndef STOPWORDS_SPELLING_H
#define STOPWORDS_SPELLING_H

#include <stddef.h>

/* The words, a space behind each. */
typedef struct spelling {
    char *text;
    size_t n, room;
} spelling;

/* More words, parted by spaces, folded. */
void spelling_learn(spelling *of, const char *words, size_t n);

/* Prints a row of sm_spelling_costs. */
void spelling_print(const spelling *of);

#endif
