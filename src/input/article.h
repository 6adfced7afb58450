/* What of a page is the article. In the manner of Readability and trafilatura, from the tree: elements that tag, class
 * or id say are something else are set aside, unless much of the page's prose is in them; of the rest, the smallest
 * element that has nearly all the prose holds the article. trim.h cuts what is left of links and labels in it. */
#ifndef SM_INPUT_ARTICLE_H
#define SM_INPUT_ARTICLE_H

#include "input/lines.h"

typedef struct sm_article {
    sm_piece title;
    bool found; /* false: no paragraph is left, and the lines are those that may be read for want of one */
} sm_article;

/* Cuts the lines that are not in the article, its title among them, and finds the title. On a page without paragraphs
 * the lines are cut that are links or in elements set aside; if that were all of them, none. False: no memory.
 * O(nodes x depth of nested <article> + bytes of short lines). */
bool sm_article_choose(const sm_page *page, sm_lines *lines, sm_article *article);

#endif
