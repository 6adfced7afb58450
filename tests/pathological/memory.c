#include "work.h"

#include <stdlib.h>

static void *resize(void *context, void *block, size_t old_bytes, size_t new_bytes) {
    work_memory *memory = context;
    void *fresh = NULL;
    if (new_bytes == 0)
        free(block);
    else if ((fresh = realloc(block, new_bytes)) == NULL)
        return NULL;
    memory->asked += new_bytes;
    memory->used += new_bytes - old_bytes;
    if (memory->used > memory->peak)
        memory->peak = memory->used;
    return fresh;
}

summ_allocator work_allocator(work_memory *memory) {
    return (summ_allocator){resize, memory};
}
