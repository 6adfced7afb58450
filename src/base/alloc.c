#include "base/work.h"

#include <stdlib.h>

static void *resize_by_libc(void *context, void *block, size_t old_bytes, size_t new_bytes) {
    (void)context;
    (void)old_bytes;
    if (new_bytes == 0) {
        free(block);
        return NULL;
    }
    return realloc(block, new_bytes);
}

void sm_alloc_init(sm_alloc *alloc, summ_allocator user, size_t limit) {
    if (user.resize == NULL)
        user = (summ_allocator){resize_by_libc, NULL};
    *alloc = (sm_alloc){user, 0, limit, NULL};
}

void *sm_alloc_resize(sm_alloc *alloc, void *block, size_t old_bytes, size_t new_bytes) {
    if (new_bytes > old_bytes && new_bytes - old_bytes > alloc->limit - alloc->used)
        return NULL;
    if (new_bytes > 0 && alloc->work != NULL && alloc->work->ended)
        return NULL;
    void *p = alloc->user.resize(alloc->user.context, block, old_bytes, new_bytes);
    if (p != NULL || new_bytes == 0)
        alloc->used = alloc->used - old_bytes + new_bytes;
    return p;
}
