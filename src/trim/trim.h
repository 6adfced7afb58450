/* Trimming: what of a sentence may be left out without changing what it says. Datelines, connectives and attributions
 * at its begin, attributions at its end, asides in brackets. The rules prefer to leave a sentence whole: nothing is
 * cut from quotations or between marks that are not closed, at least half of the words and SM_CUTS_LEAST of them
 * remain, and the final mark stays. Words are known for English; connectives also for Dutch, French, German, Italian,
 * Portuguese and Spanish; datelines and brackets in every language (trim/trim.def). */
#ifndef SM_TRIM_TRIM_H
#define SM_TRIM_TRIM_H

#include "trim/cuts.h"

enum {
    SM_PIECES_MAX = SM_CUTS_MAX + 1
};

typedef struct sm_piece {
    size_t begin, end; /* bytes of the text */
} sm_piece;

typedef struct sm_trimmed {
    sm_piece pieces[SM_PIECES_MAX]; /* what remains, in order, not empty; joined as they are, they read as a sentence */
    size_t n;                       /* 1 at least; a single piece may be the whole */
    bool capital;                   /* the first letter becomes a capital, for another stood before it */
} sm_trimmed;

/* Trims the sentence text[begin .. end), not empty, no white space at its ends. O(bytes). */
sm_trimmed sm_trim(const char *text, size_t begin, size_t end, const sm_language *language);

/* Was anything cut out of text[begin .. end)? */
static inline bool sm_trimmed_is_cut(const sm_trimmed *trimmed, size_t begin, size_t end) {
    return trimmed->n > 1 || trimmed->pieces[0].begin > begin || trimmed->pieces[0].end < end;
}

/* Writes the pieces one behind the other, the first letter as a capital if it is to be one, and returns their bytes,
 * end - begin of the sentence at most. */
size_t sm_trim_join(const char *text, const sm_trimmed *trimmed, char *out);

#endif
