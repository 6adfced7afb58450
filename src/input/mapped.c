#include "input/mapped.h"

size_t sm_runs_source(const sm_runs *runs, uint32_t text_offset) {
    size_t low = 0, high = runs->n;
    if (high == 0)
        return text_offset;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (runs->at[middle].text <= text_offset)
            low = middle;
        else
            high = middle;
    }
    const sm_run *r = &runs->at[low];
    return r->source + (size_t)(text_offset - r->text) / r->text_step * r->source_step;
}

bool sm_mapped_begin_run(sm_mapped *m, uint32_t text_step, uint32_t source_step) {
    sm_run run = {.text = (uint32_t)m->text.n, .source = m->source};
    run.text_step = text_step & 7;
    run.source_step = source_step & 0x1FFFFFFF;
    m->text_step = text_step;
    m->source_step = source_step;
    return sm_vec_push(&m->runs, run, m->arena);
}

bool sm_mapped_reserve(sm_mapped *m) {
    m->too_large = m->text.n > UINT32_MAX - 4;
    if (m->too_large || !sm_vec_reserve(&m->text, (size_t)4, m->arena))
        return false;
    if (m->text.cap > UINT32_MAX)
        m->text.cap = UINT32_MAX;
    return true;
}
