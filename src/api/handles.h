/* The opaque handles of summ.h and what the files of api/ share. */
#ifndef SM_API_HANDLES_H
#define SM_API_HANDLES_H

#include "doc/doc.h"

struct summ_engine {
    summ_allocator allocator;
    size_t max_bytes, max_memory;
};

/* Every other handle has its own memory: an arena that holds the handle's data, and the count of it. */
typedef struct sm_memory {
    sm_alloc alloc;
    sm_arena arena;
} sm_memory;

/* For every few kilobytes of source, where its line and column stand, so that any offset is found in O(1). */
typedef struct sm_checkpoint {
    uint32_t line, column; /* from 1; of the first byte of the stretch */
} sm_checkpoint;

struct summ_doc {
    sm_memory memory;
    const summ_engine *engine;
    const char *source; /* the copy */
    uint32_t n_bytes;
    sm_checkpoint *checkpoints;
    sm_doc doc;
};

struct summ_sentences {
    sm_memory memory;
    summ_sentence *list;
    size_t n;
};

struct summ_phrases {
    sm_memory memory;
    summ_phrase *list;
    size_t n;
};

/* A zeroed handle of n_bytes that begins with an sm_memory, from the engine's allocator. NULL: no memory. */
void *sm_handle_new(const summ_engine *engine, size_t n_bytes);
void sm_handle_free(void *handle, size_t n_bytes);

/* Fills *line and *column of a byte of the source. O(1). */
void sm_doc_place(const summ_doc *doc, size_t offset, size_t *line, size_t *column);

/* Builds the checkpoints. False: no memory. */
bool sm_doc_index_lines(summ_doc *doc);

/* text[begin .. end) of the document as it is shown, NUL-terminated. NULL: no memory. */
char *sm_doc_shown(const summ_doc *doc, size_t begin, size_t end, sm_arena *arena, size_t *n_bytes);

/* The options a caller gave over the defaults, as far as its struct reaches: `given` NULL leaves the defaults. False if
 * struct_size is impossible. */
bool sm_options_read(void *options, size_t size, const void *given);

#endif
