/* result.h - what one text gives: its sentences, its key phrases or both. */
#ifndef SUMM_CLI_RESULT_H
#define SUMM_CLI_RESULT_H

#include "options.h"
#include "summ.h"

typedef struct result {
    summ_doc *doc;
    summ_keyword_options keywords;                 /* as they suit the format */
    summ_sentences *sentences;                     /* NULL if not asked for */
    summ_phrases *phrases;                         /* likewise */
    summ_sentences *ranking;                       /* where the whole text is shown */
    summ_explanation *explanation;                 /* with --explain, in place of the sentences */
    summ_keyword_explanation *keyword_explanation; /* likewise, of the phrases */
} result;

/* Makes what the settings ask for of n_parts texts that are one document, as it suits the output format. result_free is
 * due only after SUMM_OK. */
summ_status result_make(const settings *from, const summ_engine *engine, const char *format, const summ_part *parts,
                        size_t n_parts, result *out);
void result_free(result *made);

/* How many sentences and phrases there are. */
size_t result_count(const result *made);

/* Writes it with summ_write, `headed` or not (summ_report), with the names of its n_names parts, of which NULL is none;
 * of a record, which has no name, nothing that it says of itself. */
summ_status result_write(const settings *from, const result *made, const char *format, bool headed,
                         const char *const *names, size_t n_names, summ_write_fn write, void *context);

#endif
