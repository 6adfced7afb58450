/* The chosen lines of a page become text and blocks. */
#ifndef SM_INPUT_BLOCKS_H
#define SM_INPUT_BLOCKS_H

#include "input/input.h"
#include "input/lines.h"

/* Writes the title, unless it is empty, and then the lines that are not cut, each one block with the role its element
 * gives. Character references are decoded; the segments lead back to the source. SUMM_ERR_MEMORY, SUMM_ERR_TOO_LARGE.
 * O(bytes of the text). */
summ_status sm_blocks_write(const sm_page *page, const sm_lines *lines, sm_piece title, sm_arena *arena,
                            sm_input *input);

#endif
