/* What is prose: the roles of blocks whose format does not tell, and the sentences that may stand in a summary. */
#ifndef SM_DOC_PROSE_H
#define SM_DOC_PROSE_H

#include "doc/doc.h"

/* Gives a role to every block without one, a level to headings whose shape tells it, and sets `candidate` of every
 * sentence.
 *
 * A block without an end mark and with few words is no prose: the first of the document is its title; those between it
 * and the first paragraph (byline, dateline) and those that occur again ("Trending now") are boilerplate, as are
 * captions (doc/captions.h); the rest are headings, and so are wherever they stand lines that look like nothing else
 * (doc/headings.h), but in a table of contents. Levels by shape are those in use, one below the other from 2 on.
 * Candidates are the sentences of prose with at least five words; shorter ones only if the text is made of them, and
 * other blocks only if there is no prose at all. False: no memory. O(tokens). */
bool sm_prose_judge(sm_doc *doc, sm_arena *scratch);

/* Is the sentence part of prose: a paragraph, list item or quotation, and no label? */
bool sm_prose_holds(const sm_doc *doc, const sm_sentence *s);

#endif
