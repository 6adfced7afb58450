/* unpack_gzip.c - gzip, by zlib. Members may follow one another, and bytes of 0, as tapes have them, the last. */
#include "unpack_formats.h"

#ifdef HAVE_ZLIB
#include "summ.h"
#define ZLIB_CONST
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

enum {
    GZIP_ONLY = 16 + MAX_WBITS
};

typedef struct gzip {
    z_stream stream;
    bool is_between; /* members */
} gzip;

static const char *open_gzip(void **unpacker) {
    gzip *made = calloc(1, sizeof *made);
    if (made == NULL || inflateInit2(&made->stream, GZIP_ONLY) != Z_OK) {
        free(made);
        return summ_status_message(SUMM_ERR_MEMORY);
    }
    *unpacker = made;
    return NULL;
}

static void close_gzip(void *unpacker) {
    gzip *made = unpacker;
    inflateEnd(&made->stream);
    free(made);
}

/* Begins the next member if there is one. */
static unpack_state begin(gzip *on, unpack_pieces *pieces) {
    while (pieces->n_in > 0 && *pieces->in == '\0')
        pieces->in++, pieces->n_in--;
    if (pieces->n_in == 0)
        return UNPACK_WHOLE;
    if (*pieces->in != unpack_gzip.magic[0] || inflateReset(&on->stream) != Z_OK)
        return UNPACK_CORRUPT;
    on->is_between = false;
    return UNPACK_GOES_ON;
}

static uInt clamp(size_t n) {
    return n < UINT_MAX ? (uInt)n : UINT_MAX;
}

static unpack_state step(void *unpacker, unpack_pieces *pieces) {
    gzip *on = unpacker;
    z_stream *stream = &on->stream;
    unpack_state state = on->is_between ? begin(on, pieces) : UNPACK_GOES_ON;
    if (state != UNPACK_GOES_ON)
        return state;
    uInt n_in = clamp(pieces->n_in), n_out = clamp(pieces->n_out);
    stream->next_in = (const Bytef *)pieces->in;
    stream->avail_in = n_in;
    stream->next_out = (Bytef *)pieces->out;
    stream->avail_out = n_out;
    int result = inflate(stream, Z_NO_FLUSH);
    pieces->in += n_in - stream->avail_in;
    pieces->n_in -= n_in - stream->avail_in;
    pieces->out += n_out - stream->avail_out;
    pieces->n_out -= n_out - stream->avail_out;
    on->is_between = result == Z_STREAM_END;
    if (result == Z_STREAM_END)
        return UNPACK_WHOLE;
    if (result == Z_MEM_ERROR)
        return UNPACK_NO_MEMORY;
    return result == Z_OK || result == Z_BUF_ERROR ? UNPACK_GOES_ON : UNPACK_CORRUPT;
}

#define LIBRARY "zlib " HAVE_ZLIB
#else
#define LIBRARY    NULL
#define open_gzip  NULL
#define step       NULL
#define close_gzip NULL
#endif

const unpack_format unpack_gzip = {
    UNPACK_NAMES("gzip", "zlib"), ".gz", "\x1F\x8B\x08", 3, LIBRARY, open_gzip, step, close_gzip};
