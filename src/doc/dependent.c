#include "doc/dependent.h"

#include "text/fold.h"

bool sm_dependent(const sm_doc *doc, uint32_t sentence) {
    char folded[SM_WORD_MAX];
    uint32_t first = doc->sentences.at[sentence].first_token;
    if (sentence == 0 || first == sm_doc_end_token(doc, sentence))
        return false;
    const sm_word *w = sm_doc_word(doc, first);
    size_t n = sm_language_fold(doc->language, doc->input.text + w->begin, w->n_bytes, folded);
    return n > 0 && sm_lexicon_has(doc->language, SM_LIST_DEPENDENT, folded, n);
}
