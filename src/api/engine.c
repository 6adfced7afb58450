#include "api/handles.h"

#include <string.h>

static bool add_words(summ_engine *e, sm_list list, const char *words) {
    return words == NULL || sm_lists_add(&e->lists, list, words, &e->memory.arena);
}

static bool fill_lists(summ_engine *e, const summ_engine_options *options) {
    sm_lists_init(&e->lists, &e->memory.arena);
    e->lists.only_own_stopwords = options->stopwords != NULL;
    return add_words(e, SM_LIST_STOPWORDS, options->stopwords) &&
           add_words(e, SM_LIST_STOPWORDS, options->more_stopwords) &&
           add_words(e, SM_LIST_ABBREVIATIONS, options->abbreviations);
}

static bool remember(summ_engine *e, size_t n_words) {
    e->lists.memo = n_words > 0 ? sm_memo_new(n_words, &e->memory.arena) : NULL;
    return n_words == 0 || e->lists.memo != NULL;
}

summ_status summ_engine_new(const summ_engine_options *given, summ_engine **engine) {
    summ_engine_options options;
    summ_engine_options_init(&options, sizeof options);
    if (engine == NULL || !sm_options_read(&options, sizeof options, given))
        return SUMM_ERR_ARGUMENT;
    const summ_engine settings = {.allocator = options.allocator, .max_memory = SUMM_NO_LIMIT};
    summ_engine *e = sm_handle_new(&settings, sizeof *e);
    if (e == NULL)
        return SUMM_ERR_MEMORY;
    e->allocator = options.allocator;
    e->max_bytes = options.max_bytes;
    e->max_memory = options.max_memory;
    e->max_sentences = options.max_sentences;
    if (!fill_lists(e, &options) || !remember(e, options.remembered_words)) {
        summ_engine_free(e);
        return SUMM_ERR_MEMORY;
    }
    *engine = e;
    return SUMM_OK;
}

void summ_engine_free(summ_engine *engine) {
    sm_handle_free(engine, sizeof *engine);
}

void *sm_handle_new(const summ_engine *engine, size_t n_bytes) {
    sm_alloc alloc;
    sm_alloc_init(&alloc, engine->allocator, engine->max_memory);
    sm_memory *memory = sm_alloc_resize(&alloc, NULL, 0, n_bytes);
    if (memory == NULL)
        return NULL;
    memset(memory, 0, n_bytes);
    memory->alloc = alloc;
    sm_arena_init(&memory->arena, &memory->alloc);
    return memory;
}

void sm_handle_free(void *handle, size_t n_bytes) {
    sm_memory *memory = handle;
    if (memory == NULL)
        return;
    sm_arena_release(&memory->arena);
    sm_alloc alloc = memory->alloc;
    sm_alloc_resize(&alloc, handle, n_bytes, 0);
}
