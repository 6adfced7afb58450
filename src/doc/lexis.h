/* From tokens to words and stems: each distinct spelling is folded, looked up and stemmed once. */
#ifndef SM_DOC_LEXIS_H
#define SM_DOC_LEXIS_H

#include "doc/doc.h"
#include "text/stem.h"
#include "text/vocab.h"
#include "text/words.h"

typedef struct sm_lexis {
    sm_doc *doc;
    sm_vocab words, stems; /* their tables are scratch */
    sm_stemmer stemmer;
    sm_arena *scratch;
    SM_VEC(uint32_t) counts; /* of each word: close together, as they are counted token by token */
} sm_lexis;

/* SUMM_ERR_MEMORY. `scratch` has to outlive the lexis. */
summ_status sm_lexis_init(sm_lexis *lexis, sm_doc *doc, sm_arena *scratch);
/* Counts the stems of all words and frees the stemmer; due also after a failure. */
void sm_lexis_finish(sm_lexis *lexis);

/* The number in doc->words of a token of the text, which is added if it is new. SM_VOCAB_NONE: no memory. */
uint32_t sm_lexis_word(sm_lexis *lexis, const sm_token *token);

#endif
