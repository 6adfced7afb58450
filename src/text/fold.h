/* The form in which words are compared: Unicode NFC, full case folding, straight apostrophes. */
#ifndef SM_TEXT_FOLD_H
#define SM_TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>

/* No word of any language is longer; longer tokens are kept as they are. Bytes, before and after folding. */
enum {
    SM_WORD_MAX = 255
};

/* Folds the n bytes (valid UTF-8) into `out` and returns the length; 0 if it is longer than SM_WORD_MAX before or
 * after. `dotless`: I and dotted I are two letters, as in Turkish. Allocates nothing. */
size_t sm_fold(const char *word, size_t n, bool dotless, char out[SM_WORD_MAX]);

#endif
