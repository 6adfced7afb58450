#include "base/work.h"

void sm_work_begin(sm_work *work, sm_alloc *alloc, summ_progress_fn progress, void *context, size_t words) {
    *work = (sm_work){.progress = progress, .context = context, .words = words > 0 ? words : 1};
    alloc->work = progress != NULL ? work : NULL;
}

summ_status sm_work_end(sm_alloc *alloc, summ_status status) {
    bool ended = alloc->work != NULL && alloc->work->ended;
    alloc->work = NULL;
    return ended ? SUMM_ERR_CANCELLED : status;
}

/* Never falls and never passes `total`, however long it takes: in step with the work for nine tenths of the way, then
 * slower and slower. */
static size_t share_of(size_t done, size_t total) {
    double mark = 0.9 * (double)total, work = (double)done;
    return (size_t)(work <= mark ? work : (double)total - ((double)total - mark) * mark / work);
}

bool sm_work_count(sm_work *w, size_t n) {
    size_t every = w->words < SM_WORK_STEP ? w->words : SM_WORK_STEP, total = SM_WORK_PASSES * w->words;
    if (w->ended)
        return false;
    w->done = n < SIZE_MAX - w->done ? w->done + n : SIZE_MAX;
    if (w->done - w->told < every)
        return true;
    w->told = w->done;
    w->ended = w->progress(w->context, share_of(w->done, total), total) != 0;
    return !w->ended;
}
