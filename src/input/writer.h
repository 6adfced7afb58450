/* The text of an input as it is put together from pieces of a source, with its blocks and the way back. The functions
 * return false if there is no memory or the text is too large: sm_writer_end tells which. */
#ifndef SM_INPUT_WRITER_H
#define SM_INPUT_WRITER_H

#include "input/input.h"

typedef struct sm_writer {
    const char *source;
    sm_arena *arena;
    sm_input *input;
    SM_VEC(char) text;
    bool too_large;
} sm_writer;

/* The input becomes an empty one; the writer, the source and the arena have to stay until the end. */
void sm_writer_begin(sm_writer *w, const char *source, sm_arena *arena, sm_input *input);

/* The bytes of the source as they are. */
bool sm_writer_bytes(sm_writer *w, uint32_t from, uint32_t to);

/* One character, which stands for n_source > 0 bytes of the source. */
bool sm_writer_code(sm_writer *w, uint32_t code, uint32_t from, uint32_t n_source);

/* What was written since w->text.n was `begin` is a block, without the white space at its ends; none if nothing is left
 * then. */
bool sm_writer_block(sm_writer *w, size_t begin, sm_role role);

/* The same with a level, as of sm_block. */
bool sm_writer_block_at(sm_writer *w, size_t begin, sm_role role, uint8_t level);

/* Hands the text to the input. `good`: has everything been written? SUMM_ERR_MEMORY, SUMM_ERR_TOO_LARGE. */
summ_status sm_writer_end(sm_writer *w, bool good);

#endif
