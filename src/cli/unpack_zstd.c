/* unpack_zstd.c - Zstandard, by libzstd, which goes from frame to frame by itself. Its own limit of a window is 128
 * MiB. */
#include "unpack_formats.h"

#ifdef HAVE_ZSTD
#include "loaded.h"
#include "summ.h"
#include <stdlib.h>
#include <zstd.h>
#include <zstd_errors.h>

typedef struct zstd {
    void *library;
    ZSTD_DStream *(*create)(void);
    size_t (*release)(ZSTD_DStream *);
    size_t (*decompress)(ZSTD_DStream *, ZSTD_outBuffer *, ZSTD_inBuffer *);
    unsigned (*is_error)(size_t);
    ZSTD_ErrorCode (*error_code)(size_t);
    ZSTD_DStream *stream;
    bool is_between; /* frames */
} zstd;

static bool load(zstd *on) {
    const loaded_function functions[] = {
        {"ZSTD_createDStream", &on->create},        {"ZSTD_freeDStream", &on->release},
        {"ZSTD_decompressStream", &on->decompress}, {"ZSTD_isError", &on->is_error},
        {"ZSTD_getErrorCode", &on->error_code},
    };
    on->library = loaded_open(LOADED_NAME("zstd", "1"), functions, sizeof functions / sizeof functions[0]);
    return on->library != NULL;
}

static void close_zstd(void *unpacker) {
    zstd *made = unpacker;
    if (made->stream != NULL)
        made->release(made->stream);
    if (made->library != NULL)
        loaded_close(made->library);
    free(made);
}

static const char *open_zstd(void **unpacker) {
    zstd *made = calloc(1, sizeof *made);
    *unpacker = made;
    if (made != NULL && !load(made))
        return "zstd data, and libzstd cannot be loaded";
    if (made != NULL)
        made->stream = made->create();
    return made == NULL || made->stream == NULL ? summ_status_message(SUMM_ERR_MEMORY) : NULL;
}

static unpack_state step(void *unpacker, unpack_pieces *pieces) {
    zstd *on = unpacker;
    ZSTD_inBuffer in = {pieces->in, pieces->n_in, 0};
    ZSTD_outBuffer out = {pieces->out, pieces->n_out, 0};
    if (on->is_between && pieces->n_in == 0)
        return UNPACK_WHOLE;
    size_t result = on->decompress(on->stream, &out, &in);
    pieces->in += in.pos;
    pieces->n_in -= in.pos;
    pieces->out += out.pos;
    pieces->n_out -= out.pos;
    on->is_between = result == 0;
    if (!on->is_error(result))
        return result == 0 ? UNPACK_WHOLE : UNPACK_GOES_ON;
    switch (on->error_code(result)) {
    case ZSTD_error_memory_allocation:
        return UNPACK_NO_MEMORY;
    case ZSTD_error_frameParameter_windowTooLarge:
        return UNPACK_TOO_LARGE;
    default:
        return UNPACK_CORRUPT;
    }
}

#define LIBRARY "zstd " HAVE_ZSTD
#else
#define LIBRARY    NULL
#define open_zstd  NULL
#define step       NULL
#define close_zstd NULL
#endif

const unpack_format unpack_zstd = {
    UNPACK_NAMES("zstd", "libzstd"), ".zst", "\x28\xB5\x2F\xFD", 4, LIBRARY, open_zstd, step, close_zstd};
