/* Corpora: how common stems are in the texts of the program. */
#include "api/corpus.h"

#include "doc/corpus_form.h"

struct summ_corpus {
    sm_memory memory;
    sm_corpus corpus;
};

summ_status summ_corpus_new(const summ_engine *engine, summ_corpus **corpus) {
    if (engine == NULL || corpus == NULL)
        return SUMM_ERR_ARGUMENT;
    summ_corpus *c = sm_handle_new(engine, sizeof *c);
    if (c == NULL)
        return SUMM_ERR_MEMORY;
    sm_corpus_init(&c->corpus, NULL, 0, &c->memory.arena);
    *corpus = c;
    return SUMM_OK;
}

summ_status summ_corpus_add(summ_corpus *corpus, const summ_doc *doc) {
    sm_arena scratch;
    if (corpus == NULL || doc == NULL)
        return SUMM_ERR_ARGUMENT;
    sm_arena_init(&scratch, &corpus->memory.alloc);
    summ_status status = sm_corpus_add(&corpus->corpus, &doc->doc, &scratch);
    sm_arena_release(&scratch);
    return status;
}

size_t summ_corpus_size(const summ_corpus *corpus) {
    return corpus->corpus.n_docs;
}

const char *summ_corpus_language(const summ_corpus *corpus) {
    return corpus->corpus.language != NULL ? corpus->corpus.language->item.name : NULL;
}

size_t summ_corpus_count(const summ_corpus *corpus, const char *stem, size_t n_bytes) {
    return stem != NULL ? sm_corpus_count(&corpus->corpus, stem, n_bytes) : 0;
}

summ_status summ_corpus_write(const summ_corpus *corpus, summ_write_fn write, void *context) {
    sm_alloc alloc; /* of its own: many threads may write at once */
    sm_arena scratch;
    const char *bytes;
    size_t n_bytes;
    if (corpus == NULL || write == NULL)
        return SUMM_ERR_ARGUMENT;
    sm_alloc_init(&alloc, corpus->memory.alloc.user, corpus->memory.alloc.limit);
    sm_arena_init(&scratch, &alloc);
    summ_status status = SUMM_ERR_MEMORY;
    if (sm_corpus_form(&corpus->corpus, &scratch, &bytes, &n_bytes))
        status = write(context, bytes, n_bytes) == 0 ? SUMM_OK : SUMM_ERR_WRITE;
    sm_arena_release(&scratch);
    return status;
}

summ_status summ_corpus_read(const summ_engine *engine, const char *bytes, size_t n_bytes, summ_corpus **corpus) {
    if (engine == NULL || corpus == NULL || (bytes == NULL && n_bytes > 0))
        return SUMM_ERR_ARGUMENT;
    summ_corpus *c = sm_handle_new(engine, sizeof *c);
    if (c == NULL)
        return SUMM_ERR_MEMORY;
    summ_status status = sm_corpus_read(&c->corpus, bytes, n_bytes, &c->memory.arena);
    if (status != SUMM_OK)
        summ_corpus_free(c);
    else
        *corpus = c;
    return status;
}

void summ_corpus_free(summ_corpus *corpus) {
    sm_handle_free(corpus, sizeof *corpus);
}

summ_status sm_corpus_for(const summ_corpus *given, const sm_doc *doc, const sm_corpus **corpus) {
    *corpus = given != NULL && given->corpus.n_docs > 0 ? &given->corpus : NULL;
    return *corpus == NULL || (*corpus)->language == doc->language ? SUMM_OK : SUMM_ERR_LANGUAGE;
}
