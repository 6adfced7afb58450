#include "input/writer.h"

#include "base/chars.h"

#include <string.h>

void sm_writer_begin(sm_writer *w, const char *source, sm_arena *arena, sm_input *input) {
    *input = (sm_input){.text = ""};
    *w = (sm_writer){.source = source, .arena = arena, .input = input};
}

static bool reserve(sm_writer *w, size_t n) {
    w->too_large = w->too_large || n > UINT32_MAX - w->text.n;
    return !w->too_large && sm_vec_reserve(&w->text, n, w->arena);
}

/* Does the source from `from` on follow what the last segment has? */
static bool goes_on(const sm_writer *w, uint32_t from) {
    if (w->input->segments.n == 0)
        return false;
    const sm_segment *last = &w->input->segments.at[w->input->segments.n - 1];
    return last->n_source == 0 && last->source + (uint64_t)(w->text.n - last->text) == from;
}

bool sm_writer_bytes(sm_writer *w, uint32_t from, uint32_t to) {
    sm_segment segment = {(uint32_t)w->text.n, from, 0};
    if (from == to)
        return true;
    if (!reserve(w, to - from) || (!goes_on(w, from) && !sm_vec_push(&w->input->segments, segment, w->arena)))
        return false;
    memcpy(w->text.at + w->text.n, w->source + from, to - from);
    w->text.n += to - from;
    return true;
}

bool sm_writer_code(sm_writer *w, uint32_t code, uint32_t from, uint32_t n_source) {
    sm_segment segment = {(uint32_t)w->text.n, from, n_source};
    if (!reserve(w, 4) || !sm_vec_push(&w->input->segments, segment, w->arena))
        return false;
    w->text.n += sm_utf8_encode(code, w->text.at + w->text.n);
    return true;
}

bool sm_writer_block(sm_writer *w, size_t begin, sm_role role) {
    return sm_writer_block_at(w, begin, role, 0);
}

bool sm_writer_block_at(sm_writer *w, size_t begin, sm_role role, uint8_t level) {
    size_t end = w->text.n, n;
    begin = sm_skip_spaces(w->text.at, begin, end);
    while (end > begin) {
        size_t before = sm_utf8_before(w->text.at, begin, end);
        if (sm_char_at(w->text.at, before, end, &n) != SM_CHAR_SPACE)
            break;
        end = before;
    }
    sm_block block = {(uint32_t)begin, (uint32_t)end, role, level};
    if (begin == end)
        return true;
    if (!sm_vec_push(&w->input->blocks, block, w->arena) || !reserve(w, 1))
        return false;
    w->text.at[w->text.n++] = '\n';
    return true;
}

summ_status sm_writer_end(sm_writer *w, bool good) {
    w->input->text = w->text.n > 0 ? w->text.at : "";
    w->input->n_bytes = (uint32_t)w->text.n;
    return good ? SUMM_OK : w->too_large ? SUMM_ERR_TOO_LARGE : SUMM_ERR_MEMORY;
}
