/* Input: bytes in some format become text and blocks. One file and one row of inputs.def for each format. */
#ifndef SM_INPUT_INPUT_H
#define SM_INPUT_INPUT_H

#include "base/arena.h"
#include "input/said.h"

#include <stdint.h>

enum {
    SM_DECLARED_MAX = 32,
    SM_LANGUAGE_MAX = 16,
    SM_LEVELS = 6 /* of headings and lists */
};

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
    uint8_t level; /* of a heading, 1 to 6; of an item, in how many lists it stands, SM_LEVELS at most; 0: unknown */
} sm_block;

/* From `text` on, up to the next segment, the text is the source from `source` on, byte for byte; or, if n_source is
 * not 0, it stands as a whole for that many bytes of the source, as the character of "&amp;" does. */
typedef struct sm_segment {
    uint32_t text, source;
    uint32_t n_source;
} sm_segment;

/* Of several texts read one behind the other: where one begins, and its first block. */
typedef struct sm_part {
    uint32_t text, block;
} sm_part;

typedef struct sm_input {
    const char *text; /* UTF-8, possibly broken; the source itself or in the arena */
    uint32_t n_bytes;
    SM_VEC(sm_block) blocks;
    SM_VEC(sm_segment) segments;    /* ascending, the first at text 0; none: the text is the source */
    SM_VEC(sm_part) parts;          /* ascending, the first at text 0; none: one text */
    bool titled;                    /* block 0 is the title, said so by the source and not guessed */
    bool no_article;                /* of a page: none was found, and the text is whatever may be read */
    bool stripped;                  /* read without regard to its elements or blocks: too large or too deep */
    char language[SM_LANGUAGE_MAX]; /* that the source names, NUL-terminated; "": none */
    sm_said said;                   /* by the source of itself; nothing of several */
    const char *title;              /* likewise where it is no part of the text, n_title bytes; NULL: none */
    uint32_t n_title;
} sm_input;

typedef summ_status sm_read_fn(const char *source, uint32_t n_bytes, sm_arena *arena, sm_input *input);

/* Writes the character set that the bytes themselves name; false if they name none, or none that is known. */
typedef bool sm_declared_fn(const char *bytes, size_t n, char name[SM_DECLARED_MAX]);

typedef struct sm_reader {
    summ_item item;
    sm_read_fn *read;
    sm_read_fn *read_whole;   /* with what is no article too; NULL: the same */
    sm_declared_fn *declared; /* NULL: the format does not tell */
} sm_reader;

/* "gumbo 0.10.1", "cmark 0.30.2", or "" if this build has none. */
extern const char sm_html_library[], sm_markdown_library[];

/* Row `index`, or NULL past the end. */
const sm_reader *sm_reader_at(size_t index);

/* Where a byte of the text stands in the source that the reader was given; and where what it belongs to ends there, one
 * past the last byte. O(log segments). */
size_t sm_input_source(const sm_input *input, uint32_t text_offset);
size_t sm_input_source_end(const sm_input *input, uint32_t text_offset);

/* The texts of n > 1 inputs one behind the other, with their blocks and the first language that one names; its segments
 * are empty, as each part has its own source. SUMM_ERR_MEMORY, SUMM_ERR_TOO_LARGE (4 GiB or more). O(bytes). */
summ_status sm_input_join(const sm_input *inputs, size_t n, sm_arena *arena, sm_input *joined);

/* How many parts there are, at least one; part `index`, past the last where it would begin. */
static inline size_t sm_input_parts(const sm_input *input) {
    return input->parts.n > 0 ? input->parts.n : 1;
}

static inline sm_part sm_input_part_at(const sm_input *input, size_t index) {
    if (index < input->parts.n)
        return input->parts.at[index];
    return index == 0 ? (sm_part){0, 0} : (sm_part){input->n_bytes, (uint32_t)input->blocks.n};
}

/* The part that holds a byte of the text. O(log parts). */
size_t sm_input_part(const sm_input *input, uint32_t text_offset);

#endif
