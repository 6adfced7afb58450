/* Why a sentence was chosen or not: what a selection knew at its end, and what that says of a sentence. */
#ifndef SM_SELECT_TRACE_H
#define SM_SELECT_TRACE_H

#include "select/order.h"

#define SM_NO_SENTENCE UINT32_MAX

typedef struct sm_trace {
    const sm_doc *doc;
    sm_select_options options;
    sm_order order; /* begins with n_must sentences for the texts that have to be covered */
    size_t n_must;
    const bool *chosen;    /* for each of the order */
    sm_budget whole, left; /* before and after the choice, with a character behind the last sentence */
    uint32_t *place;       /* for each sentence of the document, 1 + its place in the order, or 0 */
} sm_trace;

typedef struct sm_verdict {
    summ_verdict verdict;
    uint32_t
        like; /* the sentence taken before it that it is most like, or of which it is a near-copy; SM_NO_SENTENCE if
                    * the reader knows that one, or there is none */
    double cosine; /* with that one, by their stems; 0: there is none */
    double
        kept; /* the share of its score that its likeness left; what comes after the last that was taken would keep */
} sm_verdict;

/* Fills `place` in. False: no memory. O(sentences). */
bool sm_trace_index(sm_trace *trace, sm_arena *scratch);

/* O(its bytes + its stems x SM_POSTINGS_MAX); O(sentences taken) more for a copy that has no content word. */
sm_verdict sm_trace_judge(sm_trace *trace, uint32_t sentence);

/* Was it chosen? */
static inline bool sm_trace_chose(const sm_trace *trace, uint32_t sentence) {
    return trace->place[sentence] > 0 && trace->chosen[trace->place[sentence] - 1];
}

#endif
