#include "api/handles.h"

#include <string.h>

summ_status summ_engine_new(const summ_engine_options *given, summ_engine **engine) {
    summ_engine_options options;
    sm_alloc alloc;
    summ_engine_options_init(&options, sizeof options);
    if (engine == NULL || !sm_options_read(&options, sizeof options, given))
        return SUMM_ERR_ARGUMENT;
    sm_alloc_init(&alloc, options.allocator, SUMM_NO_LIMIT);
    summ_engine *e = sm_alloc_resize(&alloc, NULL, 0, sizeof *e);
    if (e == NULL)
        return SUMM_ERR_MEMORY;
    *e = (summ_engine){options.allocator, options.max_bytes, options.max_memory};
    *engine = e;
    return SUMM_OK;
}

void summ_engine_free(summ_engine *engine) {
    sm_alloc alloc;
    if (engine == NULL)
        return;
    sm_alloc_init(&alloc, engine->allocator, SUMM_NO_LIMIT);
    sm_alloc_resize(&alloc, engine, sizeof *engine, 0);
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
