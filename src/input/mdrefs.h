/* Reference definitions of Markdown, "[label]: /target 'title'", and the labels they define. */
#ifndef SM_INPUT_MDREFS_H
#define SM_INPUT_MDREFS_H

#include "base/arena.h"

#include <stdint.h>

enum {
    SM_MD_LABEL = 999 /* bytes of a label */
};

/* A set of labels, by their hashes; empty with nothing but arena and key. */
typedef struct sm_md_refs {
    sm_arena *arena;
    uint64_t key;    /* of the text: base/digest.h */
    uint64_t *slots; /* 0: free */
    size_t n, room;  /* room: 0 or a power of two */
} sm_md_refs;

/* The definitions that text[0 .. n), the lines of a paragraph, begins with are added to `refs`, unless it is NULL.
 * *used: the bytes they take. False: no memory. O(n). */
bool sm_md_define(const char *text, uint32_t n, sm_md_refs *refs, uint32_t *used);

/* Is this label defined? In any case (of ASCII letters) and with any white space. O(n). */
bool sm_md_defined(const sm_md_refs *refs, const char *label, uint32_t n);

/* From text[at] on, which is behind a '[': where the ']' of a label stands, at most n; n if there is none. */
uint32_t sm_md_label_end(const char *text, uint32_t at, uint32_t n);

/* Behind the target, or the title in quotes or brackets, that begins at `at`; `at` if there is none. */
uint32_t sm_md_skip_target(const char *text, uint32_t at, uint32_t n);
uint32_t sm_md_skip_title(const char *text, uint32_t at, uint32_t n);

#endif
