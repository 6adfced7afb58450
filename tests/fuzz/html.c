/* Web pages and pieces of them: the article of one, all that is seen, a fragment; and the character set it names. */
#include "reading.h"

#include "input/declared.h"

static sm_read_fn *reader_of(fuzz_input *in) {
    const sm_reader *html = sm_reader_at(1), *fragment = sm_reader_at(2);
    switch (fuzz_pick(in, 3)) {
    case 0:
        return html->read;
    case 1:
        return html->read_whole;
    default:
        return fragment->read;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    fuzz_input in = fuzz_begin(data, n);
    char name[SM_DECLARED_MAX];
    sm_read_fn *read = reader_of(&in);
    if (sm_declared_charset(in.text, in.n, name))
        FUZZ_CHECK(memchr(name, '\0', sizeof name) != NULL && summ_has_encoding(name));
    fuzz_check_reader(read, in);
    return 0;
}
