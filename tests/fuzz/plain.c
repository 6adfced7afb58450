/* Plain text: everything that recognises kinds of it, and the joining of lines. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    fuzz_check_reader(sm_reader_at(0)->read, fuzz_begin(data, n));
    return 0;
}
