/* The title: a block of the text, or words that the caller gave. */
#ifndef SM_DOC_TITLE_H
#define SM_DOC_TITLE_H

#include "doc/doc.h"

/* Gives the role of a title to every block that has the words of `title`, a document in the same language, and adds its
 * content stems to doc->title. Before the roles of blocks are judged. False: no memory. O(tokens of both). */
bool sm_title_give(sm_doc *doc, const sm_doc *title, sm_arena *scratch);

/* Adds the content stems of all blocks that are titles to doc->title, each once. False: no memory. O(tokens). */
bool sm_title_collect(sm_doc *doc, sm_arena *scratch);

#endif
