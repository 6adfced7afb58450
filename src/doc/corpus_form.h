/* A corpus as bytes, the same for the same counts in whatever order they came.
 *
 *     "summ corpus 1\n"
 *     bytes of the code of the language (0 if there is no document), and the code
 *     documents, stems
 *     for each stem, ascending by its bytes:
 *         bytes it shares with the beginning of the one before, further bytes, these bytes, documents that hold it
 *     8 bytes, the lowest first: sm_hash of all before, with key 0
 *
 * Numbers are in base 128, the lowest digit first, each but the last with its highest bit set, in as few bytes as can
 * be. 50 papers of 7500 words make 66 KB, 500 texts of 2500 words 210 KB, some 6 bytes for each stem. */
#ifndef SM_DOC_CORPUS_FORM_H
#define SM_DOC_CORPUS_FORM_H

#include "doc/corpus.h"

/* The bytes, in `scratch`. False: no memory. O(bytes + stems x log stems). */
bool sm_corpus_form(const sm_corpus *corpus, sm_arena *scratch, const char **bytes, size_t *n_bytes);

/* Reads them back; nothing keeps pointing to them. SUMM_ERR_CORPUS: they are not of that form to the last bit;
 * SUMM_ERR_LANGUAGE: no language here has that code; SUMM_ERR_MEMORY. O(bytes x SM_CORPUS_STEM_MAX): a stem may share
 * all but one of its bytes. */
summ_status sm_corpus_read(sm_corpus *corpus, const char *bytes, size_t n_bytes, sm_arena *arena);

#endif
