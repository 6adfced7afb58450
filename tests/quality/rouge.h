/* ROUGE (Lin 2004): how much of a reference summary a summary has, and how much of it is in the reference. F1 in
 * percent, as Google's rouge_score counts: English is lower-cased, cut into runs of a to z and 0 to 9, and stemmed by
 * Porter where a token has more than three characters; other languages are lower-cased runs of letters and digits. */
#ifndef QUALITY_ROUGE_H
#define QUALITY_ROUGE_H

#include "base/arena.h"

typedef struct rouge_figures {
    double r1, r2; /* single tokens, pairs of adjacent ones */
    double lsum; /* union of the longest common subsequences of each two sentences, which stand on lines of their own */
} rouge_figures;

/* Scores a summary against one reference. Of several references the best figure counts: rouge_best. False: no memory.
 * O(tokens of the one x tokens of the other). */
bool rouge_score(const char *reference, size_t n_reference, const char *summary, size_t n_summary, bool english,
                 sm_arena *scratch, rouge_figures *figures);

/* Each figure of `best` becomes the larger of the two. */
void rouge_best(rouge_figures *best, const rouge_figures *other);

#endif
