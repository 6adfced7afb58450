/* unpack_xz.c - xz, by liblzma, which goes from stream to stream by itself. */
#include "unpack_formats.h"

#ifdef HAVE_LZMA
#include "loaded.h"
#include "summ.h"
#include <lzma.h>
#include <stdlib.h>

enum {
    BESIDE_WINDOW = 1024 * 1024 /* what the decoder needs besides */
};

typedef struct xz {
    void *library;
    lzma_ret (*begin)(lzma_stream *, uint64_t, uint32_t);
    lzma_ret (*code)(lzma_stream *, lzma_action);
    void (*end)(lzma_stream *);
    lzma_stream stream;
} xz;

static bool load(xz *on) {
    const loaded_function functions[] = {
        {"lzma_stream_decoder", &on->begin},
        {"lzma_code", &on->code},
        {"lzma_end", &on->end},
    };
    on->library = loaded_open(LOADED_NAME("lzma", "5"), functions, sizeof functions / sizeof functions[0]);
    return on->library != NULL;
}

static void close_xz(void *unpacker) {
    xz *made = unpacker;
    if (made->library != NULL) {
        made->end(&made->stream);
        loaded_close(made->library);
    }
    free(made);
}

static const char *open_xz(void **unpacker) {
    static const lzma_stream empty = LZMA_STREAM_INIT;
    const uint64_t max_memory = UNPACK_MAX_WINDOW + BESIDE_WINDOW;
    xz *made = calloc(1, sizeof *made);
    *unpacker = made;
    if (made == NULL)
        return summ_status_message(SUMM_ERR_MEMORY);
    made->stream = empty;
    if (!load(made))
        return "xz data, and liblzma cannot be loaded";
    if (made->begin(&made->stream, max_memory, LZMA_CONCATENATED) != LZMA_OK)
        return summ_status_message(SUMM_ERR_MEMORY);
    return NULL;
}

static unpack_state step(void *unpacker, unpack_pieces *pieces) {
    xz *made = unpacker;
    lzma_stream *on = &made->stream;
    on->next_in = (const uint8_t *)pieces->in;
    on->avail_in = pieces->n_in;
    on->next_out = (uint8_t *)pieces->out;
    on->avail_out = pieces->n_out;
    lzma_ret result = made->code(on, pieces->is_last ? LZMA_FINISH : LZMA_RUN);
    pieces->in = (const char *)on->next_in;
    pieces->n_in = on->avail_in;
    pieces->out = (char *)on->next_out;
    pieces->n_out = on->avail_out;
    switch (result) {
    case LZMA_OK:
    case LZMA_BUF_ERROR: /* no input; whether that is the end is for the caller to know */
        return UNPACK_GOES_ON;
    case LZMA_STREAM_END:
        return UNPACK_WHOLE;
    case LZMA_MEM_ERROR:
        return UNPACK_NO_MEMORY;
    case LZMA_MEMLIMIT_ERROR:
        return UNPACK_TOO_LARGE;
    default:
        return UNPACK_CORRUPT;
    }
}

#define LIBRARY "liblzma " HAVE_LZMA
#else
#define LIBRARY  NULL
#define open_xz  NULL
#define step     NULL
#define close_xz NULL
#endif

const unpack_format unpack_xz = {UNPACK_NAMES("xz", "liblzma"),
                                 ".xz",
                                 "\xFD"
                                 "7zXZ\0",
                                 6,
                                 LIBRARY,
                                 open_xz,
                                 step,
                                 close_xz};
