/* The caller's allocator, counted and limited. One sm_alloc serves one document or one selection, so the count needs
 * no lock. All memory the library takes goes through here. */
#ifndef SM_BASE_ALLOC_H
#define SM_BASE_ALLOC_H

#include "summ.h"

#include <stdbool.h>

typedef struct sm_alloc {
    summ_allocator user;
    size_t used, limit;   /* bytes */
    struct sm_work *work; /* that is counted (base/work.h), or NULL */
} sm_alloc;

/* An allocator over `user` (resize NULL: the C library's) that refuses to hold more than `limit` bytes. */
void sm_alloc_init(sm_alloc *alloc, summ_allocator user, size_t limit);

/* As summ_allocator.resize, within the limit. NULL if there is no memory, or the work was ended (or new_bytes is 0);
 * the block then stays. */
void *sm_alloc_resize(sm_alloc *alloc, void *block, size_t old_bytes, size_t new_bytes);

/* *product = a * b; false if that overflows. */
static inline bool sm_multiply(size_t a, size_t b, size_t *product) {
    *product = a * b;
    return a == 0 || *product / a == b;
}

#endif
