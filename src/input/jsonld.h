/* JSON-LD in pages: what schema.org's vocabulary says of the article. */
#ifndef SM_INPUT_JSONLD_H
#define SM_INPUT_JSONLD_H

#include "input/said.h"

/* Takes "author" and "datePublished" of the objects at the top, in "@graph" and in "mainEntity" of n bytes of JSON,
 * possibly broken: first those whose "@type" is an article's. Nothing is known of what is nested more than 32 deep.
 * O(n), no memory. */
void sm_jsonld_read(sm_said *said, const char *json, size_t n);

#endif
