/* The words and phrases that tell what may be left out of a sentence: short lists of each language, in trim.def. */
#ifndef SM_TRIM_WORDING_H
#define SM_TRIM_WORDING_H

#include "text/language.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum sm_wording {
    SM_WORDING_OPENING,       /* connectives that open a sentence; with their comma, if it has to stand there */
    SM_WORDING_NO_OPENING,    /* words behind a connective without comma that give it another meaning: but for */
    SM_WORDING_SOURCE,        /* opens an attribution: according to */
    SM_WORDING_NO_SOURCE,     /* words behind it that make it none: according to whether */
    SM_WORDING_APPOSITION,    /* words behind a comma that go on with the name before it */
    SM_WORDING_SAYS,          /* verbs of saying that leave open nothing: not claims, not denies */
    SM_WORDING_TELLS,         /* those of them that need somebody who is told */
    SM_WORDING_AUXILIARY,     /* stands before them: has said */
    SM_WORDING_SAYER_PRONOUN, /* he */
    SM_WORDING_DETERMINER,    /* the */
    SM_WORDING_SAYER,         /* who says things: officials, spokesman, report */
    SM_WORDING_SAYER_TITLE,   /* stands before those and before names: senior, prime */
    SM_WORDING_CIRCUMSTANCE,  /* words that tell when and where it was said: on, Tuesday, statement */
    SM_WORDING_CLAUSE,        /* begins a clause within an attribution, which the sentence would lose: but, after */
    SM_WORDING_SUBORDINATE,   /* opens what is no sentence on its own: when, after, asked */
    SM_WORDING_LINK,          /* ends what is no sentence on its own, and goes on behind a bracket: of, and, the */
    SM_WORDING_FIRST_PERSON,  /* words of a speaker */
    SM_WORDING_WEIGHTY,       /* words in brackets that change what stands outside: not, except, allegedly */
    SM_WORDING_CAPTION,       /* single words in brackets that are asides: pictured */
    SM_WORDING_NOTE,          /* what stands in square brackets for the reader: citation needed */
    SM_WORDING_AGENCY,        /* what stands in brackets in datelines: Reuters */
    SM_WORDING_PLACE          /* small words in names of places: de */
} sm_wording;

enum {
    SM_WRITTEN_MAX = 40 /* bytes; no word of the lists is longer */
};

/* What stands between two spaces, punctuation included. */
typedef struct sm_written {
    size_t begin, end;
    bool capital;                    /* begins with one */
    size_t n;                        /* bytes of its folded form, 0 if it is longer than SM_WRITTEN_MAX or broken */
    char folded[SM_WRITTEN_MAX + 1]; /* NUL-terminated */
} sm_written;

/* The first such word at or behind `at`; false if there is none before `end`. O(bytes passed over). */
bool sm_written_next(const char *text, size_t at, size_t end, sm_written *word);

/* The last such word that ends at or before `at`, its last SM_WRITTEN_MAX bytes or so if it is longer; empty if there
 * is none. O(bytes of white space). */
sm_written sm_written_before(const char *text, size_t begin, size_t at);

/* A dash or hyphen between spaces, or two. */
bool sm_written_is_dash(const sm_written *word);

/* Is the folded word or phrase in that list of the language, or of every language? O(bytes of the list). */
bool sm_wording_has(const sm_language *language, sm_wording wording, const char *phrase, size_t n);

/* Likewise for a word as it stands, without a possessive ending. */
bool sm_wording_has_written(const sm_language *language, sm_wording wording, const sm_written *word);

/* The end of the longest phrase of the list that the text has at `at`, with words behind it; `at` if there is none.
 * O(bytes of the list). */
size_t sm_wording_end(const sm_language *language, sm_wording wording, const char *text, size_t at, size_t end);

#endif
