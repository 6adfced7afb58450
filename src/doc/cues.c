#include "doc/cues.h"

bool sm_cues_in(const sm_doc *doc, uint32_t sentence) {
    uint32_t end = sm_doc_end_token(doc, sentence);
    for (uint32_t t = doc->sentences.at[sentence].first_token + 1; t < end; t++) {
        const sm_word *who = sm_doc_word(doc, t - 1), *what = sm_doc_word(doc, t);
        if (who->cue && who->class == SM_WORD_STOP && what->cue && what->class == SM_WORD_CONTENT &&
            !doc->tokens.at[t].boundary)
            return true;
    }
    return false;
}
