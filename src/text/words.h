/* Words: the tokenizer. In the spirit of Unicode's UAX #29, with what summaries and key phrases want besides: hyphens
 * and apostrophes join, acronyms keep their points, numbers their separators, addresses are one token. */
#ifndef SM_TEXT_WORDS_H
#define SM_TEXT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum sm_token_kind {
    SM_TOKEN_WORD,   /* has a letter */
    SM_TOKEN_NUMBER, /* digits and their separators */
    SM_TOKEN_ADDRESS /* URL, e-mail address, @name: part of the text, but no word */
} sm_token_kind;

typedef struct sm_token {
    size_t begin, end;
    size_t next; /* where to look for the next token: `end`, but between ideographs the end of the first */
    sm_token_kind kind;
} sm_token;

/* The first token that begins at or after `at` in text[.. end); false if there is none. `traits`: of the language.
 * Where spaces do not part words (SM_NO_SPACES), a token is a run of letters, which text/segment.h parts. In other
 * languages every two neighbouring ideographs are a token, each overlapping the next (character bigrams), and one that
 * stands alone. O(bytes passed over). */
bool sm_next_word(const char *text, size_t at, size_t end, unsigned traits, sm_token *token);

#endif
