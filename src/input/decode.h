/* The caller's bytes become UTF-8 text, and the offsets of the text those of the bytes again. Which encoding it is,
 * charset.h decides; UTF-8 is taken as it is, without its byte order mark. */
#ifndef SM_INPUT_DECODE_H
#define SM_INPUT_DECODE_H

#include "input/mapped.h"

typedef struct sm_decoded {
    const char *text; /* UTF-8, broken where it was; in the arena if is_new, else among the caller's bytes */
    uint32_t n_bytes;
    bool is_new;
    uint32_t n_bad;       /* sequences that read as U+FFFD */
    const char *encoding; /* static or in the arena */
    sm_runs runs;         /* the way back: sm_runs_source */
} sm_decoded;

/* Decodes; `encoding` as in summ_doc_options. SUMM_ERR_MEMORY, SUMM_ERR_ENCODING (no such encoding, also if a byte
 * order mark decides), SUMM_ERR_TOO_LARGE (the text would have 4 GiB or more). O(n_bytes); the text takes up to three
 * bytes for one, and twelve in the sets that have bytes for several characters (TSCII). What iconv and uchardet
 * allocate on their own is not the arena's. */
summ_status sm_decode(const char *bytes, uint32_t n_bytes, const char *encoding, sm_arena *arena, sm_decoded *decoded);

#endif
