/* The word lists that hold for a document: those of its language, and what the caller adds or puts in their place. */
#ifndef SM_TEXT_LISTS_H
#define SM_TEXT_LISTS_H

#include "text/lexicon.h"
#include "text/memo.h"
#include "text/registry.h"

/* Made once and then only read, also by several threads; the memo takes care of itself. */
typedef struct sm_lists {
    sm_registry own[SM_LISTS]; /* folded words that count in every language */
    unsigned with_own;         /* the lists that have some: bit = list */
    bool only_own_stopwords;   /* the stop words of the language do not count */
    sm_memo *memo;             /* what is known of words under these lists; or NULL */
} sm_lists;

void sm_lists_init(sm_lists *lists, sm_arena *arena);

/* Adds the words of `text`, parted by white space or commas, to one of the lists. A point at the end of a word is
 * dropped, as the lists have it. False: no memory. O(bytes). */
bool sm_lists_add(sm_lists *lists, sm_list list, const char *text, sm_arena *arena);

/* The lists that have the folded word, for a document in that language: bit = list. `lists` NULL: those of the language
 * only. */
unsigned sm_lists_of(const sm_lists *lists, const sm_language *language, const char *word, size_t n);

/* Is it in that one? */
bool sm_lists_have(const sm_lists *lists, const sm_language *language, sm_list list, const char *word, size_t n);

#endif
