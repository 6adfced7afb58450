/* Markdown, with and without front matter; also line by line, as texts are read that are too large for the parser. */
#include "reading.h"

#include "input/mdpage.h"

static summ_status read_stripped(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input) {
    const char *copy;
    size_t n_copy;
    sm_md_page page = {.source = source, .n_bytes = n_bytes, .arena = arena};
    sm_md_front(&page);
    bool good = sm_md_lines(&page, &copy, &n_copy) && sm_md_strip(&page);
    return good ? sm_md_write(&page, arena, input) : SUMM_ERR_MEMORY;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    fuzz_input in = fuzz_begin(data, n);
    fuzz_check_reader(sm_reader_at(3)->read, in);
    if (n % 4 == 1)
        fuzz_check_reader(read_stripped, in);
    return 0;
}
