/* Words where no spaces part them: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
#ifndef SM_TEXT_SEGMENT_H
#define SM_TEXT_SEGMENT_H

#include "text/lists.h"
#include "text/words.h"

enum {
    SM_SEGMENT_MAX = 12, /* characters (with their marks) of the longest word looked for */
    SM_SEGMENT_KEPT = 8
};

/* A run of letters that is several words: text[.. end). */
typedef struct sm_run {
    const sm_lists *lists;
    const sm_language *language;
    const char *text;
    size_t end;
    struct {
        size_t at, end;
    } known[SM_SEGMENT_KEPT]; /* where known words end that begin at `at`, as looked up last */
} sm_run;

sm_run sm_run_of(const sm_lists *lists, const sm_language *language, const char *text, size_t end);

/* The next word of a run, which begins at token->next; false at its end. Maximal matching: the longest known word (a
 * stop word or one with a rank) of at least two characters, or an ideograph that is a stop word; or else what stands
 * before the next such word: of Han the overlapping pairs of characters, all of the others in one; katakana and letters
 * of other scripts always in one. O(bytes of the word). */
bool sm_run_next(sm_run *run, sm_token *token);

#endif
