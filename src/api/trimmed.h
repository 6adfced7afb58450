/* Sentences of a document as they are shown: whole, or trimmed. */
#ifndef SM_API_TRIMMED_H
#define SM_API_TRIMMED_H

#include "api/handles.h"

/* Makes *trimmed a copy of the document whose candidate sentences have the n_words and n_chars that remain of them when
 * they are trimmed; all else is shared. It lives in `arena`. False: no memory. O(bytes). */
bool sm_trimmed_measure(const sm_doc *doc, sm_arena *arena, sm_doc *trimmed);

/* Sets text, pieces and all lengths of a sentence, which is trimmed or whole. False: no memory. O(its bytes). */
bool sm_trimmed_show(const summ_doc *doc, const sm_sentence *sentence, bool trim, sm_arena *arena, summ_sentence *out);

/* The same for the longest beginning of the sentence that ends with a word and leaves room for an ellipsis, within so
 * many words and characters: shown with an ellipsis behind it. If there is none, the text stays NULL. False: no memory.
 * O(its bytes x log its words). */
bool sm_trimmed_show_begin(const summ_doc *doc, uint32_t sentence, bool trim, size_t max_words, size_t max_chars,
                           sm_arena *arena, summ_sentence *out);

#endif
