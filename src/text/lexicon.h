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
    SM_LIST_SIGNS,         /* words, and four letters in a word, that tell a language from its near relations */
    SM_LIST_BONUS,         /* words that speak for a sentence: significant, conclusion */
    SM_LIST_STIGMA,        /* and against it: hardly, example */
    SM_LIST_CUES,          /* this, we; paper, propose: of phrases in which a text speaks of itself */
    SM_LIST_DEPENDENT,     /* however, he: open sentences that lean on those before */
    SM_LIST_ENDINGS,       /* of words, taken off by text/endings.h */
    SM_LISTS
} sm_list;

/* A word, and the languages that have it in each list: sets of them, bit = sm_language_bit, in the order of the
 * lists. */
typedef struct sm_lexeme {
    uint32_t text : 24; /* where it stands in sm_lexicon_text, folded */
    uint32_t n : 8;     /* its bytes */
    uint16_t lists;     /* bit = list: some language has the word there */
    uint16_t first;     /* of its sets in sm_lexicon_sets, one for each of those lists; other words may share them */
} sm_lexeme;

/* An open-addressed hash table: slot hash & mask holds 1 + the number of a lexeme, or 0; on collision the next slot. */
extern const sm_lexeme sm_lexicon[];
extern const char sm_lexicon_text[];
extern const uint64_t sm_lexicon_sets[];
extern const uint16_t sm_lexicon_slots[];
extern const uint32_t sm_lexicon_mask;

/* The set of languages that have a word in a list. */
static inline uint64_t sm_lexeme_languages(const sm_lexeme *lexeme, sm_list list) {
    unsigned i = lexeme->first;
    if ((lexeme->lists >> list & 1) == 0)
        return 0;
    for (unsigned before = lexeme->lists & ((1u << list) - 1); before != 0; before &= before - 1)
        i++;
    return sm_lexicon_sets[i];
}

/* The lexeme of a folded word, or NULL. O(n). */
const sm_lexeme *sm_lexicon_find(const char *word, size_t n);

/* The lists of a language that have the folded word: bit = list. */
unsigned sm_lexicon_lists(const sm_language *language, const char *word, size_t n);

/* Is the list among those? */
static inline bool sm_lists_hold(unsigned lists, sm_list list) {
    return (lists >> list & 1) != 0;
}

/* Is the folded word in that list of that language? */
bool sm_lexicon_has(const sm_language *language, sm_list list, const char *word, size_t n);

#endif
