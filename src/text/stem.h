/* Stems: by libstemmer (Snowball, Porter 2001), which no other file knows, or by a language's own endings. */
#ifndef SM_TEXT_STEM_H
#define SM_TEXT_STEM_H

#include "text/language.h"

extern const char sm_stem_library[]; /* libstemmer does not tell its version */

/* A stemmer serves one thread at a time. */
typedef struct sm_stemmer {
    const sm_language *language;
    struct sb_stemmer *snowball; /* NULL: not one of libstemmer's languages */
} sm_stemmer;

/* SUMM_ERR_MEMORY, which comes from malloc, as libstemmer takes no allocator. sm_stemmer_free is due in any case. */
summ_status sm_stemmer_init(sm_stemmer *stemmer, const sm_language *language);
void sm_stemmer_free(sm_stemmer *stemmer);

/* The stem of a folded word, which is the word itself in a language without stemmer; it lives as long as the word and
 * until the next call. NULL: no memory. */
const char *sm_stem(sm_stemmer *stemmer, const char *word, size_t n, size_t *stem_bytes);

#endif
