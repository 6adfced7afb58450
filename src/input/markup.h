/* The pieces of HTML one behind the other: text, tags, comments. Knows no tree; linear whatever the bytes are. */
#ifndef SM_INPUT_MARKUP_H
#define SM_INPUT_MARKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum sm_tag {
    SM_TAG_TEXT, /* no element: a piece of text */
#define X(NAME, name, kind) SM_TAG_##NAME,
#include "input/tags.def"
#undef X
    SM_TAG_OTHER
} sm_tag;

typedef enum sm_tag_kind {
    SM_KIND_INLINE,
    SM_KIND_BLOCK,      /* parts what stands before and behind it */
    SM_KIND_VOID,       /* has no content and no end */
    SM_KIND_VOID_BLOCK, /* both */
    SM_KIND_UNSEEN,     /* what is in it is no text of the page */
    SM_KIND_RAW         /* likewise, and no markup either */
} sm_tag_kind;

sm_tag_kind sm_tag_kind_of(sm_tag tag);

typedef enum sm_markup_kind {
    SM_MARKUP_TEXT,
    SM_MARKUP_START,
    SM_MARKUP_END,
    SM_MARKUP_OTHER /* comment, doctype, instruction */
} sm_markup_kind;

typedef struct sm_markup {
    sm_markup_kind kind;
    uint32_t begin, end; /* bytes of the source */
    sm_tag tag;          /* of tags */
    uint32_t name;       /* of tags: a number that depends on the name, in any case */
    uint32_t n_words;    /* of start tags: no fewer than there are attributes */
} sm_markup;

/* The piece at source[at .. end); at < end. What is not closed reaches to the end. O(bytes of the piece). */
sm_markup sm_markup_at(const char *source, uint32_t at, uint32_t end);

/* Where the content of a RAW element ends that begins at `at`: at its end tag, or at `end`. O(bytes passed). */
uint32_t sm_markup_raw_end(const char *source, uint32_t at, uint32_t end, sm_tag tag);

#endif
