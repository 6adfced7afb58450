/* What the files that write JSON share. */
#ifndef SM_OUTPUT_JSON_H
#define SM_OUTPUT_JSON_H

#include "output/output.h"

/* A string in quotation marks; bytes that are no UTF-8 become U+FFFD. */
void sm_json_string(sm_sink *sink, const char *text, size_t n);

/* A comma, a name and its value. */
void sm_json_count(sm_sink *sink, const char *name, size_t number);
void sm_json_real(sm_sink *sink, const char *name, double number);
void sm_json_text(sm_sink *sink, const char *name, const char *text, size_t n);

/* The name of a member and its colon; a comma before all but the first. */
void sm_json_key(sm_sink *sink, const char *name, bool *first);

/* "file" or "files" of a report, as members. */
void sm_json_names(const sm_report *report, bool *first, sm_sink *sink);

/* A sentence or a phrase as an object that is left open: text; score and rank, and where it stands, as far as they are
 * asked for; of a phrase count and forms. */
void sm_json_open_sentence(const sm_report *report, const summ_sentence *sentence, sm_sink *sink);
void sm_json_open_phrase(const sm_report *report, const summ_phrase *phrase, sm_sink *sink);

#endif
