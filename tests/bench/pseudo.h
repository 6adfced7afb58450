/* Words that no language has and that look as if one had: syllables and endings of English or Russian, one word for
 * each number. Words of three neighbouring numbers share a stem, as the forms of a word do; the larger the number, the
 * longer the word. */
#ifndef BENCH_PSEUDO_H
#define BENCH_PSEUDO_H

#include <stddef.h>
#include <stdint.h>

enum {
    PSEUDO_BYTES = 48, /* room for the longest */
    PSEUDO_FORMS = 3   /* words of a stem */
};

typedef enum pseudo_language {
    PSEUDO_ENGLISH,
    PSEUDO_RUSSIAN
} pseudo_language;

/* Writes the word of a number below 2^32 to `out`; returns its bytes. */
size_t pseudo_word(pseudo_language language, uint32_t number, char out[PSEUDO_BYTES]);

#endif
