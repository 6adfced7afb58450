/* The choice of sentences, from options to picks, and what led to it: for summ_summarize and summ_explain. */
#ifndef SM_API_CHOICE_H
#define SM_API_CHOICE_H

#include "api/corpus.h"
#include "api/outline.h"
#include "rank/rank.h"
#include "select/trace.h"

/* A chosen sentence. */
typedef struct sm_chosen {
    uint32_t sentence, rank;
} sm_chosen;

typedef struct sm_choice {
    summ_summary_options options;
    const sm_ranker *ranker;
    const sm_corpus *corpus; /* or NULL */
    sm_chosen *chosen;       /* in the order asked for */
    size_t n;
    sm_budget budget;
    bool cut;            /* no sentence fits: of the one that is chosen, the beginning is shown */
    sm_outline *outline; /* of one; else NULL */
    double *score;       /* for each sentence, from 0 to 1 for those that may be chosen */
    double largest;      /* by which it was divided, unless it is 0 */
    /* For each sentence what the ranker found, the factors in that, and what else multiplied it; NULL: nothing, or not
     * asked for. */
    double *found, *known, *query;
    sm_rank_factors *why;
} sm_choice;

enum {
    SM_OWN_SENTENCES = 3 /* where no ceiling is given */
};

/* The ceilings for a text, or a part of one, of n_sentences; `own` sentences where none is given. */
sm_budget sm_choice_budget(const summ_summary_options *options, size_t n_sentences, size_t own);

/* Checks what the caller asks for, and makes out the defaults. SUMM_ERR_ARGUMENT, SUMM_ERR_NAME. */
summ_status sm_choice_read(const summ_summary_options *given, sm_choice *choice);

/* Makes the choice that was read; all of it lives in `scratch`. `trace`, if not NULL, takes what tells why, and only
 * then are `found` and `why` there. SUMM_ERR_MEMORY, SUMM_ERR_LANGUAGE (of the corpus), SUMM_ERR_TOO_LARGE (words that
 * the caller gave). O(bytes). */
summ_status sm_choice_make(sm_choice *choice, const summ_doc *doc, sm_trace *trace, sm_arena *scratch);

/* A sentence of the document as the caller sees it, trimmed and cut as that is chosen; whole if `choice` is NULL. Its
 * text goes into `arena`; it has none if not even a word fits. False: no memory. */
bool sm_choice_show(const summ_doc *doc, const sm_choice *choice, uint32_t index, double score, size_t rank,
                    sm_arena *arena, summ_sentence *out);

#endif
