/* Letters of UTF-8, as far as the texts of the benchmark need them. They must not change with the library they measure,
 * so nothing of it is used. */
#ifndef BENCH_LETTERS_H
#define BENCH_LETTERS_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the character at text[0 .. n), n > 0; a byte that begins none is one of its own. */
size_t letters_step(const char *text, size_t n);

/* Whether that character is taken for a letter: ASCII's and all others but the punctuation of Latin-1 and Unicode. */
bool letters_is_letter(const char *text);

/* Latin (ASCII) and Russian letters to lower case, and the first of a word to upper case, in place: both have as many
 * bytes as before. Others stay. */
void letters_lower(char *text, size_t n);
void letters_capitalise(char *word, size_t n);

#endif
