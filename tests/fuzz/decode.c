/* Character sets: those of the table and any that iconv may know by the name in the first line; what is guessed; and
 * whether bytes are text at all. */
#include "fuzz.h"

#include "input/binary.h"
#include "input/decode.h"

static const char *const NAMES[] = {
    NULL,           "UTF-8",        "UTF-16", "UTF-16LE",   "UTF-16BE",  "UTF-32LE", "UTF-32BE", "windows-1252",
    "windows-1251", "windows-1255", "KOI8-R", "ISO-8859-2", "Shift_JIS", "EUC-JP",   "GB18030",  "Big5",
    "EUC-KR",       "ISO-2022-JP",  "HZ",     "UTF-7",      "TSCII",     "ASCII",    "UCS-2",    "IBM037"};

enum {
    N_NAMES = sizeof NAMES / sizeof *NAMES
};

/* The source begins where the text does but for a byte order mark, and goes on with it to the end. */
static void check_offsets(const sm_decoded *decoded, size_t n) {
    size_t last = sm_runs_source(&decoded->runs, 0);
    FUZZ_CHECK(last <= 4);
    for (size_t at = 0; at < decoded->n_bytes;) {
        uint32_t code;
        at += sm_utf8_decode(decoded->text + at, decoded->n_bytes - at, &code);
        size_t source = sm_runs_source(&decoded->runs, (uint32_t)at);
        FUZZ_CHECK(source >= last && source <= n);
        last = source;
    }
    FUZZ_CHECK(decoded->is_new || last == n);
}

/* What was converted is UTF-8 to the last byte. */
static void check_text(const sm_decoded *decoded, const char *bytes, size_t n) {
    FUZZ_CHECK(decoded->n_bytes <= 12 * n && decoded->n_bad <= n && decoded->encoding != NULL);
    for (size_t at = 0, length; decoded->is_new && at < decoded->n_bytes; at += length) {
        uint32_t code;
        length = sm_utf8_decode(decoded->text + at, decoded->n_bytes - at, &code);
        FUZZ_CHECK(length > 1 || (unsigned char)decoded->text[at] < 0x80);
    }
    FUZZ_CHECK(decoded->is_new || (decoded->text >= bytes && decoded->text + decoded->n_bytes == bytes + n));
}

static void check_same(const sm_decoded *a, const sm_decoded *b) {
    FUZZ_CHECK(a->n_bytes == b->n_bytes && a->is_new == b->is_new && a->n_bad == b->n_bad);
    FUZZ_CHECK(strcmp(a->encoding, b->encoding) == 0 && a->runs.n == b->runs.n);
    FUZZ_CHECK(a->n_bytes == 0 || memcmp(a->text, b->text, a->n_bytes) == 0);
}

static void check_decoding(fuzz_input in, const char *name) {
    fuzz_arena arena;
    sm_decoded first, second;
    fuzz_arena_begin(&arena);
    summ_status status = sm_decode(in.text, (uint32_t)in.n, name, &arena.arena, &first);
    FUZZ_CHECK(status == SUMM_OK || status == SUMM_ERR_ENCODING);
    FUZZ_CHECK((name == NULL || summ_has_encoding(name)) == (status == SUMM_OK));
    if (status == SUMM_OK) {
        check_text(&first, in.text, in.n);
        check_offsets(&first, in.n);
        FUZZ_CHECK(sm_decode(in.text, (uint32_t)in.n, name, &arena.arena, &second) == SUMM_OK);
        check_same(&first, &second);
    }
    fuzz_arena_end(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    fuzz_input in = fuzz_begin(data, n);
    size_t row = fuzz_pick(&in, N_NAMES + 1);
    char *named = row == N_NAMES ? fuzz_string(fuzz_part(&in, '\n')) : NULL;
    (void)sm_binary_kind(in.text, in.n);
    check_decoding(in, row == N_NAMES ? named : NAMES[row]);
    free(named);
    return 0;
}
