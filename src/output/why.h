/* Why results are what they are, in the formats that tell. */
#ifndef SM_OUTPUT_WHY_H
#define SM_OUTPUT_WHY_H

#include "output/output.h"

/* A word or two, such as "near-copy". */
const char *sm_verdict_name(summ_verdict verdict);

/* The lines below a sentence, and those below a phrase. */
void sm_why_text_sentence(const sm_report *report, const summ_reason *reason, sm_sink *sink);
void sm_why_text_phrase(const summ_phrase_reason *reason, sm_sink *sink);

/* An object with the reasons for sentences and phrases, as far as there are any. */
void sm_why_json(const sm_report *report, sm_sink *sink);

#endif
