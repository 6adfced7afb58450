/* Stemming by libstemmer (Snowball, Porter 2001). The only file that knows it. */
#ifndef SM_TEXT_STEM_H
#define SM_TEXT_STEM_H

#include "text/language.h"

extern const char sm_stem_library[]; /* libstemmer does not tell its version */

/* A stemmer serves one thread at a time. Its memory comes from malloc, as libstemmer takes no allocator. */
typedef struct sm_stemmer sm_stemmer;

/* *stemmer is NULL for a language without one. SUMM_ERR_MEMORY. */
summ_status sm_stemmer_new(const sm_language *language, sm_stemmer **stemmer);
void sm_stemmer_free(sm_stemmer *stemmer);

/* The stem of a folded word; it lives until the next call. NULL: no memory. */
const char *sm_stem(sm_stemmer *stemmer, const char *word, size_t n, size_t *stem_bytes);

#endif
