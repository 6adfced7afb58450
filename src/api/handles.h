/* The opaque handles of summ.h and what the files of api/ share. */
#ifndef SM_API_HANDLES_H
#define SM_API_HANDLES_H

#include "doc/doc.h"
#include "input/decode.h"
#include "output/marked.h"
#include "text/shown.h"

/* Every handle has its own memory: an arena that holds the handle's data, and the count of it. */
typedef struct sm_memory {
    sm_alloc alloc;
    sm_arena arena;
} sm_memory;

struct summ_engine {
    sm_memory memory;
    summ_allocator allocator;
    size_t max_bytes, max_memory, max_sentences;
    sm_lists lists;
};

/* For every 256 bytes of the decoded text, the line and column of the first character that begins in it, so that any
 * offset is found in O(1). */
typedef struct sm_checkpoint {
    uint32_t line, column; /* from 1 */
    uint32_t at;           /* where the character begins */
} sm_checkpoint;

/* One of the texts of a document. */
typedef struct sm_source {
    sm_decoded decoded; /* what `input` was read from; a copy */
    sm_checkpoint *checkpoints;
    sm_input input; /* part of doc.input */
} sm_source;

struct summ_doc {
    sm_memory memory;
    const summ_engine *engine;
    sm_source *sources;
    size_t n_sources;
    sm_doc doc;
    summ_facts facts;
};

struct summ_sentences {
    sm_memory memory;
    summ_sentence *list;
    size_t n;
    summ_sentence *titles; /* of paragraphs: what the source names its title, and is not in the list */
    size_t n_titles;
    bool outline;
    const summ_doc *doc; /* of a ranking: whose sentences these are, one by one; else NULL */
};

/* Where the occurrences of a phrase stand in the text. */
typedef struct sm_places {
    const sm_range *at;
} sm_places;

struct summ_phrases {
    sm_memory memory;
    summ_phrase *list;
    const sm_places *places; /* of each */
    size_t n;
};

/* Of `list`, all but the last ones were chosen; sentence i is that of reason i. */
struct summ_explanation {
    sm_memory memory;
    summ_reason *list;
    summ_sentence *sentences;
    size_t n, n_chosen;
};

struct summ_keyword_explanation {
    sm_memory memory;
    summ_phrase_reason *list;
    summ_phrase *phrases;
    const sm_places *places; /* of each phrase */
    size_t n;
};

/* A zeroed handle of n_bytes that begins with an sm_memory, from the engine's allocator. NULL: no memory. */
void *sm_handle_new(const summ_engine *engine, size_t n_bytes);
void sm_handle_free(void *handle, size_t n_bytes);

/* Where text[begin .. end), not empty, stands in the caller's bytes, and on which line. O(log parts + log segments +
 * log runs). */
summ_span sm_doc_span(const summ_doc *doc, uint32_t begin, uint32_t end);

/* Builds the checkpoints. False: no memory. */
bool sm_source_index_lines(sm_source *source, sm_arena *arena);

/* Fills in the facts of an analysed document, save those that its parts tell. False: no memory. O(sentences +
 * stems). */
bool sm_doc_find_facts(summ_doc *doc, const char *title, bool language_given, sm_arena *arena);

/* Is the block of a sentence one of those that summ_paragraphs lists? */
bool sm_doc_is_paragraph(const summ_doc *doc, const sm_sentence *s);

/* n bytes as they are shown, NUL-terminated, and what that measures. NULL: no memory. */
char *sm_shown_copy(const char *text, size_t n, sm_arena *arena, sm_shown *shown);

/* text[begin .. end) of the document as it is shown, NUL-terminated. NULL: no memory. */
char *sm_doc_shown(const summ_doc *doc, size_t begin, size_t end, sm_arena *arena, size_t *n_bytes);

/* The row of that name in a table, the first for NULL; past its end if there is none. */
size_t sm_item_find(summ_kind kind, const char *name);

/* The options a caller gave over the defaults, as far as its struct reaches: `given` NULL leaves the defaults. False if
 * struct_size is impossible. */
bool sm_options_read(void *options, size_t size, const void *given);

#endif
