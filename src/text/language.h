/* The languages: a table made from languages.def, and what it says of each. */
#ifndef SM_TEXT_LANGUAGE_H
#define SM_TEXT_LANGUAGE_H

#include "text/fold.h"
#include "text/script.h"

#include "summ.h"

/* Traits of spelling. */
enum {
    SM_PLAIN_SPELLING = 0,
    SM_ELISION = 1,              /* a vowel gives way to an apostrophe, which parts two words: l'eau */
    SM_ORDINAL_POINT = 2,        /* a point makes a number an ordinal: 3. Oktober */
    SM_CAPITAL_NOUNS = 4,        /* all nouns have capitals */
    SM_DOTLESS_I = 8,            /* i and dotless i are two letters */
    SM_GREEK_QUESTION_MARK = 16, /* a semicolon asks */
    SM_ENGLISH_ENDINGS = 32,     /* 's marks an owner, -ed a verb, -ly an adverb */
    SM_COLON_ENDS = 64,          /* a colon ends a sentence */
    SM_NO_SPACES = 128,          /* words are not parted by spaces: text/segment.h */
    SM_LONG_ENDINGS = 512,       /* endings pile up: what tells words apart is their beginning */
    SM_VARIANT = 256             /* another treatment of a language that has a row: never guessed */
};

#define SM_OWN_ENDINGS "endings" /* the stemmer of languages whose word list has endings (text/endings.h) */

typedef struct sm_language {
    summ_item item;      /* code and English name */
    const char *stemmer; /* of libstemmer, SM_OWN_ENDINGS, or "" */
    const char *aliases; /* parted by spaces */
    unsigned scripts;    /* text/script.h */
    unsigned traits;
} sm_language;

enum {
    SM_LANGUAGES_MAX = 64
}; /* the word lists keep a 64-bit set of languages for each word */

/* Row `index`, or NULL past the end. */
const sm_language *sm_language_at(size_t index);

/* Its row, which is its bit in the word lists; SM_LANGUAGES_MAX for sm_language_unknown. */
unsigned sm_language_bit(const sm_language *language);

/* By code, alias or English name, in any case, further subtags dropped one by one ("pt-BR" finds "pt"). NULL: none. */
const sm_language *sm_language_find(const char *name);

/* The language of texts whose language is not known: no stop words, no stemmer; code "und". */
extern const sm_language sm_language_unknown;

/* sm_fold as the language has it. */
size_t sm_language_fold(const sm_language *language, const char *word, size_t n, char out[SM_WORD_MAX]);

#endif
