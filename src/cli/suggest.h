/* suggest.h - of all names there are, the one that was meant. */
#ifndef SUMM_CLI_SUGGEST_H
#define SUMM_CLI_SUGGEST_H

#include <stddef.h>

typedef struct suggestion {
    const char *typed;
    size_t n_typed;
    const char *name; /* the nearest so far; NULL: none is near */
    size_t n_name;
    size_t distance;
} suggestion;

suggestion suggest_for(const char *typed, size_t n_typed);

/* Offers a name. Near are, the nearest first: names that differ in at most every third letter (inserted, left out,
 * replaced or swapped with its neighbour; case does not count); names that begin with what was typed; the longest name
 * that what was typed begins with or has between hyphens ("max-words": "words"). Of equals the first. At most 64 x 64
 * steps; longer names are never near. */
void suggest_offer(suggestion *to, const char *name, size_t n_name);

#endif
