/* Tokens as the figures of the literature are counted in: lower-cased runs of letters and digits. The library cuts
 * words otherwise; what measures it shares no code with it. */
#ifndef QUALITY_TOKENS_H
#define QUALITY_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum token_kind {
    TOKENS_ASCII,  /* of a to z and 0 to 9 */
    TOKENS_MARKED, /* of letters and digits of Unicode, with Latin and Arabic marks behind the first */
    TOKENS_PLAIN   /* of letters and digits of Unicode */
} token_kind;

/* Lower-cases n bytes of UTF-8 into `out`, which has room for TOKENS_ROOM of them; returns the length. */
#define TOKENS_ROOM(n) (2 * (n))
size_t tokens_lower(const char *text, size_t n, char *out);

/* The next token of text[*end .. n): text[*begin .. *end). False: there is none. */
bool tokens_next(const char *text, size_t n, token_kind kind, size_t *begin, size_t *end);

#endif
