/* F1 of key phrases: a phrase is found if its stems are those of a gold key, in their order. */
#ifndef QUALITY_KEYSCORE_H
#define QUALITY_KEYSCORE_H

#include "base/arena.h"

#include <libstemmer.h>

/* The stemmer that the figures of a language are made with (English: Porter's), or NULL: phrases are compared as they
 * are. */
struct sb_stemmer *keyscore_stemmer(const char *language);

/* Distinct phrases, each as its stems: lower-case, without a possessive 's, cut at everything but letters and
 * digits. */
typedef struct keyscore_list {
    SM_VEC(const char *) phrases;
} keyscore_list;

/* Adds a phrase unless nothing is left of it or the list has it. False: no memory, or no UTF-8. O(phrases of the
 * list). */
bool keyscore_add(keyscore_list *list, const char *phrase, size_t n, struct sb_stemmer *stemmer, sm_arena *arena);

/* F1 in percent of the first `top` phrases found; gold has one at least. */
double keyscore_f1(const keyscore_list *gold, const keyscore_list *found, size_t top);

#endif
