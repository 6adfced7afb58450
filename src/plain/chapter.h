/* Lines that name a chapter and its number: "CHAPTER IV", "Kapitel 3: Der Sturm". */
#ifndef SM_PLAIN_CHAPTER_H
#define SM_PLAIN_CHAPTER_H

#include "plain/lines.h"

/* A word for chapter, book, part, act or scene and a number; what else there is follows a mark, or is no sentence and
 * ends in no number, as a running head may. O(bytes of the line). */
bool sm_chapter_is(const char *text, const sm_plain_line *l);

#endif
