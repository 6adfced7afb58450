/* Sentences that the caller does not want, whatever their score. */
#ifndef SM_SELECT_UNWANTED_H
#define SM_SELECT_UNWANTED_H

#include "select/select.h"

typedef enum sm_unwanted_kind {
    SM_WANTED,
    SM_UNWANTED_QUESTION,
    SM_UNWANTED_QUOTATION
} sm_unwanted_kind;

/* O(bytes of the sentence). */
sm_unwanted_kind sm_unwanted(const sm_doc *doc, const sm_select_options *options, const sm_sentence *sentence);

#endif
