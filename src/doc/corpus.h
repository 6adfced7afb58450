/* A corpus: in how many of many documents each stem stands. Documents are of one language, whose stems these are. The
 * table is keyed by the first document alone (base/hash.h says why that matters): whoever chooses many others could
 * make words collide, which costs time. */
#ifndef SM_DOC_CORPUS_H
#define SM_DOC_CORPUS_H

#include "doc/doc.h"
#include "text/vocab.h"

enum {
    SM_CORPUS_STEM_MAX = 2 * SM_WORD_MAX /* bytes; folded and stemmed, a word may have become a little longer */
};

typedef struct sm_corpus {
    sm_arena *arena;
    const sm_language *language; /* NULL: there is no document yet */
    uint32_t n_docs;
    sm_vocab stems;
    SM_VEC(uint32_t) counts; /* of each stem: the documents that hold it; 0 after a failure */
} sm_corpus;

/* `key` is that of the vocabulary: of the first document, or of the bytes that are read. */
void sm_corpus_init(sm_corpus *corpus, const sm_language *language, uint64_t key, sm_arena *arena);

/* Counts a document: its content stems, each once, wherever in the text they stand. SUMM_ERR_MEMORY; SUMM_ERR_LANGUAGE,
 * if it is not of the language of the corpus; SUMM_ERR_TOO_LARGE: 2^32 - 1 documents or stems. After a failure the
 * counts are as they were. O(stems of the document). */
summ_status sm_corpus_add(sm_corpus *corpus, const sm_doc *doc, sm_arena *scratch);

/* The number of a stem, which is added with count 0 if it is new; the bytes are copied. SM_VOCAB_NONE: no memory. */
uint32_t sm_corpus_stem(sm_corpus *corpus, const char *stem, size_t n_bytes);

/* How many documents hold a stem. O(n_bytes). */
uint32_t sm_corpus_count(const sm_corpus *corpus, const char *stem, size_t n_bytes);

/* The same for each stem of a document, 0 for those of stop words, numbers and addresses. NULL: no memory. O(stems). */
const uint32_t *sm_corpus_counts(const sm_corpus *corpus, const sm_doc *doc, sm_arena *arena);

/* How rare a stem is that `count` documents hold: (N + 1) / (count + 1), as if the document at hand were one of them,
 * so that no stem is infinitely rare. */
static inline double sm_corpus_rarity(const sm_corpus *corpus, uint32_t count) {
    return (1.0 + corpus->n_docs) / (1.0 + count);
}

#endif
