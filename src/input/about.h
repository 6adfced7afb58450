/* What a web page says of itself: its author and its date, in <meta>, in JSON-LD, and beside its title. */
#ifndef SM_INPUT_ABOUT_H
#define SM_INPUT_ABOUT_H

#include "input/input.h"
#include "input/lines.h"

/* A <meta> of a page; both NUL-terminated, references decoded. O(bytes). */
void sm_about_meta(sm_said *said, const char *key, const char *content);

/* Where head and JSON-LD tell too little: bylines and times that stand near the title, and elements that say elsewhere
 * that they name the author. Before lines are cut or after. O(nodes + lines). */
void sm_about_look(sm_page *page, const sm_lines *lines);

/* Gives the title that the head of a page states to an input that is without one. False: no memory. O(bytes of it). */
bool sm_about_title(const sm_page *page, sm_arena *arena, sm_input *input);

#endif
