#include "input/input.h"

#define X(name, help) summ_status sm_read_##name(const char *, uint32_t, sm_arena *, sm_input *);
#include "input/inputs.def"
#undef X

static const sm_reader READERS[] = {
#define X(name, help) {{#name, help}, sm_read_##name},
#include "input/inputs.def"
#undef X
};

const sm_reader *sm_reader_at(size_t index) {
    return index < sizeof READERS / sizeof *READERS ? &READERS[index] : NULL;
}

size_t sm_input_source(const sm_input *input, uint32_t text_offset) {
    size_t low = 0, high = input->segments.n;
    if (high == 0)
        return text_offset;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (input->segments.at[middle].text <= text_offset)
            low = middle;
        else
            high = middle;
    }
    return (size_t)input->segments.at[low].source + (text_offset - input->segments.at[low].text);
}
