/* Several texts become one. */
#include "input/input.h"

#include <string.h>

/* Between two texts: a paragraph ends. */
static const char GAP[] = "\n\n";

static bool measure(const sm_input *inputs, size_t n, uint32_t *n_bytes) {
    uint64_t sum = 0;
    for (size_t i = 0; i < n && sum < UINT32_MAX; i++)
        sum += inputs[i].n_bytes + (uint64_t)(sizeof GAP - 1);
    *n_bytes = (uint32_t)sum;
    return sum < UINT32_MAX;
}

static bool add_blocks(const sm_input *from, uint32_t shift, sm_arena *arena, sm_input *joined) {
    sm_part part = {shift, (uint32_t)joined->blocks.n};
    if (!sm_vec_push(&joined->parts, part, arena) || !sm_vec_reserve(&joined->blocks, from->blocks.n, arena))
        return false;
    for (size_t i = 0; i < from->blocks.n; i++) {
        sm_block block = from->blocks.at[i];
        block.begin += shift;
        block.end += shift;
        joined->blocks.at[joined->blocks.n++] = block;
    }
    return true;
}

summ_status sm_input_join(const sm_input *inputs, size_t n, sm_arena *arena, sm_input *joined) {
    uint32_t n_bytes, at = 0;
    if (!measure(inputs, n, &n_bytes))
        return SUMM_ERR_TOO_LARGE;
    char *text = sm_arena_get(arena, n_bytes, 1);
    *joined = (sm_input){.text = text, .n_bytes = n_bytes};
    for (size_t i = 0; text != NULL && i < n; i++) {
        if (!add_blocks(&inputs[i], at, arena, joined))
            return SUMM_ERR_MEMORY;
        if (inputs[i].n_bytes > 0)
            memcpy(text + at, inputs[i].text, inputs[i].n_bytes);
        if (joined->language[0] == '\0')
            memcpy(joined->language, inputs[i].language, sizeof joined->language);
        memcpy(text + at + inputs[i].n_bytes, GAP, sizeof GAP - 1);
        at += inputs[i].n_bytes + (uint32_t)(sizeof GAP - 1);
    }
    return text != NULL ? SUMM_OK : SUMM_ERR_MEMORY;
}

size_t sm_input_part(const sm_input *input, uint32_t text_offset) {
    size_t low = 0, high = input->parts.n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (input->parts.at[middle].text <= text_offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}
