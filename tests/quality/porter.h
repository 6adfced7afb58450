/* The Porter stemmer as ROUGE figures are made with it: Porter's algorithm ("An algorithm for suffix stripping", 1980)
 * with the departures of NLTK, which Google's rouge_score uses. The library itself stems otherwise. */
#ifndef QUALITY_PORTER_H
#define QUALITY_PORTER_H

#include <stddef.h>

/* Stems the word of n lower-case letters and digits of ASCII where it stands; returns the length left. */
size_t porter_stem(char *word, size_t n);

#endif
