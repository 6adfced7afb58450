/* A light stemmer for languages that libstemmer does not have (Savoy 2006, "Light stemming approaches for the French,
 * Portuguese, German and Hungarian languages": inflection is taken off, derivation stays). A language's endings are a
 * list like its other words; stopwords/README.md says how they were chosen and how well they do. */
#ifndef SM_TEXT_ENDINGS_H
#define SM_TEXT_ENDINGS_H

#include "text/language.h"

#include <stddef.h>

/* The bytes of a folded word that are left when the longest ending of the language is off that leaves three letters, or
 * two syllables of Hangul; n if it has none. O(n). */
size_t sm_without_ending(const sm_language *language, const char *word, size_t n);

#endif
