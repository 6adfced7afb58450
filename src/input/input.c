#include "input/input.h"

#include "input/declared.h"

sm_read_fn sm_read_html_whole;
#define X(name, help, whole, declared) sm_read_fn sm_read_##name;
#include "input/inputs.def"
#undef X

static const sm_reader READERS[] = {
#define X(name, help, whole, declared) {{#name, help}, sm_read_##name, whole, declared},
#include "input/inputs.def"
#undef X
};

const sm_reader *sm_reader_at(size_t index) {
    return index < sizeof READERS / sizeof *READERS ? &READERS[index] : NULL;
}

/* The segment of a byte of the text; there is one. */
static const sm_segment *segment_of(const sm_input *input, uint32_t text_offset) {
    size_t low = 0, high = input->segments.n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (input->segments.at[middle].text <= text_offset)
            low = middle;
        else
            high = middle;
    }
    return &input->segments.at[low];
}

size_t sm_input_source(const sm_input *input, uint32_t text_offset) {
    if (input->segments.n == 0)
        return text_offset;
    const sm_segment *s = segment_of(input, text_offset);
    return s->n_source > 0 ? s->source : (size_t)s->source + (text_offset - s->text);
}

size_t sm_input_source_end(const sm_input *input, uint32_t text_offset) {
    const sm_segment *s = input->segments.n > 0 ? segment_of(input, text_offset) : NULL;
    bool whole = s != NULL && s->n_source > 0;
    return whole ? (size_t)s->source + s->n_source : sm_input_source(input, text_offset) + 1;
}
