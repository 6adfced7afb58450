/* From scored candidates to key phrases: the best ones, with their occurrences and the form to show. */
#ifndef SM_KEYWORD_CHOOSE_H
#define SM_KEYWORD_CHOOSE_H

#include "keyword/acronyms.h"
#include "keyword/candidates.h"

/* One of the spellings of a phrase. */
typedef struct sm_key_form {
    sm_key_span span; /* the first occurrence that has it */
    uint32_t count;
} sm_key_form;

typedef struct sm_key_phrase {
    uint32_t candidate;
    double score;
    sm_key_span *occurrences; /* ascending; those of an acronym and of what it stands for are one phrase's */
    uint32_t n_occurrences;
    sm_key_form *forms; /* the commonest first, equal ones by position */
    uint32_t n_forms;
    sm_key_span form; /* an occurrence in the form to show */
    bool small;       /* show its first letter small: it is a capital only because a sentence begins there */
} sm_key_phrase;

typedef struct sm_key_phrases {
    SM_VEC(sm_key_phrase) list; /* best first */
} sm_key_phrases;

/* The at most `most` candidates with the largest scores above 0, equal scores by position.
 *
 * Without `overlap`, no phrase holds another whole, for people to read: a phrase of which at least half the occurrences
 * stand within one longer phrase gives way to that, and what holds or is held by a better phrase is left out.
 *
 * An acronym and what it stands for are one phrase, with the better of their scores; `score` is changed to that.
 * False: no memory. O(tokens x longest candidate + candidates log candidates). */
bool sm_choose_phrases(const sm_candidates *candidates, double *score, size_t most, bool overlap, sm_arena *scratch,
                       sm_key_phrases *phrases);

#endif
