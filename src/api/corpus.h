/* The corpus that a selection compares with. */
#ifndef SM_API_CORPUS_H
#define SM_API_CORPUS_H

#include "api/handles.h"
#include "doc/corpus.h"

/* What was given for a document: NULL for none, or one without documents. SUMM_ERR_LANGUAGE if it is of another
 * language. */
summ_status sm_corpus_for(const summ_corpus *given, const sm_doc *doc, const sm_corpus **corpus);

#endif
