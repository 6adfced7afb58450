/* The word lists of all languages in one table, made at build time by stopwords/embed.c from stopwords/<code>.txt.
 * Nothing is parsed or relocated when a program starts. */
#ifndef SM_TEXT_LEXICON_H
#define SM_TEXT_LEXICON_H

#include "text/language.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum sm_list {
    SM_LIST_STOPWORDS,
    SM_LIST_ABBREVIATIONS, /* may end a sentence with their point: etc. */
    SM_LIST_TITLES,        /* do not, before a name or number: Mr. */
    SM_LIST_CONNECTORS,    /* stop words that stand inside key phrases: gestion de projet */
    SM_LIST_SIGNS,         /* four letters that tell a language from its near relations when they stand in a word */
    SM_LIST_BONUS,         /* words that speak for a sentence: significant, conclusion */
    SM_LIST_STIGMA,        /* and against it: hardly, example */
    SM_LISTS
} sm_list;

typedef struct sm_lexeme {
    uint32_t text, n;             /* where it stands in sm_lexicon_text, folded, and its bytes */
    uint64_t languages[SM_LISTS]; /* for each list, the set of languages that have it; bit = sm_language_bit */
} sm_lexeme;

/* An open-addressed hash table: slot hash & mask holds 1 + the number of a lexeme, or 0; on collision the next slot. */
extern const sm_lexeme sm_lexicon[];
extern const char sm_lexicon_text[];
extern const uint16_t sm_lexicon_slots[];
extern const uint32_t sm_lexicon_mask;

/* The lexeme of a folded word, or NULL. O(n). */
const sm_lexeme *sm_lexicon_find(const char *word, size_t n);

/* Is the folded word in that list of that language? */
bool sm_lexicon_has(const sm_language *language, sm_list list, const char *word, size_t n);

#endif
