/* Text that is written character by character from bytes of another character set, with the way back to them. Runs of
 * characters of equal lengths share one entry: an English text in UTF-16 has one run, a Russian one in an 8-bit set two
 * for each word, a Chinese one two for each stretch of ASCII. */
#ifndef SM_INPUT_MAPPED_H
#define SM_INPUT_MAPPED_H

#include "base/arena.h"
#include "base/utf8.h"

/* From `text` on, up to the next run, text_step bytes of text come of source_step bytes of the source, those from
 * `source` on. */
typedef struct sm_run {
    uint32_t text, source;
    uint32_t source_step : 29, text_step : 3;
} sm_run;

/* Ascending, the first at text 0, without gaps in the source; none: the text is the source. */
typedef SM_VEC(sm_run) sm_runs;

/* Where a byte of the text stands in the source: the first byte of its character. Given the end of the text or of a
 * character, one past its last byte. O(log runs). */
size_t sm_runs_source(const sm_runs *runs, uint32_t text_offset);

/* What is being written. */
typedef struct sm_mapped {
    sm_arena *arena; /* of the text and the runs */
    SM_VEC(char) text;
    sm_runs runs;
    uint32_t source;      /* the first byte of the source that is not read */
    uint32_t source_step; /* of the run in the making, as text_step; 0 and 0 before the first */
    uint32_t text_step;
    uint32_t n_bad; /* sequences that read as U+FFFD */
    bool too_large; /* why writing failed: not for want of memory */
} sm_mapped;

/* Begins at a byte of the source. */
static inline sm_mapped sm_mapped_begin(sm_arena *arena, uint32_t source) {
    return (sm_mapped){.arena = arena, .source = source};
}

/* Begins another run. False: no memory. */
bool sm_mapped_begin_run(sm_mapped *m, uint32_t text_step, uint32_t source_step);

/* Room for one more character, and never for more than UINT32_MAX bytes: whoever has room need not ask how large the
 * text is. False: no memory, or too_large. */
bool sm_mapped_reserve(sm_mapped *m);

/* Writes a character (any code point; surrogates and what is beyond U+10FFFF as U+FFFD) that stands for the next n
 * bytes of the source. False: no memory, or too_large. */
static inline bool sm_mapped_put(sm_mapped *m, uint32_t code, uint32_t n) {
    if (m->text.cap - m->text.n < 4 && !sm_mapped_reserve(m))
        return false;
    bool scalar = code < 0xD800 || (code > 0xDFFF && code < 0x110000);
    uint32_t length = (uint32_t)sm_utf8_encode(scalar ? code : SM_UTF8_BAD, m->text.at + m->text.n);
    if ((length != m->text_step || n != m->source_step) && !sm_mapped_begin_run(m, length, n))
        return false;
    m->text.n += length;
    m->source += n;
    return true;
}

/* The same for n bytes that are no character. */
static inline bool sm_mapped_put_bad(sm_mapped *m, uint32_t n) {
    m->n_bad++;
    return sm_mapped_put(m, SM_UTF8_BAD, n);
}

#endif
