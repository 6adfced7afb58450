/* The work of one operation, counted, so that its caller is told how far it is and may end it. It hangs on the
 * allocator of the operation, which everything that takes part has in its arena: whoever walks over many things counts
 * them, and nobody else knows of callbacks. An operation that was ended gets no memory any more: it fails as if there
 * were none, on paths that every operation has, and sm_work_end tells the one from the other. */
#ifndef SM_BASE_WORK_H
#define SM_BASE_WORK_H

#include "base/arena.h"

/* Work is counted in words of the text that are looked at, or what takes about as long: entries of a matrix,
 * candidates, cells of a table. */
typedef struct sm_work {
    summ_progress_fn progress;
    void *context;
    size_t words; /* of the text, 1 at least */
    size_t done;
    size_t told; /* done when progress was told last */
    bool ended;
} sm_work;

enum {
    SM_WORK_STEP = 65536, /* between two calls, or as many as the text has words if these are fewer */
    SM_WORK_PASSES = 96   /* over the text, that an operation is expected to take: PageRank takes some 80 */
};

/* Counts what is done with memory of `alloc` from here on. `progress` NULL: nobody asks. The work has to stay until
 * sm_work_end. */
void sm_work_begin(sm_work *work, sm_alloc *alloc, summ_progress_fn progress, void *context, size_t words);

/* Counts no more. SUMM_ERR_CANCELLED if the caller ended it, else `status`. */
summ_status sm_work_end(sm_alloc *alloc, summ_status status);

/* Counts n of them. False: the caller ends it. */
bool sm_work_count(sm_work *work, size_t n);

/* To be called for every SM_WORK_STEP words or so; false: it was ended, which callers report as they report that there
 * is no memory. */
static inline bool sm_work_step(const sm_arena *arena, size_t n) {
    return arena->alloc->work == NULL || sm_work_count(arena->alloc->work, n);
}

/* The same for one walk over all words, such as a round of PageRank. */
static inline bool sm_work_pass(const sm_arena *arena) {
    return arena->alloc->work == NULL || sm_work_count(arena->alloc->work, arena->alloc->work->words);
}

#endif
