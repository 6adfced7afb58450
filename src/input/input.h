/* Input: bytes in some format become text and blocks. One file and one row of inputs.def for each format. */
#ifndef SM_INPUT_INPUT_H
#define SM_INPUT_INPUT_H

#include "base/arena.h"

#include <stdint.h>

typedef enum sm_role {
    SM_ROLE_UNKNOWN, /* the format does not tell; doc/prose.c judges by shape */
    SM_ROLE_TITLE,
    SM_ROLE_HEADING,
    SM_ROLE_PARAGRAPH,
    SM_ROLE_ITEM,       /* of a list */
    SM_ROLE_QUOTE,      /* a block of its own */
    SM_ROLE_CAPTION,    /* of a picture, or a pull quote */
    SM_ROLE_CODE,       /* and whatever else is not prose */
    SM_ROLE_BOILERPLATE /* not part of the article */
} sm_role;

/* A piece of text in which line breaks mean no more than spaces. Not empty, no white space at its ends. */
typedef struct sm_block {
    uint32_t begin, end; /* of the text */
    sm_role role;
} sm_block;

/* From `text` on, up to the next segment, the text is the source from `source` on, byte for byte. */
typedef struct sm_segment {
    uint32_t text, source;
} sm_segment;

typedef struct sm_input {
    const char *text; /* UTF-8, possibly broken; the source itself or in the arena */
    uint32_t n_bytes;
    SM_VEC(sm_block) blocks;
    SM_VEC(sm_segment) segments; /* ascending, the first at text 0; none: the text is the source */
} sm_input;

typedef struct sm_reader {
    summ_item item;
    summ_status (*read)(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input);
} sm_reader;

/* Row `index`, or NULL past the end. */
const sm_reader *sm_reader_at(size_t index);

/* Where a byte of the text stands in the source that the reader was given. O(log segments). */
size_t sm_input_source(const sm_input *input, uint32_t text_offset);

#endif
