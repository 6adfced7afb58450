/* Texts that are hard on something, of any size: the rows of texts.def. */
#ifndef TESTS_PATHOLOGICAL_TEXTS_H
#define TESTS_PATHOLOGICAL_TEXTS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct hard_bytes {
    char *at;
    size_t n, cap;
} hard_bytes;

typedef struct hard_text {
    const char *name, *format; /* the format is one of the library's, or jsonl, json, csv or tsv */
    bool shape;                /* hard on what is done with a document, not only on its analysis */
    /* What it is made of: head, `unit` again and again, tail; or else by a function, which adds until there are n. */
    const char *head, *unit, *tail;
    size_t n_head, n_unit, n_tail;
    void (*make)(hard_bytes *out, size_t n);
} hard_text;

/* Row `index`, or NULL past the last. */
const hard_text *hard_text_at(size_t index);

/* About n bytes of a text, from malloc. Ends the program if there is no memory. */
hard_bytes hard_text_make(const hard_text *text, size_t n);

void hard_bytes_add(hard_bytes *out, const char *bytes, size_t n);
void hard_bytes_put(hard_bytes *out, const char *string);
/* A word of letters a to z, another for each number; of four letters at least. */
void hard_bytes_put_word(hard_bytes *out, size_t number);

#define X(name) void hard_##name(hard_bytes *out, size_t n);
#include "made.def"
#undef X

#endif
